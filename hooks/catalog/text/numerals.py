"""Find the numbers that a text states, in figures or in Spanish words up to ninety-nine.

In Peru a comma or a space separates the thousands, and a point the decimals. A number that is
written as part of a name counts nothing and is left out: `UGEL 09`, `N.º 185-2021`, `5.º`. The
word «uno» alone is left out too, since it is also an article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from catalog.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL = (
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro "
    "veinticinco veintiseis veintisiete veintiocho veintinueve"
).split()
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_VALUES = {word: value for value, word in enumerate(_SMALL, 2)}
_VALUES |= {"cero": 0, "veintiun": 21, "veintiuna": 21}
_VALUES |= {word: value for value, word in zip(range(30, 100, 10), _TENS, strict=True)}
_UNITS = {"un": 1, "uno": 1, "una": 1} | {word: _VALUES[word] for word in _SMALL[:8]}
_WORDS = re.compile(
    rf"\b(?:({'|'.join(_TENS)})(?: y ({'|'.join(_UNITS)}))?|({'|'.join(_VALUES)}))\b"
)
_DIGITS = re.compile(r"[0-9]+")
_FIGURES = re.compile(
    r"(?<![\w.,/–-])(?!0[0-9])([0-9]{1,3}(?:[, \u00a0][0-9]{3}){1,3}|[0-9]{1,12}(?:\.[0-9]{1,12})?)"
    r"(?![\w/–-]|[.,][0-9]|\.?[ºª°])"
)
_ABOUT = re.compile(
    r"\b(?:mas de|menos de|cerca de|alrededor de|casi|unos|unas|aproximadamente|al menos"
    r"|por lo menos|como minimo|hasta|otros|otras|cada|primer[oa]s)\s*$"
)


class Stated(NamedTuple):
    """A number, and where in the text it begins and ends."""

    value: float
    start: int
    end: int


def in_figures(text: str) -> Iterator[Stated]:
    """Yield the numbers that are written in figures."""
    end = 0
    for digits in _DIGITS.finditer(text):  # several times faster than to search for _FIGURES
        found = _FIGURES.match(text, digits.start()) if digits.start() >= end else None
        if found:
            end = found.end()
            yield Stated(float(re.sub(r"[, \u00a0]", "", found[1])), found.start(), end)


def numbers(folded: str) -> list[Stated]:
    """Every number of a folded text: first those in figures, then those in words."""
    stated = list(in_figures(folded))
    for found in _WORDS.finditer(folded):
        tens, unit, small = found.groups()
        value = _VALUES[small or tens] + (_UNITS[unit] if unit else 0)
        stated.append(Stated(float(value), found.start(), found.end()))
    return stated


def is_rough(text: str, stated: Stated) -> bool:
    """Whether the words before the number make it inexact or only a part: «más de 50»."""
    return bool(_ABOUT.search(fold(text[max(0, stated.start - 24) : stated.start])))
