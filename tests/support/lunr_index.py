"""The whole index in lunr's own form, which the catalogue's index is held against."""

from __future__ import annotations

import math

from catalog.search.index import FIELD_BOOSTS, Index

# lunr's own, from BM25 (Robertson and Zaragoza, «The Probabilistic Relevance Framework», 2009).
K1, B = 1.2, 0.75


def lunr_index(index: Index) -> dict[str, object]:
    """The index as lunr serialises one, with the documents' numbers for references."""
    vectors: dict[str, list[float]] = {
        f"{field}/{document}": [] for document in range(index.documents) for field in FIELD_BOOSTS
    }
    inverted = []
    averages = index.averages
    for number, (term, by_field) in enumerate(index.postings.items()):
        holding = sum(len(postings) // 2 for postings in by_field)
        idf = math.log(1 + abs((index.document_count - holding + 0.5) / (holding + 0.5)))
        entry: dict[str, object] = {"_index": number}
        for place, (name, boost) in enumerate(FIELD_BOOSTS.items()):
            postings = by_field[place]
            pairs = list(zip(postings[::2], postings[1::2], strict=True))
            entry[name] = {str(document): {} for document, _ in pairs}
            for document, frequency in pairs:
                length = index.lengths[place][document] / averages[place]
                score = idf * ((K1 + 1) * frequency) / (K1 * (1 - B + B * length) + frequency)
                rounded = math.floor(score * boost * 1000 + 0.5) / 1000
                vectors[f"{name}/{document}"] += number, rounded
        inverted.append([term, entry])
    return {
        "version": "2.3.9",
        "fields": list(FIELD_BOOSTS),
        "fieldVectors": [[ref, vector] for ref, vector in vectors.items()],
        "invertedIndex": inverted,
        "pipeline": [],
    }
