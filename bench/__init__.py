"""Measures the catalogue beside what could stand in its place; `python -m bench` runs it."""
