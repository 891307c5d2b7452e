"""Practices that a reader chose: the addresses that name them, the comparison and the folder."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Page, expect

from catalog.model import Practice


def address_of(page: str, slugs: Iterable[str]) -> str:
    """The address of a page, `comparar` or `carpeta`, with these practices in its query."""
    return f"{page}/?{urlencode([('practica', slug) for slug in slugs])}"


def slugs_in(url: str) -> list[str]:
    """The slugs of the practices that an address names."""
    return parse_qs(urlsplit(url).query).get("practica", [])


def open_comparison(page: Page, slugs: Iterable[str]) -> Page:
    """Open the page that puts practices side by side, and wait for its table."""
    page.goto(address_of("comparar", slugs))
    expect(page.get_by_role("table")).to_be_visible()
    return page


def compared_slugs(page: Page) -> list[str]:
    """The slugs of the practices that are compared, from left to right."""
    heads = page.locator("thead th a").all()
    return [str(head.get_attribute("href")).rstrip("/").rsplit("/", 1)[1] for head in heads]


def keep_in_folder(page: Page, practices: Iterable[Practice]) -> None:
    """Keep practices in the folder, each from its own page."""
    for practice in practices:
        page.goto(f"practicas/{practice.slug}/")
        page.locator(".practice-head").get_by_role("button", name="Guardar").click()


def kept_slugs(page: Page) -> list[str]:
    """The slugs of the practices that the folder's page shows, in their order."""
    return page.locator("[data-list] > li").evaluate_all("all => all.map((li) => li.dataset.slug)")
