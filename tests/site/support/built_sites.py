"""The sites that the tests read, each built once for all the processes of a test run."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from catalog.model import Catalog

SITE_URL = "https://ejemplo.org/catalogo/"
REPO_URL = "https://github.com/ejemplo/catalogo"
LARGE_URL = "https://ejemplo.org/grande/"
# Enough sheets for dozens of pieces of the index and dozens of pages of results.
LARGE_SHEETS = 240


@dataclass(frozen=True)
class LargeSite:
    """A catalogue of LARGE_SHEETS sheets, and the folder of its built site."""

    site: Path
    catalog: Catalog
    # Relative to the real site's first page.
    address: str = "../grande/"


def build_once(site: Path, build_site: Callable[[], None]) -> Path:
    """Return the folder `site`; `build_site`, which makes that folder, is called if there is none.

    When several processes ask for a site at once, one of them builds and the others wait.
    """
    with site.with_name(f"{site.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            build_site()
    return site
