"""Says what an acronym means, where a page first writes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import escape

from catalog.concepts import is_acronym
from catalog.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.taxonomies import Term

_TAG = re.compile(r"(<[^>]*>)")
_CAPITALS = re.compile(r"\b[^\W\d_]{2,}\b")
# Where a tooltip would be in the way: links lead elsewhere, and headings are short.
_LEFT_ALONE = re.compile(r"<(/?)(a|code|pre|h[1-6])\b")
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

    def explained(self, html: str, seen: set[str]) -> str:
        """A section's HTML with an `<abbr>` around the first of each acronym that is not among
        those `seen` on the page, to which it is added. An acronym that the text itself has just
        expanded needs none."""
        pieces = _TAG.split(html)
        inside = 0
        for place, piece in enumerate(pieces):
            if place % 2:  # text and tags take turns
                if tag := _LEFT_ALONE.match(piece):
                    inside += -1 if tag[1] else 1
            elif not inside:
                pieces[place] = self._in_text(piece, seen)
        return "".join(pieces)

    def _in_text(self, text: str, seen: set[str]) -> str:
        def explain(found: re.Match[str]) -> str:
            acronym = found[0]
            meaning = self._meanings.get(acronym)
            if meaning is None or acronym in seen:
                return acronym
            seen.add(acronym)
            before = text[max(0, found.start() - len(meaning) - _JUST_BEFORE) : found.start()]
            if fold(meaning) in fold(before):
                return acronym
            # A finger can focus it, and the keyboard passes it by.
            return f'<abbr title="{escape(meaning)}" tabindex="-1">{acronym}</abbr>'

        return _CAPITALS.sub(explain, text)
