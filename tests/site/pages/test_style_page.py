"""The style page shows every component and colour, and is reached by its address alone."""

from __future__ import annotations

import re
from pathlib import Path

from tests.site.support.built_page import Element
from tests.site.support.explorer_page import Explorer

PATH = "estilo/"
# The parts of every page, by their class.
PIECES = (
    "card", "card--event", "stage", "checklist", "figure", "change", "opportunities", "state",
    "lineage", "map", "whereabouts__map", "crossing", "bars", "topics", "chips", "search-box",
    "sources", "notes", "contacts", "expert", "share", "pager", "breadcrumb", "on-this-page",
    "fold", "panel", "problems", "overdue", "requirement", "swatch",
)  # fmt: skip


def test_the_style_page_shows_every_component(pages: dict[str, Element]) -> None:
    page = pages[PATH]
    assert [piece for piece in PIECES if not page.all(of_class=piece)] == []
    assert "Todo lo que dice es de ejemplo" in page.text


def test_the_style_page_shows_every_colour_of_the_stylesheet(
    pages: dict[str, Element], root: Path
) -> None:
    style = root / "hooks/theme/css/tokens.css"
    tokens = re.findall(r"^  --([\w-]+): #", style.read_text(), re.MULTILINE)
    shown = {code.text.strip("-") for code in pages[PATH].section("colores").all("code")}
    assert set(tokens) - shown == {"on-brand"}


def test_no_search_engine_and_no_page_leads_to_the_style_page(
    site: Path, pages: dict[str, Element]
) -> None:
    hidden = {
        address
        for address, page in pages.items()
        if any(e["name"] == "robots" and e["content"] == "noindex" for e in page.all("meta"))
    }
    assert hidden == {PATH}
    assert PATH not in (site / "sitemap.xml").read_text()
    for address, page in pages.items():
        if address != PATH:
            assert not any(link["href"].endswith(PATH) for link in page.all("a")), address


def test_the_search_does_not_find_the_style_page(explorer: Explorer) -> None:
    explorer.open("estilo")
    assert not any("Estilo" in link.inner_text() for link in explorer.others.all())
