"""The Problem: something wrong in a file, with its place and the way to mend it.

Every check of the catalogue reports Problems and never raises for bad content, so that one run can
report every problem of every file. Messages are in Spanish, for contributors.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

from catalog.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


# Controls, formats, surrogates, private use, and separators of lines and paragraphs
# (https://www.unicode.org/reports/tr44/#General_Category_Values).
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


class Severity(StrEnum):
    """The severity of a problem: an error stops publication, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `line` and `column` count from 1, as editors do."""

    path: str
    line: int
    column: int
    field: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """`path:line:column: field: message`, on one printable line."""
        where = f"{self.path}:{self.line}:{self.column}: "
        severity = "aviso: " if self.severity is Severity.WARNING else ""
        field = f"{self.field}: " if self.field else ""
        return printable(f"{where}{severity}{field}{self.message}")


def nearest(value: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `value`, or None if none is like it. Case and accents do not count. A
    value of up to three letters must be more like it, since it may be an acronym."""
    by_folded = {fold(candidate): candidate for candidate in candidates}
    wanted = fold(value[:80])
    found = get_close_matches(wanted, by_folded, n=1, cutoff=0.6 if len(wanted) > 3 else 0.8)
    return by_folded[found[0]] if found else None


def suggestion(value: str, candidates: Iterable[str]) -> str:
    """`" ¿Quiso decir «x»?"` for the candidate nearest to `value`, or an empty string."""
    near = nearest(value, candidates)
    return f" ¿Quiso decir «{near}»?" if near else ""


def quoted(value: object, most: int = 60) -> str:
    """The value between angle quotes, cut at `most` letters, for a message."""
    text = str(value)
    return f"«{text[:most]}…»" if len(text) > most else f"«{text}»"


def printable(text: str) -> str:
    """The text on one line, with U+FFFD in place of each character that is invisible or moves the
    text around it. Text from a stranger's file goes through here before it is written to a terminal
    or a log. A file name that is not UTF-8 holds surrogates, which are replaced too."""
    return "".join(
        character
        if unicodedata.category(character) not in _UNPRINTABLE
        else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )
