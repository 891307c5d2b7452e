"""Concepts: the words that people use for one thing, as an acronym, its expansion, everyday words.

Each entry of `practices/_taxonomies/siglas.yml` is a concept. A text or a query that contains any
form of a concept gets the concept's own term beside its words, so that each form finds the others.
The browser does the same in `theme/js/search/concepts.js`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalog.text.folding import fold
from catalog.text.spanish import is_acronym
from catalog.text.terms import term_of, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.schema.terms import Term


class _Single(dict[str, str | None]):
    """The concept of which each word is a form by itself, or None: computed once for each word."""

    def __init__(self, acronyms: dict[str, str], stems: dict[str, str]) -> None:
        self._acronyms, self._stems = acronyms, stems

    def __missing__(self, word: str) -> str | None:
        concept = self._acronyms.get(fold(word)) or self._stems.get(term_of[word])
        self[word] = concept
        return concept


class Concepts:
    """Every concept. `forms` maps the own term of each concept to its forms: an acronym is `=` and
    its folded word, any other form is its terms with spaces between."""

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
        """The terms of a text's words, then the terms of the concepts that the words express."""
        found = list(filter(None, map(term_of.__getitem__, words)))
        phrases = list(self._in_phrases(found))
        single = self._of_word
        for concept, times in [
            (concept, times) for word, times in Counter(words).items() if (concept := single[word])
        ]:
            found += [concept] * times
        return found + phrases

    def _in_phrases(self, found: list[str]) -> Iterator[str]:
        """Yield the concept of each phrase in `found`, as often as the phrase occurs."""
        heads = self._phrases
        for start in [index for index, term in enumerate(found) if term in heads]:
            for sequence, concept in heads[found[start]]:
                if found[start : start + len(sequence)] == sequence:
                    yield concept


def _form(name: str) -> str:
    """`name` as a form; "" where it has no terms, as a name of stop words alone."""
    found = terms(name)
    return f"={fold(name)}" if found and is_acronym(name) else " ".join(found)
