"""The rows of the table, and the statistics and the format of their values.

A Value is one number or a pair, the median and the 95th percentile, in the unit of the row's label.
"""

from __future__ import annotations

import math
import statistics
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.programs import Run

Value = tuple[float, ...]


class Measure(Enum):
    """The rows of the table, in their order."""

    BUILD = "Build, s"
    BUILD_EACH = "Build, ms per sheet"
    MEMORY = "Build, peak memory, MB"
    SITE_EACH = "Files written, kB per sheet"
    REBUILD = "Rebuild after one edit, served, s"
    INDEX = "Search index alone, s"
    SEARCH = "First search, kB: search alone"
    SEARCH_ALL = "First search, kB: all files"
    SEARCH_FILES = "First search, number of files"
    VIEW = "Explorer's first view, kB: all files"
    KEYSTROKE = "Last keystroke to results, processor 4× slower, ms"


PAIRS = {Measure.SEARCH, Measure.SEARCH_ALL, Measure.SEARCH_FILES, Measure.KEYSTROKE}


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` per cent of the values do not exceed (the nearest
    rank). Raises ValueError where there are no values."""
    if not values:
        raise ValueError("There is no percentile of nothing.")
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def median_and_p95(values: Sequence[float]) -> Value:
    """The median and the 95th percentile of some numbers."""
    return statistics.median(values), percentile(values, 95)


def build_values(run: Run, sheets: int, written: int) -> dict[Measure, Value]:
    """The rows of a build of `sheets` sheets, which wrote `written` bytes."""
    values: dict[Measure, Value] = {
        Measure.BUILD: (run.seconds,),
        Measure.BUILD_EACH: (run.seconds * 1000 / sheets,),
        Measure.SITE_EACH: (written / 1000 / sheets,),
    }
    if run.peak_bytes is not None:
        values[Measure.MEMORY] = (run.peak_bytes / 1e6,)
    return values


def format_value(value: Value) -> str:
    """`(1.5, 1234.0)` → `1.5 / 1,234`."""
    return " / ".join(f"{n:,.0f}" if n >= 100 else f"{n:.3g}" for n in value)
