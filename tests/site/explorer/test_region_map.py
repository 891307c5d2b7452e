"""A tap or click on the map of the regions ticks the same filter as the list of regions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from catalog.model import Catalog
from tests.site.support.browser_contexts import PHONE
from tests.site.support.explorer_page import SETTLED, Explorer

FINGER = 44


def shape(page: Page, region: str) -> Locator:
    """The last shape of a region: the one in its inset, if the region has an inset."""
    return page.locator(f'[data-map] [data-region="{region}"]').last


def touch_at(page: Page, region: str) -> tuple[float, float]:
    """A point of the screen where a finger touches the region and no other element."""
    # An answer that arrives late changes the length of the page, and may move the map.
    page.wait_for_function(SETTLED)
    found = shape(page, region).evaluate(
        """(shape) => {
          shape.ownerSVGElement.scrollIntoView({ block: "start", behavior: "instant" });
          const { left, top, width, height } = shape.getBoundingClientRect();
          for (const across of [.5, .4, .6, .3, .7]) for (const down of [.5, .4, .6, .3, .7]) {
            const [x, y] = [left + width * across, top + height * down];
            if (shape.contains(document.elementFromPoint(x, y))) return [x, y];
          }
        }"""
    )
    assert found, f"{region} cannot be touched"
    return found[0], found[1]


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """The explorer on a phone, with its filters open by touch."""
    page = open_page(**PHONE)
    Explorer(page).open_address().opener.tap()
    expect(page.locator("[data-map]")).to_be_visible()
    return page


@pytest.fixture
def regions(catalog: Catalog) -> Counter[str]:
    """The number of practices of each region."""
    return Counter(practice.region for practice in catalog.practices)


def test_a_finger_opens_the_filters_at_their_top(phone: Page) -> None:
    """The filters are not scrolled down to their first box, as the map may be above that box."""
    assert phone.locator("[data-panel]").evaluate("panel => panel.scrollTop") == 0


def test_a_tap_on_a_region_ticks_its_filter_and_a_second_tap_takes_it_away(
    phone: Page, regions: Counter[str], catalog: Catalog
) -> None:
    for region, count in regions.items():
        phone.touchscreen.tap(*touch_at(phone, region))
        expect(Explorer(phone).box("region", region)).to_be_checked()
        expect(phone.locator("[data-result-count]")).to_have_text(str(count))
        expect(phone).to_have_url(f"{phone.url.partition('?')[0]}?region={region}")
        phone.touchscreen.tap(*touch_at(phone, region))
        expect(Explorer(phone).box("region", region)).not_to_be_checked()
        expect(phone.locator("[data-result-count]")).to_have_text(str(len(catalog.practices)))


def test_two_regions_of_the_map_can_be_chosen_together(page: Page, regions: Counter[str]) -> None:
    Explorer(page).open_address()
    first, second, *_ = regions
    for region in (first, second):
        page.mouse.click(*touch_at(page, region))
    expect(page.locator("[data-result-count]")).to_have_text(str(regions[first] + regions[second]))


def test_a_region_without_practices_is_named_and_not_ticked(
    phone: Page, regions: Counter[str], catalog: Catalog
) -> None:
    vacant = next(term for term in catalog.vocabularies.regions.values() if not regions[term.id])
    phone.touchscreen.tap(*touch_at(phone, vacant.id))
    expect(phone.locator("[data-map-caption]")).to_have_text(f"{vacant.label}: 0 prácticas")
    expect(Explorer(phone).box("region", vacant.id)).not_to_be_checked()


def test_a_region_without_practices_that_the_address_chose_can_be_taken_away(
    page: Page, regions: Counter[str], catalog: Catalog
) -> None:
    vacant = next(region for region in catalog.vocabularies.regions if not regions[region])
    Explorer(page).open_address(f"?region={vacant}")
    page.mouse.click(*touch_at(page, vacant))
    expect(Explorer(page).box("region", vacant)).not_to_be_checked()


def test_a_region_of_an_inset_is_as_large_as_a_finger(phone: Page, catalog: Catalog) -> None:
    drawn = catalog.vocabularies.map
    assert drawn is not None
    assert drawn.insets
    for inset in drawn.insets:
        reached = shape(phone, inset.region).evaluate(
            """(shape, size) => {
              shape.ownerSVGElement.scrollIntoView({ block: "start", behavior: "instant" });
              const { left, top, width, height } = shape.getBoundingClientRect();
              const [x, y] = [left + (width - size) / 2, top + (height - size) / 2];
              const corners = [[0, 0], [size, 0], [0, size], [size, size], [size / 2, size / 2]];
              return corners.every(([right, down]) =>
                shape.contains(document.elementFromPoint(x + right, y + down)));
            }""",
            FINGER,
        )
        assert reached, inset.region


def test_the_map_marks_the_region_that_is_ticked_in_the_list(
    page: Page, regions: Counter[str]
) -> None:
    chosen = next(iter(regions))
    Explorer(page).open_address()
    Explorer(page).box("region", chosen).check()
    marked = page.locator("[data-map] .is-chosen")
    expect(marked.first).to_be_attached()
    assert set(marked.evaluate_all("all => all.map((s) => s.dataset.region)")) == {chosen}
    # Colour is not the only mark: the edge of a chosen region is thicker than other edges.
    width = "(shape) => parseFloat(getComputedStyle(shape).strokeWidth)"
    other = next(region for region in regions if region != chosen)
    assert shape(page, chosen).evaluate(width) > shape(page, other).evaluate(width)
    Explorer(page).box("region", chosen).uncheck()
    expect(marked).to_have_count(0)


def test_the_map_counts_as_the_list_does(page: Page, catalog: Catalog) -> None:
    topic = catalog.practices[0].topics[0]
    Explorer(page).open_address(f"?tema={topic}")
    counts = Counter(p.region for p in catalog.practices if topic in p.topics)
    for term in catalog.vocabularies.regions.values():
        count = counts[term.id]
        words = "1 práctica" if count == 1 else f"{count} prácticas"
        for title in shape(page, term.id).locator("> title").all_text_contents():
            assert title == f"{term.label}: {words}"
        assert (shape(page, term.id).get_attribute("data-shade") == "0") == (count == 0)


def test_the_caption_of_the_map_names_the_region_under_the_mouse(
    page: Page, regions: Counter[str]
) -> None:
    Explorer(page).open_address()
    caption = page.locator("[data-map-caption]")
    hint = caption.inner_text()
    region = next(iter(regions))
    page.mouse.move(*touch_at(page, region))
    title = shape(page, region).locator("> title").text_content()
    assert title
    expect(caption).to_have_text(title)
    page.get_by_role("heading", level=1).hover()
    expect(caption).to_have_text(hint)


def test_the_keyboard_and_screen_readers_have_the_list_and_not_the_map(
    page: Page, regions: Counter[str]
) -> None:
    Explorer(page).open_address()
    group = page.get_by_role("group", name="Región", exact=True)
    expect(group.get_by_role("checkbox")).to_have_count(len(regions))
    assert "práctica" not in group.aria_snapshot()
    focusable = "svg => svg.querySelectorAll('a, button, input, [tabindex]').length"
    assert page.locator("[data-map-frame]").evaluate(focusable) == 0
    group.get_by_role("checkbox").first.focus()
    page.keyboard.press("Tab")
    expect(group.get_by_role("checkbox").nth(1)).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("[data-map] .is-chosen").first).to_be_attached()


def test_without_javascript_the_map_is_hidden(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(viewport=PHONE["viewport"], java_script_enabled=False)
    page.goto("practicas/")
    expect(page.locator("[data-map]")).to_be_hidden()
