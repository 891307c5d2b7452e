"""The catalogues that unit, content and site tests read: the real catalogue and a small one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from catalog.model import Catalog
from tests.support.catalogues import load_catalogue

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "catalogue"


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository, which is also the root of the real catalogue."""
    return ROOT


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The real catalogue."""
    return load_catalogue(ROOT)


@pytest.fixture(scope="session")
def small() -> Catalog:
    """A catalogue of another sector: two practices and an event, made for tests."""
    return load_catalogue(SMALL)


@pytest.fixture
def copy_of_small(tmp_path: Path) -> Path:
    """A copy of the small catalogue, which a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "catalogue"))
