"""The explorer's address holds the whole request, can be shared, and goes back step by step."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from catalog.model import Practice
from tests.site.support.browser_contexts import PHONE
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer
from tests.site.support.hostile_markup import HOSTILE_MARKUP
from tests.site.support.slow_network import hold_answers


def test_the_address_alone_restores_the_whole_request(
    explorer: Explorer, expected: Expected, sample: Practice, open_page: Callable[..., Page]
) -> None:
    chosen = expected.values(sample)
    explorer.open()
    explorer.order.select_option("recientes")
    for key, values in chosen.items():
        for value in values:
            explorer.box(key, value).check()
    explorer.input.fill("gestión")
    explorer.expect_request("gestión", **chosen, orden=["recientes"])
    explorer.expect_results(expected.passing(chosen) & expected.found("gestión"))

    other = Explorer(open_page(viewport=PHONE["viewport"]))
    other.open_address(f"?{urlsplit(explorer.page.url).query}")
    assert other.slugs() == explorer.slugs()
    assert sample.slug in other.slugs()
    assert other.ticked() == {key: set(values) for key, values in chosen.items()}
    expect(other.input).to_have_value("gestión")
    expect(other.page.locator("#orden")).to_have_value("recientes")


def test_back_and_forward_go_through_filters_and_queries(
    explorer: Explorer, expected: Expected, sample: Practice
) -> None:
    topic = sample.topics[0]
    word = next(word for word, found in expected.slugs_by_word.items() if sample.slug in found)
    steps: list[tuple[str, dict[str, list[str]]]] = [
        ("", {}),
        ("", {"tema": [topic]}),
        (word, {"tema": [topic]}),
        (word, {"tema": [topic], "estadio": [sample.stage]}),
        (word, {"estadio": [sample.stage]}),
    ]

    def expect_step(query: str, chosen: dict[str, list[str]]) -> None:
        explorer.expect_request(query, **chosen)
        explorer.expect_results(expected.passing(chosen) & expected.found(query))
        expect(explorer.input).to_have_value(query)
        assert explorer.ticked() == {key: set(values) for key, values in chosen.items()}

    explorer.open_address()
    explorer.box("tema", topic).check()
    explorer.input.click()
    explorer.page.keyboard.type(word, delay=30)
    explorer.expect_request(word, tema=[topic])
    explorer.box("estadio", sample.stage).check()
    explorer.box("tema", topic).uncheck()
    expect_step(*steps[-1])
    for step in reversed(steps[:-1]):
        explorer.page.go_back()
        expect_step(*step)
    for step in steps[1:]:
        explorer.page.go_forward()
        expect_step(*step)


def test_back_from_a_practice_finds_the_results_as_they_were(
    explorer: Explorer, expected: Expected, sample: Practice
) -> None:
    explorer.open_address()
    explorer.box("region", sample.region).check()
    explorer.expect_results(expected.passing({"region": [sample.region]}))
    before = explorer.slugs()
    explorer.page.get_by_role("link", name=sample.title).click()
    expect(explorer.page.get_by_role("heading", level=1)).to_have_text(sample.title)
    explorer.page.go_back()
    explorer.expect_results(expected.passing({"region": [sample.region]}))
    assert explorer.slugs() == before


def test_a_query_typed_after_going_back_keeps_the_step_before_it(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open_address()
    explorer.input.fill("lectura")
    explorer.expect_request("lectura")
    explorer.page.go_back()
    explorer.expect_results(expected.catalog.by_slug)
    explorer.input.fill("desastres")
    explorer.expect_request("desastres")
    explorer.page.go_back()
    explorer.expect_request("")
    explorer.expect_results(expected.catalog.by_slug)


def test_the_same_request_again_adds_no_step_to_the_history(explorer: Explorer) -> None:
    explorer.open_address()
    steps = explorer.page.evaluate("history.length")
    explorer.input.press("Enter")
    explorer.input.press("Enter")
    assert explorer.page.evaluate("history.length") == steps


def test_a_query_typed_before_the_page_is_ready_is_not_lost(
    explorer: Explorer, expected: Expected
) -> None:
    let_go = hold_answers(explorer.page, "**/explorer.js")
    explorer.page.goto("practicas/", wait_until="commit")
    explorer.input.fill("lectura")
    let_go()
    explorer.expect_results(expected.found("lectura"))
    expect(explorer.input).to_have_value("lectura")


def test_an_address_with_a_query_never_shows_all_practices_first(explorer: Explorer) -> None:
    """The cards that came with the page stay hidden until the answer arrives."""
    let_go = hold_answers(explorer.page, "**/explorer.js")
    with explorer.page.expect_request("**/explorer.js"):
        explorer.page.goto("practicas/?q=lectura", wait_until="commit")
    expect(explorer.page.locator("[data-results]")).to_be_hidden()
    let_go()
    expect(explorer.cards.first).to_be_visible()


# Addresses that no reader would write


def test_values_that_do_not_exist_do_no_harm(explorer: Explorer, expected: Expected) -> None:
    explorer.open_address(
        "?region=atlantida&region=&tema=__proto__&estadio=constructor&nivel=%00&evento=%&"
        "otra=cosa&q=&=&orden=__proto__&&"
    )
    explorer.expect_results(expected.catalog.by_slug)
    assert explorer.ticked() == {}
    expect(explorer.order).to_have_value("")


def test_a_value_that_does_not_exist_leaves_the_others_in_force(
    explorer: Explorer, expected: Expected, sample: Practice
) -> None:
    explorer.open("", {"region": ["atlantida", sample.region]})
    explorer.expect_results(expected.passing({"region": [sample.region]}))


def test_a_key_may_be_repeated(explorer: Explorer, expected: Expected) -> None:
    first, second = expected.used("region")[:2]
    explorer.open("", {"region": [first, second, first]})
    explorer.expect_results(expected.passing({"region": [first, second]}))
    assert explorer.ticked() == {"region": {first, second}}

    explorer.open_address("?q=lectura&q=desastres")
    expect(explorer.input).to_have_value("lectura")


def test_hostile_text_in_the_address_is_shown_as_text_and_runs_nothing(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open(HOSTILE_MARKUP, {key: [HOSTILE_MARKUP] for key in (*expected.keys, "orden")})
    expect(explorer.input).to_have_value(HOSTILE_MARKUP)
    expect(explorer.page.locator("img")).to_have_count(0)
    assert set(explorer.slugs()) <= set(expected.catalog.by_slug)
    assert explorer.ticked() == {}
