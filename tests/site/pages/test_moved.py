"""A former address leads to the page's new one, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.support.extreme_catalogue import FORMER, LEAST, MOST


def test_a_former_address_keeps_the_part_that_it_names(page: Page, extreme_site: str) -> None:
    page.goto(f"{extreme_site}practicas/{FORMER}/#cifras")
    expect(page).to_have_url(f"{extreme_site}practicas/{MOST}/#cifras")


def test_a_comparison_by_a_former_name_shows_the_practice(page: Page, extreme_site: str) -> None:
    page.goto(f"{extreme_site}comparar/?practica={FORMER}&practica={LEAST}")
    expect(page.get_by_role("columnheader", name="Un título tan largo")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("path", ["practicas/{}/", "intercambios/{}/", "intercambios/{}/reporte/"])
def test_a_former_address_leads_to_the_page(
    open_page: Callable[..., Page], extreme_site: str, path: str, scripts: bool
) -> None:
    page = open_page(java_script_enabled=scripts)
    page.goto(extreme_site + path.format(FORMER))
    expect(page).to_have_url(extreme_site + path.format(MOST))
