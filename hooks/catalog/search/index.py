"""The inverted index: for each term, the documents that have it, and how often.

It is lunr's (https://lunrjs.com, BM25 by field), made without lunr's builder, which keeps an object
for every posting and does not finish with thousands of sheets; a test holds it equal to lunr.py's.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from catalog.text.terms import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.search.concepts import Concepts

# Titles weigh more than topics and institutions, those more than the summary, that more than
# the body.
FIELD_BOOSTS = {"title": 12, "topics": 6, "summary": 3, "body": 1}
BODY = len(FIELD_BOOSTS) - 1


@dataclass(frozen=True)
class Counted:
    """A document analysed: per field its length in terms, its terms' numbers and how often each
    occurs; and the numbers of its distinct words."""

    lengths: tuple[int, ...]
    terms: tuple[array[int], ...]
    frequencies: tuple[array[int], ...]
    words: array[int]


class _Numbers(dict[str, int]):
    """A number for each text that is asked for, in the order in which they first are."""

    def __missing__(self, text: str) -> int:
        return self.setdefault(text, len(self))


class Analyser:
    """Counts the terms of documents. It remembers those that it has seen, so that after one
    sheet's edit the others cost nothing."""

    def __init__(self, concepts: Concepts) -> None:
        self.concepts = concepts
        self.term_numbers = _Numbers()
        self.word_numbers = _Numbers()
        self._seen: dict[bytes, Counted] = {}

    def count(self, texts: Sequence[str]) -> Counted:
        """Analyse one document, given its text in each field."""
        key = blake2b("\0".join(texts).encode("utf-8", "replace"), digest_size=16).digest()
        if key not in self._seen:
            self._seen[key] = self._count(texts)
        return self._seen[key]

    def _count(self, texts: Sequence[str]) -> Counted:
        lengths, numbers, frequencies = [], [], []
        distinct: set[str] = set()
        for text in texts:
            its_words = words(text)
            distinct.update(its_words)
            terms = self.concepts.terms(its_words)
            counts = Counter(terms)
            lengths.append(len(terms))
            numbers.append(array("I", map(self.term_numbers.__getitem__, counts)))
            frequencies.append(array("I", counts.values()))
        its_numbers = array("I", map(self.word_numbers.__getitem__, distinct))
        return Counted(tuple(lengths), tuple(numbers), tuple(frequencies), its_numbers)


@dataclass(frozen=True)
class Index:
    """The whole index. `lengths[field][document]`; `postings[term][field]` is flat: a document,
    the term's frequency in it, the next document, and so on, documents rising. Terms are sorted."""

    lengths: list[list[int]]
    postings: dict[str, list[list[int]]]

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.lengths[0])

    @property
    def document_count(self) -> int:
        """The number of documents that lunr is given. lunr counts a term once for each field that
        has it, so that the commonest would seem rarer than they are: the documents are counted
        on the same scale."""
        return self.documents * len(FIELD_BOOSTS)

    @property
    def averages(self) -> list[float]:
        """The mean length of each field."""
        return [sum(lengths) / max(1, len(lengths)) for lengths in self.lengths]


def build_index(documents: Iterable[Counted], term_numbers: Iterable[str]) -> Index:
    """The index of `documents`, numbered as they come; `term_numbers` are all terms in the order
    of their numbers."""
    names = list(term_numbers)
    lengths: list[list[int]] = [[] for _ in FIELD_BOOSTS]
    by_field: list[list[list[int] | None]] = [[None] * len(names) for _ in FIELD_BOOSTS]
    for document, counted in enumerate(documents):
        for field, postings in enumerate(by_field):
            lengths[field].append(counted.lengths[field])
            for term, frequency in zip(
                counted.terms[field], counted.frequencies[field], strict=True
            ):
                posting = postings[term]
                if posting is None:
                    posting = postings[term] = []
                posting.append(document)
                posting.append(frequency)
    found = {
        names[number]: [postings[number] or [] for postings in by_field]
        for number in sorted(range(len(names)), key=names.__getitem__)
        if any(postings[number] for postings in by_field)
    }
    return Index(lengths, found)
