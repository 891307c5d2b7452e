"""The folder keeps practices from visit to visit, and sends them as a list."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from catalog.model import Catalog
from tests.site.support.built_page import plain
from tests.site.support.chosen_practices import (
    address_of,
    compared_slugs,
    keep_in_folder,
    kept_slugs,
    open_comparison,
)
from tests.site.support.hostile_markup import HOSTILE_MARKUP


def test_a_kept_practice_is_in_the_folder_on_every_visit(page: Page, catalog: Catalog) -> None:
    practices = catalog.practices[:3]
    keep_in_folder(page, practices)
    button = page.locator(".practice-head").get_by_role("button", name="Guardada")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto("")
    link = page.get_by_role("link", name=re.compile("Mi carpeta"))
    expect(link).to_have_text(re.compile(r"\(3\)"))
    link.click()
    page.reload()
    assert kept_slugs(page) == [practice.slug for practice in practices]
    for at, practice in enumerate(practices):
        item = page.locator("[data-list] > li").nth(at)
        expect(item.get_by_role("link", name=practice.title)).to_be_visible()
        expect(item).to_contain_text(catalog.vocabularies.regions[practice.region].label)
        expect(item).to_contain_text(catalog.vocabularies.stages[practice.stage].label)
        expect(item).to_contain_text(plain(practice.summary)[:40])


def test_practices_taken_out_of_the_folder_can_be_put_back(page: Page, catalog: Catalog) -> None:
    practices = catalog.practices[:3]
    before = [practice.slug for practice in practices]
    keep_in_folder(page, practices)
    page.goto("carpeta/")
    page.get_by_role("button", name=f"Quitar: {practices[1].title}").click()
    assert kept_slugs(page) == [before[0], before[2]]
    expect(page.get_by_role("button", name="Deshacer")).to_be_focused()
    page.keyboard.press("Enter")
    assert kept_slugs(page) == before
    page.get_by_role("button", name="Vaciar").click()
    expect(page.get_by_text("Aún no ha guardado ninguna.")).to_be_visible()
    assert page.evaluate("localStorage.getItem('carpeta')") == "[]"
    page.get_by_role("button", name="Deshacer").click()
    assert kept_slugs(page) == before
    page.reload()
    assert kept_slugs(page) == before


def test_a_folder_shows_the_practices_that_another_tab_keeps(page: Page, catalog: Catalog) -> None:
    page.goto("carpeta/")
    expect(page.get_by_text("Aún no ha guardado ninguna.")).to_be_visible()
    keep_in_folder(other := page.context.new_page(), catalog.practices[:1])
    expect(page.locator("[data-list] > li")).to_have_count(1)
    other.close()


def test_a_list_that_was_sent_is_shown_and_kept(
    open_page: Callable[..., Page], catalog: Catalog, slugs: list[str]
) -> None:
    page = open_page()
    keep_in_folder(page, catalog.practices[2:3])
    page.goto(address_of("carpeta", [*slugs[:3], HOSTILE_MARKUP]))
    expect(page.get_by_role("heading", level=1)).to_have_text("Una lista de prácticas para usted")
    assert kept_slugs(page) == slugs[:3]
    assert json.loads(page.evaluate("localStorage.getItem('carpeta')"))[0]["slug"] == slugs[2]
    page.get_by_role("button", name="Guardar en mi carpeta").click()
    expect(page.get_by_text("Se guardaron 2 prácticas en su carpeta.")).to_be_visible()
    page.goto("carpeta/")
    assert kept_slugs(page) == [slugs[2], slugs[0], slugs[1]]
    expect(page.get_by_role("link", name=catalog.practices[0].title)).to_be_visible()


def test_a_folder_is_sent_with_the_addresses_of_its_practices(
    open_page: Callable[..., Page], catalog: Catalog, server: str
) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    practices = catalog.practices[:2]
    keep_in_folder(page, practices)
    page.goto("carpeta/")
    page.get_by_role("button", name="Copiar la lista").click()
    expect(page.get_by_text("Lista copiada")).to_be_visible()
    whatsapp = page.get_by_role("link", name="Enviar por WhatsApp").get_attribute("href") or ""
    mail = page.get_by_role("link", name="Enviar por correo").get_attribute("href") or ""
    texts = [
        page.evaluate("navigator.clipboard.readText()"),
        parse_qs(urlsplit(whatsapp).query)["text"][0],
        parse_qs(urlsplit(mail).query)["body"][0],
    ]
    for text in texts:
        for number, practice in enumerate(practices, start=1):
            assert f"{number}. {practice.title}" in text
            assert f"{server}practicas/{practice.slug}/" in text
        assert f"{server}{address_of('carpeta', [p.slug for p in practices])}" in text


def test_a_folder_of_up_to_four_is_compared_at_once(page: Page, catalog: Catalog) -> None:
    keep_in_folder(page, catalog.practices[:4])
    page.goto("carpeta/")
    page.get_by_role("link", name="Comparar las 4").click()
    expect(page.get_by_role("columnheader")).to_have_count(4)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "{",
        "null",
        "7",
        '"x"',
        "[1, null, {}]",
        '[{"slug": "../x"}]',
        '[{"slug": 5, "title": 1}]',
    ],
)
def test_the_folder_opens_with_any_text_in_the_storage(
    page: Page, catalog: Catalog, value: str
) -> None:
    page.add_init_script(
        f"if (!sessionStorage.getItem('spoilt')) {{ sessionStorage.setItem('spoilt', 1);"
        f" localStorage.setItem('carpeta', {json.dumps(value)});"
        f" sessionStorage.setItem('comparar', {json.dumps(value)}); }}"
    )
    page.goto("carpeta/")
    expect(page.get_by_text("Aún no ha guardado ninguna.")).to_be_visible()
    keep_in_folder(page, catalog.practices[:1])
    page.goto("carpeta/")
    assert kept_slugs(page) == [catalog.practices[0].slug]


def test_half_a_character_in_the_storage_does_not_break_the_link_to_share(
    page: Page, slugs: list[str]
) -> None:
    kept = [{"slug": slugs[0], "title": "Mitad: \ud83d"}]
    page.add_init_script(f"localStorage.setItem('carpeta', {json.dumps(json.dumps(kept))})")
    page.goto("carpeta/")
    link = page.get_by_role("link", name="Enviar por WhatsApp")
    expect(link).to_have_attribute("href", re.compile("^https://wa.me/"))


@pytest.mark.parametrize(
    "spoil",
    [
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
        " { get() { throw new DOMException('no', 'SecurityError'); } })",
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }",
    ],
    ids=["forbidden", "full"],
)
def test_a_browser_without_storage_gets_a_message_and_a_page_that_works(
    page: Page, slugs: list[str], spoil: str
) -> None:
    page.add_init_script(spoil)
    page.goto(f"practicas/{slugs[0]}/")
    button = page.locator(".practice-head").get_by_role("button", name="Guardar")
    button.click()
    expect(page.locator(".choose-bar")).to_contain_text("Este navegador no lo permite.")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.goto(address_of("carpeta", slugs[:2]))
    assert kept_slugs(page) == slugs[:2]
    open_comparison(page, slugs[:2])
    assert compared_slugs(page) == slugs[:2]


def test_the_folder_stays_in_the_browser_and_says_so(page: Page, catalog: Catalog) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    keep_in_folder(page, catalog.practices[:2])
    page.goto("carpeta/")
    expect(page.get_by_text("se guarda solo en este navegador")).to_be_visible()
    expect(page.locator("[data-list] .stage")).to_have_count(2)
    assert all(line.startswith("GET ") and "?" not in line for line in sent)
