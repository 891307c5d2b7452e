"""The panorama: every number agrees with the catalogue, and every mark leads to as many practices
as it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from catalog.derive.facets import facets
from catalog.model import Catalog
from tests.site.support.accessibility import expect_fits_the_screen, expect_no_barrier
from tests.site.support.browser_contexts import PHONE
from tests.site.support.built_page import Element
from tests.site.support.built_sites import LargeSite
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer

PATH = "panorama/"
CHARTS = {
    "estadios": ["estadio"],
    "instituciones": ["institucion"],
    "respaldo": ["evidencia", "medido"],
    "anios": ["anio"],
}


def asked(link: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(link).query)


def test_every_mark_says_how_many_practices_its_filter_gives(
    pages: dict[str, Element], expected: Expected
) -> None:
    marks = [link for link in pages[PATH].all("a") if link["data-count"]]
    assert len(marks) > 100
    for mark in marks:
        assert int(mark["data-count"]) == len(expected.passing(asked(mark["href"]))), mark["href"]


def test_the_matrix_has_a_mark_where_a_region_has_a_topic_and_no_other(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    matrix = pages[PATH].one(of_class="crossing--wide")
    drawn = {
        (asked(link["href"])["tema"][0], asked(link["href"])["region"][0]): link
        for link in matrix.all("a", of_class="cell")
    }
    wanted = {(topic, p.region) for p in catalog.practices for topic in p.topics}
    assert set(drawn) == wanted
    known = catalog.vocabularies
    empty = len(known.topics) * len(known.regions) - len(wanted)
    assert len(matrix.all("td", of_class="none")) == empty
    for (topic, region), link in drawn.items():
        both = [p for p in catalog.practices if p.region == region and topic in p.topics]
        furthest = max(both, key=lambda p: known.stages.position(p.stage)).stage
        label = known.stages[furthest].label.lower()
        noun = "práctica" if len(both) == 1 else "prácticas"
        assert link.text == f"{known.regions[region].label} {len(both)} {noun}, {label}"
        position = known.stages.position(furthest)
        assert link.all("svg")[0]["class"] == f"mark mark--{position}"


def test_the_panorama_names_the_regions_and_topics_that_lack_practices(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    gaps = pages[PATH].section("faltan").text
    for key, value_count in (("region", 0), ("tema", 1)):
        for value in facets(catalog)[key].values:
            if value.count == value_count:
                assert value.label.lower() in gaps.lower(), value.label
    missing = sum(not value.count for value in facets(catalog)["region"].values)
    assert f"{missing} regiones no tienen ninguna práctica" in gaps


@pytest.mark.parametrize("section", CHARTS)
def test_the_table_behind_a_chart_has_its_numbers(
    pages: dict[str, Element], catalog: Catalog, section: str
) -> None:
    folds = pages[PATH].section(section).all("details")
    tables = [fold.one("table") for fold in folds if fold.all("table")]
    assert len(tables) == len(CHARTS[section])
    for key, table in zip(CHARTS[section], tables, strict=True):
        rows = [(row.one("th").text, row.all("td")[0].text) for row in table.one("tbody").all("tr")]
        assert rows == [(value.label, str(value.count)) for value in facets(catalog)[key].values]


def test_the_institutions_with_most_practices_are_named_with_them(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    led: dict[str, list[str]] = {}
    for practice in catalog.practices:
        for institution in practice.institutions:
            led.setdefault(institution, []).append(practice.slug)
    several = {name: slugs for name, slugs in led.items() if len(slugs) > 1}
    shown = {}
    for fold in pages[PATH].section("instituciones").all("details"):
        if not fold.all("table"):
            links = [link["href"].rstrip("/").rsplit("/", 1)[1] for link in fold.all("a")]
            shown[fold.one("summary").one("strong").text] = links
    assert shown == several
    assert f"Son {len(led)} instituciones en total" in pages[PATH].section("instituciones").text


@pytest.mark.parametrize("mark", [".crossing--wide .cell", ".crossing th a", ".bars a"])
def test_a_mark_leads_to_the_practices_that_it_counts(page: Page, mark: str) -> None:
    for place in (0, -1):
        page.goto(PATH)
        link = page.locator(mark).nth(place)
        count = link.get_attribute("data-count")
        link.click()
        page.wait_for_url(re.compile(r"/practicas/\?"))
        explorer = Explorer(page).settle()
        expect(explorer.count).to_have_text(str(count))
        assert len(explorer.slugs()) == min(int(str(count)), 10)


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_each_topic_lists_its_regions(
    visit: Callable[..., Page], catalog: Catalog, width: int
) -> None:
    page = visit("panorama", width)
    expect_fits_the_screen(page)
    for table in page.locator(".crossing").all():
        assert table.evaluate("table => table.scrollWidth <= table.clientWidth")
    practice = catalog.practices[0]
    row = page.locator(".crossing--wide tr").filter(
        has=page.get_by_role("link", name=catalog.vocabularies.topics[practice.topics[0]].label)
    )
    region = row.get_by_text(catalog.vocabularies.regions[practice.region].label, exact=True).first
    box = region.bounding_box()
    assert box
    assert box["width"] > 10
    expect(page.locator(".crossing--wide .none").first).to_be_hidden()


def test_the_keyboard_reaches_a_mark_and_may_skip_them_all(page: Page) -> None:
    page.goto(PATH)
    skip = page.get_by_role("link", name="Saltar el cuadro")
    skip.focus()
    page.keyboard.press("Tab")  # the chart itself, which can be scrolled
    assert page.evaluate("document.activeElement.matches('.crossing--wide')")
    cell = page.locator(".crossing--wide .cell").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.cell')"):
            break
    expect(cell).to_be_focused()
    skip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.crossing--wide')") is None


def test_the_panorama_is_found_by_its_name(explorer: Explorer) -> None:
    explorer.open("panorama")
    assert any("Panorama" in link.inner_text() for link in explorer.others.all())


def test_the_panorama_is_whole_without_scripts_and_on_paper(visit: Callable[..., Page]) -> None:
    page = visit("panorama", 1280, java_script_enabled=False)
    assert page.locator(".crossing--wide .cell").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(".crossing--wide .cell").first.is_visible()


def test_a_phone_scrolls_a_full_matrix_and_keeps_the_topics_in_view(
    open_page: Callable[..., Page], large: LargeSite
) -> None:
    page = open_page(**PHONE)
    page.goto(large.address + PATH)
    expect_fits_the_screen(page)
    matrix = page.locator(".crossing--dense")
    assert matrix.evaluate("matrix => matrix.scrollWidth > matrix.clientWidth")
    matrix.focus()
    matrix.evaluate("matrix => { matrix.scrollLeft = matrix.scrollWidth; }")
    topic = next(iter(large.catalog.vocabularies.topics.values())).label
    box = matrix.get_by_role("link", name=topic, exact=True).bounding_box()
    assert box
    assert 0 <= box["x"] < 60
    expect_no_barrier(page)
