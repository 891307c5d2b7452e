"""Terms, concepts, and the index that is made of them."""

from __future__ import annotations

import json
import math
import re
from array import array

import pytest
from lunr.builder import Builder
from lunr.index import Index as LunrIndex

from catalog.model import Catalog
from catalog.schema.vocabularies import Term
from catalog.search.concepts import Concepts
from catalog.search.documents import WrittenPage, search_documents
from catalog.search.files import END, MANIFEST, OWN_WORDS, Search
from catalog.search.index import FIELD_BOOSTS, Analyser, Counted, build_index
from catalog.text.terms import terms, words
from tests.support.lunr_index import lunr_index
from tests.support.rendering import search_files_of


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
def test_every_way_to_say_a_thing_has_its_concept(text: str, concept: str) -> None:
    assert concept in CONCEPTS.terms(words(text))


@pytest.mark.parametrize("text", ["una pata", "plan de trabajo anual", "plan anual", "patio"])
def test_what_is_only_alike_has_no_concept(text: str) -> None:
    assert CONCEPTS.terms(words(text)) == terms(text)


def test_the_index_is_the_one_that_lunr_builds(small: Catalog) -> None:
    written = [WrittenPage("ruta/", "La Ruta", "Los estadios.", "Inicial, intermedio y avanzado.")]
    index, subjects, _ = Search().index(small, written)
    texts = {id(item.subject): item.texts for item in search_documents(small, written)}
    concepts = Concepts(small.vocabularies.acronyms.values())
    builder = Builder()
    for field, boost in FIELD_BOOSTS.items():
        builder.field(field, boost=boost)
    for number, subject in enumerate(subjects):
        fields = zip(FIELD_BOOSTS, texts[id(subject)], strict=True)
        builder.add({"id": number, **{name: concepts.terms(words(text)) for name, text in fields}})
    builder.document_count = index.document_count
    theirs = builder.build().serialize()
    ours = lunr_index(index)
    assert _without_numbers(ours) == _without_numbers(theirs)


def _without_numbers(index: dict) -> tuple[dict, dict]:
    """An index whose terms go by their names: how they are numbered is each builder's affair."""
    names = {entry["_index"]: term for term, entry in index["invertedIndex"]}
    postings = {
        term: {field: set(entry[field]) for field in FIELD_BOOSTS}
        for term, entry in index["invertedIndex"]
    }
    vectors = {
        ref: {names[n]: round(score, 3) for n, score in zip(vector[::2], vector[1::2], strict=True)}
        for ref, vector in index["fieldVectors"]
    }
    return postings, vectors


@pytest.mark.parametrize(
    ("query", "first"),
    [("riego goteo", "riego-por-goteo"), ("semillas", "banco-de-semillas"),
     ("Ana Ríos", "riego-por-goteo"), ("cooperativa", "banco-de-semillas"),
     ("regadío", "riego-por-goteo")],
)  # fmt: skip
def test_the_index_finds_by_title_institution_expert_and_other_words(
    small: Catalog, query: str, first: str
) -> None:
    index, subjects, _ = Search().index(small, [])
    lunr = LunrIndex.load(json.dumps(lunr_index(index)))
    lunr_query = lunr.create_query()
    for term in Concepts(small.vocabularies.acronyms.values()).terms(words(query)):
        lunr_query.term(term, use_pipeline=False)
    assert subjects[int(lunr.query(lunr_query)[0]["ref"])].slug == first


def _counted(*texts: str) -> Counted:
    return Analyser(Concepts([])).count(texts)


def test_an_analyser_that_is_kept_analyses_only_what_it_has_not_seen(
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


def test_an_index_of_nothing_is_empty() -> None:
    index = build_index([], [])
    assert (index.documents, index.postings) == (0, {})


def test_scores_are_finite_where_every_document_has_a_term(small: Catalog) -> None:
    index, _, _ = Search().index(small, [])
    scores = [n for _, vector in lunr_index(index)["fieldVectors"] for n in vector[1::2]]
    assert all(math.isfinite(score) and score > 0 for score in scores)


def test_two_builds_of_one_catalogue_give_the_same_files(small: Catalog) -> None:
    assert search_files_of(small, []) == search_files_of(small, [])


def test_a_search_that_was_used_before_gives_the_files_of_a_fresh_one(small: Catalog) -> None:
    kept = Search()
    page = WrittenPage("ruta/", "La Ruta", "", "Palabras que ya no están.")
    search_files_of(small, [page], kept)
    assert search_files_of(small, [], kept) == search_files_of(small, [])


def test_the_folder_changes_with_what_it_holds(small: Catalog) -> None:
    page = WrittenPage("ruta/", "La Ruta", "", "Otra cosa.")
    folders = {search_files_of(small, written).folder for written in ([], [page])}
    assert len(folders) == 2


def test_a_sheet_full_of_words_that_nobody_else_uses_does_not_push_out_the_others(
    small: Catalog,
) -> None:
    flood = " ".join(f"aa{letter}{other}xyz" * 2 for letter in LETTERS for other in LETTERS)
    files = search_files_of(small, [WrittenPage("x/", "X", "", f"<p>{flood}</p>")]).texts
    mine = files["palabras-a.txt"]
    assert len(re.findall("xyz[^~]*?xyz", mine)) <= OWN_WORDS
    assert "semillas" in "".join(text for name, text in files.items() if "palabras-s" in name)


def test_an_acronym_that_every_text_has_is_no_concept() -> None:
    concepts = Concepts([Term(id="se", label="SE", description="Servicio Educativo")])
    assert concepts.terms(words("se busca")) == ["busc"]
    assert "_se" in concepts.terms(words("un servicio educativo"))


def test_a_word_of_thousands_of_letters_is_cut() -> None:
    assert [len(its) for its in terms("a" * 10_000)] == [40]


def test_every_file_but_the_manifest_says_where_it_ends(small: Catalog) -> None:
    files = search_files_of(small, []).by_path()
    assert {name for name, text in files.items() if not text.endswith(END)} == {MANIFEST}


def test_an_empty_catalogue_has_a_search_that_finds_nothing(small: Catalog) -> None:
    files = search_files_of(Catalog([], [], small.vocabularies), [])
    manifest = json.loads(files.manifest)
    assert (manifest["practices"], manifest["documents"], manifest["pieces"]) == (0, 0, "")
