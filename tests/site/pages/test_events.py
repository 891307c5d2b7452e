"""The page of an event shows all the content of its folder."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from catalog.derive.derived import Derived
from catalog.derive.event_synthesis import synthesis
from catalog.model import Catalog, Event
from catalog.text.html import text_of
from catalog.text.spanish import lower_first
from tests.site.support.built_page import (
    Element,
    expect_figures,
    expect_sources,
    expect_texts,
    plain,
)


def test_an_event_shows_its_presentations_in_their_order(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for event in catalog.events:
        shown = pages[f"intercambios/{event.slug}/"].all("li", of_class="presentation")
        assert len(shown) == len(event.presentations)
        for item, presentation in zip(shown, event.presentations, strict=True):
            practice = catalog.by_slug[presentation.practice_slug]
            assert item.one("h3").text == plain(practice.title)
            assert item.one("h3").one("a")["href"].endswith(f"practicas/{practice.slug}/")
            if presentation.expert:
                expect_texts(
                    item, [presentation.expert.name, lower_first(presentation.expert.position)]
                )
            for part in presentation.sections:
                assert all(word in item.text for word in part.text.split())


def test_an_event_shows_everything_that_its_organiser_wrote(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for event in catalog.events:
        page = pages[f"intercambios/{event.slug}/"]
        expect_texts(page.one("article", of_class="page"), _texts_of(event, catalog))
        if event.figures:
            expect_figures(page.section("cifras"), event.figures)
        expect_sources(page.section("fuentes"), event.sources)
        for section in event.sections:
            shown = page.section(section.id)
            assert shown.one("h2").text == plain(section.title)
            assert all(word in shown.text for word in section.text.split())
        for testimonial in event.testimonials:
            links = [e["href"] for e in page.section("testimonios").all("a")]
            slug = testimonial.practice
            assert slug is None or any(link.endswith(f"practicas/{slug}/") for link in links)


def test_an_event_sums_up_each_practice_and_leads_to_its_page(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for event in catalog.events:
        shown = pages[f"intercambios/{event.slug}/"].all("li", of_class="presentation")
        for item, presentation in zip(shown, event.presentations, strict=True):
            practice = catalog.by_slug[presentation.practice_slug]
            expect_texts(item, [practice.summary, *practice.institutions])
            brief = item.one("dl", of_class="in-brief")
            assert [e.text for e in brief.all("dt")] == ["Problema", "Estrategia", "Resultados"]
            assert all(e.text for e in brief.all("dd"))
            assert len(item.all("li", of_class="figure")) == min(2, len(practice.figures))


def test_the_programme_of_an_event_is_shown_day_by_day(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    programmed = [event for event in catalog.events if event.program]
    assert programmed
    for event in programmed:
        days = pages[f"intercambios/{event.slug}/"].all("li", of_class="program__day")
        assert [e.one("time")["datetime"] for e in days] == [str(day.day) for day in event.program]
        for shown, day in zip(days, event.program, strict=True):
            expect_texts(shown, [day.title, day.place, *day.activities])


def test_the_map_of_an_event_and_its_list_lead_to_the_same_regions(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    drawn = catalog.vocabularies.map
    assert drawn
    for event in catalog.events:
        section = pages[f"intercambios/{event.slug}/"].section("regiones")
        regions = [*event.regions, *event.guest_regions]
        expected = [f"../../regiones/{region}/" for region in regions]
        listed = [link["href"] for chips in section.all("ul") for link in chips.all("a")]
        assert listed == expected
        (drawing,) = [e for e in section.all("svg") if e["viewbox"] == drawn.view]
        assert {link["href"] for link in drawing.all("a")} == set(expected)
        assert drawing["aria-hidden"] == "true"
        assert all(link["tabindex"] == "-1" for link in drawing.all("a"))


def test_a_testimonial_shows_its_consent(pages: dict[str, Element], catalog: Catalog) -> None:
    for event in catalog.events:
        consents = [quote.consent for quote in event.testimonials if quote.consent]
        shown = pages[f"intercambios/{event.slug}/"].all("p", of_class="testimonial__consent")
        assert [e.text for e in shown] == [plain(consent) for consent in consents]


def test_the_synthesis_of_an_event_shows_its_counts_and_its_rule(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for event in catalog.events:
        section = pages[f"intercambios/{event.slug}/"].section("sintesis")
        counted = synthesis(event, Derived(catalog))
        for tally in counted.tallies:
            (shown,) = [e for e in section.all("div") if e["data-tally"] == tally.key]
            rows = [row for row in shown.all("tr") if row.all("td")]
            assert [(row.one("th").text, row.one("td").text) for row in rows] == [
                (plain(bar.label), str(bar.count)) for bar in tally.bars
            ]
        themes = section.all("details", of_class="theme")
        for shown, theme in zip(themes, counted.advice, strict=False):
            expect_texts(shown, [theme.theme.label])
            items = shown.one("ul", of_class="theme__advice").children
            assert len([e for e in items if isinstance(e, Element)]) == len(theme.advice)
            for advice in theme.advice:
                assert all(word in shown.text for word in text_of(advice.html).split())
        if counted.opportunities.total:
            expect_texts(section, [f"{counted.opportunities.total} oportunidad"])
        for practice, branches in counted.replications:
            expect_texts(section, [practice.title, *(branch.institution for branch in branches)])
        assert len(section.all("p", of_class="rule")) == 1 + sum(
            map(bool, (counted.advice, counted.opportunities.total, counted.replications))
        )


def test_a_bar_leads_to_the_practices_that_it_counts(page: Page, catalog: Catalog) -> None:
    event = max(catalog.events, key=lambda event: len(event.presentations))
    bar = synthesis(event, Derived(catalog)).tallies[0].bars[0]
    page.goto(f"intercambios/{event.slug}/")
    page.get_by_role("link", name=bar.label, exact=True).click()
    expect(page.locator("[data-results] [data-practice]")).to_have_count(bar.count)


def _texts_of(event: Event, catalog: Catalog) -> Iterator[str | None]:
    yield event.title
    yield event.place
    yield str(event.start_date.year)
    yield from event.organizers
    for visit in event.visits:
        yield visit.institution
        yield visit.detail
    for testimonial in event.testimonials:
        yield testimonial.text
        yield testimonial.author
        yield testimonial.institution
    for region in (*event.regions, *event.guest_regions):
        yield catalog.vocabularies.regions[region].label
    yield from event.notes
