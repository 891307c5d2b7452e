"""The explorer with the keyboard alone."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer


def test_the_keyboard_alone_reaches_a_filter_and_ticks_it(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open_address()
    focused = "document.activeElement.type"
    boxes = 0
    while boxes < 2:
        explorer.page.keyboard.press("Tab")
        boxes += explorer.page.evaluate(focused) == "checkbox"
        assert explorer.page.evaluate("document.activeElement !== document.body")
    value = explorer.page.evaluate("document.activeElement.value")
    explorer.page.keyboard.press("Space")
    explorer.expect_request(region=[value])
    explorer.expect_results(expected.passing({"region": [value]}))
    expect(explorer.box("region", value)).to_be_focused()
    explorer.page.keyboard.press("Space")
    explorer.expect_results(expected.catalog.by_slug)


def test_enter_searches(explorer: Explorer, expected: Expected) -> None:
    explorer.open_address()
    while not explorer.input.evaluate("input => input === document.activeElement"):
        explorer.page.keyboard.press("Tab")
        assert explorer.page.evaluate("document.activeElement !== document.body")
    explorer.page.keyboard.type("lectura")
    explorer.page.keyboard.press("Enter")
    explorer.expect_request("lectura")
    explorer.expect_results(expected.found("lectura"))
    expect(explorer.input).to_be_focused()


def test_every_result_is_reached_by_tab_in_its_order(explorer: Explorer) -> None:
    explorer.open("gestión")
    titles = explorer.cards.locator("h3 a")
    titles.first.focus()
    reached = [titles.first.inner_text()]
    focused = "document.activeElement.closest('[data-practice]') && document.activeElement"
    while explorer.page.evaluate(f"Boolean({focused})"):
        explorer.page.keyboard.press("Tab")
        if explorer.page.evaluate("document.activeElement.matches('h3 a')"):
            reached.append(explorer.page.evaluate("document.activeElement.innerText"))
    assert reached == explorer.titles()
