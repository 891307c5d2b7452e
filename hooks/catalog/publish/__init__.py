"""Pages and files published as a finished folder, or not at all."""
