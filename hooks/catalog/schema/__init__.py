"""The fields of a file, the kinds of value that they take, and the vocabularies."""
