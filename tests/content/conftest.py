"""The real sheets with the places of their values, as the rules take them."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.check.practice_rules import Sheet, Shelf
from catalog.model import Catalog
from catalog.source.front_matter import parse_sheet
from catalog.source.layout import read_tree


@pytest.fixture(scope="session")
def sheets_and_shelf(catalog: Catalog, root: Path) -> tuple[dict[str, Sheet], Shelf]:
    sheets = {
        practice.slug: Sheet(
            parse_sheet(practice.path, (root / practice.path).read_bytes())[0], practice
        )
        for practice in catalog.practices
    }
    return sheets, Shelf(catalog, read_tree(root)[0], frozenset())
