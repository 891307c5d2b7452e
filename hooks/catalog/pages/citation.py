"""The citation of a practice, and the short message with which a reader shares its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.pages import routes
from catalog.text.spanish import day

if TYPE_CHECKING:
    from catalog.model import Practice
    from catalog.pages.site_info import SiteInfo


def citation(practice: Practice, site: SiteInfo) -> str:
    """The words with which the catalogue asks to be cited (`docs/acerca.md`). The institutions made
    the practice; the sheet is the catalogue's."""
    return (
        f"«{practice.title}». En {site.name}. Revisada el {day(practice.review_date)}. "
        f"{_address(practice, site)}. Licencia CC BY 4.0."
    )


def message(practice: Practice, site: SiteInfo) -> str:
    """A short message about the practice, below its title: its summary, its address, and where it
    tells what its sources leave unclear, so that a claim does not travel without it."""
    address = _address(practice, site)
    unclear = f"\n\nLo que no aclaran las fuentes: {address}#notas" if practice.notes else ""
    return f"{practice.summary}\n\n{address}{unclear}"


def _address(practice: Practice, site: SiteInfo) -> str:
    return site.absolute(routes.practice(practice.slug))
