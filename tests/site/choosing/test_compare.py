"""The comparison of practices side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from catalog.model import Catalog
from tests.site.support.browser_contexts import expect_complaints
from tests.site.support.built_page import plain
from tests.site.support.chosen_practices import (
    compared_slugs,
    keep_in_folder,
    open_comparison,
    slugs_in,
)
from tests.site.support.hostile_markup import HOSTILE_MARKUP
from tests.site.support.slow_network import refused_answers

UNKNOWN = "no-existe"
ROWS = (
    "Institución y región",
    "Nivel, y desde cuándo",
    "Problema",
    "Estrategia",
    "Cifras",
    "Qué se midió",
    "Estadio, y qué lo sustenta",
    "Para replicarla",
    "Contactos",
)


def _cell(page: Page, row: str, column: int) -> Locator:
    rows = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=row, exact=True))
    return rows.get_by_role("cell").nth(column)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_the_address_alone_puts_practices_side_by_side(
    page: Page, catalog: Catalog, slugs: list[str], count: int
) -> None:
    open_comparison(page, slugs[:count])
    assert compared_slugs(page) == slugs[:count]
    for practice in catalog.practices[:count]:
        assert practice.title in page.title()
    assert page.get_by_role("rowheader").all_inner_texts() == list(ROWS)
    expect(page.get_by_role("columnheader")).to_have_count(count)


def test_the_items_of_a_shortened_list_stay_apart(page: Page, slugs: list[str]) -> None:
    open_comparison(page, slugs[:4])
    beginnings = page.locator(".shortened__start").all_text_contents()
    assert len(beginnings) > 4
    assert not [text for text in beginnings if re.search(r"[a-záéíóú]\.[A-ZÁÉÍÓÚ]", text)]


def test_a_column_agrees_with_the_page_of_its_practice(page: Page, catalog: Catalog) -> None:
    compared = catalog.practices[:4]
    open_comparison(page, [practice.slug for practice in compared])
    terms = catalog.vocabularies
    for at, practice in enumerate(compared):
        texts = {row: plain(_cell(page, row, at).text_content()) for row in ROWS}
        assert terms.regions[practice.region].label in texts["Institución y región"]
        assert plain(practice.institutions[0]) in texts["Institución y región"]
        for name, row in (("problema", "Problema"), ("estrategia", "Estrategia")):
            section = practice.section(name)
            assert section is not None
            first_words = plain(section.text).split()[:8]
            assert " ".join(first_words) in texts[row]
            assert plain(section.text).split()[-1] in texts[row]
        for figure in practice.figures:
            assert plain(figure.detail) in texts["Cifras"]
        assert terms.stages[practice.stage].label in texts["Estadio, y qué lo sustenta"]
        missing = _cell(page, "Estadio, y qué lo sustenta", at).locator(".checklist__item--missing")
        assert all("Falta" in text for text in missing.all_text_contents())
        for contact in practice.contacts:
            assert contact.mail in texts["Contactos"]


def test_recommendations_are_shown_with_the_name_of_the_expert(
    page: Page, catalog: Catalog
) -> None:
    practice, presentation = next(
        (practice, presentation)
        for practice in catalog.practices
        for _, presentation in catalog.presentations.get(practice.slug, [])
        if presentation.expert and any(s.id == "recomendaciones" for s in presentation.sections)
    )
    open_comparison(page, [practice.slug])
    assert presentation.expert is not None
    expect(_cell(page, "Para replicarla", 0)).to_contain_text(presentation.expert.name)


def test_only_the_first_four_of_five_practices_are_compared_and_the_page_says_so(
    page: Page, slugs: list[str]
) -> None:
    open_comparison(page, slugs[:5])
    assert compared_slugs(page) == slugs[:4]
    expect(page.get_by_text("Se comparan hasta 4 prácticas")).to_be_visible()
    expect(page.get_by_role("link", name="Añadir otra")).to_be_hidden()


def test_the_column_of_a_practice_that_does_not_exist_says_so(
    page: Page, slugs: list[str], complaints: list[str]
) -> None:
    open_comparison(page, [slugs[0], UNKNOWN])
    head = page.get_by_role("columnheader").nth(1)
    expect(head).to_contain_text(f"No hay ninguna práctica «{UNKNOWN}»")
    head.get_by_role("button", name="Quitar").click()
    expect(page.get_by_role("columnheader")).to_have_count(1)
    expect_complaints(complaints, "404")


@pytest.mark.parametrize(
    "hostile", [HOSTILE_MARKUP, "../../acerca", "javascript:alert(1)", "a/b", "%2e%2e"]
)
def test_hostile_text_in_the_address_is_neither_fetched_nor_shown(
    page: Page, slugs: list[str], hostile: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(unquote(request.url)))
    open_comparison(page, [slugs[0], hostile])
    assert compared_slugs(page) == [slugs[0]]
    expect(page.get_by_text("se dejó de lado")).to_be_visible()
    assert not [url for url in asked if hostile in url and "/comparar/" not in url]
    expect(page.locator("img[src=x]")).to_have_count(0)
    assert hostile not in page.locator("#contenido").inner_html()


def test_back_restores_a_column_that_was_taken_away(page: Page, slugs: list[str]) -> None:
    open_comparison(page, slugs[:3])
    page.get_by_role("columnheader").nth(1).get_by_role("button").click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert slugs_in(page.url) == [slugs[0], slugs[2]]
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.go_back()
    expect(page.get_by_role("columnheader")).to_have_count(3)


def test_a_column_can_be_added_from_the_explorer_or_the_folder(
    page: Page, catalog: Catalog, slugs: list[str]
) -> None:
    keep_in_folder(page, catalog.practices[3:4])
    open_comparison(page, slugs[:1])
    page.get_by_text("Añadir una de mi carpeta").click()
    page.get_by_role("button", name=catalog.practices[3].title).click()
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert slugs_in(page.url) == [slugs[0], slugs[3]]
    assert page.get_by_role("link", name="Añadir otra").get_attribute("href") == "../practicas/"
    # The bar has the compared practices: the next one that is chosen is added to them.
    page.goto(f"practicas/{slugs[5]}/")
    page.locator(".practice-head").get_by_role("button", name="Comparar").click()
    page.get_by_role("link", name="Comparar 3 prácticas").click()
    expect(page.get_by_role("columnheader")).to_have_count(3)


def test_long_texts_unfold(page: Page, slugs: list[str]) -> None:
    open_comparison(page, slugs[:2])
    fold = _cell(page, "Estrategia", 0)
    whole = fold.locator("details > :not(summary)")
    expect(whole).to_be_hidden()
    fold.get_by_text("Ver todo").click()
    expect(whole).to_be_visible()
    expect(fold.locator(".shortened__start")).to_be_hidden()


def test_a_comparison_is_sent_by_its_address(
    open_page: Callable[..., Page], catalog: Catalog, slugs: list[str]
) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    open_comparison(page, slugs[:2])
    page.get_by_role("button", name="Copiar el enlace").click()
    expect(page.get_by_text("Enlace copiado.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    link = page.get_by_role("link", name="Enviar por WhatsApp").get_attribute("href") or ""
    text = parse_qs(urlsplit(link).query)["text"][0]
    assert urlsplit(link).netloc == "wa.me"
    assert page.url in text
    assert catalog.practices[1].title in text


def test_without_practices_the_page_says_how_to_choose(page: Page) -> None:
    page.goto("comparar/")
    expect(page.get_by_role("heading", name="Cómo elegir")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)


def test_a_practice_that_could_not_be_fetched_can_be_fetched_again(
    page: Page, slugs: list[str], complaints: list[str]
) -> None:
    address = re.compile(f"practicas/{slugs[1]}/$")
    with refused_answers(page, address, complaints):
        open_comparison(page, slugs[:2])
        expect(page.get_by_role("columnheader").nth(1)).to_contain_text("No se pudo cargar")
    page.get_by_role("button", name="Volver a intentar").click()
    expect(page.locator("thead th a")).to_have_count(2)
