"""The wall of challenges: its filters, its address, and the page without scripts."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.site.support.extreme_catalogue import LEAST, MOST


def shown(page: Page) -> list[str]:
    """The slugs of the challenges that the wall shows, in order."""
    links = page.locator(".wall__item:visible .wall__title a")
    return [
        href.rstrip("/").rpartition("/")[2]
        for href in links.evaluate_all("all => all.map((a) => a.href)")
    ]


def test_a_wall_shows_what_is_chosen_and_the_address_keeps_it(
    page: Page, extreme_site: str
) -> None:
    page.goto(f"{extreme_site}desafios/")
    assert sorted(shown(page)) == [MOST, LEAST]
    page.get_by_label("Región").select_option("callao")
    assert shown(page) == [MOST]
    expect(page.locator("[data-wall-status]")).to_have_text("1 desafío")
    page.get_by_label("Estado").select_option("abierto")
    assert shown(page) == []
    expect(page).to_have_url(f"{extreme_site}desafios/?region=callao&estado=abierto")
    page.go_back()
    assert shown(page) == [MOST]
    page.goto(f"{extreme_site}desafios/?tema=lectura&estado=abierto&region=nada")
    assert shown(page) == [LEAST]
    expect(page.get_by_label("Región")).to_have_value("")


def test_a_wall_without_scripts_shows_every_challenge_and_no_filter(
    open_page: Callable[..., Page], extreme_site: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{extreme_site}desafios/")
    assert len(shown(page)) == 2
    expect(page.get_by_label("Región")).to_be_hidden()


def test_the_search_finds_a_challenge(page: Page, extreme_site: str) -> None:
    page.goto(f"{extreme_site}practicas/?q=un título tan largo")
    found = page.locator("[data-others] a", has_text="Un título tan largo")
    expect(page.locator("[data-others]")).to_contain_text("Desafío")
    assert any("desafios/" in str(link.get_attribute("href")) for link in found.all())
