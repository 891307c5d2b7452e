"""Terms, and what the index finds with them."""

from __future__ import annotations

import json

import pytest
from lunr.index import Index

from catalog.analysis import terms
from catalog.model import Catalog
from catalog.search import search_index


@pytest.mark.parametrize(
    ("typed", "written"),
    [("evaluacion", "evaluación"), ("EVALUACIONES", "Evaluación"), ("sesion", "sesiones"),
     ("ninos", "niños"), ("gestion", "gestión"), ("inclusion", "Inclusión")],
)  # fmt: skip
def test_accents_case_and_number_do_not_matter(typed: str, written: str) -> None:
    assert terms(typed) == terms(written) != []


def test_words_of_one_family_have_one_term() -> None:
    assert terms("evaluación evaluacion evaluaciones evaluar") == ["evalu"] * 4


def test_digits_are_kept_and_stop_words_dropped() -> None:
    assert terms("La R. D. N.º 1593-2025-DRELM de la UGEL 07") == [
        "r", "d", "n", "1593", "2025", "drelm", "ugel", "07",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "first"),
    [("riego goteo", "riego-por-goteo"), ("semillas", "banco-de-semillas"),
     ("Ana Ríos", "riego-por-goteo"), ("cooperativa", "banco-de-semillas")],
)  # fmt: skip
def test_the_index_finds_by_title_institution_and_expert(
    small: Catalog, query: str, first: str
) -> None:
    data = json.loads(search_index(small))
    index = Index.load(json.dumps(data["index"]))
    lunr_query = index.create_query()
    for term in terms(query):
        lunr_query.term(term, use_pipeline=False)
    assert index.query(lunr_query)[0]["ref"] == first


def test_a_word_in_the_title_weighs_more_than_in_the_body(small: Catalog) -> None:
    index = Index.load(json.dumps(json.loads(search_index(small))["index"]))
    query = index.create_query()
    query.term(terms("semillas")[0], use_pipeline=False)
    assert next(found["ref"] for found in index.query(query)) == "banco-de-semillas"
