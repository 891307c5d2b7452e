"""What a file may say: its fields, the kinds of value that they take, and the vocabularies."""
