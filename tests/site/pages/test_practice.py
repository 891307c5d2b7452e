"""The page of a practice shows all the content of its sheet."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

from catalog.model import Catalog
from tests.site.support.built_page import Element, expect_figures, expect_sources, expect_texts
from tests.site.support.built_sites import SITE_URL


def test_a_practice_opens_with_its_title_summary_and_first_figures(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    terms = catalog.vocabularies
    for practice in catalog.practices:
        head = pages[f"practicas/{practice.slug}/"].one("header", of_class="practice-head")
        expect_texts(head, [practice.title, practice.summary, *practice.institutions[:2]])
        expect_texts(
            head, [terms.regions[practice.region].label, terms.stages[practice.stage].label]
        )
        expect_texts(head, (terms.topics[topic].label for topic in practice.topics))
        expect_figures(head, practice.figures[:3], with_source=False)
        assert head.one("img")["src"] == f"../../datos/mapa/{practice.region}.svg"


def test_a_practice_shows_its_plain_data(pages: dict[str, Element], catalog: Catalog) -> None:
    terms = catalog.vocabularies
    for practice in catalog.practices:
        data = pages[f"practicas/{practice.slug}/"].section("datos")
        expect_texts(data, practice.institutions)
        expect_texts(data, (terms.levels[level].label for level in practice.levels))
        expect_texts(data, [str(practice.start_year)] if practice.start_year else [])


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
            order = [*catalog.vocabularies.figure_types][::-1]  # results come first
            by_type = sorted(practice.figures, key=lambda figure: order.index(figure.type))
            expect_figures(page.section("cifras"), by_type)


def test_a_practice_shows_its_evidence(pages: dict[str, Element], catalog: Catalog) -> None:
    for practice in catalog.practices:
        page = pages[f"practicas/{practice.slug}/"]
        for item in practice.evidence:
            expect_texts(page.section("evidencias"), [item.detail, item.source])
        if practice.awards:
            expect_texts(page.section("reconocimientos"), practice.awards)
        stage = catalog.vocabularies.stages[practice.stage].label
        assert stage.lower() in page.section("estadio").one("h2").text


def test_a_practice_shows_its_contacts_its_links_and_its_sources(
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


def test_a_practice_shows_the_commentary_of_each_event(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    assert catalog.presentations
    for slug, presentations in catalog.presentations.items():
        page = pages[f"practicas/{slug}/"]
        section = page.section("expertos")
        for event, presentation in presentations:
            expect_texts(section, [event.title, *presentation.notes])
            if presentation.expert:
                expect_texts(section, [presentation.expert.name, presentation.expert.position])
            for part in presentation.sections:
                is_advice = part.id == "recomendaciones"
                where = page.section("recomendaciones") if is_advice else section
                assert is_advice or part.title in section.text
                assert all(word in where.text for word in part.text.split())


def test_a_practice_lists_its_resources_and_its_replications(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    kinds = catalog.vocabularies.resource_types
    assert any(practice.replications for practice in catalog.practices)
    for practice in catalog.practices:
        page = pages[f"practicas/{practice.slug}/"]
        needs = page.section("recursos")
        for resource in practice.resources:
            expect_texts(needs, [kinds[resource.type].label, resource.detail, resource.source])
        for kind in kinds.values():
            if kind.id not in {resource.type for resource in practice.resources}:
                assert kind.label.lower() in needs.all("p")[-1].text.lower()
        for replication in practice.replications:
            state = catalog.vocabularies.replication_states[replication.state].label
            texts = [replication.institution, state, replication.detail, replication.source]
            expect_texts(page.section("replicas"), texts)


def test_a_practice_is_described_in_linked_data(site: Path, catalog: Catalog) -> None:
    for practice in catalog.practices:
        html = (site / "practicas" / practice.slug / "index.html").read_text()
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
        article, breadcrumb = json.loads(found[0])["@graph"][:2]
        assert article["@type"] == "Article"
        assert article["headline"] == practice.title
        assert article["url"] == f"{SITE_URL}practicas/{practice.slug}/"
        assert [author["name"] for author in article["author"]] == practice.institutions
        assert [step["position"] for step in breadcrumb["itemListElement"]] == [1, 2, 3]


def test_a_practice_is_cited_and_sent_by_its_address(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for practice in catalog.practices:
        address = f"{SITE_URL}practicas/{practice.slug}/"
        section = pages[f"practicas/{practice.slug}/"].section("compartir")
        expect_texts(section.one(of_class="citation"), [practice.title, address])
        links = [link["href"] for link in section.one(of_class="share").all("a")]
        assert [link.partition(":")[0] for link in links] == ["https", "mailto"]
        for link in links:
            assert address in unquote(link)
            assert practice.summary in unquote(link)
