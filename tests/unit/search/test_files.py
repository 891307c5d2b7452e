"""Terms, concepts, and the index that is made of them."""

from __future__ import annotations

import json
import re
from array import array

import pytest
from lunr.index import Index as LunrIndex

from catalog.model import Catalog
from catalog.schema.vocabularies import Term
from catalog.search.concepts import Concepts
from catalog.search.documents import WrittenPage
from catalog.search.files import END, MANIFEST, OWN_WORDS, Search
from catalog.search.index import (
    FIELD_BOOSTS,
    THOUSANDTHS,
    Analyser,
    Counted,
    build_index,
    weights,
)
from catalog.text.terms import terms, words
from tests.support.rendering import search_files_of
from tests.support.whole_index import whole_index


@pytest.mark.parametrize(
    ("typed", "written"),
    [("evaluacion", "evaluación"), ("EVALUACIONES", "Evaluación"), ("sesion", "sesiones"),
     ("ninos", "niños"), ("gestion", "gestión"), ("inclusion", "Inclusión"),
     ("UGEL07", "UGEL 07"), ("ugel 7", "UGEL 07"),
     ("evaluacio\N{COMBINING ACUTE ACCENT}n", "evaluación")],
)  # fmt: skip
def test_accents_case_number_and_spacing_do_not_matter(typed: str, written: str) -> None:
    assert terms(typed) == terms(written) != []


def test_words_of_one_family_have_one_term() -> None:
    assert terms("evaluación evaluacion evaluaciones evaluar") == ["evalu"] * 4


def test_digits_are_kept_and_stop_words_dropped() -> None:
    assert terms("La R. D. N.º 1593-2025-DRELM de la UGEL 07") == [
        "r", "d", "n", "1593", "2025", "drelm", "ugel", "7",
    ]  # fmt: skip


LETTERS = "abcdefghijklmnopqrstuvwxyz"

CONCEPTS = Concepts(
    [
        Term(id="pat", label="PAT", description="Plan Anual de Trabajo"),
        Term(id="sismo", label="sismo", aliases=["terremoto"]),
    ]
)


@pytest.mark.parametrize(
    ("text", "concept"),
    [("El PAT regional", "_pat"), ("un plan anual de trabajo", "_pat"),
     ("tras el Terremoto", "_sismo"), ("los sismos", "_sismo")],
)  # fmt: skip
def test_every_form_of_a_term_gives_its_concept(text: str, concept: str) -> None:
    assert concept in CONCEPTS.terms(words(text))


@pytest.mark.parametrize("text", ["una pata", "plan de trabajo anual", "plan anual", "patio"])
def test_words_that_only_resemble_a_form_give_no_concept(text: str) -> None:
    assert CONCEPTS.terms(words(text)) == terms(text)


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


def test_two_builds_of_one_catalogue_give_the_same_files(small: Catalog) -> None:
    assert search_files_of(small, []) == search_files_of(small, [])


def test_a_search_that_was_used_before_gives_the_files_of_a_fresh_one(small: Catalog) -> None:
    used = Search()
    page = WrittenPage("ruta/", "La Ruta", "", "Palabras que ya no están.")
    search_files_of(small, [page], used)
    assert search_files_of(small, [], used) == search_files_of(small, [])


def test_the_name_of_the_folder_changes_with_its_files(small: Catalog) -> None:
    page = WrittenPage("ruta/", "La Ruta", "", "Otra cosa.")
    folders = {search_files_of(small, written).folder for written in ([], [page])}
    assert len(folders) == 2


def test_a_page_of_unique_words_adds_only_a_few_to_the_known_words(
    small: Catalog,
) -> None:
    flood = " ".join(f"aa{letter}{other}xyz" * 2 for letter in LETTERS for other in LETTERS)
    files = search_files_of(small, [WrittenPage("x/", "X", "", f"<p>{flood}</p>")]).texts
    found = files["palabras-a.txt"]
    assert len(re.findall("xyz[^~]*?xyz", found)) <= OWN_WORDS
    assert "semillas" in "".join(text for name, text in files.items() if "palabras-s" in name)


def test_an_acronym_that_is_a_stop_word_is_no_concept() -> None:
    concepts = Concepts([Term(id="se", label="SE", description="Servicio Educativo")])
    assert concepts.terms(words("se busca")) == ["busc"]
    assert "_se" in concepts.terms(words("un servicio educativo"))


def test_a_word_of_thousands_of_letters_is_cut() -> None:
    assert [len(term) for term in terms("a" * 10_000)] == [40]


def test_every_file_but_the_manifest_closes_with_the_end_mark(small: Catalog) -> None:
    files = search_files_of(small, []).by_path()
    assert {name for name, text in files.items() if not text.endswith(END)} == {MANIFEST}


def test_an_empty_catalogue_has_a_search_that_finds_nothing(small: Catalog) -> None:
    files = search_files_of(Catalog([], [], small.vocabularies, small.today), [])
    manifest = json.loads(files.manifest)
    assert (manifest["practices"], manifest["documents"], manifest["pieces"]) == (0, 0, "")
