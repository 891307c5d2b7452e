"""The page of a practice shows all that its sheet says."""

from __future__ import annotations

from catalog.model import Catalog
from tests.site.built_page import Element, expect_figures, expect_sources, expect_texts


def test_a_practice_shows_the_head_of_its_sheet(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    terms = catalog.taxonomies
    for practice in catalog.practices:
        head = pages[f"practicas/{practice.slug}/"].one("header", of_class="practice-head")
        expect_texts(head, [practice.title, practice.summary, *practice.institutions])
        expect_texts(head, [terms.regions[practice.region].label])
        expect_texts(head, (terms.topics[topic].label for topic in practice.topics))
        expect_texts(head, (terms.levels[level].label for level in practice.levels))
        expect_texts(head, [str(practice.start_year)] if practice.start_year else [])


def test_a_practice_shows_every_section_of_its_sheet_under_its_heading(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for practice in catalog.practices:
        page = pages[f"practicas/{practice.slug}/"]
        for section in practice.sections:
            shown = page.section(section.id)
            assert shown.one("h2").text == section.title
            for word in section.text.split():
                assert word in shown.text, f"{practice.slug}: {word}"


def test_a_practice_shows_every_figure_of_its_sheet(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for practice in catalog.practices:
        if practice.figures:
            page = pages[f"practicas/{practice.slug}/"]
            expect_figures(page.section("cifras"), practice.figures)


def test_a_practice_shows_what_sustains_it(pages: dict[str, Element], catalog: Catalog) -> None:
    for practice in catalog.practices:
        page = pages[f"practicas/{practice.slug}/"]
        for item in practice.evidence:
            expect_texts(page.section("evidencias"), [item.detail, item.source])
        if practice.awards:
            expect_texts(page.section("reconocimientos"), practice.awards)
        stage = catalog.taxonomies.stages[practice.stage].label
        assert stage.lower() in page.section("estadio").one("h2").text


def test_a_practice_shows_whom_to_write_to_and_where_it_all_comes_from(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for practice in catalog.practices:
        page = pages[f"practicas/{practice.slug}/"]
        for contact in practice.contacts:
            panel = page.section("contactos")
            expect_texts(panel, [contact.name, contact.position, contact.institution])
            assert contact.mail.replace("@", " (arroba) ") in panel.text
        for link in practice.links:
            assert link.url in [e["href"] for e in page.section("enlaces").all("a")]
        expect_sources(page.section("fuentes"), practice.sources)
        expect_texts(page.section("fuentes"), practice.notes)


def test_a_practice_shows_what_the_experts_said_at_each_event(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    assert catalog.presentations
    for slug, presentations in catalog.presentations.items():
        section = pages[f"practicas/{slug}/"].section("expertos")
        for event, presentation in presentations:
            expect_texts(section, [event.title, *presentation.notes])
            if presentation.expert:
                expect_texts(section, [presentation.expert.name, presentation.expert.position])
            for part in presentation.sections:
                expect_texts(section, [part.title])
                assert all(word in section.text for word in part.text.split())
