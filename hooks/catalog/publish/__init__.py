"""Pages and files made into a finished folder, or into nothing."""
