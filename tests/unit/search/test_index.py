"""The index is the one that lunr.py builds."""

from __future__ import annotations

from array import array

import pytest
from lunr.index import Index as LunrIndex

from catalog.model import Catalog
from catalog.search.concepts import Concepts
from catalog.search.documents import WrittenPage
from catalog.search.files import Search
from catalog.search.index import (
    FIELD_BOOSTS,
    THOUSANDTHS,
    Analyser,
    Counted,
    build_index,
    weights,
)
from catalog.text.terms import words
from tests.support.whole_index import whole_index


def test_the_index_is_the_one_that_lunr_builds(small: Catalog) -> None:
    written = [WrittenPage("ruta/", "La Ruta", "Los estadios.", "Inicial, intermedio y avanzado.")]
    index, _, _ = Search().index(small, written)
    of_lunr = whole_index(small, written)
    assert index.postings.keys() == of_lunr.inverted_index.keys()
    for (term, by_field), weighed in zip(index.postings.items(), weights(index), strict=True):
        entry = of_lunr.inverted_index[term]
        for name, postings, ours in zip(FIELD_BOOSTS, by_field, weighed, strict=True):
            assert set(map(str, postings[::2])) == set(entry[name]), (term, name)
            found = {
                document: _weight(of_lunr, f"{name}/{document}", entry["_index"])
                for document in postings[::2]
            }
            assert dict(zip(postings[::2], ours, strict=True)) == found, (term, name)


def _weight(index: LunrIndex, reference: str, term: int) -> int:
    """A term's weight in a field of a document, in thousandths."""
    elements = index.field_vectors[reference].elements
    weights_of = dict(zip(elements[::2], elements[1::2], strict=True))
    return round(weights_of[term] * THOUSANDTHS)


@pytest.mark.parametrize(
    ("query", "first"),
    [("riego goteo", "riego-por-goteo"), ("semillas", "banco-de-semillas"),
     ("Ana Ríos", "riego-por-goteo"), ("cooperativa", "banco-de-semillas"),
     ("regadío", "riego-por-goteo")],
)  # fmt: skip
def test_the_index_finds_by_title_institution_expert_and_other_words(
    small: Catalog, query: str, first: str
) -> None:
    _, subjects, _ = Search().index(small, [])
    lunr = whole_index(small, [])
    lunr_query = lunr.create_query()
    for term in Concepts(small.vocabularies.acronyms.values()).terms(words(query)):
        lunr_query.term(term, use_pipeline=False)
    assert subjects[int(lunr.query(lunr_query)[0]["ref"])].slug == first


def _counted(*texts: str) -> Counted:
    return Analyser(Concepts([])).count(texts)


def test_an_analyser_counts_the_same_texts_only_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    analyser = Analyser(Concepts([]))
    before = analyser.count(("uno", "dos", "", "tres cuatro tres"))
    monkeypatch.setattr(analyser, "_count", lambda _: pytest.fail("analysed again"))
    assert analyser.count(("uno", "dos", "", "tres cuatro tres")) is before
    assert before.lengths == (0, 1, 0, 3)  # «uno» is a stop word


def test_a_document_counts_its_terms_by_field() -> None:
    counted = _counted("lectura", "", "", "lectura lecturas biblioteca")
    assert counted.terms == (array("I", [0]), array("I"), array("I"), array("I", [0, 1]))
    assert counted.frequencies[3] == array("I", [2, 1])


def test_an_index_of_no_documents_is_empty() -> None:
    index = build_index([], [])
    assert (index.documents, index.postings) == (0, {})


def test_a_term_that_every_document_has_still_has_a_weight(small: Catalog) -> None:
    index, _, _ = Search().index(small, [])
    scores = [score for by_field in weights(index) for field in by_field for score in field]
    assert scores
    assert all(score > 0 for score in scores)
