"""The page «¿Qué me sirve?» in a browser: the practices that fit, their order and the reasons."""

from __future__ import annotations

import re
from itertools import combinations
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from catalog.model import Catalog, Practice
from catalog.search.index import FIELD_BOOSTS
from catalog.search.packing import OFTEN
from catalog.text.folding import fold
from catalog.text.terms import words
from tests.site.support.built_page import plain
from tests.site.support.expected_results import Expected
from tests.site.support.hostile_markup import HOSTILE_MARKUP

COMMON = (
    "necesito mejorar el trabajo con los docentes de mi institución para que los estudiantes "
    "aprendan"
)


def _fits(page: Page) -> list[str]:
    expect(page.locator("[data-fits] [data-status]")).to_have_text(re.compile(" práctica"))
    cards = page.locator("[data-fits] .card[data-practice]")
    return cards.evaluate_all("all => all.map((card) => card.dataset.practice)")


def _reasons(page: Page, slug: str) -> Locator:
    fit = page.locator(".fit").filter(has=page.locator(f"[data-practice='{slug}']"))
    return fit.locator(".fit__reasons")


@pytest.fixture(scope="session")
def sample(catalog: Catalog) -> Practice:
    """A practice with a level and a UGEL, so that every question of the form fits it."""
    return next(
        practice
        for practice in catalog.practices
        if practice.levels and any("UGEL" in name for name in practice.institutions)
    )


def test_an_address_alone_shows_the_practices_that_fit_and_the_reasons(
    page: Page, catalog: Catalog, sample: Practice
) -> None:
    terms = catalog.vocabularies
    word = max(plain(sample.title).split(), key=len).strip(".,:;")
    asked = {
        "q": word,
        "tema": sample.topics[0],
        "region": sample.region,
        "institucion": "ugel",
        "nivel": sample.levels[0],
    }
    page.goto(f"para-mi/?{urlencode(asked)}")
    assert _fits(page)[0] == sample.slug
    reasons = _reasons(page, sample.slug)
    for reason in (
        f"Habla de «{word}»",
        f"Es del tema que eligió: {terms.topics[sample.topics[0]].label}",
        f"Es de su región: {terms.regions[sample.region].label}",
        "La conduce una institución como la suya: UGEL",
        f"Trabaja con {terms.levels[sample.levels[0]].label}",
    ):
        expect(reasons.locator(".fit__yes").filter(has_text=reason)).to_have_count(1)


def test_the_form_asks_the_same_as_the_address(page: Page, sample: Practice) -> None:
    page.goto("para-mi/")
    page.get_by_label("En sus palabras").fill("estudiantes")
    page.locator("select[name=region]").select_option(sample.region)
    page.get_by_label("Nivel o modalidad").select_option(sample.levels[0])
    page.get_by_role("button", name="Ver qué me sirve").click()
    shown = _fits(page)
    expect(page.get_by_role("heading", level=2)).to_be_focused()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {
        "q": ["estudiantes"], "region": [sample.region], "nivel": [sample.levels[0]]
    }  # fmt: skip
    page.reload()
    assert _fits(page) == shown
    expect(page.locator("select[name=region]")).to_have_value(sample.region)
    page.locator("select[name=region]").select_option("")
    expect(page).not_to_have_url(re.compile("region="))
    page.go_back()
    expect(page.locator("select[name=region]")).to_have_value(sample.region)


def test_a_practice_of_the_same_macroregion_says_so(page: Page, catalog: Catalog) -> None:
    regions = catalog.vocabularies.regions
    reader, neighbour = next(
        (reader, neighbour)
        for reader, neighbour in combinations(catalog.practices, 2)
        if reader.region != neighbour.region
        and regions[reader.region].parent
        and regions[reader.region].parent == regions[neighbour.region].parent
    )
    page.goto(f"para-mi/?{urlencode({'q': neighbour.title, 'region': reader.region})}")
    assert neighbour.slug in _fits(page)
    expect(_reasons(page, neighbour.slug)).to_contain_text(
        f"Es de otra región, pero de su macrorregión: {regions[neighbour.region].label}"
    )


def test_the_reasons_name_the_differences_of_a_practice_too(page: Page, catalog: Catalog) -> None:
    practice = next(p for p in catalog.practices if p.levels)
    regions = catalog.vocabularies.regions
    elsewhere = next(r for r in regions if not regions[r].parent and r != practice.region)
    level = next(level for level in catalog.vocabularies.levels if level not in practice.levels)
    asked = {"q": practice.title, "region": elsewhere, "nivel": level}
    page.goto(f"para-mi/?{urlencode(asked)}")
    assert practice.slug in _fits(page)
    against = _reasons(page, practice.slug).locator(".fit__no")
    expect(against.filter(has_text="Es de otra región")).to_have_count(1)
    expect(against.filter(has_text="Trabaja con otro nivel")).to_have_count(1)


def test_a_practice_that_has_nothing_to_do_with_the_problem_is_not_shown(
    page: Page, catalog: Catalog
) -> None:
    topic = catalog.practices[0].topics[0]
    wanted = {p.slug for p in catalog.practices if topic in p.topics}
    others = [p for p in catalog.practices if topic not in p.topics]
    page.goto(f"para-mi/?{urlencode({'tema': topic, 'region': others[0].region})}")
    assert set(_fits(page)) == wanted


def test_without_a_problem_the_page_orders_by_place_alone_and_says_so(
    page: Page, catalog: Catalog
) -> None:
    region = catalog.practices[0].region
    page.goto(f"para-mi/?region={region}")
    shown = _fits(page)
    of_region = {p.slug for p in catalog.practices if p.region == region}
    assert set(shown[: len(of_region)]) == of_region
    expect(page.get_by_text("No dijo qué problema tiene")).to_be_visible()


