"""The explorer's filters: their results, the counts beside them, and their chips."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from catalog.model import Practice
from tests.site.support.built_sites import LargeSite
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer

FILTERS = ("region", "macrorregion", "tema", "estadio", "medido", "nivel", "institucion", "evento",
           "anio", "evidencia")  # fmt: skip
REQUESTS = [
    ("", ()),
    ("", ("region",)),
    ("", ("tema", "estadio")),
    ("", ("nivel", "evento", "anio")),
    ("gestión", ()),
    ("gestión", ("estadio", "institucion")),
    ("docentes", ("tema", "evento", "evidencia")),
    ("", ("medido", "estadio")),
]


def test_the_explorer_has_every_filter_in_its_order(explorer: Explorer, expected: Expected) -> None:
    explorer.open()
    assert tuple(expected.keys) == FILTERS
    groups = explorer.page.locator("[data-facet]")
    assert groups.evaluate_all("all => all.map((group) => group.dataset.facet)") == list(FILTERS)


@pytest.mark.parametrize("key", FILTERS)
def test_a_filter_alone_gives_the_practices_of_the_catalogue_that_pass_it(
    explorer: Explorer, expected: Expected, key: str
) -> None:
    explorer.open()
    for value in expected.used(key)[:3]:
        explorer.box(key, value).check()
        explorer.expect_results(expected.passing({key: [value]}))
        explorer.expect_request(**{key: [value]})
        explorer.box(key, value).uncheck()
    explorer.expect_results(expected.catalog.by_slug)


@pytest.mark.parametrize("key", FILTERS)
def test_two_values_of_one_filter_give_the_practices_of_either(
    explorer: Explorer, expected: Expected, key: str
) -> None:
    chosen = expected.used(key)[:2]
    explorer.open()
    for value in chosen:
        explorer.box(key, value).check()
    explorer.expect_results(expected.passing({key: chosen}))
    explorer.expect_request(**{key: chosen})


def test_several_filters_give_the_practices_that_pass_all_of_them(
    explorer: Explorer, expected: Expected, sample: Practice
) -> None:
    explorer.open()
    chosen: dict[str, list[str]] = {}
    for key in reversed(FILTERS):
        chosen[key] = expected.values(sample)[key][:1]
        explorer.box(key, chosen[key][0]).check()
        explorer.expect_results(expected.passing(chosen))
        explorer.expect_request(**chosen)
    assert sample.slug in explorer.slugs()


def test_a_query_and_filters_work_together(explorer: Explorer, expected: Expected) -> None:
    practice = expected.catalog.practices[0]
    word = next(
        w for w, found in expected.slugs_by_word.items() if practice.slug in found and found
    )
    for key, values in expected.values(practice).items():
        explorer.open(word, {key: values})
        explorer.expect_results(expected.passing({key: values}) & expected.slugs_by_word[word])


def test_only_values_that_some_practice_has_are_offered(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open()
    for key in FILTERS:
        assert sorted(explorer.offered(key)) == expected.used(key)


# Counts


@pytest.mark.parametrize(("query", "keys"), REQUESTS)
def test_a_choice_gives_as_many_practices_as_its_count(
    explorer: Explorer, expected: Expected, sample: Practice, query: str, keys: tuple[str, ...]
) -> None:
    chosen = {key: expected.values(sample)[key][:1] for key in keys}
    found = expected.found(query)
    explorer.open(query, chosen)
    explorer.expect_results(expected.passing(chosen) & found)
    for key in FILTERS:
        alone = expected.alone(chosen, key, found)
        counts = {value: len(slugs) for value, slugs in alone.items()}
        assert explorer.offered(key) == counts
        if key not in chosen:
            assert explorer.given(key) == counts
    explorer.expect_results(expected.passing(chosen) & found)


@pytest.mark.parametrize(("query", "keys"), REQUESTS)
def test_the_counts_are_right_among_hundreds_of_practices(
    page: Page,
    large: LargeSite,
    expected_large: Expected,
    sample: Practice,
    query: str,
    keys: tuple[str, ...],
) -> None:
    explorer = Explorer(page, large.address)
    chosen = {key: expected_large.values(sample)[key][:1] for key in keys}
    found = expected_large.found(query)
    explorer.open(query, chosen)
    expect(explorer.count).to_have_text(str(len(expected_large.passing(chosen) & found)))
    for key in FILTERS:
        alone = expected_large.alone(chosen, key, found)
        assert explorer.offered(key) == {value: len(slugs) for value, slugs in alone.items()}


def test_in_a_catalogue_of_thousands_the_counts_come_when_their_filter_comes_into_view(
    explorer: Explorer, expected: Expected
) -> None:
    def with_thousands(route: Route) -> None:
        answer = route.fetch()
        total = f'data-explorer data-total="{len(expected.catalog.practices)}"'
        assert total in answer.text()
        route.fulfill(
            response=answer, body=answer.text().replace(total, 'data-explorer data-total="5000"')
        )

    explorer.page.route("**/practicas/?q=*", with_thousands)
    fetched: list[str] = []
    explorer.page.on("request", lambda request: fetched.append(request.url))
    explorer.open("gestión")
    first, last = FILTERS[0], FILTERS[-1]
    wanted = {
        key: {
            value: len(slugs)
            for value, slugs in expected.alone({}, key, expected.found("gestión")).items()
        }
        for key in (first, last)
    }
    assert explorer.offered(first) == wanted[first]
    assert not any(f"filtro-{last}" in url for url in fetched)
    places = explorer.page.locator(f'[data-facet="{last}"] li:visible [data-count]')
    assert set(places.all_inner_texts()) == {""}
    places.last.scroll_into_view_if_needed()
    expect(places.last).not_to_be_empty()
    assert explorer.offered(last) == wanted[last]


# Chips


def test_a_chip_takes_its_filter_away(
    explorer: Explorer, expected: Expected, sample: Practice
) -> None:
    terms = expected.catalog.vocabularies
    labels = {
        ("region", sample.region): terms.regions[sample.region].label,
        ("tema", sample.topics[0]): terms.topics[sample.topics[0]].label,
    }
    chosen = {key: [value] for key, value in labels}
    explorer.open("", chosen)
    expect(explorer.chips).to_have_text([*labels.values(), "Quitar todo"])
    for (key, value), label in labels.items():
        explorer.page.get_by_role("button", name=f"Quitar {label}", exact=True).click()
        chosen.pop(key)
        explorer.expect_request(**chosen)
        explorer.expect_results(expected.passing(chosen))
        expect(explorer.box(key, value)).not_to_be_checked()
    expect(explorer.chips).to_have_count(0)


def test_one_chip_takes_everything_away(
    explorer: Explorer, expected: Expected, sample: Practice
) -> None:
    explorer.open("gestión", {"region": [sample.region]})
    explorer.page.get_by_role("button", name="Quitar todo").click()
    explorer.expect_request("")
    explorer.expect_results(expected.catalog.by_slug)
    expect(explorer.input).to_have_value("")
    expect(explorer.chips).to_have_count(0)
    explorer.page.go_back()
    explorer.expect_request("gestión", region=[sample.region])


def test_the_focus_is_not_lost_when_a_chip_disappears(explorer: Explorer, sample: Practice) -> None:
    explorer.open("", {"region": [sample.region], "estadio": [sample.stage]})
    explorer.chips.first.focus()
    explorer.page.keyboard.press("Enter")
    expect(explorer.chips).to_have_count(1)
    assert explorer.page.evaluate("document.activeElement !== document.body")
