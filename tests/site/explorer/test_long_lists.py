"""The box that narrows a long list of choices."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.site.support.expected_results import Expected


def test_a_box_narrows_a_long_list_and_gives_it_back(
    page: Page, large_server: str, expected_large: Expected
) -> None:
    page.goto(f"{large_server}practicas/")
    topics = page.locator("[data-facet=tema]")
    folds = topics.locator("details")
    before = folds.evaluate_all("all => all.map((fold) => fold.open)")
    box = topics.get_by_label("Buscar en la lista")
    box.fill("CONVIVÉNCIA")
    shown = topics.locator("li:visible .facet__label").all_text_contents()
    assert shown
    assert all("onvivencia" in label for label in shown)
    all_topics = len(expected_large.used("tema"))
    expect(topics.get_by_role("status")).to_have_text(f"{len(shown)} de {all_topics}")
    box.press("Enter")
    expect(page).to_have_url(f"{large_server}practicas/")
    box.fill("zzz")
    expect(topics.get_by_role("status")).to_have_text("Ninguno dice eso")
    box.fill("")
    assert topics.locator("li.is-narrowed-out").count() == 0
    assert folds.evaluate_all("all => all.map((fold) => fold.open)") == before


def test_a_choice_that_was_narrowed_to_can_be_ticked(
    page: Page, large_server: str, expected_large: Expected
) -> None:
    page.goto(f"{large_server}practicas/")
    regions = page.locator("[data-facet=region]")
    regions.get_by_label("Buscar en la lista").fill("pasco")
    regions.locator("li:visible input").check()
    expect(page).to_have_url(f"{large_server}practicas/?region=pasco")
    count = len(expected_large.passing({"region": ["pasco"]}))
    expect(page.locator("[data-result-count]")).to_have_text(str(count))


def test_the_box_of_the_regions_stands_over_their_list(page: Page, large_server: str) -> None:
    page.goto(f"{large_server}practicas/")
    regions = page.locator("[data-facet=region]")
    box = regions.get_by_label("Buscar en la lista").bounding_box()
    first = regions.locator("li[data-total]").first.bounding_box()
    map_of_regions = regions.locator("svg").first.bounding_box()
    assert box
    assert first
    assert map_of_regions
    assert map_of_regions["y"] + map_of_regions["height"] <= box["y"] < first["y"]
    assert box["width"] > 100


def test_the_members_of_the_network_are_narrowed_by_their_names(
    page: Page, large_server: str
) -> None:
    page.goto(f"{large_server}comunidad/")
    members = page.locator("[data-narrow]").first
    members.get_by_label("Buscar en la lista").fill("dre pasco")
    assert members.locator(".member:visible strong").all_text_contents() == ["DRE Pasco"]
