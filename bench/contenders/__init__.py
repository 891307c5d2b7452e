"""The contenders: our own site, and what could stand in its place."""
