"""Make warnings, unless a note of the file explains them.

A warning does not stop publication. The author of the file corrects the value, or explains it
in an entry of «notas», which must mention everything that the message asks for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from catalog.source.problems import Severity, quoted
from catalog.text.folding import fold
from catalog.text.numerals import numbers
from catalog.text.spanish import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.check.context import AnyContent, SourceFile
    from catalog.source.document import Path
    from catalog.source.problems import Problem
    from catalog.source.sections import Section


def explains(notes: Sequence[str], about: Sequence[int | str]) -> bool:
    """Whether one note mentions every subject of a warning. A subject is a number, which the note
    may give in figures or in words, or a whole word; case and accents do not count."""
    return any(all(_mentions(note, subject) for subject in about) for note in notes)


def _mentions(note: str, subject: int | str) -> bool:
    if isinstance(subject, int):
        return subject in _numbers_in(note)
    return bool(re.search(rf"(?<!\w){re.escape(fold(subject))}(?!\w)", _folded(note)))


# Every warning of a file asks for the same notes.
@lru_cache(maxsize=512)
def _numbers_in(note: str) -> frozenset[float]:
    return frozenset(stated.value for stated in numbers(_folded(note)))


@lru_cache(maxsize=512)
def _folded(note: str) -> str:
    return fold(note)


def unless_explained(
    file: SourceFile[AnyContent],
    where: Path | Section,
    message: str,
    about: Sequence[int | str],
    other_notes: Sequence[str] = (),
) -> Iterator[Problem]:
    """Yield a warning with `message` and the way to explain it, unless a note explains it already.
    `where` is a field or a section of the file, and `about` the subjects that a note must mention.
    `other_notes` are the notes of other files, which may explain it too."""
    if explains([*file.content.notes, *other_notes], about):
        return
    subjects = listed(quoted(number(subject)) for subject in about)
    message += f" Corríjalo, o explíquelo en «notas» (mencione {subjects})."
    if isinstance(where, tuple):
        yield warning(file.document.problem(where, message))
    else:
        yield warning(file.document.body_problem(where.line, message))


def warning(problem: Problem) -> Problem:
    """The problem as a warning, which does not stop publication."""
    return replace(problem, severity=Severity.WARNING)
