"""Facts computed from a Catalog alone: filters, genealogies, syntheses, counts."""
