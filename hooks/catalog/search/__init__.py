"""A Catalog made into the files that the browser searches, which reads them by twins of these."""
