"""What follows from a Catalog and from nothing else."""
