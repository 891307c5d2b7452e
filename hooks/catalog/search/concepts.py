"""The words that people use for one thing: an acronym, its expansion, and everyday words.

Each entry of `practices/_taxonomies/siglas.yml` is a concept. A text that has any of its forms has
the concept's own term beside its words, and so has a query: each finds the others. The browser
does the same in `theme/js/search/concepts.js`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalog.text.folding import fold
from catalog.text.spanish import is_acronym
from catalog.text.terms import term_of, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.schema.vocabularies import Term


class _Single(dict[str, str | None]):
    """The concept that each word speaks of by itself, if any: worked out once."""

    def __init__(self, acronyms: dict[str, str], stems: dict[str, str]) -> None:
        self._acronyms, self._stems = acronyms, stems

    def __missing__(self, word: str) -> str | None:
        concept = self._acronyms.get(fold(word)) or self._stems.get(term_of[word])
        self[word] = concept
        return concept


class Concepts:
    """Every concept: `forms` has, by its own term, its forms. An acronym is its folded word after
    a `=`; any other form is its terms, with a space between."""

    def __init__(self, entries: Iterable[Term]) -> None:
        self.forms: dict[str, list[str]] = {}
        self._acronyms: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[list[str], str]]] = {}
        for entry in entries:
            names = filter(None, (*entry.names, entry.description))
            for form in dict.fromkeys(map(_form, names)):
                if form:
                    self._add(f"_{entry.id}", form)
        self._of_word = _Single(self._acronyms, self._stems)

    def _add(self, concept: str, form: str) -> None:
        self.forms.setdefault(concept, []).append(form)
        first, *rest = form.split()
        if form.startswith("="):
            self._acronyms[form[1:]] = concept
        elif rest:
            self._phrases.setdefault(first, []).append(([first, *rest], concept))
        else:
            self._stems[first] = concept

    def terms(self, words: Sequence[str]) -> list[str]:
        """The terms of a text's words, and then those of the concepts that they speak of."""
        found = list(filter(None, map(term_of.__getitem__, words)))
        phrases = list(self._in_phrases(found))
        single = self._of_word
        for concept, times in [
            (concept, times) for word, times in Counter(words).items() if (concept := single[word])
        ]:
            found += [concept] * times
        return found + phrases

    def _in_phrases(self, found: list[str]) -> Iterator[str]:
        """Each concept that a phrase of `found` speaks of, as often as it does."""
        heads = self._phrases
        for start in [index for index, term in enumerate(found) if term in heads]:
            for sequence, concept in heads[found[start]]:
                if found[start : start + len(sequence)] == sequence:
                    yield concept


def _form(name: str) -> str:
    """`name` as a form; "" for one that every text has, which would say nothing."""
    found = terms(name)
    return f"={fold(name)}" if found and is_acronym(name) else " ".join(found)
