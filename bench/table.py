"""One Markdown table of all values, with a footnote for each reason why some are missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bench.measures import PAIRS, Measure, Value, format_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass
class Results:
    """The values, and the reasons for missing ones, by size, contender's name and measure."""

    values: dict[tuple[int, str, Measure], Value] = field(default_factory=dict)
    missing: dict[tuple[int, str, Measure], str] = field(default_factory=dict)


def markdown(results: Results, sizes: Sequence[int], names: Sequence[str]) -> str:
    """The table and its footnotes: a row for each measure and size, a column for each name."""
    footnotes: dict[str, int] = {}

    def cell(size: int, name: str, measure: Measure) -> str:
        if value := results.values.get((size, name, measure)):
            return format_value(value)
        reason = results.missing.get((size, name, measure))
        return f"— [{footnotes.setdefault(reason, len(footnotes) + 1)}]" if reason else ""

    lines = [_row(["", "Sheets", *names]), _row(["---", "---:", *["---:"] * len(names)])]
    for measure in Measure:
        label = f"{measure.value} (median / p95)" if measure in PAIRS else measure.value
        for size in sizes:
            cells = [cell(size, name, measure) for name in names]
            if any(cells):
                lines.append(_row([label, f"{size:,}", *cells]))
                label = ""
    if footnotes:
        lines.append("")
        lines += [f"[{number}] {reason}  " for reason, number in footnotes.items()]
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
