"""The mark of unfinished text. `catalogo new` writes MARK where the author of a sheet still has to
write, and the check refuses the mark, so that no unfinished sheet is published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.source.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.source.document import Document
    from catalog.source.problems import Problem

MARK = "PENDIENTE:"


def still_to_write(what: str) -> str:
    """The placeholder of a text: the mark, and `what` the author has to write there."""
    return f"{MARK} {what}"


def unfinished(document: Document) -> Iterator[Problem]:
    """Yield a Problem for each value of the front matter, and each line of the body, that holds a
    mark."""
    for path, text in document.texts():
        if MARK in text:
            yield document.problem(path, _message(text))
    for number, line in enumerate((document.body or "").split("\n"), 1):
        if MARK in line:
            yield document.body_problem(number, _message(line))


def _message(text: str) -> str:
    what = text.partition(MARK)[2].strip()
    asked = f": {quoted(what, 160)}" if what else ""
    return f"Falta escribir esto{asked}. Reemplácelo todo por su texto, también «{MARK}»."
