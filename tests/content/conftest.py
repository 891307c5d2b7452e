"""The real sheets as rules take them, with the line of each value."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.check.context import SourceFile, Surroundings
from catalog.model import Catalog
from catalog.source.front_matter import parse_sheet
from catalog.source.layout import read_tree


@pytest.fixture(scope="session")
def files_and_surroundings(
    catalog: Catalog, root: Path
) -> tuple[dict[str, SourceFile], Surroundings]:
    """The file of each practice by its slug, and the surroundings of all of them."""
    files = {
        practice.slug: SourceFile(
            parse_sheet(practice.path, (root / practice.path).read_bytes())[0], practice
        )
        for practice in catalog.practices
    }
    return files, Surroundings(catalog, read_tree(root)[0], frozenset())
