"""Says what an acronym means, where a page first writes it.

Only a finger or a mouse shows it there: a tab stop for each would be one every few lines. For the
keyboard, and for paper, the page lists at its end those that it explains.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import escape

from catalog.text.folding import fold
from catalog.text.spanish import is_acronym

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.schema.vocabularies import Term

# What is passed over: tags, and what stands in links, which lead elsewhere, code and headings. Then
# the words in capitals.
_NEXT = re.compile(
    r"<(a|code|pre|h[1-6])\b.*?</\1>|<[^>]*>|\b([A-ZÁÉÍÓÚÜÑ]{2,})\b", flags=re.DOTALL
)
_CAPITALS = re.compile(r"\b[A-ZÁÉÍÓÚÜÑ]{2,}\b")
# How far before an acronym its expansion may stand: «el Plan Anual de Trabajo (PAT)».
_JUST_BEFORE = 20


class Acronyms:
    """The acronyms of a catalogue and what they mean."""

    def __init__(self, entries: Iterable[Term]) -> None:
        self._meanings = {
            entry.label: entry.description
            for entry in entries
            if entry.description and is_acronym(entry.label)
        }

    def explained(self, html: str, seen: dict[str, str]) -> str:
        """A section's HTML with an `<abbr>` around the first of each acronym that is not among
        those `seen` on the page, to which it is added with its meaning. An acronym that the text
        itself has just expanded needs none."""

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
