"""A Catalog made into the files of the search, which twins of these modules read in the browser."""
