"""Numbers, dates and lists as readers in Lima write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.text import spanish
from catalog.text.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator


def dates() -> Iterator[tuple[str, str | None, str]]:
    yield "2026-04-23", "2026-04-24", "23 y 24 de abril de 2026"
    yield "2026-04-23", "2026-04-26", "23 al 26 de abril de 2026"
    yield "2026-04-30", "2026-05-02", "30 de abril al 2 de mayo de 2026"
    yield "2025-12-31", "2026-01-02", "31 de diciembre de 2025 al 2 de enero de 2026"
    yield "2026-04-23", None, "23 de abril de 2026"
    yield "2026-04-23", "2026-04-23", "23 de abril de 2026"
    yield "2026-09", None, "setiembre de 2026"
    yield "2025", None, "2025"
    yield "2026-04", "2026-05", "abril a mayo de 2026"
    yield "2025-12", "2026-01", "diciembre de 2025 a enero de 2026"
    yield "2025", "2026", "2025 a 2026"


@pytest.mark.parametrize(("start", "end", "words"), list(dates()))
def test_dates_are_written_as_in_lima(start: str, end: str | None, words: str) -> None:
    assert spanish.days(PartialDate(start), PartialDate(end) if end else None) == words


def test_numbers_are_written_as_in_lima() -> None:
    assert [spanish.number(n) for n in (536, 7016, 162303, 40.7, "más de 50")] == [
        "536", "7,016", "162,303", "40.7", "más de 50",
    ]  # fmt: skip
    assert [spanish.number(n) for n in (0.00001, 1234567.5, 1e16, -0.0, -3.5, 0)] == [
        "0.00001", "1,234,567.5", "10,000,000,000,000,000", "0", "-3.5", "0",
    ]  # fmt: skip
    assert spanish.count(1, "práctica", "prácticas") == "1 práctica"


def test_the_last_item_of_a_list_follows_y_or_e() -> None:
    assert spanish.listed(["DRE Pasco"]) == "DRE Pasco"
    assert spanish.listed(["a", "b", "c"]) == "a, b y c"
    assert spanish.listed(["UGEL", "instituciones"]) == "UGEL e instituciones"
    assert spanish.listed(["agua", "hielo"]) == "agua y hielo"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Una norma de la UGEL", "una norma de la UGEL"),
        ("ISO 9001", "ISO 9001"),
        ("A distancia", "a distancia"),
        ("X", "x"),
        ("", ""),
    ],
)
def test_in_the_middle_of_a_sentence_only_acronyms_keep_their_capital(
    text: str, wanted: str
) -> None:
    assert spanish.lower_first(text) == wanted
