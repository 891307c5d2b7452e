"""The small map of each region."""

from __future__ import annotations

import re

from catalog.pages.draw.small_map import small_maps
from catalog.schema.region_map import RegionsMap

SQUARES = RegionsMap.model_construct(
    view="0 0 200 100",
    outlines={
        "grande": "M0 0h98v98H0z",
        "chica": "M140 14l14 0 0 14 -14 0zM161 14L175 14L175 28z",
        "nada": "M1 1l1 0 0 1z",
    },
    insets=[],
)


def test_each_region_is_marked_on_a_map_of_all() -> None:
    maps = dict(small_maps(SQUARES))
    assert list(maps) == [f"datos/mapa/{region}.svg" for region in SQUARES.outlines]
    lands = {re.findall(r'<path d="([^"]*)"', text)[0] for text in maps.values()}
    assert lands == {"M0 0l98 0 0 98 -98 0zM140 14l14 0 0 14 -14 0zM161 14l14 0 0 14z"}
    marked = {name: re.findall(r'class="r" d="([^"]*)"', text) for name, text in maps.items()}
    assert marked["datos/mapa/grande.svg"] == ["M0 0l98 0 0 98 -98 0z"]


def test_a_region_that_is_too_small_to_be_seen_has_a_ring() -> None:
    rings = ["<circle" in text for _, text in small_maps(SQUARES)]
    assert rings == [False, True, True]
