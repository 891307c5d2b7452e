"""The explorer's query: the practices that words find, and queries without terms."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from itertools import combinations

import pytest
from playwright.sync_api import expect

from catalog.model import Catalog, Practice
from catalog.text.terms import terms
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer

PARTIAL = "alguna de sus palabras"
SAYS_NOTHING = "pruebe con otra palabra"


def test_a_word_is_found_with_its_accents_and_without(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open("evaluación")
    explorer.expect_results(expected.found("evaluación"))
    ranked = explorer.slugs()
    for spelling in ("evaluacion", "EVALUACIÓN", "Evaluacio\N{COMBINING ACUTE ACCENT}n"):
        assert explorer.ask(spelling).slugs() == ranked


def _norm_number(practice: Practice) -> str | None:
    """The number of the first norm in the evidence: «1593» of «RD N.º 1593-2025-DRELM»."""
    details = " ".join(item.detail for item in practice.evidence)
    found = re.search(r"N\.º (\d{3,})-\d{4}", details)
    return found and found[1]


def _expert(catalog: Catalog, practice: Practice) -> str | None:
    experts = [shown.expert for _, shown in catalog.presentations.get(practice.slug, [])]
    return next((expert.name for expert in experts if expert), None)


@pytest.mark.parametrize(
    "query_for",
    [
        pytest.param(lambda _, p: p.sections[0].text.split(".")[0], id="the body's words"),
        pytest.param(lambda _, p: p.institutions[-1], id="an institution"),
        pytest.param(lambda _, p: p.start_year and str(p.start_year), id="a year"),
        pytest.param(lambda _, p: _norm_number(p), id="a norm's number"),
        pytest.param(_expert, id="the expert's name"),
        pytest.param(lambda c, p: c.presentations[p.slug][0][0].title, id="an event's title"),
        pytest.param(lambda _, p: p.contacts[0].institution, id="whom to write to"),
        pytest.param(lambda c, p: c.vocabularies.regions[p.region].label, id="the region"),
        pytest.param(lambda c, p: c.vocabularies.topics[p.topics[-1]].label, id="a topic"),
        pytest.param(lambda _, p: p.awards[0], id="an award"),
        pytest.param(lambda _, p: f"{p.figures[0].value} {p.figures[0].unit}", id="a figure"),
    ],
)
def test_a_practice_is_found_by_every_kind_of_its_data(
    explorer: Explorer, expected: Expected, query_for: Callable[[Catalog, Practice], str | None]
) -> None:
    asked = {}
    for practice in expected.catalog.practices:
        with suppress(IndexError, KeyError):
            query = query_for(expected.catalog, practice)
            if query and terms(query):
                asked[query] = practice.slug
    assert asked, "no sheet has it"
    for query, slug in asked.items():
        assert slug in expected.found(query), f"{slug} by «{query}»"
    explorer.open_address()
    for query, slug in list(asked.items())[:2]:
        assert slug in explorer.ask(query).slugs(), f"{slug} by «{query}»"
        expect(explorer.label).not_to_contain_text(PARTIAL)


def test_the_practice_whose_title_is_asked_for_comes_first(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open_address()
    for practice in expected.catalog.practices:
        assert explorer.ask(practice.title).slugs()[0] == practice.slug


@pytest.mark.parametrize("word", ["evaluación", "bibliotecas", "acompañamiento"])
def test_a_half_typed_word_finds_all_that_the_whole_word_finds(
    explorer: Explorer, expected: Expected, word: str
) -> None:
    whole = set(explorer.open(word).slugs())
    assert whole
    missed = {}
    for end in range(3, len(word)):
        # A typed text that is a whole word is not taken for the beginning of another word.
        if expected.found(word[:end]):
            continue
        if lacking := whole - set(explorer.ask(word[:end]).slugs()):
            missed[word[:end]] = sorted(lacking)
    assert not missed


def test_results_follow_the_typing_without_a_button(explorer: Explorer, expected: Expected) -> None:
    explorer.open()
    explorer.input.press_sequentially("bibliot")
    index, _ = expected.whole
    explorer.expect_request("bibliot")
    explorer.expect_results(
        expected.with_any(term for term in index.postings if term.startswith("bibliot"))
    )


def test_several_words_find_the_practices_that_have_them_all(
    explorer: Explorer, expected: Expected
) -> None:
    spoken = expected.slugs_by_word
    first, second = next(
        pair
        for pair in combinations(spoken, 2)
        if spoken[pair[0]] & spoken[pair[1]] not in (set(), spoken[pair[0]], spoken[pair[1]])
    )
    explorer.open(f"{first} {second}")
    explorer.expect_results(spoken[first] & spoken[second])
    expect(explorer.label).to_contain_text(f"«{first} {second}»")
    expect(explorer.label).not_to_contain_text(PARTIAL)


def test_words_that_no_practice_has_together_find_practices_with_any_of_them(
    explorer: Explorer, expected: Expected
) -> None:
    spoken = expected.slugs_by_word
    first, second = next(
        pair for pair in combinations(spoken, 2) if not spoken[pair[0]] & spoken[pair[1]]
    )
    explorer.open(f"{first} {second}")
    explorer.expect_results(spoken[first] | spoken[second])
    expect(explorer.label).to_contain_text(PARTIAL)


def test_an_acronym_and_its_expansion_find_each_other(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open_address()
    acronyms = [
        acronym
        for acronym in expected.catalog.vocabularies.acronyms.values()
        if acronym.description and expected.with_any([f"_{acronym.id}"])
    ]
    assert acronyms
    for acronym in acronyms[:8]:
        spoken = expected.with_any([f"_{acronym.id}"])
        for query in (acronym.label, acronym.label.lower(), acronym.description):
            assert spoken <= set(explorer.ask(query).slugs()), query


def test_events_and_pages_are_found_beside_the_practices(explorer: Explorer) -> None:
    explorer.open("encuentro nacional 2025")
    expect(explorer.others.first).to_be_visible()
    addresses = explorer.others.evaluate_all("links => links.map((a) => a.pathname)")
    assert "/catalogo/intercambios/encuentro-nacional-2025/" in addresses
    explorer.others.first.click()
    expect(explorer.page.get_by_role("heading", level=1)).to_be_visible()
    explorer.page.go_back()
    explorer.settle()
    explorer.ask("")
    expect(explorer.page.locator("[data-others]")).to_be_hidden()


# Queries that ask for nothing


@pytest.mark.parametrize("query", ["de la", "¿qué hay para mí?", "…", "«»’’", "🙂"])
def test_a_query_without_terms_shows_all_practices_and_a_message(
    explorer: Explorer, expected: Expected, sample: Practice, query: str
) -> None:
    explorer.open(query)
    explorer.expect_results(expected.catalog.by_slug)
    expect(explorer.label).to_contain_text(SAYS_NOTHING)
    explorer.box("region", sample.region).check()
    explorer.expect_results(expected.passing({"region": [sample.region]}))
    expect(explorer.label).to_contain_text(SAYS_NOTHING)


def test_a_blank_query_asks_for_nothing(explorer: Explorer, expected: Expected) -> None:
    explorer.open("  ")
    explorer.expect_results(expected.catalog.by_slug)
    expect(explorer.label).to_have_text("prácticas")


def test_stop_words_change_nothing(explorer: Explorer) -> None:
    wanted = explorer.open("lectura").slugs()
    assert wanted
    assert explorer.ask("¿qué hay sobre la lectura?").slugs() == wanted


def test_punctuation_has_no_meaning_in_a_query(explorer: Explorer) -> None:
    alone = explorer.open("lectura").slugs()
    for query in ("+lectura", "-lectura", '"lectura"', "lectura*", "(lectura)", "lectura:"):
        assert explorer.ask(query).slugs() == alone, query
    assert explorer.ask("title:lectura^9").slugs() == explorer.ask("title lectura 9").slugs()


def test_names_of_javascript_properties_are_ordinary_words(explorer: Explorer) -> None:
    explorer.open_address()
    for query in ("constructor", "__proto__", "toString", "hasOwnProperty", "_minedu", "_index"):
        explorer.ask(query)
        explorer.expect_results(explorer.slugs())


def test_a_query_of_thousands_of_words_is_answered(explorer: Explorer) -> None:
    explorer.open("lectura " * 300 + "gestión")
    assert explorer.slugs()


def test_markup_in_a_query_that_finds_is_repeated_as_text(explorer: Explorer) -> None:
    explorer.open("<lectura>lectura</lectura>")
    assert explorer.slugs()
    expect(explorer.label).to_contain_text("«<lectura>lectura</lectura>»")
    expect(explorer.page.locator("lectura")).to_have_count(0)
