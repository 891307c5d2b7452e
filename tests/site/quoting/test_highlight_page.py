"""The words of a query are marked, in the results and on the page that a result leads to."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from catalog.text.folding import fold
from catalog.text.terms import terms, words
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer


def _marked(page: Page, where: str) -> list[str]:
    return page.locator(f"{where} mark").all_inner_texts()


def _terms(marked: list[str]) -> set[str]:
    return {term for word in marked for term in terms(word)}


def _terms_of_concepts(expected: Expected, query: str) -> set[str]:
    """The terms of a query and of every form of its concepts."""
    spoken = expected.concepts.terms(words(query))
    forms = [form for concept in spoken for form in expected.concepts.forms.get(concept, [])]
    return {*spoken, *(term for form in forms for term in form.removeprefix("=").split())}


@pytest.mark.parametrize("query", ["evaluación", "evaluacion", "EVALUACIONES"])
def test_every_form_of_a_word_is_marked(explorer: Explorer, expected: Expected, query: str) -> None:
    explorer.open(query)
    marked = _terms(_marked(explorer.page, "[data-results]"))
    assert set(terms(query)) <= marked <= _terms_of_concepts(expected, query)


def test_only_the_words_that_count_are_marked(explorer: Explorer, expected: Expected) -> None:
    query = "la gestión de los aprendizajes"
    explorer.open(query)
    marked = _terms(_marked(explorer.page, "[data-results]"))
    assert set(terms(query)) <= marked <= _terms_of_concepts(expected, query)


def test_marking_changes_no_letter_of_the_text(explorer: Explorer, expected: Expected) -> None:
    explorer.open("gestión aprendizajes docentes")
    shown = dict(zip(explorer.slugs(), explorer.titles(), strict=True))
    titles = {practice.slug: practice.title for practice in expected.catalog.practices}
    assert shown == {slug: titles[slug] for slug in shown}


def test_a_corrected_word_is_marked_as_it_was_corrected(explorer: Explorer) -> None:
    explorer.open("lectira")
    marked = {fold(word) for word in _marked(explorer.page, "[data-results]")}
    assert any(word.startswith("lect") for word in marked)
    assert "lectira" not in marked


def test_an_acronym_marks_its_expansion(explorer: Explorer) -> None:
    explorer.open("PAT")
    marked = {fold(word) for word in _marked(explorer.page, "[data-results]")}
    assert {"plan", "anual", "trabajo"} <= marked or "pat" in marked


def test_nothing_is_marked_without_a_query(explorer: Explorer, expected: Expected) -> None:
    explorer.open("lectura")
    expect(explorer.page.locator("mark").first).to_be_visible()
    explorer.ask("")
    explorer.expect_results(expected.catalog.by_slug)
    expect(explorer.page.locator("mark")).to_have_count(0)
    links = explorer.cards.get_by_role("link").evaluate_all("all => all.map((a) => a.search)")
    assert set(links) == {""}


# The page that a result leads to


def test_the_words_are_marked_on_the_page_that_a_result_leads_to(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open("lectura")
    explorer.cards.first.get_by_role("link").click()
    page = explorer.page
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("#contenido mark").first).to_be_attached()
    marked = _terms(_marked(page, "#contenido"))
    assert set(terms("lectura")) <= marked <= _terms_of_concepts(expected, "lectura")
    expect(page).to_have_url(re.compile(r"\?q=lectura$"))


def test_marking_a_page_changes_no_letter_of_it(page: Page, expected: Expected) -> None:
    address = f"practicas/{expected.catalog.practices[0].slug}/"
    text = "document.querySelector('#contenido').textContent.replace(/\\s+/g, ' ')"
    page.goto(address)
    before = page.evaluate(text)
    page.goto(f"{address}?q=gestión+educativa+región")
    expect(page.locator("#contenido mark").first).to_be_attached()
    assert page.evaluate(text) == before


def test_a_practice_s_page_without_a_query_fetches_no_index(page: Page, expected: Expected) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"practicas/{expected.catalog.practices[0].slug}/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in fetched if "/datos/busqueda" in url or "lunr" in url]
    expect(page.locator("mark")).to_have_count(0)


@pytest.mark.parametrize("query", ["", "%", "<b>", "zzyzxqw", "de la", "__proto__"])
def test_an_odd_query_in_the_address_does_no_harm_to_a_page(
    page: Page, expected: Expected, query: str
) -> None:
    page.goto(f"practicas/{expected.catalog.practices[0].slug}/?q={query}")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", level=1)).to_have_text(expected.catalog.practices[0].title)
    expect(page.locator("mark")).to_have_count(0)
