"""Each listing has its practices and their number, and each sheet and event has a page."""

from __future__ import annotations

import re
from pathlib import Path

from catalog.model import Catalog
from tests.site.support.built_page import Element, expect_texts
from tests.site.support.expected_results import listings


def _cards(page: Element) -> list[str]:
    return [element["data-practice"] for element in page if "data-practice" in element.attributes]


def test_a_listing_has_the_practices_of_its_region_topic_or_stage_and_no_other(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for folder, value, practices in listings(catalog):
        article = pages[f"{folder}/{value}/"].one("article", of_class="page")
        assert sorted(_cards(article)) == sorted(practice.slug for practice in practices)
        if practices:
            noun = "práctica" if len(practices) == 1 else "prácticas"
            assert f"{len(practices)} {noun} ·" in article.text
        else:
            assert "Todavía no hay prácticas aquí" in article.text


def test_the_listings_are_counted_where_they_are_linked(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for folder, value, practices in listings(catalog):
        lists = pages[f"{folder}/"].all("ul", of_class="tiles")
        links = [link for tiles in lists for link in tiles.all("a")]
        tile = next(link for link in links if link["href"].endswith(f"{folder}/{value}/"))
        noun = "práctica" if len(practices) == 1 else "prácticas"
        wanted = f"{len(practices)} {noun}" if practices else "aún sin prácticas"
        assert tile.one(of_class="tile__count").text == wanted


def test_the_first_page_has_the_counts_of_the_catalogue(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    counts = pages[""].one("ul", of_class="hero__counts").all("strong")
    regions = {practice.region for practice in catalog.practices}
    wanted = [len(catalog.practices), len(regions), len(catalog.events)]
    assert [int(count.text.replace(",", "")) for count in counts] == wanted
    tiles = {
        link["href"].strip("./"): link.one(of_class="tile__count").text
        for link in pages[""].all("a")
        if link.all(of_class="tile__count")
    }
    for folder, value, practices in listings(catalog):
        if folder != "estadios" and practices:
            assert tiles.pop(f"{folder}/{value}") == str(len(practices))
    assert not tiles


def test_every_event_is_listed(pages: dict[str, Element], catalog: Catalog) -> None:
    links = [link["href"] for link in pages["intercambios/"].all("a")]
    for event in catalog.events:
        assert any(link.endswith(f"intercambios/{event.slug}/") for link in links)


def test_the_explorer_has_every_sheet_of_the_repository(site: Path, root: Path) -> None:
    cards = [file.read_text("utf-8") for file in site.glob("datos/busqueda/*/ficha-*.txt")]
    found = [slug for card in cards for slug in re.findall('data-practice="([^"]+)"', card)]
    sheets = [
        file.stem for file in root.glob("practices/*/*.md") if not file.parent.name.startswith("_")
    ]
    assert sorted(found) == sorted(sheets)


def test_every_sheet_and_event_has_its_page_and_no_page_is_left_over(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    for folder, slugs in {
        "practicas": {practice.slug for practice in catalog.practices},
        "intercambios": {event.slug for event in catalog.events},
    }.items():
        published = {a.split("/")[1] for a in pages if re.fullmatch(f"{folder}/[^/]+/", a)}
        assert published == slugs


def test_a_region_lists_its_replications_and_its_events(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    placed = [
        (practice, replication)
        for practice in catalog.practices
        for replication in practice.replications
        if replication.region
    ]
    assert placed
    for practice, replication in placed:
        region = pages[f"regiones/{replication.region}/"].one("main")
        expect_texts(region, [replication.institution, practice.title])
    for event in catalog.events:
        for place in (*event.regions, *event.guest_regions):
            expect_texts(pages[f"regiones/{place}/"].one("main"), [event.title])
