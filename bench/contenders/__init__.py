"""What is measured: this catalogue, and the programs that could stand in its place."""
