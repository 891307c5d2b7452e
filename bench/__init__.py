"""Measures the catalogue against what could stand in its place. See `bench.__main__`."""
