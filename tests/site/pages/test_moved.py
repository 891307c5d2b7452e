"""A former address leads to the page's new one, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.support.extreme_catalogue import FORMER, MOST


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("path", ["practicas/{}/", "intercambios/{}/", "intercambios/{}/reporte/"])
def test_a_former_address_leads_to_the_page(
    open_page: Callable[..., Page], extreme_site: str, path: str, scripts: bool
) -> None:
    page = open_page(java_script_enabled=scripts)
    page.goto(extreme_site + path.format(FORMER))
    expect(page).to_have_url(extreme_site + path.format(MOST))
