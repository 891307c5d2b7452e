"""Fills the templates of `hooks/templates/catalogo/`, with every value escaped.

Links are relative (`root` leads back to the site's first page), so the site works under any
address.
"""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from catalog import wording
from catalog.regions_map import bands

if TYPE_CHECKING:
    from catalog.model import Catalog, Practice

_FOLDER = Path(__file__).parents[1] / "templates" / "catalogo"
_PERCENT = re.compile(r"(\d) %")


def root_of(path: str) -> str:
    """The way from the page at `path` (`"practicas/x/"`) back to the first page: `"../../"`."""
    return "../" * path.count("/") or "./"


class Templates:
    """The templates, ready to show one catalogue."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._cards: dict[tuple[str, str], Markup] = {}

    def render(self, template: str, path: str, **values: object) -> str:
        """The HTML of one template for the page at `path`."""
        return self._fill(template, root_of(path), **values)

    def card(self, practice: Practice, root: str) -> Markup:
        """A practice's result card. It is rendered once for each depth of the pages that show
        it, since many do."""
        key = practice.slug, root
        if key not in self._cards:
            self._cards[key] = Markup(self._fill("card.html", root, practice=practice))  # noqa: S704
        return self._cards[key]

    def _fill(self, template: str, root: str, **values: object) -> str:
        html = (
            _environment()
            .get_template(template)
            .render(
                catalog=self.catalog,
                terms=self.catalog.taxonomies,
                card=partial(self.card, root=root),
                root=root,
                **values,
            )
        )
        # A percent sign is never left alone at the start of a line.
        return _PERCENT.sub("\\1\N{NO-BREAK SPACE}%", html)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        number=wording.number,
        day=wording.day,
        days=lambda event: wording.days(event.start_date, event.end_date),
        listed=wording.listed,
        lower_first=wording.lower_first,
        safe_html=Markup,  # for the sections of a body alone, which nh3 has cleaned
    )
    environment.globals.update(count=wording.count, bands=bands)
    return environment
