"""The map of the regions at the size of a stamp: one file for each region, which the map marks.

At that size a border needs fewer points than on the explorer's map, so that a file has two
kilobytes. All pages of a region share its file. The colours follow the reader's light or dark mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.pages import routes
from catalog.text.svg_path import rings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.schema.region_map import RegionsMap
    from catalog.text.svg_path import Ring

# The small map has points only at multiples of this, in the units of the large one.
_GRID = 7
# A region smaller than this in both directions would not be seen: a circle around it is drawn.
_SEEN = 70
_STYLE = (
    "path{fill:#d8d0c2;stroke:#fff;stroke-width:4}.r{fill:#7d1230}"
    "circle{fill:none;stroke:#7d1230;stroke-width:14}"
    "@media (prefers-color-scheme:dark){path{fill:#4a4f59;stroke:#15171b}.r{fill:#f5a9bb}"
    "circle{stroke:#f5a9bb}}"
)


def small_maps(drawn: RegionsMap) -> Iterator[tuple[str, str]]:
    """Yield the address and the SVG text of the small map of each region in `drawn`."""
    shapes = {region: list(rings_of(outline)) for region, outline in drawn.outlines.items()}
    left, top, width, height = map(float, drawn.view.split())
    view = f"{left - _SEEN / 2:g} {top:g} {width + _SEEN:g} {height:g}"  # circles may pass the edge
    land = "".join(_path(rings) for rings in shapes.values())
    for region, rings in shapes.items():
        marked = f'<path class="r" d="{_path(rings)}"/>{_ring_around(rings)}'
        yield (
            routes.small_map(region),
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">'
                f'<style>{_STYLE}</style><path d="{land}"/>{marked}</svg>\n'
            ),
        )


def _path(rings: list[Ring]) -> str:
    """The SVG path of the rings, with their points on a coarse grid and without repeated points."""
    text = ""
    for ring in rings:
        points = [(round(x / _GRID) * _GRID, round(y / _GRID) * _GRID) for x, y in ring]
        kept = [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]
        if len(kept) > 2:
            (x, y), text = kept[0], f"{text}M{kept[0][0]} {kept[0][1]}l"
            for across, down in kept[1:]:
                text += f"{across - x} {down - y} "
                x, y = across, down
            text = f"{text.rstrip()}z"
    return text


def _ring_around(rings: list[Ring]) -> str:
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    if max(max(xs) - min(xs), max(ys) - min(ys)) >= _SEEN:
        return ""
    return f'<circle cx="{(min(xs) + max(xs)) / 2:.0f}" cy="{(min(ys) + max(ys)) / 2:.0f}" r="55"/>'
