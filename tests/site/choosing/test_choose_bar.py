"""The bar of the practices chosen to compare covers no text on a low screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize(("height", "position"), [(740, "fixed"), (360, "static")])
def test_the_bar_lies_over_the_page_only_where_there_is_room(
    page: Page, height: int, position: str
) -> None:
    page.set_viewport_size({"width": 740, "height": height})
    page.goto("todas/")
    page.get_by_role("button", name="Comparar").first.click()
    bar = page.locator(".choose-bar")
    assert bar.evaluate("bar => getComputedStyle(bar).position") == position
    bar.scroll_into_view_if_needed()
    below = bar.evaluate("bar => innerHeight - bar.getBoundingClientRect().bottom")
    assert abs(below) < 1
