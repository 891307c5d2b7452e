"""The citation of a practice, and the short message with which a reader shares its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.pages import routes
from catalog.text.spanish import day

if TYPE_CHECKING:
    from catalog.model import Practice
    from catalog.pages.site_info import SiteInfo


def citation(practice: Practice, site: SiteInfo) -> str:
    """The citation of a sheet, in the form that `docs/acerca.md` asks for. It names the catalogue
    and not the institutions: they made the practice, but the sheet is the catalogue's."""
    return (
        f"«{practice.title}». En {site.name}. Revisada el {day(practice.review_date)}. "
        f"{_address(practice, site)}. Licencia CC BY 4.0."
    )


def message(practice: Practice, site: SiteInfo) -> str:
    """A short message about the practice, to stand below its title: its summary, its address, and
    the address of its notes, if it has any, so that no claim is shared without its doubts."""
    address = _address(practice, site)
    unclear = f"\n\nLo que no aclaran las fuentes: {address}#notas" if practice.notes else ""
    return f"{practice.summary}\n\n{address}{unclear}"


def _address(practice: Practice, site: SiteInfo) -> str:
    return site.absolute(routes.practice(practice.slug))
