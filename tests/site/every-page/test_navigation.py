"""The site's menu, searches and skip link, and the way back from a page that does not exist."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from catalog.model import Catalog
from tests.site.support.browser_contexts import expect_not_found


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_the_phone_s_menu_opens_and_leads_to_every_part(
    visit: Callable[..., Page], java_script_enabled: bool
) -> None:
    page = visit("practice", 360, java_script_enabled=java_script_enabled)
    menu = page.get_by_role("navigation", name="Principal")
    expect(menu).to_be_hidden()
    page.get_by_text("Menú", exact=True).click()
    expect(menu).to_be_visible()
    expect(menu.get_by_role("link")).to_have_count(7)
    menu.get_by_role("link", name="Intercambios").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Intercambios")


def test_on_a_wide_screen_the_menu_is_open(visit: Callable[..., Page]) -> None:
    page = visit("practice", 1280)
    expect(page.get_by_role("navigation", name="Principal")).to_be_visible()
    expect(page.get_by_role("link", name="Intercambios").first).to_be_visible()
    expect(page.get_by_text("Menú", exact=True)).to_be_hidden()


@pytest.mark.parametrize("address", ["no-existe/", "practicas/no-existe/", "a/b/c.html", "x"])
def test_the_page_for_missing_addresses_leads_back_from_any_depth(
    page: Page, complaints: list[str], address: str
) -> None:
    expect_not_found(page.goto(address), complaints)
    expect(page.get_by_role("heading", level=1)).to_have_text("Esta página no está aquí")
    own = page.evaluate(
        "[...document.querySelectorAll('a[href], link[href], form[action]')]"
        ".map((e) => e.href || e.action).filter((url) => url.startsWith(location.origin))"
    )
    elsewhere = {url for url in own if "#" not in url}
    assert elsewhere
    for url in sorted(elsewhere):
        assert page.request.get(url).status == 200, url
    page.get_by_label("¿Qué estaba buscando?").fill("lectura")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/catalogo/practicas/\?q=lectura$"))
    expect(page.locator("[data-practice]").first).to_be_visible()


def test_the_first_page_s_search_is_answered_by_the_explorer(
    visit: Callable[..., Page], catalog: Catalog
) -> None:
    title = catalog.practices[0].title
    page = visit("home", 360)
    page.get_by_label("¿Qué problema quiere resolver?").fill(title)
    page.get_by_role("button", name="Buscar").click()
    expect(page).to_have_url(re.compile(r"/catalogo/practicas/\?q="))
    expect(page.get_by_label("¿Qué problema quiere resolver?")).to_have_value(title)
    first = page.locator("[data-practice]").first
    expect(first).to_have_attribute("data-practice", catalog.practices[0].slug)


def test_a_listing_leads_to_the_explorer_with_its_filter_ticked(
    visit: Callable[..., Page],
) -> None:
    page = visit("listing", 1280)
    listed = page.locator("[data-practice]").count()
    page.get_by_role("link", name="Combinar con otros filtros").click()
    expect(page.locator("[data-result-count]")).to_have_text(str(listed))
    expect(page.locator("[data-facet='tema'] input:checked")).to_have_count(1)


def test_the_skip_link_is_the_first_stop_of_the_keyboard(visit: Callable[..., Page]) -> None:
    page = visit("practice", 1280)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Ir al contenido")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#contenido$"))


def test_going_to_a_section_of_a_practice_brings_it_into_view(visit: Callable[..., Page]) -> None:
    page = visit("practice", 360)
    contents = page.get_by_role("navigation", name="En esta página")
    contents.get_by_role("link", name="Fuentes").click()
    expect(page.get_by_role("heading", name="Fuentes", exact=True)).to_be_in_viewport()


@pytest.mark.parametrize("width", [960, 1100, 1110, 1200])
def test_the_site_s_name_has_room_beside_the_menu(visit: Callable[..., Page], width: int) -> None:
    name = visit("practice", width).locator(".brand__name")
    assert name.evaluate("name => name.getClientRects()[0].width") > 120
