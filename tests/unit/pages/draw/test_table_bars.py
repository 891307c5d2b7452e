"""The numbers of a hand-written table, drawn as bars."""

from __future__ import annotations

import re

from catalog.pages.draw.table_bars import with_bars

TABLE = """<div data-barras>
<table><thead><tr><th>Qué</th><th>2025</th></tr></thead><tbody>
<tr><td>Talleres</td><td>1,200</td><td>300 según el texto</td></tr>
<tr><td>Ferias de 2025</td><td>no consta</td><td><strong>0.5</strong></td></tr>
<tr><td>Nada</td><td>0</td><td></td></tr>
</tbody></table></div>"""


def lengths(html: str) -> list[list[str]]:
    rows = re.findall("<tr>.*?</tr>", html, re.DOTALL)
    return [re.findall(r'bar__part" width="([^"]+)"', row) for row in rows]


def test_each_row_has_its_own_scale() -> None:
    assert lengths(with_bars(TABLE)) == [[], ["100", "25"], ["100"], []]


def test_every_word_of_the_table_is_kept() -> None:
    drawn = with_bars(TABLE)
    assert re.sub("<svg.*?</svg>", "", drawn).replace('class="drawn"', "data-barras") == TABLE


def test_a_table_that_asks_for_no_bars_is_not_changed() -> None:
    table = TABLE.removeprefix("<div data-barras>").removesuffix("</div>")
    assert with_bars(table) == table
