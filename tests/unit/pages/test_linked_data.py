"""The linked data of a page, which programs read."""

from __future__ import annotations

import json

from catalog.pages.linked_data import (
    ATTENDANCE,
    STATUS,
    breadcrumbs,
    graph,
    of_event,
    of_practice,
    of_site,
)
from catalog.pages.site_info import SiteInfo
from catalog.schema.event_fields import EventChange
from tests.conftest import ROOT
from tests.support.catalogues import load_catalogue

HOME = SiteInfo("Catálogo", "https://x.org/c/")


def test_a_practice_is_an_article_without_empty_values() -> None:
    catalog = load_catalogue(ROOT)
    for practice in catalog.practices:
        data = of_practice(practice, HOME, catalog.vocabularies)
        assert data["@type"] == "Article"
        assert data["url"] == f"https://x.org/c/practicas/{practice.slug}/"
        assert data["dateModified"] == practice.review_date.isoformat()
        assert ("award" in data) == bool(practice.awards)
        assert all(value not in (None, "", [], {}) for value in data.values())


def test_an_event_has_its_days_and_its_place_if_they_are_known() -> None:
    catalog = load_catalogue(ROOT)
    for event in catalog.events:
        data = of_event(event, HOME, catalog.vocabularies)
        assert data["@type"] == "Event"
        assert data["startDate"] == str(event.start_date)
        assert ("endDate" in data) == bool(event.end_date)
        assert ("location" in data) == bool(event.place or event.host_region)


def test_an_event_tells_how_it_is_attended_and_whether_it_takes_place() -> None:
    catalog = load_catalogue(ROOT)
    assert ATTENDANCE.keys() == set(catalog.vocabularies.attendance_modes)
    assert STATUS.keys() <= set(catalog.vocabularies.event_changes)
    plain = catalog.events[0].model_copy(update={"place": None, "host_region": None})
    change = EventChange.model_construct(state="cancelado", detail="x")
    event = plain.model_copy(update={"mode": "virtual", "url": "https://a.pe", "change": change})
    data = of_event(event, HOME, catalog.vocabularies)
    assert data["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert data["eventStatus"] == "https://schema.org/EventCancelled"
    assert data["location"] == [{"@type": "VirtualLocation", "url": "https://a.pe"}]
    assert not {"eventAttendanceMode", "eventStatus", "location"} & set(
        of_event(plain, HOME, catalog.vocabularies)
    )


def test_the_site_gives_the_address_of_its_search() -> None:
    data = of_site(HOME)
    assert (data["@type"], data["name"], data["url"]) == ("WebSite", "Catálogo", "https://x.org/c/")
    target = data["potentialAction"]["target"]
    assert target["urlTemplate"] == "https://x.org/c/practicas/?q={palabras}"


def test_breadcrumbs_are_numbered_from_one() -> None:
    steps = breadcrumbs([("A", "a/"), ("B", "a/b/")], HOME)["itemListElement"]
    assert [(step["position"], step["item"]) for step in steps] == [
        (1, "https://x.org/c/a/"), (2, "https://x.org/c/a/b/"),
    ]  # fmt: skip


def test_no_text_can_close_the_script_or_show_a_mail_address() -> None:
    text = graph({"name": "</script><b>&amp; ana@ugel.gob.pe"})
    assert not set("<>&@") & set(text)
    data = json.loads(text)
    assert data["@graph"] == [{"name": "</script><b>&amp; ana (arroba) ugel.gob.pe"}]
    assert data["@context"] == "https://schema.org"
