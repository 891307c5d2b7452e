"""The measures of the small drawings: plain numbers that templates put into SVG."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.schema.fields import Figure

_PERCENT = 100
# The shares of the largest radius that a number needs in its circle: at least, and for each digit.
_ROOM, _A_DIGIT = 0.4, 0.17
# The number of bands of shading of a map, without that of regions with nothing to show.
_BANDS = 3


def change(figure: Figure) -> tuple[float, float] | None:
    """The lengths, from 0 to 100, of the bars for a figure's baseline and for its value.

    The length 100 stands for the larger of the two, and in a percentage for at least 100 %. None
    where the baseline is missing, where one of them is negative or in words, or where both are 0.
    """
    before, now = figure.baseline, figure.value
    if not isinstance(before, (int, float)) or not isinstance(now, (int, float)):
        return None
    whole = max(before, now, _PERCENT if figure.unit == "%" else 0)
    if min(before, now) < 0 or whole == 0:
        return None
    return round(_PERCENT * before / whole, 1), round(_PERCENT * now / whole, 1)


def radius(count: int, most: int, largest: float) -> float:
    """The radius of the circle for `count`, where `largest` is the radius of the circle for `most`.
    Areas are in proportion to counts, but every circle has room for its number."""
    least = min(_ROOM + _A_DIGIT * len(str(count)), 1)
    return round(max(math.sqrt(count / most), least) * largest, 1)


def bands(most: int) -> list[tuple[int, int]]:
    """The bands of shading of a map for counts from 1 to `most`: the least and the greatest count
    of each band."""
    if not most:
        return []
    starts = sorted({1 + most * band // _BANDS for band in range(_BANDS)})
    return list(zip(starts, [*(start - 1 for start in starts[1:]), most], strict=True))
