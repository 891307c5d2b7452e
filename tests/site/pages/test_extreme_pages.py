"""The emptiest and the fullest possible pages fit any screen and have no barrier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.support.accessibility import expect_fits_the_screen, expect_no_barrier, unfold
from tests.site.support.built_sites import build_once
from tests.site.support.extreme_catalogue import LEAST, MOST, write_extreme_catalogue
from tests.site.support.offline_build import build_well

PAGES = [
    f"{folder}/{slug}/{rest}"
    for slug in (LEAST, MOST)
    for folder, rest in (("practicas", ""), ("intercambios", ""), ("intercambios", "reporte/"))
]


@pytest.fixture(scope="session")
def extreme_site(site: Path, server: str, root: Path, shared_folder: Path) -> str:
    """The address of the site of the extreme catalogue, beside the real site."""
    folder = site.with_name("extremos")

    def build_extremes() -> None:
        repository = shared_folder / "extremes"
        write_extreme_catalogue(root, repository)
        build_well(repository, SITE_DIR=str(folder), SITE_URL="https://x.org/extremos/")

    build_once(folder, build_extremes)
    return server.replace("/catalogo/", "/extremos/")


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
