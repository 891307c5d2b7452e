"""Explains each acronym at the place where a page first writes it.

The explanation is shown there to a finger or a mouse only: a tab stop for each acronym would be one
every few lines. For the keyboard and for paper, the page ends with a list of the acronyms that it
explains.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import escape

from catalog.text.folding import fold
from catalog.text.spanish import is_acronym

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.schema.terms import Term

# The first two alternatives are passed over: links, code and headings with their content, and tags.
# The last one is a word in capitals.
_NEXT = re.compile(
    r"<(a|code|pre|h[1-6])\b.*?</\1>|<[^>]*>|\b([A-ZÁÉÍÓÚÜÑ]{2,})\b", flags=re.DOTALL
)
# An expansion may end so many characters before its acronym: «el Plan Anual de Trabajo (PAT)».
_JUST_BEFORE = 20


class Acronyms:
    """The acronyms of a catalogue and their meanings."""

    def __init__(self, entries: Iterable[Term]) -> None:
        self._meanings = {
            entry.label: entry.description
            for entry in entries
            if entry.description and is_acronym(entry.label)
        }

    def explained(self, html: str, seen: dict[str, str]) -> str:
        """A section's HTML with an `<abbr>` around the first use of each acronym that is not in
        `seen`. `seen` holds the acronyms of the page so far with their meanings, and receives those
        of the section. An acronym that the text itself has just expanded gets no `<abbr>`."""

        def explain(found: re.Match[str]) -> str:
            acronym = found[2]
            meaning = self._meanings.get(acronym)
            if meaning is None or acronym in seen:
                return found[0]
            seen[acronym] = meaning
            before = html[max(0, found.start() - len(meaning) - _JUST_BEFORE) : found.start()]
            if fold(meaning) in fold(before):
                return found[0]
            return f'<abbr title="{escape(meaning)}" tabindex="-1">{acronym}</abbr>'

        return _NEXT.sub(explain, html)
