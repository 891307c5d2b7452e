"""The explorer on a phone: the filters open over the results, and the page fits the screen."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from catalog.model import Practice
from tests.site.support.accessibility import expect_fits_the_screen
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer
from tests.site.support.slow_network import hold_answers


def test_on_a_phone_the_filters_open_over_the_results_and_close(
    phone: Explorer, expected: Expected, sample: Practice
) -> None:
    phone.open_address()
    expect(phone.panel).to_be_hidden()
    expect(phone.opener).to_have_attribute("aria-expanded", "false")

    phone.opener.tap()
    expect(phone.panel).to_be_visible()
    expect(phone.opener).to_have_attribute("aria-expanded", "true")
    phone.box("region", sample.region).check()
    phone.page.get_by_role("button", name=re.compile("^Ver ")).tap()
    expect(phone.panel).to_be_hidden()
    expect(phone.opener).to_have_attribute("aria-expanded", "false")
    expect(phone.opener).to_have_text("Filtros (1)")
    phone.expect_results(expected.passing({"region": [sample.region]}))
    expect(phone.cards.first).to_be_visible()


def test_the_button_that_closes_the_filters_has_the_number_of_results(
    phone: Explorer, expected: Expected, sample: Practice
) -> None:
    phone.open_address()
    phone.opener.tap()
    closer = phone.page.locator("[data-close-filters]")
    expect(closer).to_have_text(f"Ver {len(expected.catalog.practices)} prácticas")
    phone.box("region", sample.region).check()
    count = len(expected.passing({"region": [sample.region]}))
    expect(closer).to_have_text(f"Ver {count} {'práctica' if count == 1 else 'prácticas'}")


def test_a_button_above_the_filters_takes_all_of_them_away(
    phone: Explorer, expected: Expected, sample: Practice
) -> None:
    phone.open("", {"region": [sample.region], "tema": sample.topics})
    phone.opener.tap()
    clear = phone.page.get_by_role("button", name="Quitar todos")
    clear.tap()
    phone.expect_results(expected.catalog.by_slug)
    phone.expect_request()
    expect(clear).to_be_hidden()
    expect(phone.panel).to_be_visible()


def test_escape_closes_the_filters_and_gives_the_focus_back(phone: Explorer) -> None:
    phone.open_address()
    phone.opener.press("Enter")
    expect(phone.panel).to_be_visible()
    expect(phone.panel.locator("input:visible").first).to_be_focused()
    phone.page.keyboard.press("Escape")
    expect(phone.panel).to_be_hidden()
    expect(phone.opener).to_be_focused()


def test_with_the_filters_open_the_focus_is_always_visible(phone: Explorer) -> None:
    phone.open_address()
    phone.opener.press("Enter")
    hidden = """() => {
      const at = document.activeElement;
      if (at === document.body) return null;
      const { x, y, width, height } = at.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return top && !at.contains(top) && !top.contains(at) ? at.outerHTML : null;
    }"""
    boxes = phone.panel.locator("input:visible").count()
    for _ in range(boxes + 3):
        phone.page.keyboard.press("Tab")
        assert phone.page.evaluate(hidden) is None


# The browser's history


def test_back_closes_the_filters_and_then_leaves_the_page(phone: Explorer) -> None:
    phone.page.goto("ruta/")
    phone.open("lectura")
    phone.opener.tap()
    expect(phone.panel).to_be_visible()
    phone.page.go_back()
    expect(phone.panel).to_be_hidden()
    expect(phone.opener).to_be_focused()
    phone.expect_request("lectura")
    phone.page.go_back()
    expect(phone.page).to_have_url(re.compile("/ruta/"))


@pytest.mark.parametrize("close", ["Back", "the button", "Escape"])
def test_values_ticked_in_the_filters_are_one_step_of_the_history(
    phone: Explorer, expected: Expected, sample: Practice, close: str
) -> None:
    phone.page.goto("ruta/")
    phone.open("", {"estadio": [sample.stage]})
    phone.opener.tap()
    phone.box("region", sample.region).check()
    phone.box("tema", sample.topics[0]).check()
    chosen = {"estadio": [sample.stage], "region": [sample.region], "tema": [sample.topics[0]]}
    phone.expect_request("", **chosen)
    if close == "Back":
        phone.page.go_back()
    elif close == "Escape":
        phone.page.keyboard.press("Escape")
    else:
        phone.page.locator("[data-close-filters]").tap()
    expect(phone.panel).to_be_hidden()
    phone.expect_request("", **chosen)
    phone.expect_results(expected.passing(chosen))
    phone.page.go_back()
    phone.expect_request("", estadio=[sample.stage])
    phone.expect_results(expected.passing({"estadio": [sample.stage]}))
    expect(phone.panel).to_be_hidden()
    phone.page.go_back()
    expect(phone.page).to_have_url(re.compile("/ruta/"))


def test_closing_the_filters_by_a_button_leaves_no_step_in_the_history(phone: Explorer) -> None:
    phone.page.goto("ruta/")
    phone.open_address()
    for _ in range(2):
        phone.opener.tap()
        phone.page.locator("[data-close-filters]").tap()
        expect(phone.panel).to_be_hidden()
    phone.page.go_back()
    expect(phone.page).to_have_url(re.compile("/ruta/"))


def test_the_filters_stay_open_when_the_page_is_loaded_again(
    phone: Explorer, sample: Practice
) -> None:
    phone.open_address()
    phone.opener.tap()
    phone.box("region", sample.region).check()
    phone.expect_request("", region=[sample.region])
    phone.page.reload()
    expect(phone.panel).to_be_visible()
    phone.page.go_back()
    expect(phone.panel).to_be_hidden()
    phone.expect_request("", region=[sample.region])
    phone.page.reload()
    expect(phone.count).not_to_be_empty()
    expect(phone.panel).to_be_hidden()


def test_filters_left_open_on_a_screen_that_grows_wide_leave_no_step_in_the_history(
    open_page: Callable[..., Page], sample: Practice
) -> None:
    tablet = Explorer(open_page(viewport={"width": 800, "height": 1280}))
    tablet.page.goto("ruta/")
    tablet.open_address()
    tablet.opener.click()
    tablet.page.set_viewport_size({"width": 1280, "height": 800})
    expect(tablet.page.locator("[inert]")).to_have_count(0)
    for key, value in (("region", sample.region), ("tema", sample.topics[0])):
        tablet.box(key, value).check()
    tablet.settle()
    tablet.page.go_back()
    tablet.expect_request("", region=[sample.region])
    tablet.page.go_back()
    tablet.expect_request()
    tablet.page.go_back()
    expect(tablet.page).to_have_url(re.compile("/ruta/"))


def test_a_screen_that_grows_wide_before_the_filters_open_keeps_them_beside_the_results(
    open_page: Callable[..., Page],
) -> None:
    tablet = Explorer(open_page(viewport={"width": 800, "height": 1280}))
    tablet.open_address()
    let_go = hold_answers(tablet.page, "**/filter-sheet.js")
    with tablet.page.expect_request("**/filter-sheet.js"):
        tablet.opener.click()
    tablet.page.set_viewport_size({"width": 1280, "height": 800})
    with tablet.page.expect_response("**/filter-sheet.js"):
        let_go()
    tablet.page.wait_for_timeout(200)
    expect(tablet.page.locator("[inert]")).to_have_count(0)


def test_filters_left_open_do_not_block_a_screen_that_grows_wide(
    open_page: Callable[..., Page], expected: Expected
) -> None:
    tablet = Explorer(open_page(viewport={"width": 800, "height": 1280}))
    tablet.open_address()
    tablet.opener.click()
    tablet.page.set_viewport_size({"width": 1280, "height": 800})
    tablet.input.fill("lectura")
    tablet.expect_results(expected.found("lectura"))
    tablet.input.press("Escape")
    tablet.page.get_by_role("link", name="La Ruta").first.click()
    expect(tablet.page).to_have_url(re.compile("/ruta/"))


def test_the_page_is_never_wider_than_a_phone(phone: Explorer, sample: Practice) -> None:
    phone.open("gestión", {"region": [sample.region], "tema": sample.topics})
    expect_fits_the_screen(phone.page)
    phone.opener.tap()
    expect(phone.panel).to_be_visible()
    expect_fits_the_screen(phone.page)
    phone.open("sinespaciosniguiones" * 20)
    expect_fits_the_screen(phone.page)
    phone.open("lectira sinespaciosniguionesporaqui")
    expect_fits_the_screen(phone.page)
    phone.input.fill("")
    phone.input.press_sequentially("ges")
    expect(phone.page.get_by_role("option").first).to_be_visible()
    expect_fits_the_screen(phone.page)
