"""The buttons that choose a practice, and the accessibility of the pages that have them."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from catalog.model import Catalog
from tests.site.support.accessibility import expect_fits_the_screen, expect_no_barrier, unfold
from tests.site.support.browser_contexts import PHONE
from tests.site.support.chosen_practices import slugs_in

WIDTHS = (360, 1280)


def test_the_buttons_of_a_card_choose_and_the_rest_of_it_opens_the_practice(
    page: Page, catalog: Catalog
) -> None:
    topic = catalog.practices[0].topics[0]
    page.goto(f"temas/{topic}/")
    card = page.locator(".card[data-practice]").first
    slug = card.get_attribute("data-practice")
    card.get_by_role("button", name="Guardar").click()
    expect(card.get_by_role("button", name="Guardada")).to_have_attribute("aria-pressed", "true")
    card.get_by_role("button", name="Comparar").click()
    expect(card.get_by_role("button", name="Comparar")).to_have_attribute("aria-pressed", "true")
    assert "/temas/" in page.url
    card.get_by_role("button", name="Comparar").click()
    expect(card.get_by_role("button", name="Comparar")).to_have_attribute("aria-pressed", "false")
    card.click(position={"x": 40, "y": 60})
    expect(page).to_have_url(re.compile(f"/practicas/{slug}/$"))


@pytest.mark.parametrize("address", ["", "temas/{topic}/", "practicas/{slug}/"])
def test_every_card_has_its_buttons_once(page: Page, catalog: Catalog, address: str) -> None:
    practice = catalog.practices[0]
    page.goto(address.format(topic=practice.topics[0], slug=practice.slug))
    cards = page.locator(".card[data-practice]")
    expect(cards.first.get_by_role("button")).to_have_count(2)
    page.evaluate(
        """async () => {
          const name = "assets/catalogo/choosing/choice-buttons.js";
          const { decorateCards } = await import(new URL(name,
            document.querySelector("script[src$='every-page.js']").src.replace(/assets.*/, "")));
          decorateCards(document);
          decorateCards(document);
        }"""
    )
    for card in cards.all():
        expect(card.get_by_role("button")).to_have_count(2)


def test_up_to_four_practices_can_be_chosen_to_compare(page: Page, catalog: Catalog) -> None:
    for at, practice in enumerate(catalog.practices[:5]):
        page.goto(f"practicas/{practice.slug}/")
        page.locator(".practice-head").get_by_role("button", name="Comparar").click()
        count = min(at + 1, 4)
        link = page.get_by_role("link", name=f"Comparar {count} prácticas")
        expect(link).to_be_visible() if count > 1 else expect(link).to_have_count(0)
    expect(page.locator(".choose-bar")).to_contain_text("Ya eligió 4: quite una")
    pressed = page.locator(".practice-head").get_by_role("button", name="Comparar")
    expect(pressed).to_have_attribute("aria-pressed", "false")
    page.get_by_role("link", name="Comparar 4 prácticas").click()
    assert slugs_in(page.url) == [practice.slug for practice in catalog.practices[:4]]
    expect(page.locator(".choose-bar")).to_be_hidden()


def test_one_button_drops_all_the_practices_chosen_to_compare(page: Page, catalog: Catalog) -> None:
    page.goto(f"practicas/{catalog.practices[0].slug}/")
    page.locator(".practice-head").get_by_role("button", name="Comparar").click()
    page.get_by_role("button", name="Quitar lo elegido").click()
    expect(page.locator(".choose-bar")).to_be_hidden()
    button = page.locator(".practice-head").get_by_role("button", name="Comparar")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_focused()


def test_the_keyboard_alone_keeps_a_practice(page: Page, catalog: Catalog) -> None:
    page.goto(f"temas/{catalog.practices[0].topics[0]}/")
    link = page.locator(".card__title a").first
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".choice--keep").first).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".choice--keep").first).to_be_focused()


def test_on_a_phone_the_buttons_are_as_large_as_a_finger(
    open_page: Callable[..., Page], slugs: list[str]
) -> None:
    page = open_page(**PHONE)
    page.goto(f"practicas/{slugs[0]}/")
    page.locator(".practice-head").get_by_role("button", name="Comparar").click()
    for target in page.locator(".choice, .choose-bar :is(a, button), .folder-link").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()
        assert box["width"] >= 44, target.inner_text()


def test_without_javascript_the_buttons_are_hidden(
    open_page: Callable[..., Page], slugs: list[str]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"practicas/{slugs[0]}/")
    expect(page.get_by_role("button", name=re.compile("Guardar|Comparar"))).to_have_count(0)
    expect(page.get_by_role("link", name="Mi carpeta")).to_be_hidden()
    for address in ("comparar/", "carpeta/", "para-mi/"):
        page.goto(address)
        assert "JavaScript" in page.locator("noscript").inner_html()
        expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["none", "some"])
@pytest.mark.parametrize("place", ["comparar", "carpeta", "para-mi"])
def test_a_page_has_no_barrier_that_axe_knows(
    open_page: Callable[..., Page], slugs: list[str], place: str, kind: str, width: int
) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    asked = {"none": "", "some": "?q=lectura&region=ica&tema=lectura"}[kind]
    if place != "para-mi" and kind == "some":
        asked = f"?{urlencode([('practica', slug) for slug in slugs[:4]])}"
    page.goto(f"{place}/{asked}")
    page.wait_for_load_state("networkidle")
    unfold(page)
    expect_no_barrier(page)
    expect_fits_the_screen(page)


def test_the_bar_has_no_barrier_that_axe_knows(
    open_page: Callable[..., Page], slugs: list[str]
) -> None:
    page = open_page(viewport={"width": 360, "height": 800})
    for slug in slugs[:2]:
        page.goto(f"practicas/{slug}/")
        page.locator(".practice-head").get_by_role("button", name="Comparar").click()
    expect(page.get_by_role("link", name="Comparar 2 prácticas")).to_be_visible()
    expect_no_barrier(page)
    expect_fits_the_screen(page)
