"""The order of the explorer's results, and the results after the first ten."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from catalog.derive.latest import last_day
from catalog.model import Catalog
from tests.site.support.built_sites import LargeSite
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer
from tests.site.support.slow_network import refused_answers

PAGE = 10


@pytest.fixture
def explorer(page: Page, large: LargeSite) -> Explorer:
    """The explorer of the large catalogue."""
    return Explorer(page, large.address)


def _in_order(catalog: Catalog, order: str) -> list[str]:
    """Every practice in an order; practices that are equal in that order are by name."""
    stages = list(catalog.vocabularies.stages)
    practices = list(catalog.practices)
    if order == "recientes":
        practices.sort(key=lambda practice: last_day(practice, catalog), reverse=True)
    if order == "estadio":
        practices.sort(key=lambda practice: stages.index(practice.stage), reverse=True)
    return [practice.slug for practice in practices]


@pytest.mark.parametrize("order", ["recientes", "estadio"])
def test_all_practices_are_shown_in_the_chosen_order(
    explorer: Explorer, large: LargeSite, order: str
) -> None:
    explorer.open_address()
    assert explorer.slugs() == _in_order(large.catalog, "nombre")[:PAGE]
    explorer.order.select_option(order)
    explorer.expect_request(orden=[order])
    explorer.settle()
    assert explorer.slugs() == _in_order(large.catalog, order)[:PAGE]
    expect(explorer.count).to_have_text(str(len(large.catalog.practices)))
    explorer.page.go_back()
    explorer.expect_request()
    explorer.settle()
    assert explorer.slugs() == _in_order(large.catalog, "nombre")[:PAGE]


@pytest.mark.parametrize("order", ["nombre", "recientes", "estadio"])
def test_the_results_of_a_query_are_shown_in_the_chosen_order(
    explorer: Explorer, expected_large: Expected, order: str
) -> None:
    explorer.open("gestión")
    by_relevance = explorer.slugs()
    explorer.order.select_option(order)
    explorer.expect_request("gestión", orden=[order])
    explorer.settle()
    found = expected_large.found("gestión")
    wanted = [slug for slug in _in_order(expected_large.catalog, order) if slug in found]
    assert explorer.slugs() == wanted[:PAGE]
    explorer.order.select_option("")
    explorer.expect_request("gestión")
    explorer.settle()
    assert explorer.slugs() == by_relevance


def test_the_order_in_the_address_is_the_one_that_the_list_shows(
    explorer: Explorer, expected_large: Expected
) -> None:
    explorer.open_address("?orden=recientes&tema=lectura")
    expect(explorer.order).to_have_value("recientes")
    passing = expected_large.passing({"tema": ["lectura"]})
    newest = _in_order(expected_large.catalog, "recientes")
    assert explorer.slugs() == [slug for slug in newest if slug in passing][:PAGE]


def test_relevance_is_offered_only_where_there_is_a_query(explorer: Explorer) -> None:
    explorer.open_address()
    visible = "options => options.filter((option) => !option.hidden).map((option) => option.text)"
    options = explorer.order.locator("option")
    assert options.evaluate_all(visible) == ["Nombre", "Más recientes", "Estadio"]
    explorer.ask("gestión")
    assert options.evaluate_all(visible) == ["Relevancia", "Nombre", "Más recientes", "Estadio"]


# Further results


def test_further_results_come_ten_by_ten(explorer: Explorer, expected_large: Expected) -> None:
    explorer.open_address("?q=gestión&orden=nombre")
    found = expected_large.found("gestión")
    wanted = [p.slug for p in expected_large.catalog.practices if p.slug in found]
    assert len(wanted) > 2 * PAGE
    assert explorer.slugs() == wanted[:PAGE]
    for shown in range(2 * PAGE, len(wanted) + PAGE, PAGE):
        explorer.more.click()
        first_new = explorer.cards.nth(shown - PAGE).get_by_role("link")
        expect(first_new).to_be_focused()
        assert explorer.slugs() == wanted[:shown]
    expect(explorer.more).to_be_hidden()


def test_further_results_continue_the_order_of_relevance(explorer: Explorer) -> None:
    explorer.open("gestión docentes")
    first = explorer.slugs()
    explorer.more.click()
    expect(explorer.cards).to_have_count(2 * PAGE)
    assert explorer.slugs()[:PAGE] == first
    assert len(set(explorer.slugs())) == 2 * PAGE


def test_a_button_pressed_twice_brings_nothing_twice(explorer: Explorer) -> None:
    explorer.open("gestión")
    explorer.more.dblclick()
    expect(explorer.cards.nth(PAGE)).to_be_visible()
    explorer.page.wait_for_timeout(200)
    shown = explorer.slugs()
    assert len(set(shown)) == len(shown)
    explorer.more.click()
    expect(explorer.cards).to_have_count(len(shown) + PAGE)
    again = explorer.slugs()
    assert len(set(again)) == len(again)


def test_a_new_request_starts_again_from_the_first_ten(explorer: Explorer) -> None:
    explorer.open("gestión")
    first = explorer.slugs()
    explorer.more.click()
    expect(explorer.cards).to_have_count(2 * PAGE)
    explorer.ask("docentes")
    expect(explorer.cards).to_have_count(PAGE)
    explorer.ask("gestión")
    assert explorer.slugs() == first


def test_without_a_request_the_link_to_further_results_leads_to_the_list_of_all(
    explorer: Explorer, large: LargeSite
) -> None:
    explorer.open_address()
    assert explorer.slugs() == _in_order(large.catalog, "nombre")[:PAGE]
    explorer.more.click()
    expect(explorer.page.get_by_role("heading", level=1)).to_contain_text("Todas las prácticas")
    following = explorer.page.locator("[data-practice]").first
    assert following.get_attribute("data-practice") in _in_order(large.catalog, "nombre")


def test_further_results_that_cannot_be_fetched_can_be_asked_for_again(
    explorer: Explorer, complaints: list[str]
) -> None:
    explorer.open("gestión")
    with refused_answers(explorer.page, "**/ficha-*.txt", complaints):
        explorer.more.click()
        expect(explorer.more).to_contain_text("No se pudo traer más")
        expect(explorer.cards).to_have_count(PAGE)
    explorer.more.click()
    expect(explorer.cards).to_have_count(2 * PAGE)
    expect(explorer.more).to_have_text("Ver más prácticas")


def test_no_further_results_are_offered_when_all_are_shown(page: Page, expected: Expected) -> None:
    explorer = Explorer(page).open_address()
    assert len(expected.catalog.practices) <= PAGE
    expect(explorer.more).to_be_hidden()
