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
from catalog.derive.measured import measured
from catalog.model import Challenge, Event, Practice, is_coming, is_under_way, was_held
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
# The pattern begins with ` %`, which is rare: to search for a digit first is many times slower.
_PERCENT = re.compile(r" %(?<=\d %)")
# The tab stop lets the keyboard scroll a table that is wider than the screen.
_SCROLLS = '<div class="scrolls" role="group" aria-label="Tabla" tabindex="0">'
_HEADING = re.compile(r"(</?h)([3-6])\b")


def deeper(html: Markup, levels: int) -> Markup:
    """The HTML of a section with its headings lowered by `levels`, down to `h6`, for a page that
    shows the section deeper in its outline."""
    return Markup(_HEADING.sub(lambda tag: f"{tag[1]}{min(int(tag[2]) + levels, 6)}", html))  # noqa: S704


class Templates:
    """The templates, ready to show one catalogue on its site. Two are equal if they give the same
    HTML for the same values: they have the same files, vocabularies, day and site."""

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
        """The result card of a practice, for a page whose `root` leads back to the first page.
        Many pages show a card, so it is kept for each `root`, and rendered again only when the
        practice is another object."""
        known = self._cards.get((practice.slug, root))
        if known is None or known[0] is not practice:
            html = self._fill("cards/practice.html", root, practice=practice)
            known = self._cards[practice.slug, root] = practice, Markup(html)  # noqa: S704
        return known[1]

    def card_of(self, subject: Subject) -> str:
        """The result card of a document of the search, for the explorer."""
        if isinstance(subject, Practice):
            return self.card(subject, routes.root_of(routes.EXPLORER))
        match subject:
            case Event():
                kind = self.terms.event_types[subject.type].label
                address = routes.event(subject.slug)
            case Challenge():
                kind, address = "Desafío", routes.challenge(subject.slug)
            case _:
                kind, address = "Página", subject.path
        return self.render(
            "cards/found.html", routes.EXPLORER, title=subject.title, kind=kind, address=address
        )

    def _prose(self, html: str, seen: dict[str, str]) -> Markup:
        """The HTML of a section of a body, made ready for a page. nh3 has cleaned it before."""
        html = html.replace("<table>", f"{_SCROLLS}<table>").replace("</table>", "</table></div>")
        html = unharvested_html(html)
        return Markup(self._acronyms.explained(html, seen))  # noqa: S704

    def _fill(self, template: str, root: str, **values: object) -> str:
        acronyms: dict[str, str] = {}
        html = self._environment.get_template(template).render(
            terms=self.terms,
            site=self.site,
            is_coming=partial(is_coming, today=self.today, known=self.terms),
            is_under_way=partial(is_under_way, today=self.today, known=self.terms),
            was_held=partial(was_held, today=self.today, known=self.terms),
            change_of=lambda event: event.change and self.terms.event_changes[event.change.state],
            measured=lambda practice: measured(practice.figures, self.terms.figure_types),
            card=partial(self.card, root=root),
            prose=partial(self._prose, seen=acronyms),
            acronyms=acronyms,  # filled while `prose` is called
            root=root,
            **values,
        )
        # A percent sign must not stand alone at the start of a line.
        return unharvested_html(_PERCENT.sub("\N{NO-BREAK SPACE}%", html))


def _edition() -> tuple[tuple[str, int, int], ...]:
    """The name, the time and the size of every template: a value that changes with any of them."""
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
        with_unit=wording.with_unit,
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
    # The components need no values of their page, so every template has their macros: importing
    # them in each template takes longer than using them.
    for file in sorted((_FOLDER / "components").glob("*.html")):
        module = environment.get_template(f"components/{file.name}").module
        environment.globals |= {
            name: macro for name, macro in vars(module).items() if name[0] != "_"
        }
    return environment
