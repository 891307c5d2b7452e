"""What is wrong in a file: where it is, what it is, and how to mend it.

Every check of the catalogue reports `Problem`s and never raises for bad content, so that
one run can name every problem of every file. Messages are Spanish, for contributors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

from catalog.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Control characters, and the invisible ones that reorder or hide text: none may reach a
# terminal or a log from a stranger's file.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Severity(StrEnum):
    """How bad a problem is: an error stops publication, a warning does not."""

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
        doubt = "aviso: " if self.severity is Severity.WARNING else ""
        field = f"{self.field}: " if self.field else ""
        return _printable(f"{where}{doubt}{field}{self.message}")

    def as_github(self) -> str:
        """A GitHub Actions workflow command, shown as an annotation on the line.

        Escapes follow GitHub's documentation of workflow commands: `%`, CR and LF in the
        message, and `:` and `,` too in the properties.
        """
        field = f"{self.field}: " if self.field else ""
        path = _escape(_printable(self.path)).replace(":", "%3A").replace(",", "%2C")
        message = _escape(_printable(f"{field}{self.message}"))
        return f"::{self.severity} file={path},line={self.line},col={self.column}::{message}"


def nearest(value: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `value`, if any is; case and accents do not count."""
    by_folded = {fold(candidate): candidate for candidate in candidates}
    found = get_close_matches(fold(value[:80]), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def suggestion(value: str, candidates: Iterable[str]) -> str:
    """`" ¿Quiso decir «x»?"` for the candidate nearest to `value`, or an empty string."""
    near = nearest(value, candidates)
    return f" ¿Quiso decir «{near}»?" if near else ""


def quoted(value: object) -> str:
    """The value between angle quotes, shortened, for a message."""
    text = str(value)
    return f"«{text[:60]}…»" if len(text) > 60 else f"«{text}»"


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
