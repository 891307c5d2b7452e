"""Fills the templates of `hooks/theme/`, with every value escaped.

A template sees the values that it is given and the vocabularies, and nothing else of the catalogue.
Links are relative (`root` leads back to the site's first page), so the site works under any
address.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from catalog.derive.advice import advice_of
from catalog.derive.excerpt import leads, point
from catalog.model import Practice, is_announced
from catalog.pages import linked_data, routes
from catalog.pages.acronyms import Acronyms
from catalog.pages.citation import citation, message
from catalog.pages.draw.proportions import bands, change, radius
from catalog.pages.draw.qr import qr
from catalog.text import spanish as wording
from catalog.text.email_obfuscation import unharvested_html

if TYPE_CHECKING:
    from catalog.model import Catalog
    from catalog.pages.site_info import SiteInfo
    from catalog.search.documents import Subject

PHOTO_WIDTHS = (480, 960, 1600)
"""The widths at which each photo is published, in pixels."""
_FOLDER = Path(__file__).parents[2] / "theme"
# It begins with what is rare, which is found many times faster than what is common.
_PERCENT = re.compile(r" %(?<=\d %)")
# Where a table is wider than the screen, it is moved with the keyboard too.
_SCROLLS = '<div class="scrolls" role="group" aria-label="Tabla" tabindex="0">'
_HEADING = re.compile(r"(</?h)([3-6])\b")


def deeper(html: Markup, levels: int) -> Markup:
    """The HTML of a section with its own headings that many levels lower, for where it stands
    under more than it was written for."""
    return Markup(_HEADING.sub(lambda tag: f"{tag[1]}{min(int(tag[2]) + levels, 6)}", html))  # noqa: S704


class Templates:
    """The templates, ready to show one catalogue on its site. Two are equal while they show the
    same values alike: neither the templates' files nor the vocabularies nor the day differ."""

    def __init__(self, catalog: Catalog, site: SiteInfo) -> None:
        self.terms = catalog.vocabularies
        self.today = catalog.today
        self.site = site
        self._environment = _environment(_edition())
        self._acronyms = Acronyms(self.terms.acronyms.values())
        self._cards: dict[tuple[str, str], tuple[Practice, Markup]] = {}

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Templates)
            and self._environment is other._environment
            and self.terms == other.terms
            and self.today == other.today
            and self.site == other.site
        )

    def __hash__(self) -> int:
        return hash(id(self._environment))

    def render(self, template: str, path: str, **values: object) -> str:
        """The HTML of one template for the page at `path`."""
        return self._fill(template, routes.root_of(path), **values)

    def card(self, practice: Practice, root: str) -> Markup:
        """A practice's result card. It is rendered once for each depth of the pages that show
        it, since many do, and again only when it is another object."""
        known = self._cards.get((practice.slug, root))
        if known is None or known[0] is not practice:
            html = self._fill("cards/practice.html", root, practice=practice)
            known = self._cards[practice.slug, root] = practice, Markup(html)  # noqa: S704
        return known[1]

    def card_of(self, subject: Subject) -> str:
        """The result card of a document of the search, for the explorer."""
        if isinstance(subject, Practice):
            return self.card(subject, routes.root_of(routes.EXPLORER))
        return self.render("cards/found.html", routes.EXPLORER, subject=subject)

    def _prose(self, html: str, seen: dict[str, str]) -> Markup:
        """HTML of a body's section, which nh3 has cleaned."""
        html = html.replace("<table>", f"{_SCROLLS}<table>").replace("</table>", "</table></div>")
        html = unharvested_html(html)
        return Markup(self._acronyms.explained(html, seen))  # noqa: S704

    def _fill(self, template: str, root: str, **values: object) -> str:
        acronyms: dict[str, str] = {}
        html = self._environment.get_template(template).render(
            terms=self.terms,
            site=self.site,
            is_announced=lambda event: is_announced(event, self.today),
            card=partial(self.card, root=root),
            prose=partial(self._prose, seen=acronyms),
            acronyms=acronyms,  # those of the prose so far
            root=root,
            **values,
        )
        # A percent sign is never left alone at the start of a line.
        return unharvested_html(_PERCENT.sub("\N{NO-BREAK SPACE}%", html))


def _edition() -> tuple[tuple[str, int, int], ...]:
    """A value that changes when a template does."""
    files = ((str(file), file.stat()) for file in sorted(_FOLDER.rglob("*.html")))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in files)


@lru_cache(maxsize=1)
def _environment(_: object) -> Environment:
    """The compiled templates of an edition."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # another edition has an environment of its own
    )
    environment.filters.update(
        number=wording.number,
        announced=lambda event: wording.announced(event.start_date, event.end_date),
        day=wording.day,
        days=lambda event: wording.days(event.start_date, event.end_date),
        deeper=deeper,
        listed=wording.listed,
        measured=wording.measured,
        lower_first=wording.lower_first,
    )
    environment.globals.update(
        advice_of=advice_of,
        bands=bands,
        change=change,
        citation=citation,
        count=wording.count,
        leads=leads,
        linked_data=linked_data,
        message=message,
        point=point,
        qr=qr,
        radius=radius,
        routes=routes,
        widths=PHOTO_WIDTHS,
    )
    # The pieces that ask for nothing of their page are at hand in every template: to import them
    # takes longer than to use them.
    for file in sorted((_FOLDER / "components").glob("*.html")):
        module = environment.get_template(f"components/{file.name}").module
        environment.globals |= {
            name: macro for name, macro in vars(module).items() if name[0] != "_"
        }
    return environment
