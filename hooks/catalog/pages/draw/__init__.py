"""The drawings of a page: charts, maps and codes, as numbers that templates draw."""