def test_a_request_without_results_offers_other_ways(page: Page, catalog: Catalog) -> None:
    region = catalog.practices[0].region
    page.goto(f"para-mi/?q=desoxirribonucleico&region={region}")
    expect(page.get_by_text("Ninguna práctica habla de ese problema todavía.")).to_be_visible()
    expect(page.locator("[data-fits] .card")).to_have_count(0)
    help_ = page.locator("[data-help]")
    expect(help_.get_by_role("link")).to_have_count(3)
    help_.get_by_role("link", name=catalog.vocabularies.regions[region].label).click()
    expect(page).to_have_url(re.compile(rf"/practicas/\?region={region}$"))


def test_values_that_do_not_exist_and_hostile_text_do_no_harm(page: Page) -> None:
    page.goto(f"para-mi/?region=%3Cimg%3E&nivel=x&tema=../x&q={quote('lectura ' + HOSTILE_MARKUP)}")
    _fits(page)
    expect(page.locator("img[src=x]")).to_have_count(0)
    expect(page.locator("select[name=region]")).to_have_value("")


def test_the_answer_leads_to_the_explorer_with_the_same_problem(page: Page) -> None:
    page.goto("para-mi/?q=lectura&region=ica")
    _fits(page)
    link = page.get_by_role("link", name="Ver en el buscador").get_attribute("href") or ""
    # On this page the region only changes the order; as a filter it would leave out practices.
    assert link.endswith("practicas/?q=lectura")


def test_the_page_states_the_rule_of_its_order(page: Page) -> None:
    page.goto("para-mi/?q=lectura")
    _fits(page)
    page.get_by_text("Cómo ordenamos").click()
    expect(page.get_by_text("El problema pesa más que todo lo demás junto")).to_be_visible()


def test_the_first_page_leads_to_the_questions(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name="Responda tres preguntas").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("¿Qué práctica me sirve?")


# The reasons agree with the sheets


def _words(page: Page, slug: str, kind: str) -> set[str]:
    """The words in the reasons of one kind for a practice."""
    said = " ".join(_reasons(page, slug).locator(f".fit__{kind}").all_inner_texts())
    return set(re.findall("«(.+?)»", said))


@pytest.mark.parametrize("query", ["lectura", "asistencia", "inundaciones", COMMON])
def test_a_reason_tells_words_that_a_sheet_talks_about_from_words_that_it_mentions(
    page: Page, expected: Expected, query: str
) -> None:
    _, slugs = expected.whole
    page.goto(f"para-mi/?{urlencode({'q': query})}")
    for slug in _fits(page):
        for kind in ("yes", "partly"):
            for word in set(words(query)) & set(map(fold, _words(page, slug, kind))):
                *about, body = _times(expected, word, slugs.index(slug))
                is_talked = any(about) or body >= OFTEN
                assert is_talked == (kind == "yes"), f"{slug}: {word}"
                assert is_talked or body, f"{slug}: {word}"


def _times(expected: Expected, word: str, document: int) -> list[int]:
    """The number of times that each field of a document has a word or its concept."""
    index, _ = expected.whole
    fields = range(len(FIELD_BOOSTS))
    of_terms = [
        [
            dict(zip(by_field[field][::2], by_field[field][1::2], strict=True)).get(document, 0)
            for field in fields
        ]
        for term in expected.concepts.terms([word])
        if (by_field := index.postings.get(term))
    ]
    return [max(times) for times in zip(*of_terms, strict=True)]


def test_a_sentence_of_common_words_brings_neither_all_practices_nor_equal_reasons(
    page: Page, catalog: Catalog
) -> None:
    page.goto(f"para-mi/?{urlencode({'q': COMMON})}")
    shown = _fits(page)
    assert 0 < len(shown) < len(catalog.practices)
    reasons = {_reasons(page, slug).inner_text() for slug in shown}
    assert len(reasons) > 1
    assert all(_words(page, slug, "yes") for slug in shown)
    expect(page.locator("[data-fits] [data-status]")).to_contain_text("Casi todas las prácticas")


def test_words_that_only_ask_for_help_are_no_part_of_the_problem(page: Page) -> None:
    page.goto("para-mi/?q=lectura")
    wanted = _fits(page)
    page.goto(f"para-mi/?{urlencode({'q': 'Necesito ayuda: quiero hacer lectura'})}")
    assert _fits(page) == wanted
    for slug in wanted:
        assert _words(page, slug, "yes") == {"lectura"}


def test_the_page_says_that_no_practice_has_a_word_of_events_alone(
    page: Page, expected: Expected
) -> None:
    index, _ = expected.whole
    practices = len(expected.catalog.practices)
    spoken = {
        word
        for event in expected.catalog.events
        for section in event.sections
        for word in words(section.text)
        if word.isalpha() and len(word) > 6
    }
    word = next(
        word
        for word in sorted(spoken)
        if all(
            document >= practices
            for term in expected.concepts.terms([word])
            for postings in index.postings.get(term, [])
            for document in postings[::2]
        )
    )
    page.goto(f"para-mi/?{urlencode({'q': f'lectura {word}'})}")
    shown = _fits(page)
    status = page.locator("[data-fits] [data-status]")
    expect(status).to_contain_text("Ninguna práctica dice «")
    # No practice has a reason against it for lacking the word.
    assert all(_words(page, slug, "no") == set() for slug in shown)
