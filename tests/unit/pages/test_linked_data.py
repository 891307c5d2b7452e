"""What machines are told of a page."""

from __future__ import annotations

import json

from catalog.pages.linked_data import breadcrumbs, graph, of_event, of_practice, of_site
from catalog.pages.site_info import Home
from tests.conftest import ROOT
from tests.support.catalogues import load_catalogue

HOME = Home("Catálogo", "https://x.org/c/")


def test_a_practice_is_an_article_with_what_its_sheet_says_and_no_more() -> None:
    catalog = load_catalogue(ROOT)
    for practice in catalog.practices:
        told = of_practice(practice, HOME, catalog.vocabularies)
        assert told["@type"] == "Article"
        assert told["url"] == f"https://x.org/c/practicas/{practice.slug}/"
        assert told["dateModified"] == practice.review_date.isoformat()
        assert ("award" in told) == bool(practice.awards)
        assert all(value not in (None, "", [], {}) for value in told.values())


def test_an_event_has_its_days_and_its_place_if_they_are_known() -> None:
    catalog = load_catalogue(ROOT)
    for event in catalog.events:
        told = of_event(event, HOME, catalog.vocabularies)
        assert told["@type"] == "Event"
        assert told["startDate"] == str(event.start_date)
        assert ("endDate" in told) == bool(event.end_date)
        assert ("location" in told) == bool(event.place or event.host_region)


def test_the_site_says_where_to_search_it() -> None:
    told = of_site(HOME)
    assert (told["@type"], told["name"], told["url"]) == ("WebSite", "Catálogo", "https://x.org/c/")
    target = told["potentialAction"]["target"]
    assert target["urlTemplate"] == "https://x.org/c/practicas/?q={palabras}"


def test_the_steps_of_the_way_are_counted_from_one() -> None:
    steps = breadcrumbs([("A", "a/"), ("B", "a/b/")], HOME)["itemListElement"]
    assert [(its["position"], its["item"]) for its in steps] == [
        (1, "https://x.org/c/a/"), (2, "https://x.org/c/a/b/"),
    ]  # fmt: skip


def test_no_text_can_end_the_block_or_be_harvested() -> None:
    text = graph({"name": "</script><b>&amp; ana@ugel.gob.pe"})
    assert not set("<>&@") & set(text)
    told = json.loads(text)
    assert told["@graph"] == [{"name": "</script><b>&amp; ana (arroba) ugel.gob.pe"}]
    assert told["@context"] == "https://schema.org"
