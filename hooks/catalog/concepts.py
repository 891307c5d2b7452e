"""The words that people use for one thing: an acronym, its expansion, and everyday words.

Each entry of `practices/_taxonomies/siglas.yml` is a concept. A text that has any of its forms has
the concept's own term beside its words, and so has a query: each finds the others. The browser
does the same in `templates/assets/catalogo/concepts.js`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.analysis import term, terms
from catalog.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.taxonomies import Term


def is_acronym(name: str) -> bool:
    """Whether it is written in capitals alone («PAT»): it is then compared as a whole word,
    since its stem may be that of an ordinary one."""
    return name.isupper() and name.isalpha()


class Concepts:
    """The forms of every concept. `words`: whole folded words; `stems`: single terms; `phrases`:
    sequences of terms, by their first. Each leads to the concept's own term, `_<id>`."""

    def __init__(self, entries: Iterable[Term]) -> None:
        self.words: dict[str, str] = {}
        self.stems: dict[str, str] = {}
        self.phrases: dict[str, list[tuple[list[str], str]]] = {}
        for entry in entries:
            concept = f"_{entry.id}"
            for form in filter(None, (*entry.names, entry.description)):
                if is_acronym(form):
                    self.words[fold(form)] = concept
                    continue
                sequence = terms(form)
                if len(sequence) == 1:
                    self.stems[sequence[0]] = concept
                elif sequence:
                    self.phrases.setdefault(sequence[0], []).append((sequence, concept))
        self._of_word: dict[str, str | None] = {}

    def terms(self, words: Sequence[str]) -> list[str]:
        """The terms of a text's words, and then those of the concepts that they speak of."""
        found = [its for word in words if (its := term(word))]
        single = [concept for word in words if (concept := self._single(word))]
        return found + single + list(self._phrases(found))

    def _single(self, word: str) -> str | None:
        try:
            return self._of_word[word]
        except KeyError:
            concept = self.words.get(fold(word)) or self.stems.get(term(word))
            return self._of_word.setdefault(word, concept)

    def _phrases(self, found: list[str]) -> Iterator[str]:
        """Each concept that a phrase of `found` speaks of, as often as it does."""
        heads = self.phrases
        for start in [index for index, its in enumerate(found) if its in heads]:
            for sequence, concept in heads[found[start]]:
                if found[start : start + len(sequence)] == sequence:
                    yield concept
