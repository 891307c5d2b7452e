"""Facts computed from a Catalog and from nothing else."""
