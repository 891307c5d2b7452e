"""The pages of small catalogues: their addresses, their escaped text and their links."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from catalog.load import load
from catalog.model import Catalog
from catalog.pages.all_pages import photo_files
from catalog.pages.blocks import BLOCKS
from catalog.pages.draw.small_map import small_maps
from catalog.pages.routes import root_of
from catalog.source.layout import VOCABULARY_FILES
from catalog.text.html import ids_of
from tests.support.pictures import photo
from tests.support.practices import read_on
from tests.support.rendering import filled, page_at, pages_of


def test_every_practice_event_and_term_has_a_page(small: Catalog) -> None:
    paths = [page.path for page in pages_of(small)]
    assert len(paths) == len(set(paths))
    assert {
        "practicas/", "practicas/riego-por-goteo/", "practicas/banco-de-semillas/", "regiones/",
        "regiones/valle-alto/", "temas/suelos/", "estadios/inicial/", "intercambios/",
        "intercambios/feria-2025/",
    } <= set(paths)  # fmt: skip


def test_links_lead_back_to_the_root_from_any_depth() -> None:
    assert [root_of(path) for path in ("", "ruta/", "practicas/x/")] == ["./", "../", "../../"]


def test_text_of_a_sheet_is_escaped_everywhere(copy_of_small: Path) -> None:
    sheet = copy_of_small / "practices" / "sur" / "banco-de-semillas.md"
    hostile = "<script>alert(1)</script>{{ 7*7 }} \"'&"
    text = sheet.read_text().replace(
        "Banco de semillas", f"'{hostile.replace(chr(39), chr(39) * 2)}'"
    )
    sheet.write_text(text.replace("[Cooperativa del Sur]", "['<b>Cooperativa</b>']"))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    for page in pages_of(catalog):
        assert "<script>" not in page.html
        assert "<b>" not in page.html
        assert "49" not in page.html
    shown = "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }} &#34;&#39;&amp;"
    assert f">{shown}</h1>" in page_at("practicas/banco-de-semillas/", catalog)
    assert shown in page_at("regiones/sur/", catalog)


def test_a_percent_sign_stays_with_its_number(copy_of_small: Path) -> None:
    sheet = copy_of_small / "practices" / "sur" / "banco-de-semillas.md"
    sheet.write_text(sheet.read_text().replace("Aún no se miden.", "Sube 5 % al año."))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    assert "5\N{NO-BREAK SPACE}%" in page_at("practicas/banco-de-semillas/", catalog)


def test_a_review_older_than_a_year_is_shown(small: Catalog) -> None:
    path = "practicas/riego-por-goteo/"  # reviewed on 15 January 2026
    assert "Por revisar de nuevo" not in page_at(path, read_on(date(2027, 1, 15), small))
    later = read_on(date(2027, 1, 16), small)
    assert "<strong>Por revisar de nuevo</strong>" in page_at(path, later)
    assert 'href="#revision"' in page_at(path, later)
    assert "Por revisar de nuevo" not in page_at("practicas/banco-de-semillas/", later)


def test_a_photo_named_by_a_sheet_is_published_beside_its_page(copy_of_small: Path) -> None:
    sheet = copy_of_small / "practices" / "norte" / "riego-por-goteo.md"
    named = "fotos:\n  - archivo: riego.png\n    texto_alternativo: Parcela regada\nfecha_revision"
    sheet.write_text(sheet.read_text().replace("fecha_revision", named))
    folder = sheet.with_suffix("")
    folder.mkdir()
    (folder / "riego.png").write_bytes(photo("PNG"))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    assert list(photo_files(catalog)) == [
        (
            "practicas/riego-por-goteo/",
            "riego.png",
            "practices/norte/riego-por-goteo/riego.png",
        )
    ]
    html = page_at("practicas/riego-por-goteo/", catalog)
    assert 'href="riego.png-1600.webp"' in html
    assert 'srcset="riego.png-480.webp 480w, riego.png-960.webp 960w, ' in html
    assert 'alt="Parcela regada"' in html


def test_a_figure_shows_its_value_and_its_baseline(copy_of_small: Path) -> None:
    sheet = copy_of_small / "practices" / "norte" / "riego-por-goteo.md"
    sheet.write_text(sheet.read_text().replace("valor: 40", "valor: 4072\n    linea_base: 1780"))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    html = page_at("practicas/riego-por-goteo/", catalog)
    assert "1,780" in html
    assert '<data value="4072">4,072</data>' in html


def test_a_page_says_which_data_the_sources_lack(small: Catalog) -> None:
    html = page_at("practicas/banco-de-semillas/", small)
    assert html.count("No consta en las fuentes") == 2, "level and year"
    assert "Las fuentes no traen contactos" in html
    assert "Para llegar a intermedio falta:" in html


def test_blocks_count_the_practices_of_each_stage(small: Catalog) -> None:
    html = filled('<div data-bloque="estadios"></div>', small, "ruta/")
    assert html.count("1 práctica") == 2
    assert "Aún sin prácticas" in html
    assert 'href="../estadios/avanzado/"' in html


def test_an_event_to_come_is_announced_until_it_begins(small: Catalog) -> None:
    event = small.events[0]  # in 2025
    for now, announced in ((date(2015, 1, 1), True), (date(2027, 1, 1), False)):
        html = filled('<div data-bloque="agenda"></div>', read_on(now, small), "")
        assert html.count(event.title) == 1
        assert ("Todavía no hay ninguno anunciado" in html) is not announced
        heading = html[: html.index(event.title)]
        assert ("El próximo" if announced else "El último") in heading


def test_a_practice_is_shared_with_its_title_unchanged(copy_of_small: Path) -> None:
    sheet = copy_of_small / "practices" / "sur" / "banco-de-semillas.md"
    sheet.write_text(sheet.read_text().replace("Banco de semillas", "Banco * de semillas"))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    summary = catalog.by_slug["banco-de-semillas"].summary
    html = page_at("practicas/banco-de-semillas/", catalog)
    chat, mail = (
        unquote(text) for text in re.findall(r'href="[^"]*[?;](?:text|body)=([^"]*)"', html)
    )
    assert chat.startswith(f"*Banco * de semillas*\n\n{summary}\n\n")
    assert mail.startswith(f"Banco * de semillas\r\n\r\n{summary}\r\n\r\n")


# Catalogues that lack something

TERMS = "practices/_taxonomies"
STAGES = [{"id": f"e{n}", "label": f"Estadio {n}", "requisitos": []} for n in range(5)]


def delete_all_content(root: Path) -> None:
    """Delete every practice, event and challenge, so that a vocabulary may lack any term."""
    for folder in ("_events", "_challenges", "norte", "sur"):
        shutil.rmtree(root / "practices" / folder)


def render_everything(root: Path) -> None:
    """Render every page of a catalogue, every block and every small map."""
    catalog, problems = load(root)
    assert catalog, problems
    for page in pages_of(catalog):
        assert page.html
    for name in BLOCKS:
        assert filled(f'<div data-bloque="{name}"></div>', catalog, "ruta/")
    if catalog.vocabularies.map:
        assert all(text for _, text in small_maps(catalog.vocabularies.map))


def test_a_catalogue_without_events_has_every_page(copy_of_small: Path) -> None:
    shutil.rmtree(copy_of_small / "practices" / "_events")
    sheet = copy_of_small / "practices" / "norte" / "riego-por-goteo.md"
    sheet.write_text(sheet.read_text().replace("estadio: avanzado", "estadio: intermedio"))
    render_everything(copy_of_small)


def test_a_catalogue_without_practices_has_every_page(copy_of_small: Path) -> None:
    delete_all_content(copy_of_small)
    render_everything(copy_of_small)


def test_every_link_within_the_panorama_leads_to_a_part_of_it(
    small: Catalog, copy_of_small: Path
) -> None:
    delete_all_content(copy_of_small)
    bare, problems = load(copy_of_small)
    assert bare, problems
    for catalog in (small, bare):
        page = next(page for page in pages_of(catalog) if page.path == "panorama/")
        assert set(re.findall('href="#([^"]+)"', page.html)) <= ids_of(page.html)


# The vocabularies whose terms name terms of another one.
REFERRING = {
    "familias-de-temas.yml": ["temas.yml"],
    "regiones.yml": ["instituciones.yml"],
    "tipos-de-institucion.yml": ["instituciones.yml"],
}


@pytest.mark.parametrize("name", sorted(VOCABULARY_FILES.values()))
def test_a_catalogue_with_an_empty_vocabulary_has_every_page(
    copy_of_small: Path, name: str
) -> None:
    delete_all_content(copy_of_small)
    for other in REFERRING.get(name, ()):
        (copy_of_small / TERMS / other).write_text("[]\n")
    (copy_of_small / TERMS / name).write_text("[]\n")
    # Stages without requirements, as a requirement may name a term of another vocabulary.
    stages = [] if name == "estadios.yml" else STAGES[:3]
    (copy_of_small / TERMS / "estadios.yml").write_text(json.dumps(stages))
    render_everything(copy_of_small)


@pytest.mark.parametrize("amount", [1, 2, 5])
def test_a_catalogue_with_any_number_of_stages_has_every_page(
    copy_of_small: Path, amount: int
) -> None:
    (copy_of_small / TERMS / "estadios.yml").write_text(json.dumps(STAGES[:amount]))
    for path, stage in (
        ("norte/riego-por-goteo", "avanzado"),
        ("sur/banco-de-semillas", "inicial"),
    ):
        sheet = copy_of_small / "practices" / f"{path}.md"
        sheet.write_text(sheet.read_text().replace(f"estadio: {stage}", "estadio: e0"))
    render_everything(copy_of_small)


@pytest.mark.parametrize(
    "outline", ["m1.5-0.5 1-1 2-2", "M1 2L3 4L5 6z", "M1,2 3,4 H5 6v7ZM1 1L2 2"]
)
def test_a_map_that_is_accepted_is_drawn(copy_of_small: Path, outline: str) -> None:
    text = f"vista: 0 0 9 9\nformas:\n  sur: {outline}\n"
    (copy_of_small / TERMS / "mapa.yml").write_text(text)
    render_everything(copy_of_small)


# Lists of several pages


@pytest.fixture
def long(copy_of_small: Path) -> Catalog:
    """The small catalogue with fifty more practices in one region."""
    sheet = copy_of_small / "practices" / "sur" / "banco-de-semillas.md"
    for number in range(50):
        text = sheet.read_text().replace("Banco de semillas", f"Práctica {number:02}")
        sheet.with_name(f"practica-{number:02}.md").write_text(text)
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    return catalog


def test_the_pages_of_a_long_list_hold_every_practice_once(long: Catalog) -> None:
    made = {page.path: page for page in pages_of(long)}
    for folder, expected in (("todas/", 52), ("regiones/sur/", 51)):
        paths = [folder, f"{folder}2/", f"{folder}3/"]
        assert [path for path in made if re.fullmatch(rf"{folder}(\d+/)?", path)] == paths
        shown = [re.findall('data-practice="([^"]+)"', made[path].html) for path in paths]
        assert [len(slugs) for slugs in shown[:2]] == [24, 24]
        assert len({slug for slugs in shown for slug in slugs}) == expected
        assert sum(map(len, shown)) == expected
        assert all(f"<strong>{expected} prácticas</strong>" in made[path].html for path in paths)


def test_the_pages_of_a_list_link_to_each_other(long: Catalog) -> None:
    first, second, third = (page_at(f"regiones/sur/{n}", long) for n in ("", "2/", "3/"))
    assert "Página 1 de 3" in first
    assert 'rel="prev"' not in first
    assert '<a rel="next" href="../../regiones/sur/2/">Siguiente</a>' in first
    assert '<a rel="prev" href="../../../regiones/sur/">Anterior</a>' in second
    assert '<a rel="next" href="../../../regiones/sur/3/">Siguiente</a>' in second
    assert '<a rel="prev" href="../../../regiones/sur/2/">Anterior</a>' in third
    assert 'rel="next"' not in third


def test_each_page_of_a_list_has_its_own_title_and_description(long: Catalog) -> None:
    listed = [page for page in pages_of(long) if page.path.startswith("regiones/sur/")]
    assert [page.title for page in listed] == [
        "Región Sur",
        "Región Sur (página 2)",
        "Región Sur (página 3)",
    ]
    assert len({page.description for page in listed}) == 3


def test_a_short_list_has_no_links_to_further_pages(small: Catalog) -> None:
    assert "pager" not in page_at("todas/", small)
    assert "pager" not in page_at("regiones/sur/", small)


def test_the_ids_of_a_page_are_found_in_its_html(small: Catalog) -> None:
    page = next(page for page in pages_of(small) if page.path == "practicas/banco-de-semillas/")
    assert {"problema", "estadio", "fuentes"} <= ids_of(page.html)
    assert "expertos" not in ids_of(page.html)
