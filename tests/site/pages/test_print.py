"""A printed practice takes few sheets of paper, has no navigation, and shows its address."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from catalog.model import Catalog
from tests.site.support.built_sites import SITE_URL

MOST_SHEETS = 4


def test_every_practice_is_printed_on_a_few_sheets_of_paper(page: Page, catalog: Catalog) -> None:
    for practice in catalog.practices:
        page.goto(f"practicas/{practice.slug}/")
        printed = page.pdf(prefer_css_page_size=True)
        sheets = len(re.findall(rb"/Type\s*/Page\b", printed))
        assert 2 <= sheets <= MOST_SHEETS, f"{practice.slug}: {sheets}"


def test_on_paper_a_practice_has_every_section_and_no_navigation(
    visit: Callable[..., Page],
) -> None:
    page = visit("practice", 1280)
    page.emulate_media(media="print")
    for gone in (".site-header", ".site-footer", ".on-this-page", ".choices", ".share", ".related"):
        expect(page.locator(gone).first).to_be_hidden()
    for part in ("problema", "estrategia", "resultados", "expertos", "replicar", "estadio"):
        expect(page.locator(f"#{part}")).to_be_visible()
    expect(page.locator(".leads-back svg")).to_be_visible()
    expect(page.locator(".leads-back")).to_contain_text(f"{SITE_URL}practicas/")


def test_a_practice_is_printed_on_white_also_in_dark_colours(
    visit: Callable[..., Page],
) -> None:
    page = visit("practice", 1280, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert ink == "rgb(29, 33, 41)"
