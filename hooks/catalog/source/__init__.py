"""Read files into Documents, in which every value knows its line, and into Problems."""
