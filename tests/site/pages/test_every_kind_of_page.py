"""Every kind of page in a browser, on a phone and on a wide screen: the page opens, fits the screen
and has no barrier."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.support.accessibility import expect_fits_the_screen, expect_no_barrier, unfold
from tests.site.support.page_kinds import KINDS

WIDTHS = (360, 1280)
# The narrowest screen equals a wide screen at a zoom of 400 %.
FITTING = (320, 768, 1280)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_without_complaint_and_fits_the_screen(
    visit: Callable[..., Page], kind: str
) -> None:
    page = visit(kind, FITTING[0])
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    unfold(page)
    for width in FITTING:
        page.set_viewport_size({"width": width, "height": 800})
        expect_fits_the_screen(page)
    style = "getComputedStyle(document.querySelector('.site-header')).backgroundColor"
    assert page.evaluate(style) != "rgba(0, 0, 0, 0)", "without its styles"


@pytest.mark.parametrize("kind", KINDS)
def test_letters_half_as_large_again_fit_a_phone(visit: Callable[..., Page], kind: str) -> None:
    page = visit(kind, 360)
    unfold(page)
    page.evaluate("document.documentElement.style.fontSize = '150%'")
    expect_fits_the_screen(page)


def test_escape_closes_the_menu(visit: Callable[..., Page]) -> None:
    page = visit("practice", 360)
    opener = page.get_by_text("Menú", exact=True)
    opener.click()
    menu = page.get_by_role("navigation", name="Principal")
    expect(menu).to_be_visible()
    menu.get_by_role("link").first.focus()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize("kind", ["home", "practice", "event", "events", "listing"])
def test_an_endless_word_does_not_make_the_page_wider(
    visit: Callable[..., Page], kind: str
) -> None:
    page = visit(kind, 360)
    lengthened = page.evaluate(
        """() => {
            const elements = document.querySelectorAll("h1, .lead, .facts dd, .figure__detail,"
                + " .prose p, .notes li, .testimonials p,"
                + " .card :is(h3 a, .card__who, .card__summary)");
            for (const element of elements) element.textContent = "sinespacios".repeat(9);
            return elements.length;
        }"""
    )
    assert lengthened
    expect_fits_the_screen(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_barrier_that_axe_knows(
    visit: Callable[..., Page], kind: str, width: int
) -> None:
    page = visit(kind, width)
    unfold(page)
    expect_no_barrier(page)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_barrier_in_dark_colours(visit: Callable[..., Page], kind: str) -> None:
    page = visit(kind, 360, color_scheme="dark")
    unfold(page)
    paper = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paper) == "rgb(21, 23, 27)"
    expect_no_barrier(page)


@pytest.mark.parametrize("kind", ["home", "explorer", "practice", "panorama"])
def test_nothing_moves_for_readers_who_prefer_less_motion(
    visit: Callable[..., Page], kind: str
) -> None:
    page = visit(kind, 1280, reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) => {
            const style = getComputedStyle(element);
            return style.transitionDuration !== "0s" || style.animationName !== "none"
                || style.scrollBehavior === "smooth";
        }).length"""
    )
    assert moving == 0


def test_the_phone_s_open_panels_have_no_barrier_that_axe_knows(
    visit: Callable[..., Page],
) -> None:
    page = visit("explorer", 360)
    page.get_by_role("button", name=re.compile("^Filtros")).click()
    expect(page.locator("[data-panel]")).to_be_visible()
    expect_no_barrier(page)

    page = visit("home", 360)
    page.get_by_text("Menú").click()
    expect(page.get_by_role("navigation", name="Principal")).to_be_visible()
    expect_no_barrier(page)
