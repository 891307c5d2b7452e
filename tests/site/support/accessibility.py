"""Checks of a page: it has no barrier that axe knows, and is no wider than the screen."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def expect_no_barrier(page: Page) -> None:
    """Fail if axe finds a violation of its rules (https://dequeuniversity.com/rules/axe/)."""
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()


def expect_fits_the_screen(page: Page) -> None:
    """Fail if the page scrolls sideways."""
    assert page.viewport_size
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"]


def unfold(page: Page) -> None:
    """Open every folded part of the page's content."""
    folds = page.locator("#contenido details")
    folds.evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")
