"""Every real sheet, presentation and event is read, and follows every rule."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from catalog.check.practice_rules import PRACTICE_RULES
from catalog.load import load
from catalog.model import Catalog, Practice
from catalog.source.layout import read_tree
from catalog.text.folding import fold

ROOT = Path(__file__).parents[2]
SHEETS = sorted((ROOT / "practices").glob("[!_]*/*.md"))
FIGURES = yaml.safe_load((Path(__file__).parent / "figures.yml").read_text())


def test_every_file_becomes_a_practice_an_event_or_a_presentation(catalog: Catalog) -> None:
    assert {p.path for p in catalog.practices} == {str(f.relative_to(ROOT)) for f in SHEETS}
    events = ROOT / "practices" / "_events"
    assert {e.path for e in catalog.events} == {
        str(f.relative_to(ROOT)) for f in events.glob("*/index.md")
    }
    assert {p.path for e in catalog.events for p in e.presentations} == {
        str(f.relative_to(ROOT)) for f in events.glob("*/*.md") if f.name != "index.md"
    }


def test_the_content_has_no_error_and_no_warning_without_a_note() -> None:
    assert load(ROOT)[1] == []
    assert read_tree(ROOT)[1] == []


def test_the_notes_of_the_sheets_explain_their_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the notes of the sheets, the same content has warnings."""
    monkeypatch.setattr("catalog.check.warnings.notes.explains", lambda *_: False)
    warnings = {Path(problem.path).stem: problem.message for problem in load(ROOT)[1]}
    assert "«las 11 UGEL»" in warnings["gestion-riesgo-desastres-ayacucho"]


def test_the_ten_practices_of_the_sources_are_here(catalog: Catalog) -> None:
    ten = {
        "lima-provincias/puentes-inclusion-emprendimiento-insercion-laboral.md",
        "ayacucho/gestion-riesgo-desastres-ayacucho.md",
        "pasco/gestion-educativa-con-impacto-pasco.md",
        "callao/estrategia-inclusion-total.md",
        "huancavelica/facilitadores-bienestar-emocional-angaraes.md",
        "junin/seguimiento-evaluacion-pat-junin.md",
        "ica/amor-por-la-lectura-nasca.md",
        "lima-metropolitana/evaluando-aprendizajes-lima-metropolitana.md",
        "lima-metropolitana/redes-educativas-lima-metropolitana.md",
        "lima-metropolitana/mancomunidad-educativa-ugel-07.md",
    }
    assert ten <= {practice.path.removeprefix("practices/") for practice in catalog.practices}
    assert set(FIGURES) == {Path(path).stem for path in ten}


@pytest.mark.parametrize("rule", PRACTICE_RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_sheet_follows_every_rule(
    path: Path, rule: Callable, files_and_surroundings: tuple[dict, object]
) -> None:
    files, surroundings = files_and_surroundings
    assert list(rule(files[path.stem], surroundings)) == []


@pytest.mark.parametrize("slug", sorted(FIGURES))
def test_a_sheet_of_the_first_documents_gives_the_source_of_every_fact(
    slug: str, catalog: Catalog
) -> None:
    practice = catalog.by_slug[slug]
    assert all(source.part for source in practice.sources)
    assert all(figure.source for figure in practice.figures)
    assert all(item.source for item in practice.evidence)


@pytest.mark.parametrize("slug", sorted(FIGURES))
def test_a_sheet_has_every_figure_of_its_source(slug: str, catalog: Catalog) -> None:
    written = numbers(text_of(catalog, catalog.by_slug[slug]))
    missing = [figure for figure in FIGURES[slug] if not numbers(str(figure)) <= written]
    assert missing == []


def test_the_notes_name_the_contradictions_of_the_sources(catalog: Catalog) -> None:
    def notes_of(slug: str) -> str:
        return fold(" ".join(catalog.by_slug[slug].notes))

    event = next(event for event in catalog.events if event.slug == "intercambio-centro-2026")
    event_notes = fold(" ".join(event.notes))
    assert {"7,016", "7,216"} <= set(
        re.findall(r"[\d,]+\d", notes_of("mancomunidad-educativa-ugel-07"))
    )
    assert {"33", "44"} <= numbers(notes_of("estrategia-inclusion-total"))
    assert {"798", "584"} <= numbers(event_notes)
    assert "anfitriona" in event_notes
    assert "huancamelica" in notes_of("facilitadores-bienestar-emocional-angaraes") + event_notes
    assert "lima provincias" in event_notes
    doubts = [
        contact.doubt for contact in catalog.by_slug["gestion-educativa-con-impacto-pasco"].contacts
    ]
    assert "drepassco" in doubts[0]
    assert "Gmail" in doubts[1]


def numbers(text: str) -> set[str]:
    """The numbers in a text, without separators of thousands: `7,016` and `7 016` give `7016`."""
    joined = re.sub(r"(?<=\d)[,\s](?=\d{3}(?!\d))", "", text)
    return {number.lstrip("0") or "0" for number in re.findall(r"\d+(?:\.\d+)?", joined)}


def text_of(catalog: Catalog, practice: Practice) -> str:
    """The text of a practice and of its presentations, figures included."""
    parts = [practice.summary, *practice.awards, *practice.notes]
    parts += [section.text for section in practice.sections]
    parts += [f"{f.baseline or ''} {f.value} {f.unit} {f.detail}" for f in practice.figures]
    parts += [item.detail for item in practice.evidence]
    for _, presentation in catalog.presentations.get(practice.slug, []):
        parts += [section.text for section in presentation.sections]
    return " · ".join(parts)
