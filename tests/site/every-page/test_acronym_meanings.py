"""A reader finds the meaning of an acronym by finger, by keyboard and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.support.browser_contexts import PHONE

_EXPLAINED = "all => all.map((acronym) => [acronym.textContent, acronym.title])"
_LISTED = "all => all.map((entry) => [...entry.children].map((part) => part.textContent))"
_SHOWN = "acronym => getComputedStyle(acronym, '::after').content"


@pytest.fixture
def addresses(site: Path) -> Iterator[str]:
    """The addresses of the pages that explain an acronym."""
    pages = sorted(file.parent for file in site.rglob("index.html") if "<abbr" in file.read_text())
    return (f"{page.relative_to(site)}/" for page in pages)


def test_a_page_lists_the_acronyms_that_it_explains(page: Page, addresses: Iterator[str]) -> None:
    for address in addresses:
        page.goto(address)
        explained = dict(page.locator("abbr").evaluate_all(_EXPLAINED))
        listed = page.locator(".acronyms dl > div").evaluate_all(_LISTED)
        assert explained.items() <= dict(listed).items(), address
        assert [acronym for acronym, _ in listed] == sorted(dict(listed)), address


def test_the_list_of_acronyms_is_one_stop_of_the_keyboard_and_an_acronym_is_none(
    page: Page, addresses: Iterator[str]
) -> None:
    page.goto(next(addresses))
    inside = page.locator(".acronyms dd").first
    expect(inside).to_be_hidden()
    page.locator("h1").click()
    summary = page.get_by_text("Siglas de esta página")
    stops = 0
    while not summary.evaluate("text => text.closest('summary') === document.activeElement"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.localName") not in ("abbr", "body")
        stops += 1
    assert stops
    page.keyboard.press("Enter")
    expect(inside).to_be_visible()


def test_on_paper_the_list_is_open(page: Page, addresses: Iterator[str]) -> None:
    page.goto(next(addresses))
    page.emulate_media(media="print")
    expect(page.locator(".acronyms dd").first).to_be_visible()


def test_a_finger_shows_the_meaning_of_an_acronym_and_escape_hides_it(
    open_page: Callable[..., Page], addresses: Iterator[str]
) -> None:
    phone = open_page(**PHONE)
    phone.goto(next(addresses))
    acronym = phone.locator("abbr").first
    meaning = acronym.get_attribute("title")
    assert acronym.evaluate(_SHOWN) == "none"
    acronym.tap()
    assert acronym.evaluate(_SHOWN) == f'"{meaning}"'
    phone.keyboard.press("Escape")
    assert acronym.evaluate(_SHOWN) == "none"
