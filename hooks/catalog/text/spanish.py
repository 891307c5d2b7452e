"""Numbers, dates and counts as readers in Lima write them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from catalog.text.dates import PartialDate

_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "setiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip


def number(value: float | str) -> str:
    """`7016` → `7,016`, `40.7` → `40.7`, `1e-05` → `0.00001`; text stays as it is."""
    if isinstance(value, str):
        return value
    # A float would write `1e-05`. Zero has no sign.
    return f"{Decimal(repr(value or 0)):,f}"


def with_unit(value: float | str, unit: str) -> str:
    """A value with its unit: `10 horas`, or `72 %` with a no-break space."""
    return f"{number(value)}\N{NO-BREAK SPACE}{unit}" if unit == "%" else f"{number(value)} {unit}"


def count(amount: int, singular: str, plural: str) -> str:
    """`1 práctica`, `10 prácticas`."""
    return f"{number(amount)} {singular if amount == 1 else plural}"


def day(value: date | PartialDate) -> str:
    """`2026-04-23` → `23 de abril de 2026`, `2026-04` → `abril de 2026`, `2026` → `2026`."""
    year, *rest = str(value).split("-")
    if not rest:
        return year
    month = f"{_MONTHS[int(rest[0]) - 1]} de {year}"
    return f"{int(rest[1])} de {month}" if len(rest) == 2 else month


def days(start: PartialDate, end: PartialDate | None) -> str:
    """The span between two dates: `23 y 24 de abril de 2026`, `30 de abril al 2 de mayo de 2026`,
    or `abril a mayo de 2026` where the days are not known."""
    if end is None or end == start:
        return day(start)
    same_month = start[:7] == end[:7] and len(start) == len(end) == 10
    if same_month:
        first, last = int(start[8:]), int(end[8:])
        return f"{first} {'y' if last == first + 1 else 'al'} {day(end)}"
    opening = day(start).removesuffix(f" de {end[:4]}") if start[:4] == end[:4] else day(start)
    return f"{opening} {'al' if len(end) == len('2026-05-02') else 'a'} {day(end)}"


def announced(start: PartialDate, end: PartialDate | None) -> str:
    """The dates of an event, in words that follow «Será» or «Se realizó»: `el 12 de mayo de 2027`,
    `el 12 y el 13 de mayo de 2027`, `del 12 al 14 de mayo de 2027`, `en mayo de 2027`."""
    if len(start) < len("2027-05-12"):
        span = days(start, end)
        return f"entre {day(start)} y {day(end)}" if end and end != start else f"en {span}"
    span = days(start, end)
    return f"{'del' if ' al ' in span else 'el'} {span.replace(' y ', ' y el ')}"


def lower_first(text: str) -> str:
    """`Una norma de la UGEL` → `una norma de la UGEL`, for the middle of a sentence. A text that
    begins with an acronym stays as it is: `ISO 9001`."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


# Not that of a y: `hierba`, `ionosfera`. A quotation mark is not heard.
_SOUND_OF_I = re.compile(r"«?h?(?:í|i(?![aeo]))", re.IGNORECASE)


def listed(items: Iterable[str], conjunction: str = "y") -> str:
    """`a, b y c`; and `e` in place of `y` before the sound of an i (`a e inglés`)."""
    *first, last = items
    if not first:
        return last
    if conjunction == "y" and _SOUND_OF_I.match(last):
        conjunction = "e"
    return f"{', '.join(first)} {conjunction} {last}"


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals alone («PAT»). An acronym is compared as a whole word,
    since its stem may also be the stem of an ordinary word."""
    return name.isupper() and name.isalpha()
