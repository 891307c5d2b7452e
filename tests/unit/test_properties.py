"""Any sheet is read or refused with problems: reading never fails, and no page ever acts."""

from __future__ import annotations

import string
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from catalog.load import load
from catalog.model import Catalog
from catalog.publish.inert_html import refuse_active
from catalog.text.personal_numbers import numbers_of_people
from tests.support.rendering import pages_of

SHEET = "practices/sur/banco-de-semillas.md"
# Each test has a copy of the catalogue, and its examples write over one sheet in it. The examples
# are the same in every run: a new one that fails would block a change that did not cause it.
SETTINGS = settings(
    deadline=None,
    max_examples=150,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
PAYLOADS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<svg/onload=alert(1)>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html;base64,eA==)",
    "![x](https://malo.example/x.png)", "<iframe src=//malo.example>", "<!-- x -->", "{{ 7*7 }}",
    "{% include '/etc/passwd' %}", "<style>*{}</style>", "<form action=//malo.example>", "</title>",
    "<a href='x' onclick='y'>", "[x]: javascript:alert(1)\n[x]", "&lt;script&gt;",
    "&#60;script&#62;", "<https://ana:clave@x.pe>",
    "```html\n<script>\n```", "# Otro título", "---", "\x00", "\u202e",
    "&a [*a]", "!!python/object:os.system x", "<<: *x", "? x", "\t", "'", '"', ": ", " #", "[" * 30,
    "> " * 30, "| a |\n|---|\n| <b onclick=x> |", "</section></main>", "\0title\0", "\0content\0",
    "@import url(x)", "<math><mtext><style>",
    "<noscript><p title=\"</noscript><img src=x onerror=x>\">",
]  # fmt: skip


@pytest.fixture
def sheet(copy_of_small: Path) -> Path:
    return copy_of_small / SHEET


def read(sheet: Path) -> Catalog | None:
    """The catalogue of the sheet, or None; the test fails if a problem cannot be printed."""
    catalog, problems = load(sheet.parents[2])
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert len(str(problem).splitlines()) == 1
        kinds = {unicodedata.category(character) for character in str(problem)}
        assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
        str(problem).encode()
    assert catalog or problems
    return catalog


def refuse_active_pages(catalog: Catalog) -> None:
    for page in pages_of(catalog):
        refuse_active(page.html, page.path)


@SETTINGS
@given(raw=st.binary(max_size=400))
def test_any_bytes_are_refused_with_problems(sheet: Path, raw: bytes) -> None:
    sheet.write_bytes(raw)
    assert read(sheet) is None


@SETTINGS
@given(front=st.text(max_size=200), body=st.text(max_size=200))
def test_any_text_in_the_shape_of_a_sheet_is_refused_with_problems(
    sheet: Path, front: str, body: str
) -> None:
    sheet.write_text(f"---\n{front}\n---\n{body}", "utf-8", errors="replace", newline="")
    assert read(sheet) is None


@SETTINGS
@given(data=st.data())
def test_a_sheet_with_payloads_anywhere_is_refused_or_does_not_act(
    sheet: Path, data: st.DataObject
) -> None:
    text = (Path(__file__).parents[1] / "catalogue" / SHEET).read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 5)))
        text = text[:start] + data.draw(st.sampled_from(PAYLOADS)) + text[end:]
    sheet.write_text(text, "utf-8", newline="")
    if catalog := read(sheet):
        refuse_active_pages(catalog)


@SETTINGS
@given(payloads=st.lists(st.sampled_from(PAYLOADS), min_size=6, max_size=6))
def test_a_payload_in_every_text_is_refused_or_shown_as_text(
    sheet: Path, payloads: list[str]
) -> None:
    title, summary, institution, document, part, note = payloads
    data = {
        "titulo": title, "resumen": f"{summary} {'x' * 80}", "region": "sur",
        "instituciones": [institution], "temas": ["semillas"], "estadio": "inicial",
        "fuentes": [{"documento": document, "parte": part}], "notas": [note],
        "fecha_revision": "@",
    }  # fmt: skip
    front = yaml.safe_dump(data, allow_unicode=True).replace("'@'", "2026-02-01")
    body = "".join(f"## {name}\n\nTexto.\n\n" for name in ("Problema", "Estrategia", "Resultados"))
    sheet.write_text(f"---\n{front}---\n\n{body}", "utf-8", newline="")
    if catalog := read(sheet):
        refuse_active_pages(catalog)
        assert catalog.by_slug["banco-de-semillas"].title == title.strip()


WRITTEN = st.text(
    st.one_of(
        st.sampled_from(string.ascii_letters + string.digits + string.punctuation),
        st.sampled_from(" áéíóúñüÑ¿¡«»“”—…"),
        st.sampled_from("ʻʼ’ʼ’qëïäöÄẍ"), st.sampled_from("😀🎓✅❤"),
    ),
    min_size=1, max_size=80,
)  # fmt: skip


@SETTINGS
@given(title=WRITTEN, note=WRITTEN)
def test_the_catalogue_keeps_a_text_as_it_was_written(sheet: Path, title: str, note: str) -> None:
    assume(title.strip())
    assume(note.strip())
    assume(not [*numbers_of_people(title), *numbers_of_people(note)])
    text = (Path(__file__).parents[1] / "catalogue" / SHEET).read_text("utf-8")
    data = {"titulo": title, "notas": [note]}
    dumped = yaml.safe_dump(data, allow_unicode=True, width=9999, default_style='"')
    text = text.replace("titulo: Banco de semillas\n", dumped)
    sheet.write_text(text, "utf-8", newline="")
    catalog = read(sheet)
    assert catalog, "\n".join(map(str, load(sheet.parents[2])[1]))
    practice = catalog.by_slug["banco-de-semillas"]
    assert (practice.title, practice.notes) == (title.strip(), [note.strip()])
    refuse_active_pages(catalog)
