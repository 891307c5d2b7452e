"""Measures the catalogue beside the programs that could replace it; `python -m bench` runs it."""
