"""What the browser looks for is what the index was made of: two analysers, the same terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from catalog.analysis import STOP_WORDS, terms

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
    "ﬁcha İstanbul ß ẞ Σας ΑΣ K ½kg ①②",
    "Kayllayta Amauta ch'ulla q'umir ñuqanchik",
    "haciéndoles construyéndolo dárnoslas huyendo oír reír",
    "ideas líneas continúa continuidad públicas acción acciones reacción",
    "a\u00adb pre\u200bescolar fin\u00a0de línea tab\ttab",
    "",
    "   ",
)
_TERMS = """
async ([address, stopWords, texts]) => {
  const { words, stem } = await import(address);
  const stops = new Set(stopWords);
  return texts.map((text) => words(text, stops).map((word) => stem(word, lunr.es.stemmer)));
}
"""


@pytest.fixture
def analyser(page: Page, server: str) -> Page:
    """A page of the site with the browser's stemmer loaded."""
    page.goto("acerca/")
    for name in ("lunr.js", "lunr.stemmer.support.js", "lunr.es.js"):
        page.add_script_tag(url=f"{server}assets/lunr/{name}")
    return page


def _in_browser(analyser: Page, server: str, texts: Sequence[str]) -> list[list[str]]:
    address = f"{server}assets/catalogo/analyse.js"
    return analyser.evaluate(_TERMS, [address, list(STOP_WORDS), list(texts)])


def test_the_browser_finds_the_same_terms_in_every_sheet_as_the_index_has(
    analyser: Page, server: str, root: Path
) -> None:
    files = sorted((root / "practices").rglob("*.md"))
    assert files
    texts = [file.read_text("utf-8") for file in files]
    for file, text, found in zip(files, texts, _in_browser(analyser, server, texts), strict=True):
        assert found == terms(text), file.name


def test_the_browser_stems_every_word_of_the_sheets_alike(
    analyser: Page, server: str, root: Path
) -> None:
    texts = [file.read_text("utf-8") for file in (root / "practices").rglob("*")
             if file.suffix in (".md", ".yml")]  # fmt: skip
    words = sorted(set(re.findall(r"\w+", " ".join(texts))))
    found = _in_browser(analyser, server, words)
    different = [(word, its) for word, its in zip(words, found, strict=True) if its != terms(word)]
    assert not different


def test_the_browser_takes_odd_spellings_alike(analyser: Page, server: str) -> None:
    found = _in_browser(analyser, server, TRICKY)
    assert dict(zip(TRICKY, found, strict=True)) == {text: terms(text) for text in TRICKY}


def test_the_browser_leaves_out_the_same_words(analyser: Page, server: str) -> None:
    data = analyser.request.get(f"{server}datos/busqueda.json").json()
    assert data["stopWords"] == list(STOP_WORDS)
    assert _in_browser(analyser, server, [" ".join(STOP_WORDS).upper()]) == [[]]
