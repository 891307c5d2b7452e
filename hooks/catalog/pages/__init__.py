"""A Catalog made into Pages: their addresses, their templates and their content."""
