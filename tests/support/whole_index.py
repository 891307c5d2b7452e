"""The whole index of a catalogue as lunr.py builds it, which the pieces must equal."""

from __future__ import annotations

from collections.abc import Iterable

from lunr.builder import Builder
from lunr.index import Index

from catalog.model import Catalog
from catalog.search.concepts import Concepts
from catalog.search.documents import WrittenPage, search_documents
from catalog.search.index import FIELD_BOOSTS
from catalog.text.terms import words


def whole_index(catalog: Catalog, written: Iterable[WrittenPage]) -> Index:
    """lunr.py's index, whose references are the numbers of the documents."""
    concepts = Concepts(catalog.vocabularies.acronyms.values())
    builder = Builder()
    for field, boost in FIELD_BOOSTS.items():
        builder.field(field, boost=boost)
    documents = [
        {
            name: concepts.terms(words(text))
            for name, text in zip(FIELD_BOOSTS, document.texts, strict=True)
        }
        for document in search_documents(catalog, written)
    ]
    # Terms are numbered alphabetically, as the browser numbers the terms of a query. lunr adds up
    # weights in the order of the numbers, so that scores that tie are equal to the last digit.
    every = {term for document in documents for terms in document.values() for term in terms}
    for number, term in enumerate(sorted(every)):
        builder.inverted_index[term] = {**{name: {} for name in FIELD_BOOSTS}, "_index": number}
    for number, document in enumerate(documents):
        builder.add({"id": number, **document})
    # lunr counts a term once for each field that has it: see `Index.document_count`.
    builder.document_count *= len(FIELD_BOOSTS)
    return builder.build()
