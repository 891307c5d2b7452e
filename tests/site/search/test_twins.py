"""The search's modules in Python and their twins in the browser give the same results."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from catalog.model import Catalog
from catalog.search import packing
from catalog.search.concepts import Concepts
from catalog.search.index import BODY, weights
from catalog.search.spelling import first_sound
from catalog.text.folding import fold
from catalog.text.spanish import listed
from catalog.text.terms import STOP_WORDS, term_of, words
from tests.site.support.browser_modules import run_in_browser
from tests.site.support.expected_results import Expected

TRICKY = (
    "evaluación evaluacion EVALUACIÓN evaluaciones",
    "sesión sesiones extensión misión",
    "Evaluacio\N{COMBINING ACUTE ACCENT}n man\N{COMBINING TILDE}ana",
    "ñandú niño niña años ÑUSTA",
    "RD N.º 1593-2025-DRELM y RVM N.º 082-2024-MINEDU; 5.ª, 3.er",
    "pingüino bilingüe PINGÜINO cigüeña",
    "ÁREA Áreas área ÉXITO Índice óptimo útil",
    "’’ «» “” ¿? … – — · / º ª ° ½ ² №",
    "d’Onofrio l'art 1,593 40.7 % +64.9",
    "WhatsApp e-mail www.gob.pe/minedu correo@drelm.gob.pe",
    "1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}2 a\N{VARIATION SELECTOR-16}b 🙂niñez",
    "ﬁcha İstanbul ß ẞ Σας ΑΣ K ½kg ①② Łódź œuvre",
    "Kayllayta Amauta ch'ulla q'umir ñuqanchik",
    "haciéndoles construyéndolo dárnoslas huyendo oír reír",
    "ideas líneas continúa continuidad públicas acción acciones reacción",
    "UGEL07 pp068 2024a a2024 007 0 00",
    "a\u00adb pre\u200bescolar fin\u00a0de línea tab\ttab",
    "constructor __proto__ hasOwnProperty toString",
    "El PAT, el plan anual de trabajo y los planes anuales de trabajo; un pat, una pata",
    "x" * 300,
    "",
    "   ",
)
_ANALYSE = """
async ({ load, search }, [forms, texts]) => {
  const { words, term } = await load("search/terms");
  const { Concepts } = await load("search/concepts");
  const known = new Concepts(forms);
  return texts.map((text) => {
    const spelt = words(text);
    const terms = spelt.map((word) => term(word, search.language));
    const counted = spelt.map((_, at) => at).filter((at) => terms[at]);
    const concepts = known.of(
      counted.map((at) => spelt[at]), counted.map((at) => terms[at]));
    return [spelt, terms, [...new Set(concepts.flatMap((ids) => [...ids]))].sort()];
  });
}
"""

InBrowser = Callable[..., Any]
Read = Callable[[Sequence[str]], list[list[list[str]]]]
Analysed = Callable[[str], list[list[str]]]


@pytest.fixture
def in_browser(page: Page, server: str) -> InBrowser:
    """A function that runs a script with the search of the real site."""
    return lambda script, argument: run_in_browser(page, server, script, argument)


@pytest.fixture
def read(in_browser: InBrowser, catalog: Catalog) -> Read:
    """A function that gives the browser's words, terms and concepts of each text. The browser
    knows every concept of the vocabulary here, also those of no sheet."""
    forms = Concepts(catalog.vocabularies.acronyms.values()).forms
    lines = "\n".join(",".join((concept, *own)) for concept, own in forms.items())
    return lambda texts: in_browser(_ANALYSE, [lines, list(texts)])


@pytest.fixture(scope="session")
def sheets(root: Path) -> list[str]:
    """The text of each sheet, event and vocabulary of the repository."""
    files = sorted(
        file for file in (root / "practices").rglob("*") if file.suffix in (".md", ".yml")
    )
    assert files
    return [file.read_text("utf-8") for file in files if file.name != "mapa.yml"]


@pytest.fixture(scope="session")
def analysed(catalog: Catalog) -> Analysed:
    """A function that gives the words, the terms and the concepts of a text in Python."""
    concepts = Concepts(catalog.vocabularies.acronyms.values())

    def analyse(text: str) -> list[list[str]]:
        spelt = words(text)
        spoken = {term for term in concepts.terms(spelt) if term.startswith("_")}
        return [list(map(fold, spelt)), [term_of[word] for word in spelt], sorted(spoken)]

    return analyse


def test_every_sheet_has_the_same_words_terms_and_concepts(
    read: Read, analysed: Analysed, sheets: list[str]
) -> None:
    for text, found in zip(sheets, read(sheets), strict=True):
        assert found == analysed(text), text[:80]


def test_every_word_of_the_sheets_has_the_same_term(
    read: Read, analysed: Analysed, sheets: list[str]
) -> None:
    alone = sorted(set(re.findall(r"\w+", " ".join(sheets))))
    upper = [word.upper() for word in alone]
    different = [
        word
        for word, found in zip(alone + upper, read(alone + upper), strict=True)
        if found != analysed(word)
    ]
    assert not different


def test_odd_spellings_have_the_same_words_and_terms(read: Read, analysed: Analysed) -> None:
    found = dict(zip(TRICKY, read(TRICKY), strict=True))
    assert found == {text: analysed(text) for text in TRICKY}


def test_every_form_of_a_concept_gives_that_concept(
    read: Read, analysed: Analysed, catalog: Catalog
) -> None:
    forms = {
        form: f"_{entry.id}"
        for entry in catalog.vocabularies.acronyms.values()
        for form in filter(None, (*entry.names, entry.description))
    }
    for form, (_, _, spoken) in zip(forms, read(list(forms)), strict=True):
        assert forms[form] in spoken, form
        assert spoken == analysed(form)[2]


def test_both_have_the_same_stop_words(in_browser: InBrowser, read: Read) -> None:
    stop_words = "({ search }) => [...search.language.stopWords]"
    assert in_browser(stop_words, None) == list(STOP_WORDS)
    assert not any(read([" ".join(STOP_WORDS).upper()])[0][1])


def test_the_browser_looks_for_a_word_under_the_first_sound_that_python_gives_it(
    in_browser: InBrowser, sheets: list[str]
) -> None:
    spelt = {fold(word) for text in [*sheets, *TRICKY] for word in words(text)}
    spelt |= {f"{a}{b}{c}" for a in "bcghjklpqsuvwxyz" for b in "aeuhls" for c in "aeio"}
    alone = sorted(spelt)
    script = """async ({ load }, words) => {
      const { firstSounds } = await load("search/spelling");
      return words.map(firstSounds);
    }"""
    different = [
        (word, sounds)
        for word, sounds in zip(alone, in_browser(script, alone), strict=True)
        if first_sound(word) not in sounds
    ]
    assert not different


@pytest.mark.parametrize(
    "last", ["inglés", "Innovación", "«institución»", "historia", "hierba", "ionosfera", "índice",
             "lectura", "yoga", "hiato"],
)  # fmt: skip
def test_python_and_the_browser_join_a_list_alike(in_browser: InBrowser, last: str) -> None:
    script = """async ({ load }, lists) => {
      const { listed } = await load("shared/spanish");
      return lists.map((items) => listed(items));
    }"""
    lists = [["a", "b", last], ["a", last], [last]]
    assert in_browser(script, lists) == list(map(listed, lists))


def test_the_browser_reads_the_numbers_that_python_writes(in_browser: InBrowser) -> None:
    random = Random(7)
    lists = [
        [],
        [0],
        [31, 32, 33, 1023, 1024, 2**20, 2**30],
        list(range(2000)),
        [random.randrange(2 ** random.randrange(1, 31)) for _ in range(2000)],
    ]
    script = """async ({ load }, texts) => {
      const { numbers } = await load("search/packing");
      return texts.map((text) => [...numbers(text)]);
    }"""
    assert in_browser(script, [packing.numbers(numbers) for numbers in lists]) == lists


def test_the_browser_reads_the_postings_that_python_writes(
    page: Page, expected_large: Expected, large_server: str
) -> None:
    index, _ = expected_large.whole
    script = """async ({ load, search: { index } }, terms) => {
      await index.fetchTerms(terms);
      const { OFTEN } = await load("search/packing");
      return JSON.stringify([OFTEN, terms.map((term) => index.postings(term).map((field) => {
        if (!field) return [];
        return [[...field.documents], [...field.weights], [...field.often]];
      }))]);
    }"""
    often, found = json.loads(run_in_browser(page, large_server, script, list(index.postings)))
    assert often == packing.OFTEN
    every = zip(index.postings.items(), weights(index), found, strict=True)
    for (term, by_field), weighed, read in every:
        wanted = [
            [postings[::2], weight, _often(postings) if field == BODY else []] if postings else []
            for field, (postings, weight) in enumerate(zip(by_field, weighed, strict=True))
        ]
        assert read == wanted, term


def _often(postings: list[int]) -> list[int]:
    pairs = zip(postings[::2], postings[1::2], strict=True)
    return [document for document, frequency in pairs if frequency >= packing.OFTEN]
