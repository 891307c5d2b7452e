"""The reading of a whole catalogue for a test."""

from __future__ import annotations

from pathlib import Path

from catalog.load import load
from catalog.model import Catalog


def load_catalogue(root: Path) -> Catalog:
    """The catalogue whose `practices` folder is in `root`; the test fails if it has errors."""
    catalog, problems = load(root)
    assert catalog is not None, "\n".join(map(str, problems))
    return catalog
