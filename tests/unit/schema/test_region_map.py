"""The map of the regions: a catalogue may have none, and each is drawn as its file says."""

from __future__ import annotations

import re
from pathlib import Path

from catalog.derive.facets import facets
from catalog.load import load
from catalog.model import Catalog
from catalog.source.layout import MAP
from tests.support.rendering import templates_of

DRAWN = """\
vista: 0 0 600 880
formas:
  sur: M10 20l3 4-5 6z
recuadros:
  - region: norte
    marco: 0 700 90 90
    forma: m10,20 H30.5 V-4Z
    rotulo: 10 20
    guia: M90 700L120 650
"""


def drawing(catalog: Catalog) -> str:
    """The map on the explorer's page as SVG, or nothing if the catalogue has none."""
    values = {"facets": facets(catalog), "listings": {}, "first": [], "total": 0}
    page = templates_of(catalog).render("pages/explorer.html", "p/", **values)
    return page[page.find("<svg") : page.rfind("</svg>")]


def test_a_catalogue_may_have_no_map(small: Catalog) -> None:
    assert small.vocabularies.map is None
    assert drawing(small) == ""


def test_a_map_needs_neither_every_region_nor_an_inset(copy_of_small: Path) -> None:
    (copy_of_small / MAP).write_text("vista: 0 0 9 9\nformas:\n  sur: M1 2l3 4-5 6z\n")
    catalog, problems = load(copy_of_small)
    assert problems == []
    assert catalog is not None
    assert catalog.vocabularies.map is not None
    assert re.findall('data-region="([^"]*)"', drawing(catalog)) == ["sur"]


def test_a_map_is_drawn_as_it_was_written(copy_of_small: Path) -> None:
    (copy_of_small / MAP).write_text(DRAWN)
    catalog, problems = load(copy_of_small)
    assert problems == []
    assert catalog is not None
    drawn = drawing(catalog)
    assert 'viewBox="0 0 600 880"' in drawn
    for outline in ("M10 20l3 4-5 6z", "m10,20 H30.5 V-4Z", "M90 700L120 650"):
        assert f'd="{outline}"' in drawn
    assert "<title>Región Sur: 1 práctica</title>" in drawn
    assert "<tspan" in drawn
