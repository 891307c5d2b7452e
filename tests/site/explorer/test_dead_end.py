"""Mistyped words, words that no sheet has, and the ways out of a request without results."""

from __future__ import annotations

import re
from collections.abc import Collection

import pytest
from playwright.sync_api import expect

from tests.site.support.accessibility import expect_no_barrier
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lectira", "lectura"),
        ("biolencia", "violencia"),
        ("desatres", "desastres"),
        ("jestion", "gestion"),
        ("discapasidad", "discapacidad"),
        ("acompañameinto", "acompañamiento"),
    ],
)
def test_a_mistyped_word_is_corrected_and_the_page_says_so(
    explorer: Explorer, typed: str, meant: str
) -> None:
    explorer.open(typed)
    corrected = re.search("Buscamos «(.+)» en vez de «(.+)»", explorer.reading.inner_text())
    assert corrected
    assert explorer.slugs()
    expect(explorer.label).to_contain_text(f"«{corrected[1]}»")
    expect(explorer.input).to_have_value(typed)
    shown = explorer.slugs()
    explorer.ask(meant)
    expect(explorer.reading).to_be_empty()
    assert set(shown) & set(explorer.slugs())


def test_a_half_typed_word_is_not_reported_as_a_mistake(explorer: Explorer) -> None:
    explorer.open_address()
    for beginning in ("biblio", "eval", "acompa"):
        explorer.ask(beginning)
        assert explorer.slugs(), beginning
        expect(explorer.reading).to_be_empty()


def test_a_word_that_no_sheet_has_is_left_out_and_the_page_says_so(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open("lectura zzyzxqw")
    explorer.expect_results(expected.found("lectura"))
    expect(explorer.reading).to_have_text("Ninguna ficha habla de «zzyzxqw».")
    explorer.ask("zzyzxqw lectura 99887766")
    explorer.expect_results(expected.found("lectura"))
    expect(explorer.reading).to_have_text("Ninguna ficha habla de «zzyzxqw» ni «99887766».")


def test_a_message_about_one_query_is_gone_with_the_next(explorer: Explorer) -> None:
    explorer.open("lectira")
    expect(explorer.reading).not_to_be_empty()
    explorer.ask("lectura")
    expect(explorer.reading).to_be_empty()
    explorer.ask("lectira")
    expect(explorer.reading).not_to_be_empty()
    explorer.ask("")
    expect(explorer.reading).to_be_empty()


# Ways out


def test_a_word_that_no_sheet_has_leads_to_all_practices(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open("zzyzxqw")
    explorer.expect_results([])
    expect(explorer.label).to_have_text("prácticas para «zzyzxqw»")
    count = len(expected.catalog.practices)
    expect(explorer.ways_out).to_have_text(
        [
            "Elegir un tema de la lista",
            "Responder tres preguntas: ¿qué me sirve?",
            "Todavía no está en el catálogo: plantéelo como desafío",
            f"Ver todas: {count} prácticas",
        ]
    )
    explorer.ways_out.last.click()
    explorer.expect_results(expected.catalog.by_slug)
    explorer.expect_request()
    expect(explorer.ways_out).to_have_count(0)
    explorer.page.go_back()
    explorer.expect_request("zzyzxqw")
    explorer.expect_results([])


def test_the_nearest_query_is_offered_and_finds_practices(explorer: Explorer) -> None:
    explorer.open("mectura")
    explorer.expect_results([])
    offer = explorer.ways_out.filter(has_text="¿Quiso decir")
    meant = re.search("«(.+)»", offer.inner_text())
    assert meant
    offer.click()
    explorer.expect_request(meant[1])
    explorer.settle()
    assert explorer.slugs()
    expect(explorer.input).to_have_value(meant[1])
    expect(explorer.input).to_be_focused()


def _counted(slugs: Collection[str]) -> str:
    return f"{len(slugs)} {'práctica' if len(slugs) == 1 else 'prácticas'}"


def _values_without_results(expected: Expected) -> dict[str, list[str]]:
    """Values that no practice has together, of which at least two can be dropped for results."""
    for region in expected.used("region"):
        for topic in expected.used("tema"):
            for stage in expected.used("estadio"):
                chosen = {"region": [region], "tema": [topic], "estadio": [stage]}
                without = [expected.passing({**chosen, key: []}) for key in chosen]
                if not expected.passing(chosen) and sum(map(bool, without)) > 1:
                    return chosen
    raise AssertionError("every choice gives something")


def _label(expected: Expected, key: str, value: str) -> str:
    return next(choice.label for choice in expected.facets[key].values if choice.id == value)


def test_each_offer_to_drop_a_filter_gives_as_many_results_as_it_promises(
    explorer: Explorer, expected: Expected
) -> None:
    chosen = _values_without_results(expected)
    explorer.open("", chosen)
    explorer.expect_results([])
    expect(explorer.label).to_have_text("prácticas con estos filtros")
    gains = {
        _label(expected, key, values[0]): expected.passing({**chosen, key: []})
        for key, values in chosen.items()
    }
    offers = {
        f"Quitar «{label}»: {_counted(slugs)}": slugs for label, slugs in gains.items() if slugs
    }
    everything = f"Quitar todos los filtros: {_counted(expected.catalog.by_slug)}"
    assert sorted(explorer.ways_out.all_inner_texts()) == sorted([*offers, everything])
    for text, slugs in {**offers, everything: set(expected.catalog.by_slug)}.items():
        explorer.page.get_by_role("button", name=text, exact=True).click()
        explorer.expect_results(slugs)
        expect(explorer.ways_out).to_have_count(0)
        explorer.page.go_back()
        explorer.expect_results([])
        expect(explorer.ways_out).to_have_count(len(offers) + 1)


def test_with_words_and_filters_each_way_out_gives_as_many_results_as_it_promises(
    explorer: Explorer, expected: Expected
) -> None:
    query, found = next(
        (word, found)
        for word, found in expected.slugs_by_word.items()
        if len(found) < len(expected.catalog.practices) - 1
    )
    region = next(
        p.region
        for p in expected.catalog.practices
        if not expected.passing({"region": [p.region]}) & found
    )
    explorer.open(query, {"region": [region]})
    explorer.expect_results([])
    label = _label(expected, "region", region)
    expect(explorer.ways_out).to_have_text([f"Quitar «{label}»: {_counted(found)}"])
    explorer.ways_out.click()
    explorer.expect_request(query)
    explorer.expect_results(found)


def test_words_that_no_sheet_has_can_be_dropped_without_the_filters(
    explorer: Explorer, expected: Expected
) -> None:
    chosen = {"estadio": expected.used("estadio")[:1]}
    explorer.open("zzyzxqw", chosen)
    explorer.expect_results([])
    explorer.page.get_by_role("button", name="Buscar sin palabras, con estos filtros").click()
    explorer.expect_request("", **chosen)
    explorer.expect_results(expected.passing(chosen))


def test_a_dead_end_has_no_barrier_that_axe_knows(phone: Explorer) -> None:
    phone.open("mectura")
    expect(phone.ways_out.first).to_be_visible()
    expect_no_barrier(phone.page)
