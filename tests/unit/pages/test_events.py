"""The page of an event and its report on small catalogues, and the parts that they leave out."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from catalog.derive.derived import Derived
from catalog.derive.event_synthesis import synthesis
from catalog.load import load
from catalog.model import Catalog
from catalog.pages.events import report_values
from catalog.pages.page import Page
from catalog.text.dates import PartialDate
from catalog.text.spanish import announced
from tests.support.rendering import pages_of

EVENT = "intercambios/feria-2025/"


def changed(root: Path, *changes: tuple[str, str]) -> dict[str, Page]:
    """Change the event of a catalogue, and return the pages of the catalogue by their paths."""
    file = root / "practices" / "_events" / "feria-2025" / "index.md"
    text = file.read_text()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    file.write_text(text)
    catalog, problems = load(root)
    assert catalog, problems
    return {page.path: page for page in pages_of(catalog)}


def _seconds(day: str) -> str:
    return str(int(datetime.fromisoformat(f"{day}T12:00:00+00:00").timestamp()))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2030-05-12", None, "el 12 de mayo de 2030"),
        ("2030-05-12", "2030-05-13", "el 12 y el 13 de mayo de 2030"),
        ("2030-05-12", "2030-05-14", "del 12 al 14 de mayo de 2030"),
        ("2030-04-30", "2030-05-02", "del 30 de abril al 2 de mayo de 2030"),
        ("2030-05", None, "en mayo de 2030"),
        ("2030", None, "en 2030"),
        ("2030-05", "2030-06", "entre mayo de 2030 y junio de 2030"),
    ],
)
def test_the_dates_of_an_event_are_written_in_words(
    start: str, end: str | None, expected: str
) -> None:
    assert announced(PartialDate(start), PartialDate(end) if end else None) == expected


TO_COME = ("2025-05-10", "2026-05-10"), ("2025-05-11", "2026-05-11")


def _remove_results(root: Path) -> None:
    """Remove from the small event everything that is known only after an event."""
    event = root / "practices" / "_events" / "feria-2025"
    index = event / "index.md"
    index.write_text(re.sub(r"testimonios:\n(?: .*\n)+", "", index.read_text()))
    (event / "riego-por-goteo.md").write_text("---\norden: 1\n---\n")
    sheet = root / "practices" / "norte" / "riego-por-goteo.md"
    sheet.write_text(sheet.read_text().replace("estadio: avanzado", "estadio: intermedio"))


def test_an_event_to_come_is_announced_and_has_no_report_yet(
    copy_of_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _seconds("2026-05-09"))
    _remove_results(copy_of_small)
    made = changed(copy_of_small, *TO_COME)
    assert load(copy_of_small)[1] == [], "a sheet need not be reviewed after what has not been"
    assert "1 práctica en el programa" in made["intercambios/"].html
    practice = made["practicas/riego-por-goteo/"].html
    assert "todavía no se presenta" in practice
    assert "Se presentó" not in practice
    html = made[EVENT].html
    assert "Será el 10 y el 11 de mayo de 2026." in html
    assert "No consta en las fuentes" not in html
    assert 'id="sintesis"' not in html
    assert "reporte/" not in html
    assert f"{EVENT}reporte/" not in made
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _seconds("2026-05-10"))
    made = changed(copy_of_small)
    assert "Será" not in made[EVENT].html
    assert "1 práctica presentada" in made["intercambios/"].html
    assert f"{EVENT}reporte/" in made


def test_the_results_of_an_event_to_come_are_refused(
    copy_of_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _seconds("2026-05-09"))
    folder = copy_of_small / "practices" / "_events" / "feria-2025"
    index, commentary = folder / "index.md", folder / "riego-por-goteo.md"
    for before, after in TO_COME:
        index.write_text(index.read_text().replace(before, after))
    followed = "orden: 1\nseguimiento: [{oportunidad: 1, estado: pendiente}]"
    improved = "\n## Oportunidades de mejora\n\n- Medir.\n"
    commentary.write_text(commentary.read_text().replace("orden: 1", followed) + improved)
    catalog, problems = load(copy_of_small)
    assert catalog is None
    too_soon = (
        "El evento será el 10 y el 11 de mayo de 2026: esto todavía no pasó. Bórrelo, o revise las "
        "fechas del evento."
    )
    places = [(p.path.rpartition("/")[2], p.line) for p in problems if p.message == too_soon]
    assert places == [("index.md", 7), *(("riego-por-goteo.md", line) for line in (3, 4, 9, 13))]
    (stage,) = [problem for problem in problems if problem.message != too_soon]
    assert "una validación de fuera" in stage.message, "what has not been sustains nothing"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _seconds("2026-05-10"))
    assert load(copy_of_small)[0] is not None


def test_an_event_with_only_its_required_fields_leaves_out_the_other_parts(
    small: Catalog, copy_of_small: Path
) -> None:
    _, rest = (copy_of_small / "practices/_events/feria-2025/index.md").read_text().split("testim")
    testimonials = "testim" + rest.split("fuentes:")[0]
    made = changed(
        copy_of_small, (testimonials, ""), ("## Día 1\n\nSe presentaron las prácticas.", "")
    )
    for path in (EVENT, f"{EVENT}reporte/"):
        html = made[path].html
        for part in ("cifras", "programa", "testimonios", "visitas", "fotos", "relato"):
            assert f'id="{part}"' not in html
        assert not re.search(r"<(ul|ol|dl|table|section)\b[^>]*>\s*</\1>", html)
    assert 'id="testimonios"' in next(page.html for page in pages_of(small) if page.path == EVENT)


def test_a_catalogue_without_a_map_lists_the_regions_of_an_event(small: Catalog) -> None:
    html = next(page.html for page in pages_of(small) if page.path == EVENT)
    assert "presence__map" not in html
    assert "regiones/norte/" in html


def test_the_programme_is_shown_day_by_day(copy_of_small: Path) -> None:
    days = (
        "programa:\n"
        "  - {fecha: 2025-05-10, titulo: Siembra, lugar: El patio, actividades: [Cavar, Regar]}\n"
        "  - {fecha: 2025-05-11, titulo: Cosecha, actividades: [Cortar]}\n"
        "testimonios:"
    )
    made = changed(copy_of_small, ("testimonios:", days))
    for path in (EVENT, f"{EVENT}reporte/"):
        html = made[path].html
        order = [html.index(text) for text in ("Siembra", "Cavar", "Regar", "Cosecha", "Cortar")]
        assert order == sorted(order)
        assert '<time datetime="2025-05-10">10 de mayo de 2025</time> · El patio' in html


def test_the_headings_of_an_author_are_one_level_lower_in_the_report(copy_of_small: Path) -> None:
    text = "Se presentaron las prácticas."
    made = changed(copy_of_small, (text, f"### La mañana\n\n{text}"))
    assert "<h3>La mañana</h3>" in made[EVENT].html
    assert "<h4>La mañana</h4>" in made[f"{EVENT}reporte/"].html


def test_the_report_cites_each_document_of_a_practice(copy_of_small: Path) -> None:
    cited = "fuentes:\n  - {documento: Acta de la feria, parte: todo el documento}\n"
    file = copy_of_small / "practices" / "_events" / "feria-2025" / "riego-por-goteo.md"
    file.write_text(file.read_text().replace("orden: 1\n", f"orden: 1\n{cited}"))
    html = changed(copy_of_small)[f"{EVENT}reporte/"].html
    for document in ("Informe de la comunidad", "Acta de la feria"):
        assert f"<cite>{document}</cite>" in html


def test_the_report_is_dated_by_the_newest_review_of_its_sheets(small: Catalog) -> None:
    event = small.events[0]
    (first,) = event.presentations
    second = first.model_copy(update={"practice_slug": "banco-de-semillas"})
    both = event.model_copy(update={"presentations": (first, second)})
    reviews = {practice.slug: practice.review_date for practice in small.practices}
    assert len(set(reviews.values())) == 2
    for shown, newest in ((both, max(reviews.values())), (event, reviews[first.practice_slug])):
        values = report_values(shown, small, synthesis(shown, Derived(small)))
        assert values["newest_review"] == newest


def test_an_event_to_come_says_how_to_register_and_how_to_enter(
    copy_of_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _seconds("2026-05-09"))
    _remove_results(copy_of_small)
    told = (
        "modalidad: virtual\n"
        "enlace: https://sala.pe/1\n"
        "inscripcion: {como: Llenan el formulario., enlace: 'https://f.pe/2', hasta: 2026-05-09}\n"
        "regiones:"
    )
    html = changed(copy_of_small, *TO_COME, ("regiones:", told))[EVENT].html
    assert "Llenan el formulario. Hasta el 9 de mayo de 2026." in html
    assert 'href="https://f.pe/2"' in html
    assert "<dd>Virtual</dd>" in html
    assert "Enlace para entrar" in html
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _seconds("2026-05-11"))  # the last of its two days
    made = changed(copy_of_small)
    assert "Llenan el formulario." not in made[EVENT].html
    assert "Se realiza en estos días." in made[EVENT].html
    assert "Enlace para entrar" in made[EVENT].html
    assert "Está en el programa de estos días." in made["practicas/riego-por-goteo/"].html
    assert "<strong>En estos días</strong>" in made["intercambios/"].html
    assert load(copy_of_small)[1] == [], "a sheet need not be reviewed before the event is over"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _seconds("2026-05-12"))
    html = changed(copy_of_small)[EVENT].html
    assert "en estos días" not in html
    assert "Página del evento" in html


def test_a_registration_that_is_closed_says_so(
    copy_of_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _seconds("2026-05-09"))
    _remove_results(copy_of_small)
    told = "inscripcion: {como: Llenan., enlace: 'https://f.pe/2', hasta: 2026-05-08}\nregiones:"
    html = changed(copy_of_small, *TO_COME, ("regiones:", told))[EVENT].html
    assert "Las inscripciones cerraron el 8 de mayo de 2026." in html
    assert "https://f.pe/2" not in html


CANCELLED = (
    "regiones:",
    "cambio: {estado: cancelado, detalle: Por las lluvias., fecha: 2026-05}\nregiones:",
)


@pytest.mark.parametrize("today", ["2026-05-09", "2026-05-12"])
def test_an_event_that_was_cancelled_says_so_before_and_after_its_dates(
    copy_of_small: Path, monkeypatch: pytest.MonkeyPatch, today: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _seconds(today))
    _remove_results(copy_of_small)
    made = changed(copy_of_small, *TO_COME, CANCELLED)
    html = made[EVENT].html
    assert "<strong>Cancelado.</strong> Por las lluvias." in html
    assert "<dt>Fecha que se anunció</dt>" in html
    assert "Será" not in html
    assert "reporte/" not in html
    assert f"{EVENT}reporte/" not in made
    assert "<strong>Cancelado</strong>" in made["intercambios/"].html
    assert "Se presentó" not in made["practicas/riego-por-goteo/"].html


def test_a_comment_at_an_event_that_was_cancelled_sustains_nothing(copy_of_small: Path) -> None:
    file = copy_of_small / "practices" / "_events" / "feria-2025" / "index.md"
    file.write_text(file.read_text().replace(*CANCELLED))
    catalog, problems = load(copy_of_small)
    assert catalog is None
    assert any("una validación de fuera" in problem.message for problem in problems)


def test_parallel_tables_stand_under_one_hour(copy_of_small: Path) -> None:
    days = (
        "programa:\n"
        "  - fecha: 2025-05-10\n"
        "    titulo: Siembra\n"
        "    horario:\n"
        "      - {hora: '09:00', actividad: Cavar, sala: Mesa 1}\n"
        "      - {hora: '09:00', actividad: Regar, sala: Mesa 2}\n"
        "      - {hora: '14:30', actividad: Cortar}\n"
        "materiales: [{titulo: Las láminas, enlace: 'https://a.pe/l.pdf'}]\n"
        "testimonios:"
    )
    made = changed(copy_of_small, ("testimonios:", days))
    html = made[EVENT].html
    program = re.sub(r"\s+", " ", html.partition('class="program__slots"')[2].partition("</dl>")[0])
    hours = [re.findall(r"<d[td]>([^<]+)", hour) for hour in program.split("<div>")[1:]]
    assert [[text.strip() for text in hour] for hour in hours] == [
        ["09:00", "Cavar", "Regar"], ["14:30", "Cortar"],
    ]  # fmt: skip
    assert 'href="https://a.pe/l.pdf"' in html
    assert '<a href="#materiales">' in html
    assert 'href="https://a.pe/l.pdf"' in made[f"{EVENT}reporte/"].html


def test_a_presentation_names_its_teams_and_all_its_experts(copy_of_small: Path) -> None:
    file = copy_of_small / "practices" / "_events" / "feria-2025" / "riego-por-goteo.md"
    others = (
        "equipos: [Cooperativa del Sur]\n"
        "otros_expertos: [{nombre: Inés Soto, cargo: Agrónoma del valle}]\norden: 1"
    )
    file.write_text(file.read_text().replace("orden: 1", others))
    made = changed(copy_of_small)
    for path in (EVENT, f"{EVENT}reporte/"):
        assert "La presentó Cooperativa del Sur" in made[path].html
        assert "Comentaron <strong>" in made[path].html
        assert "<strong>Inés Soto</strong>, agrónoma del valle" in made[path].html
    practice = made["practicas/riego-por-goteo/"].html
    assert '<strong class="expert__name">Inés Soto</strong>' in practice
