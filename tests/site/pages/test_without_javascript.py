"""Without JavaScript the site can be read, and every practice reached."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from catalog.model import Catalog
from tests.site.support.built_page import plain
from tests.site.support.expected_results import listings


@pytest.mark.parametrize("kind", ["listing", "event", "practice"])
def test_without_javascript_a_page_can_be_read(
    visit: Callable[..., Page], kind: str, catalog: Catalog
) -> None:
    page = visit(kind, 360, java_script_enabled=False)
    links = page.locator("#contenido a[href*='practicas/']")
    titles = {practice.title for practice in catalog.practices}
    assert titles & {plain(text) for text in links.all_inner_texts()}
    for fold in page.locator("#contenido details").all():
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
    for folded in page.locator("#contenido .prose").all():
        expect(folded).to_be_visible()


@pytest.mark.parametrize("folder", ["regiones", "temas", "estadios"])
def test_without_javascript_practices_are_reached_from_the_explorer_by_listing(
    visit: Callable[..., Page], catalog: Catalog, folder: str
) -> None:
    page = visit("explorer", 360, java_script_enabled=False)
    page.locator(f"#contenido a[href$='{folder}/']").click()
    expect(page).to_have_url(re.compile(f"/catalogo/{folder}/$"))
    for of_folder, value, practices in listings(catalog):
        if of_folder == folder and practices:
            page.locator(f"#contenido a[href$='{folder}/{value}/']").click()
            shown = page.locator("[data-practice]")
            expect(shown).to_have_count(len(practices))
            expect(shown.first).to_be_visible()
            shown.first.get_by_role("link").click()
            expect(page).to_have_url(re.compile("/catalogo/practicas/[^/]+/$"))
            return


def test_without_javascript_the_explorer_shows_no_filters(
    visit: Callable[..., Page],
) -> None:
    page = visit("explorer", 360, java_script_enabled=False)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    expect(page.get_by_role("link", name="Prácticas por intercambio")).to_be_visible()
