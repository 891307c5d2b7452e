"""How a doubt is told, and how whoever wrote the file answers it.

A doubt is a warning: it does not stop publication. Either what is doubted is mended, or an entry
of the file's own «notas» explains it: one that mentions all that the message asks for.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from catalog.model import Event, Practice, Presentation
from catalog.source.problems import Severity, quoted
from catalog.text.folding import fold
from catalog.text.numerals import numbers
from catalog.text.spanish import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.check.practice_rules import Sheet
    from catalog.source.document import Path
    from catalog.source.problems import Problem
    from catalog.source.sections import Section

Content = TypeVar("Content", Practice, Event, Presentation)


def is_answered(notes: Sequence[str], about: Sequence[int | str]) -> bool:
    """Whether one of the notes mentions everything that a doubt is about: a number, in figures or
    in words, or a whole word, in any case and accents."""
    return any(all(_mentions(fold(note), it) for it in about) for note in notes)


def _mentions(folded: str, what: int | str) -> bool:
    if isinstance(what, int):
        return any(stated.value == what for stated in numbers(folded))
    return bool(re.search(rf"(?<!\w){re.escape(fold(what))}(?!\w)", folded))


def doubt(
    sheet: Sheet[Content],
    where: Path | Section,
    message: str,
    about: Sequence[int | str],
    other_notes: Sequence[str] = (),
) -> Iterator[Problem]:
    """The doubt, and how to answer it, unless a note of the sheet already does. `where` is a field
    or a section, and `other_notes` are those of another file that may answer too."""
    if is_answered([*sheet.content.notes, *other_notes], about):
        return
    asked = listed(quoted(number(it)) for it in about)
    message += f" Corríjalo, o explíquelo en «notas» (mencione {asked})."
    if isinstance(where, tuple):
        yield warning(sheet.document.problem(where, message))
    else:
        yield warning(sheet.document.body_problem(where.line, message))


def warning(problem: Problem) -> Problem:
    """The problem, as one that does not stop publication."""
    return replace(problem, severity=Severity.WARNING)
