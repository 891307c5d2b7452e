"""The real map: every region has its shape, and neighbours share their borders."""

from __future__ import annotations

import re
from itertools import pairwise

from catalog.model import Catalog


def test_every_region_of_the_catalogue_is_on_its_map(catalog: Catalog) -> None:
    drawn = catalog.vocabularies.map
    assert drawn is not None
    assert set(drawn.outlines) == set(catalog.vocabularies.regions)


def test_neighbouring_regions_share_their_borders(catalog: Catalog) -> None:
    """The sides that belong to one region alone form the border of the country and its islands: at
    most three closed lines, in which each point leads to one other point."""
    drawn = catalog.vocabularies.map
    assert drawn is not None
    sides = {side for outline in drawn.outlines.values() for side in _sides(outline)}
    outer = {start: end for start, end in sides if (end, start) not in sides}
    assert len(outer) == sum((end, start) not in sides for start, end in sides)
    borders = 0
    while outer:
        borders += 1
        at = next(iter(outer))
        while at in outer:
            at = outer.pop(at)
    assert borders <= 3


def _sides(outline: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The sides of an outline of the form `M10 20l3 4-5 6z`, one ring after another."""
    sides = []
    for ring in outline.split("z")[:-1]:
        x, y, *steps = map(int, re.findall("-?[0-9]+", ring))
        points = [(x, y)]
        for right, down in zip(steps[::2], steps[1::2], strict=True):
            points.append((points[-1][0] + right, points[-1][1] + down))
        sides += pairwise([*points, points[0]])
    return sides
