"""The contents that a file may have: fields, types of value, vocabularies."""
