"""The page of an event shows all that its folder says."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model import Catalog, Event
from tests.site.built_page import Element, expect_figures, expect_sources, expect_texts, plain


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
                expect_texts(item, [presentation.expert.name, presentation.expert.position])
            for part in presentation.sections:
                assert all(word in item.text for word in part.text.split())


def test_an_event_shows_everything_that_its_organiser_wrote(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for event in catalog.events:
        page = pages[f"intercambios/{event.slug}/"]
        expect_texts(page.one("article", of_class="page"), _told(event, catalog))
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


def _told(event: Event, catalog: Catalog) -> Iterator[str | None]:
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
        yield catalog.taxonomies.regions[region].label
    yield from event.notes
