"""The blocks of the first page, of the route and of the community."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from catalog.derive.latest import last_and_next, newest
from catalog.derive.network import network
from catalog.derive.panorama import requirements_met
from catalog.model import Catalog
from tests.site.support.built_page import Element
from tests.site.support.explorer_page import Explorer


def test_the_first_page_has_the_search_first_and_then_the_newest_practices(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    headings = [element.text for element in pages[""] if element.tag in ("h1", "h2")]
    assert headings[1:] == [
        "Lo nuevo", "Dónde", "De qué tratan", "Qué tan documentada está cada práctica",
        "Intercambios",
    ]  # fmt: skip
    shown = [card["data-practice"] for card in pages[""].all("article", of_class="card")]
    wanted = [practice.slug for practice in newest(catalog, 3)]
    assert [slug for slug in shown if slug] == wanted


def test_the_map_and_its_list_lead_to_the_same_regions(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    drawing = pages[""].one(of_class="map--linked")
    linked = {re.sub(".*region=", "", link["href"]) for link in drawing.all("a")}
    assert linked == {practice.region for practice in catalog.practices}
    listed = pages[""].one(of_class="where-to").one("ul", of_class="tiles").all("a")
    assert {link["href"].strip("./").split("/")[-1] for link in listed} == linked
    assert drawing["aria-hidden"] == "true", "the list is what is read"
    assert {link["tabindex"] for link in drawing.all("a")} == {"-1"}


def test_a_region_of_the_map_leads_to_its_practices(page: Page, catalog: Catalog) -> None:
    region = catalog.practices[0].region
    page.goto("")
    page.locator(f'.map--linked a[href$="region={region}"]').first.click()
    page.wait_for_url(re.compile(f"region={region}$"))
    explorer = Explorer(page).settle()
    explorer.expect_results(p.slug for p in catalog.practices if p.region == region)


def test_the_first_page_has_the_last_event_and_the_next_or_the_way_to_propose_one(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    last, to_come = last_and_next(catalog)
    agenda = pages[""].one(of_class="agenda")
    shown = [link["href"].strip("./") for link in agenda.all("a")]
    wanted = [f"intercambios/{event.slug}" for event in (to_come, last) if event]
    assert shown == [*wanted, *([] if to_come else ["contribuir/#eventos"])]


def test_each_stop_of_the_route_has_its_practices_and_counts_for_its_requirements(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    met = requirements_met(catalog)
    stops = pages["ruta/"].one("ol", of_class="route").all("li", of_class="route__stop")
    for stop, stage in zip(stops, catalog.vocabularies.stages.values(), strict=True):
        there = [practice for practice in catalog.practices if practice.stage == stage.id]
        links = [link["href"].strip("./") for link in stop.all("a")]
        assert [link for link in links if link.startswith("practicas/")] == [
            f"practicas/{practice.slug}" for practice in there[:6]
        ]
        assert f"estadios/{stage.id}" in links
        for requirement in stage.requirements:
            amount = met[stage.id, requirement.id]
            verb = "cumple" if amount == 1 else "cumplen"
            sentence = (
                f"{requirement.label} Lo {verb} {amount} de {len(catalog.practices)} prácticas"
            )
            assert sentence in stop.text


def test_the_community_draws_its_years_beside_their_numbers(pages: dict[str, Element]) -> None:
    table = pages["comunidad/"].one(of_class="drawn").one("table")
    for row in table.one("tbody").all("tr"):
        cells = row.all("td")[1:]
        values = [float(re.match("[0-9,]+", cell.text)[0].replace(",", "")) for cell in cells]  # type: ignore[index]
        bars = [float(cell.one("rect", of_class="bar__part")["width"]) for cell in cells]
        for value, bar in zip(values, bars, strict=True):
            assert abs(bar - 100 * value / max(values)) < 0.06


def test_the_network_shows_every_member_with_its_contributions(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    known = network(catalog)
    shown = {}
    for member in pages["comunidad/"].all("details", of_class="member"):
        links = [link["href"].rstrip("/").rsplit("/", 1)[1] for link in member.all("a")]
        shown[member.one("summary").one("strong").text] = links
    assert shown == {
        member.name: [
            practice.slug
            for practice in (
                *member.sheets,
                *member.comments,
                *member.replications,
                *member.interests,
            )
        ]
        for member in (*known.institutions, *known.people)
    }


def test_nobody_in_the_network_has_a_level_or_dots(pages: dict[str, Element]) -> None:
    network_part = pages["comunidad/"].text.partition("Quiénes aportan a este catálogo")[2]
    assert "Nadie recibe aquí un nivel" in network_part
    assert not re.search(
        "[●○]|Participativos|Destacados|Transformador",
        network_part.partition("Lo que conviene saber")[0],
    )


def test_a_member_of_the_network_unfolds_to_its_practices(
    visit: Callable[..., Page], catalog: Catalog
) -> None:
    page = visit("comunidad", 360)
    practice = catalog.practices[0]
    member = page.locator("details.member", has_text=practice.institutions[0]).first
    member.locator("summary").press("Enter")
    member.get_by_role("link", name=practice.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(practice.title)
