"""Files made into Documents whose every value knows its line, or into Problems."""
