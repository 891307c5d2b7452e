"""The report of an event: the whole event on one page, numbered and printed as a document."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from catalog.derive.derived import Derived
from catalog.derive.event_in_words import event_in_words
from catalog.derive.event_synthesis import synthesis
from catalog.model import Catalog, Event
from catalog.text.spanish import day
from tests.site.support.built_page import Element, expect_sources, expect_texts

A4 = (595, 842)  # points


@pytest.fixture
def reports(pages: dict[str, Element], catalog: Catalog) -> list[tuple[Event, Element]]:
    """Each event with the page of its report."""
    return [(event, pages[f"intercambios/{event.slug}/reporte/"]) for event in catalog.events]


def test_the_page_of_an_event_leads_to_its_report(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for event in catalog.events:
        page = pages[f"intercambios/{event.slug}/"]
        assert page.one("a", of_class="to-report")["href"].endswith(f"{event.slug}/reporte/")


def test_the_contents_are_the_headings_of_the_report_in_their_order(
    reports: list[tuple[Event, Element]],
) -> None:
    for _, report in reports:
        contents = report.one("nav", of_class="contents")
        listed = [(link["href"], link.text) for link in contents.all("a")]
        headings = [
            (f"#{e['id']}", e.text)
            for e in report
            if e.tag in ("h2", "h3") and e["id"] and e["id"] != "indice"
        ]
        numbered = [
            (link, text) for link, text in headings if re.match(r"\d", text) or link == "#siglas"
        ]
        assert listed == numbered


def test_chapters_and_their_parts_are_numbered_without_a_gap(
    reports: list[tuple[Event, Element]],
) -> None:
    for _, report in reports:
        contents = report.one("nav", of_class="contents")
        numbers = [e.text.rstrip(".") for e in contents.all("span", of_class="number")]
        places = [tuple(map(int, number.split("."))) for number in numbers]
        assert places[0] == (1,)
        for before, after in pairwise(places):
            following = {
                (before[0] + 1,),
                (before[0], before[1] + 1) if before[1:] else (*before, 1),
            }
            assert after in following


def test_a_report_has_all_the_content_of_its_event_and_practices(
    reports: list[tuple[Event, Element]], catalog: Catalog
) -> None:
    for event, report in reports:
        text = report.one("article", of_class="page")
        expect_texts(text, [event.title, event.place, *event.organizers, *event.notes])
        expect_sources(report.section("fuentes"), event.sources)
        for figure in event.figures:
            expect_texts(report.section("sintesis"), [figure.detail, figure.unit, figure.source])
        for section in event.sections:
            assert all(word in text.text for word in section.text.split())
        for visit in event.visits:
            expect_texts(text, [visit.institution, visit.detail])
        for quote in event.testimonials:
            expect_texts(text, [quote.text, quote.author, quote.institution, quote.consent])
        for region in (*event.regions, *event.guest_regions):
            expect_texts(report.section("regiones"), [catalog.vocabularies.regions[region].label])
        shown = report.all("article", of_class="report-practice")
        for item, presentation in zip(shown, event.presentations, strict=True):
            practice = catalog.by_slug[presentation.practice_slug]
            expect_texts(item, [practice.title, practice.summary, *practice.institutions])
            expect_texts(item, [*practice.notes, *presentation.notes])
            for part in (*practice.sections, *presentation.sections):
                assert part.title in [e.text for e in item.all("h4")]
                assert all(word in item.text for word in part.text.split())
            for figure in practice.figures:
                expect_texts(item, [figure.detail, figure.source])
            expect_sources(item, [*practice.sources, *presentation.sources])


def test_nothing_in_a_report_is_folded_and_no_recommendation_is_left_out(
    reports: list[tuple[Event, Element]], catalog: Catalog
) -> None:
    for event, report in reports:
        assert not report.one("article", of_class="page").all("details")
        counted = synthesis(event, Derived(catalog))
        if counted.advice or counted.other_advice:
            themes = report.section("recomendaciones").all("ul", of_class="theme__advice")
            expected = [*(theme.advice for theme in counted.advice), counted.other_advice]
            amounts = [len([e for e in ul.children if isinstance(e, Element)]) for ul in themes]
            assert amounts == [len(advice) for advice in expected if advice]


def test_a_report_begins_with_its_counts_in_a_few_sentences(
    reports: list[tuple[Event, Element]], catalog: Catalog
) -> None:
    for event, report in reports:
        shown = [paragraph.text for paragraph in report.one("div", of_class="account").all("p")]
        assert shown == list(event_in_words(event, synthesis(event, Derived(catalog))))


def test_each_recommendation_leads_to_the_practice_that_has_it_whole(
    reports: list[tuple[Event, Element]],
) -> None:
    followed = 0
    for _, report in reports:
        places = {heading["id"] for heading in report.all("h3")}
        for ul in report.all("ul", of_class="theme__advice"):
            for link in ul.all("a"):
                assert link["href"].removeprefix("#") in places
                followed += 1
    assert followed > 10


def test_a_report_is_dated_by_its_content(
    reports: list[tuple[Event, Element]], catalog: Catalog
) -> None:
    for event, report in reports:
        newest = max(catalog.by_slug[p.practice_slug].review_date for p in event.presentations)
        expect_texts(report.section("elaboracion"), [day(newest)])


def test_a_report_prints_as_a_document_on_a4(visit: Callable[..., Page], catalog: Catalog) -> None:
    event = max(catalog.events, key=lambda event: len(event.presentations))
    page = visit("report", 1280)
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert {(round(float(w)), round(float(h))) for w, h in sizes} == {A4}
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
    practices = len(event.presentations)
    # A cover, the contents, the synthesis, and the practices one after another.
    assert practices + 4 < pages < 6 * practices
    assert len(re.findall(rb"/Subtype\s*/Link", pdf)) > practices


def test_a_printed_report_has_no_navigation_and_no_colours_of_links(
    visit: Callable[..., Page],
) -> None:
    page = visit("report", 1280)
    page.emulate_media(media="print")
    for gone in (".site-header", ".site-footer", ".breadcrumb", ".edit", ".screen-only"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator(".leads-back").is_visible()
    assert page.locator(".cover").is_visible()
    assert page.locator(".acronyms dd").first.is_visible()
    ink = page.evaluate("getComputedStyle(document.querySelector('.chapter p')).color")
    links = page.evaluate(
        "[...document.querySelectorAll('.contents a, .chapter a')]"
        ".map(a => [getComputedStyle(a).color, getComputedStyle(a.parentElement).color])"
    )
    assert ink
    assert all(own == around for own, around in links), "a link has a colour of its own"
    breaks = page.evaluate(
        "[...document.querySelectorAll('.chapter h2, .chapter h3, .chapter h4')]"
        ".map(h => getComputedStyle(h).breakAfter)"
    )
    assert set(breaks) == {"avoid"}, "a heading may stand alone at the foot of a page"
    for begun in (".chapter--sintesis", ".chapter--practicas", ".chapter--recomendaciones"):
        before = page.locator(begun).first.evaluate(
            "chapter => getComputedStyle(chapter).breakBefore"
        )
        assert before == "page", begun


def test_the_folded_parts_of_an_event_are_printed(visit: Callable[..., Page]) -> None:
    page = visit("event", 1280)
    fold = page.locator(".presentation .fold ul li").first
    assert not fold.is_visible()
    page.emulate_media(media="print")
    assert fold.is_visible()
