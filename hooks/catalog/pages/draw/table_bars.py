"""Draws the numbers of a hand-written table as bars, each row on its own scale.

A table in `<div data-barras markdown="1">` gets bars. It stays a table: each bar stands beside its
number, for the eye alone. A cell without a number at its start gets no bar.
"""

from __future__ import annotations

import re

_DRAWN = re.compile(r'<div data-barras(?:="[^"]*")?>(.*?)</div>', re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(
    r"(<td[^>]*>(?:<strong>)?)([0-9][0-9,]*(?:\.[0-9]+)?)(?![0-9])(.*?)(</td>)", re.DOTALL
)


def with_bars(html: str) -> str:
    """The HTML of a page, with bars in the tables that ask for them."""
    return _DRAWN.sub(lambda table: f'<div class="drawn">{_ROW.sub(_row, table[1])}</div>', html)


def _row(row: re.Match[str]) -> str:
    values = [_number(cell[2]) for cell in _CELL.finditer(row[0])]
    most = max(values, default=0)

    def drawn(cell: re.Match[str]) -> str:
        length = f"{100 * _number(cell[2]) / most:.1f}".removesuffix(".0")
        return (
            f"{cell[1]}{cell[2]}{cell[3]}"
            '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
            '<rect class="bar__whole" width="100" height="6"/>'
            f'<rect class="bar__part" width="{length}" height="6"/></svg>{cell[4]}'
        )

    return _CELL.sub(drawn, row[0]) if most else row[0]


def _number(text: str) -> float:
    return float(text.replace(",", ""))
