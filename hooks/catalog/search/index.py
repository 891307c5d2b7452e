"""The inverted index: for each term, the documents that have it, with its frequency and weight.

The weights are those of lunr's field vectors (https://lunrjs.com: BM25 by field), so that lunr
ranks in the browser with pieces of an index that it could have built. lunr.py gives each term's
rarity (`idf`). The `Builder` of lunr.py could give all the rest, but makes an object for every
posting: `decisions/lunr-ranks.md` gives the cost. `tests/unit/search/test_index.py`
compares this index with the Builder's.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from lunr.idf import idf

from catalog.text.terms import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.search.concepts import Concepts

# The boost of each field, the greatest first; `topics` holds institutions too. Only the proportions
# affect the ranking. The numbers are small because lunr rounds weights to thousandths: a weight in
# the body then takes one or two letters in a piece, not four.
FIELD_BOOSTS = {"title": 0.12, "topics": 0.06, "summary": 0.03, "body": 0.01}
BODY = len(FIELD_BOOSTS) - 1
THOUSANDTHS = 1000
# lunr's own, from BM25 (Robertson and Zaragoza, «The Probabilistic Relevance Framework», 2009).
K1, B = 1.2, 0.75


@dataclass(frozen=True)
class Counted:
    """The counts of a document. By field: the length in terms, the numbers of the distinct terms,
    and the frequency of each of these. Of the whole document: the numbers of its distinct words."""

    lengths: tuple[int, ...]
    terms: tuple[array[int], ...]
    frequencies: tuple[array[int], ...]
    words: array[int]


class _Numbers(dict[str, int]):
    """The number of each text, from 0, in the order in which texts are first asked for."""

    def __missing__(self, text: str) -> int:
        return self.setdefault(text, len(self))


class Analyser:
    """Counts the terms of documents. It keeps the counts, so that after the edit of one sheet the
    other sheets are not analysed again."""

    def __init__(self, concepts: Concepts) -> None:
        self.concepts = concepts
        self.term_numbers = _Numbers()
        self.word_numbers = _Numbers()
        self._seen: dict[bytes, Counted] = {}

    def count(self, texts: Sequence[str]) -> Counted:
        """The counts of one document, given its text in each field."""
        key = blake2b("\0".join(texts).encode("utf-8", "replace"), digest_size=16).digest()
        if key not in self._seen:
            self._seen[key] = self._count(texts)
        return self._seen[key]

    def _count(self, texts: Sequence[str]) -> Counted:
        lengths, numbers, frequencies = [], [], []
        distinct: set[str] = set()
        for text in texts:
            in_text = words(text)
            distinct.update(in_text)
            terms = self.concepts.terms(in_text)
            counts = Counter(terms)
            lengths.append(len(terms))
            numbers.append(array("I", map(self.term_numbers.__getitem__, counts)))
            frequencies.append(array("I", counts.values()))
        word_numbers = array("I", map(self.word_numbers.__getitem__, distinct))
        return Counted(tuple(lengths), tuple(numbers), tuple(frequencies), word_numbers)


@dataclass(frozen=True)
class Index:
    """The whole index. `lengths[field][document]`; `postings[term][field]` is flat: a document,
    the term's frequency in it, the next document, and so on, documents rising. Terms are sorted."""

    lengths: list[list[int]]
    postings: dict[str, list[list[int]]]

    @property
    def documents(self) -> int:
        """The number of documents."""
        return len(self.lengths[0])

    @property
    def document_count(self) -> int:
        """The number of documents that lunr is given: each counts once for each field, because lunr
        counts a term once for each field that has it. With the real number, the commonest terms
        would seem rarer than they are."""
        return self.documents * len(FIELD_BOOSTS)

    @property
    def averages(self) -> list[float]:
        """The mean length of each field."""
        return [sum(lengths) / max(1, len(lengths)) for lengths in self.lengths]


def build_index(documents: Iterable[Counted], term_numbers: Iterable[str]) -> Index:
    """The index of `documents`, which are numbered in their order. `term_numbers` gives all terms
    in the order of their numbers."""
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


def weights(index: Index) -> Iterator[list[list[int]]]:
    """Yield the weights of each term of `index.postings`, in the same order: by field, one weight
    for each document that has the term in the field, in thousandths.

    The formula is that of lunr's builder (`lunr.builder.Builder._create_field_vectors`).
    """
    norms = [
        [K1 * (1 - B + B * (length / (average or 1))) for length in lengths]
        for lengths, average in zip(index.lengths, index.averages, strict=True)
    ]
    most = [(K1 + 1) * boost * THOUSANDTHS for boost in FIELD_BOOSTS.values()]

    @cache
    def rarity(holding: int) -> float:
        """The rarity of a term that so many fields hold: `idf` counts documents, and no more."""
        return float(idf({"": dict.fromkeys(range(holding))}, index.document_count))

    for by_field in index.postings.values():
        rare = rarity(sum(map(len, by_field)) // 2)
        yield [
            _weights(postings, rare * scale, norm) if postings else []
            for postings, scale, norm in zip(by_field, most, norms, strict=True)
        ]


def _weights(postings: list[int], scale: float, norm: list[float]) -> list[int]:
    numbers = iter(postings)
    return [
        int(scale * frequency / (norm[document] + frequency) + 0.5)
        for document, frequency in zip(numbers, numbers, strict=True)
    ]
