"""The measures of the small drawings: plain numbers, which templates put into SVG."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.schema.fields import Figure

_PERCENT = 100
# What a number needs, and each of its digits, of the largest circle's radius.
_ROOM, _A_DIGIT = 0.4, 0.17
# How many bands of shading a map has, besides that of the regions with nothing to show.
_BANDS = 3


def change(figure: Figure) -> tuple[float, float] | None:
    """The lengths, from 0 to 100, of the bars of where a figure started and where it is now. A
    percentage is measured against the whole; any other, against the larger of the two. None where
    the figure does not say where it started, or says either in words."""
    before, now = figure.baseline, figure.value
    if not isinstance(before, (int, float)) or not isinstance(now, (int, float)):
        return None
    whole = max(before, now, _PERCENT if figure.unit == "%" else 0)
    if min(before, now) < 0 or whole == 0:
        return None
    return round(_PERCENT * before / whole, 1), round(_PERCENT * now / whole, 1)


def radius(count: int, most: int, largest: float) -> float:
    """The radius of the circle that stands for `count`, where `largest` is that of `most`: areas
    are as the counts, but none is too small for its number to be written in it."""
    least = min(_ROOM + _A_DIGIT * len(str(count)), 1)
    return round(max(math.sqrt(count / most), least) * largest, 1)


def bands(most: int) -> list[tuple[int, int]]:
    """The bands of shading of a map for counts up to `most`: the least and the greatest number of
    practices of each."""
    if not most:
        return []
    starts = sorted({1 + most * band // _BANDS for band in range(_BANDS)})
    return list(zip(starts, [*(start - 1 for start in starts[1:]), most], strict=True))
