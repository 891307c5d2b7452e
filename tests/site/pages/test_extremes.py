"""The emptiest and the fullest pages that there can be: they fit any screen and have no barrier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.site.support import extremes
from tests.site.support.kinds import unfold
from tests.site.support.offline import build

PAGES = [
    f"{folder}/{slug}/{rest}"
    for slug in (extremes.LEAST, extremes.MOST)
    for folder, rest in (("practicas", ""), ("intercambios", ""), ("intercambios", "reporte/"))
]


@pytest.fixture(scope="session")
def extreme_site(
    site: Path, server: str, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The address of the site of the two extremes, beside the real one."""
    made = tmp_path_factory.mktemp("extremes")
    extremes.write(root, made)
    built = build(
        made, SITE_DIR=str(site.with_name("extremos")), SITE_URL="https://x.org/extremos/"
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return server.replace("/catalogo/", "/extremos/")


@pytest.mark.parametrize("path", PAGES)
def test_the_emptiest_and_the_fullest_fit_the_screen(
    open_page: Callable[..., Page], extreme_site: str, path: str
) -> None:
    page = open_page(viewport={"width": 1280, "height": 800})
    page.goto(extreme_site + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    unfold(page)
    for width in (1280, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_the_emptiest_and_the_fullest_have_no_barrier(
    open_page: Callable[..., Page], extreme_site: str, path: str, color_scheme: str
) -> None:
    page = open_page(viewport={"width": 360, "height": 800}, color_scheme=color_scheme)
    page.goto(extreme_site + path)
    unfold(page)
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
