"""The programs to measure: this catalogue, and those that could replace it."""
