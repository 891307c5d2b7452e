"""The words of the catalogue, by which the browser completes a half-typed word and corrects a
mistyped one.

Words are kept by their first sound, so that `biolencia` is looked up among the same words as
`violencia`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from catalog.text.folding import fold
from catalog.text.terms import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SHORTEST = 4
# The most words kept, the commonest: every reader who mistypes has to fetch a part of the list.
MOST = 12_000
# The letters of a word that decide its first sound.
LONGEST_FIRST_SOUND = 4
_STOP = frozenset(STOP_WORDS)
_FIRST_SOUNDS = (
    (re.compile(r"^h(?=.)"), ""),
    (re.compile(r"^(qu|k|c(?![eih]))"), "k"),
    (re.compile(r"^(z|x|ps|c(?=[ei]))"), "s"),
    (re.compile(r"^v"), "b"),
    (re.compile(r"^(ll|g(?=[ei]))"), "y"),
    (re.compile(r"^j"), "y"),
    (re.compile(r"^w"), "u"),
)


@cache  # most words begin like many others
def first_sound(word: str) -> str:
    """The letter that stands for the sound with which a folded word begins.

    `j`, soft `g`, `ll` and `y` are one sound here: the browser later compares whole words."""
    for spelling, sound in _FIRST_SOUNDS:
        word = spelling.sub(sound, word, count=1)
    return word[:1]


def lexicon(documents_with: Mapping[str, int]) -> dict[str, str]:
    """The words by their first sound, given the number of documents in which each occurs.

    Each text has a line for each class of frequency, the rarest first: words in 1 document, in 2 or
    3, in 4 to 7, and so on, with spaces between. Of spellings that differ only in accents, the
    commonest stays.
    """
    best: dict[str, str] = {}
    for word in _commonest(documents_with):
        best.setdefault(fold(word), word)
    kept: dict[str, list[list[str]]] = defaultdict(list)
    for folded, word in sorted(list(best.items())[:MOST]):
        lines = kept[first_sound(folded[:LONGEST_FIRST_SOUND])]
        rank = documents_with[word].bit_length() - 1
        while len(lines) <= rank:
            lines.append([])
        lines[rank].append(word)
    return {sound: "\n".join(map(" ".join, lines)) for sound, lines in sorted(kept.items())}


def _commonest(documents_with: Mapping[str, int]) -> Iterable[str]:
    counted = (
        word
        for word in documents_with
        if len(word) >= SHORTEST and not word.isdigit() and fold(word) not in _STOP
    )
    # Words of equal frequency are sorted by their ends, so that the limit takes some of every first
    # letter.
    return sorted(counted, key=lambda word: (-documents_with[word], word[::-1]))
