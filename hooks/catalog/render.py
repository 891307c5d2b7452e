"""Fills the templates of `hooks/templates/catalogo/`, with every value escaped.

Links are relative (`root` leads back to the site's first page), so the site works under any
address.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from catalog import wording

_PERCENT = re.compile(r"(\d) %")
TEMPLATES = Path(__file__).parents[1] / "templates" / "catalogo"


def root_of(path: str) -> str:
    """The way from the page at `path` (`"practicas/x/"`) back to the first page: `"../../"`."""
    return "../" * path.count("/") or "./"


def render(template: str, /, **values: object) -> str:
    """The HTML of one template. A percent sign is never left alone at the start of a line."""
    html = _environment().get_template(template).render(**values)
    return _PERCENT.sub("\\1\N{NO-BREAK SPACE}%", html)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
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
        safe_html=Markup,
    )
    environment.globals.update(measured=wording.measured, count=wording.count)
    return environment
