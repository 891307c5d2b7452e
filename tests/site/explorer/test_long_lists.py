"""The box that narrows a long list of choices."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.site.support.expected_results import Expected


def test_a_box_narrows_a_long_list_and_gives_it_back(page: Page, large_server: str) -> None:
    page.goto(f"{large_server}practicas/")
    topics = page.locator("[data-facet=tema]")
    folds = topics.locator("details")
    before = folds.evaluate_all("all => all.map((fold) => fold.open)")
    box = topics.get_by_label("Buscar en la lista")
    box.fill("CONVIVÉNCIA")
    shown = topics.locator("li:visible .facet__label").all_text_contents()
    assert shown
    assert all("onvivencia" in label for label in shown)
    box.press("Enter")
    expect(page).to_have_url(f"{large_server}practicas/")
    box.fill("")
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
