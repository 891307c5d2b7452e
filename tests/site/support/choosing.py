"""What the tests of choosing share: comparing, the folder, and what fits the reader."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qs, urlencode, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from catalog.model import Practice

HOSTILE = '"><img src=x onerror=alert(1)>'


def address_of(page: str, slugs: Iterable[str]) -> str:
    """The address of a page that is told these practices."""
    return f"{page}/?{urlencode([('practica', slug) for slug in slugs])}"


def asked_by(url: str) -> list[str]:
    """The practices that an address tells."""
    return parse_qs(urlsplit(url).query).get("practica", [])


def plain(text: str | None) -> str:
    """With single blanks."""
    return " ".join((text or "").split())


def expect_no_barrier(page: Page) -> None:
    """Nothing that axe knows, and nothing wider than the screen."""
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def compare(page: Page, slugs: Iterable[str]) -> Page:
    """Put practices side by side."""
    page.goto(address_of("comparar", slugs))
    expect(page.get_by_role("table")).to_be_visible()
    return page


def columns(page: Page) -> list[str]:
    """The practices that stand side by side."""
    heads = page.locator("thead th a").all()
    return [str(head.get_attribute("href")).rstrip("/").rsplit("/", 1)[1] for head in heads]


def keep(page: Page, practices: Iterable[Practice]) -> None:
    """Keep practices in the folder, each from its own page."""
    for practice in practices:
        page.goto(f"practicas/{practice.slug}/")
        page.locator(".practice-head").get_by_role("button", name="Guardar").click()


def kept(page: Page) -> list[str]:
    """The practices in the folder, in their order."""
    return page.locator("[data-list] > li").evaluate_all("all => all.map((li) => li.dataset.slug)")
