"""The emptiest and the fullest possible pages fit any screen and have no barrier."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.support.accessibility import expect_fits_the_screen, expect_no_barrier, unfold
from tests.site.support.extreme_catalogue import LEAST, MOST

PAGES = [
    *(
        f"{folder}/{slug}/{rest}"
        for slug in (LEAST, MOST)
        for folder, rest in (
            ("practicas", ""), ("intercambios", ""), ("intercambios", "reporte/"), ("desafios", ""),
        )
    ),
    "desafios/",
    "iniciativas/",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_the_emptiest_and_the_fullest_pages_fit_the_screen(
    open_page: Callable[..., Page], extreme_site: str, path: str
) -> None:
    page = open_page(viewport={"width": 1280, "height": 800})
    page.goto(extreme_site + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    unfold(page)
    for width in (1280, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        expect_fits_the_screen(page)


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_the_emptiest_and_the_fullest_pages_have_no_barrier(
    open_page: Callable[..., Page], extreme_site: str, path: str, color_scheme: str
) -> None:
    page = open_page(viewport={"width": 360, "height": 800}, color_scheme=color_scheme)
    page.goto(extreme_site + path)
    unfold(page)
    expect_no_barrier(page)
