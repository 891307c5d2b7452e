"""The suggestions of the search box while a reader types, with the mouse and the keyboard."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from catalog.model import Practice
from tests.site.support.accessibility import expect_no_barrier
from tests.site.support.browser_contexts import expect_complaints
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer
from tests.site.support.slow_network import hold_answers

LABEL = "¿Qué problema quiere resolver?"


class Box:
    """A search box and the list under it."""

    def __init__(self, page: Page, name: str = LABEL) -> None:
        self.page = page
        # The box becomes a combobox when it first has the focus.
        self.input = page.get_by_label(name)
        self.list = page.get_by_role("listbox", name="Sugerencias")
        self.options = self.list.get_by_role("option")

    def type(self, text: str) -> Box:
        """Write as a reader does, and wait for the list."""
        self.input.click()
        expect(self.input).to_have_role("combobox")
        self.input.fill("")
        self.input.press_sequentially(text, delay=10)
        expect(self.options.first).to_be_visible()
        return self

    def option(self, label: str, kind: str) -> Locator:
        note = self.page.locator(".suggestions__note", has_text=re.compile(f"^{kind}"))
        return self.options.filter(has_text=label).filter(has=note).first

    def expect_closed(self) -> None:
        expect(self.list).to_be_hidden()
        expect(self.input).to_have_attribute("aria-expanded", "false")

    def expect_active(self, option: Locator | None) -> None:
        """Fail unless `option` alone is selected and the box refers to it; None means no option."""
        selected = self.list.locator("[aria-selected=true]")
        if option is None:
            expect(selected).to_have_count(0)
            assert self.input.get_attribute("aria-activedescendant") is None
            return
        expect(selected).to_have_count(1)
        expect(option).to_have_attribute("aria-selected", "true")
        assert self.input.get_attribute("aria-activedescendant") == option.get_attribute("id")


@pytest.fixture
def box(explorer: Explorer) -> Box:
    """The search box of the explorer."""
    explorer.open_address()
    return Box(explorer.page)


@pytest.mark.parametrize("kind", ["Región", "Macrorregión", "Tema", "Nivel", "Estadio", "Evento",
                                  "Institución", "Práctica"])  # fmt: skip
def test_the_box_offers_every_kind_of_suggestion_while_a_reader_types(
    box: Box, expected: Expected, sample: Practice, kind: str
) -> None:
    terms = expected.catalog.vocabularies
    label = {
        "Región": terms.regions[sample.region].label,
        "Macrorregión": terms.macroregions[terms.regions[sample.region].parent or ""].label,
        "Tema": terms.topics[sample.topics[0]].label,
        "Nivel": terms.levels[sample.levels[0]].label,
        "Estadio": terms.stages[sample.stage].label,
        "Evento": expected.catalog.presentations[sample.slug][0][0].title,
        "Institución": sample.institutions[0],
        "Práctica": sample.title,
    }[kind]
    box.type(label[: max(4, len(label) - 2)])
    expect(box.option(label, kind)).to_be_visible()


def test_a_suggestion_has_its_number_of_practices(box: Box, expected: Expected) -> None:
    for value in expected.used("tema")[:3]:
        label = expected.catalog.vocabularies.topics[value].label
        count = len(expected.passing({"tema": [value]}))
        noun = "práctica" if count == 1 else "prácticas"
        box.type(label)
        expect(box.option(label, "Tema")).to_contain_text(f"Tema · {count} {noun}")


def test_accents_and_capitals_do_not_matter(box: Box) -> None:
    for typed in ("JUNIN", "junín", "juni"):
        box.type(typed)
        expect(box.option("Junín", "Región")).to_be_visible()


def test_a_mistyped_word_offers_the_suggestions_of_the_right_word(box: Box) -> None:
    for typed, label, kind in (
        ("junni", "Junín", "Región"),
        ("lecutra", "Lectura", "Tema"),
        ("gestion teritorial", "Gestión territorial", "Tema"),
    ):
        box.type(typed)
        expect(box.option(label, kind)).to_be_visible()


def test_a_mistyped_word_offers_practices(box: Box) -> None:
    box.type("lecutra")
    practice = box.options.filter(has=box.page.get_by_text("Práctica", exact=True)).first
    expect(practice).to_contain_text(re.compile("lectura", re.IGNORECASE))


def test_choosing_a_type_of_institution_ticks_its_filter(
    box: Box, explorer: Explorer, expected: Expected
) -> None:
    value = expected.used("institucion")[0]
    label = expected.catalog.vocabularies.institution_types[value].label
    box.type(label).option(label, "Tipo de institución").click()
    explorer.expect_request("", institucion=[value])
    expect(explorer.box("institucion", value)).to_be_checked()


def test_an_unknown_word_and_a_single_letter_offer_nothing(box: Box) -> None:
    box.type("lect")
    for text in ("zzyzxqw", "l", "", "de la "):
        box.input.fill(text)
        box.expect_closed()


# Screen readers


def test_the_box_is_a_combobox_with_its_list(box: Box) -> None:
    box.input.click()
    expect(box.input).to_have_role("combobox")
    expect(box.input).to_have_attribute("aria-expanded", "false")
    expect(box.input).to_have_attribute("aria-autocomplete", "list")
    expect(box.input).to_have_attribute("aria-haspopup", "listbox")
    expect(box.input).to_have_attribute("autocomplete", "off")
    box.type("gest")
    expect(box.input).to_have_attribute("aria-expanded", "true")
    assert box.input.get_attribute("aria-controls") == box.list.get_attribute("id")
    ids = box.options.evaluate_all("options => options.map((option) => option.id)")
    assert len(set(ids)) == len(ids) > 1
    assert all(ids)
    box.expect_active(None)


@pytest.mark.parametrize("width", [360, 1280])
def test_an_open_list_has_no_barrier_that_axe_knows(box: Box, width: int) -> None:
    box.page.set_viewport_size({"width": width, "height": 800})
    box.type("gest")
    box.input.press("ArrowDown")
    expect_no_barrier(box.page)


# The keyboard


def test_the_arrow_keys_go_round_the_list_and_back_to_the_text(box: Box) -> None:
    box.type("gest")
    last = box.options.count() - 1
    for place in range(last + 1):
        box.input.press("ArrowDown")
        box.expect_active(box.options.nth(place))
    box.input.press("ArrowDown")
    box.expect_active(None)
    box.input.press("ArrowUp")
    box.expect_active(box.options.nth(last))
    box.input.press("ArrowUp")
    box.expect_active(box.options.nth(last - 1))
    expect(box.input).to_be_focused()
    expect(box.input).to_have_value("gest")


def test_enter_takes_the_selected_suggestion(
    box: Box, explorer: Explorer, expected: Expected
) -> None:
    box.type("lectura")
    topic = box.option("", "Tema")
    while topic.get_attribute("aria-selected") != "true":
        box.input.press("ArrowDown")
    box.input.press("Enter")
    box.expect_closed()
    explorer.expect_request("", tema=["lectura"])
    explorer.expect_results(expected.passing({"tema": ["lectura"]}))


def test_enter_without_a_selection_searches_the_typed_text(
    box: Box, explorer: Explorer, expected: Expected
) -> None:
    box.type("lectura").input.press("Enter")
    box.expect_closed()
    explorer.expect_request("lectura")
    explorer.expect_results(expected.found("lectura"))
    box.page.wait_for_timeout(250)
    box.expect_closed()


def test_escape_closes_the_list_and_leaves_the_text(box: Box) -> None:
    box.type("lectura").input.press("Escape")
    box.expect_closed()
    expect(box.input).to_have_value("lectura")
    expect(box.input).to_be_focused()


def test_leaving_the_box_closes_the_list(box: Box) -> None:
    box.type("lectura").input.press("Tab")
    box.expect_closed()


def test_enter_before_the_list_comes_leaves_it_closed(box: Box, explorer: Explorer) -> None:
    box.input.fill("lectura")
    box.input.press("Enter")
    explorer.expect_request("lectura")
    box.page.wait_for_timeout(300)
    box.expect_closed()


# Choosing with the mouse


def test_choosing_a_topic_adds_its_filter_to_the_ticked_filters(
    box: Box, explorer: Explorer, expected: Expected, sample: Practice
) -> None:
    explorer.box("region", sample.region).check()
    topic = sample.topics[0]
    label = expected.catalog.vocabularies.topics[topic].label
    box.type(label).option(label, "Tema").click()
    expect(explorer.box("tema", topic)).to_be_checked()
    expect(box.input).to_have_value("")
    chosen = {"region": [sample.region], "tema": [topic]}
    explorer.expect_request("", **chosen)
    explorer.expect_results(expected.passing(chosen))


def test_choosing_an_institution_searches_its_name(
    box: Box, explorer: Explorer, sample: Practice
) -> None:
    name = sample.institutions[0]
    box.type(name).option(name, "Institución").click()
    explorer.expect_request(name)
    explorer.settle()
    assert sample.slug in explorer.slugs()


def test_choosing_a_practice_opens_its_page(box: Box, sample: Practice) -> None:
    box.type(sample.title[:20]).option(sample.title, "Práctica").click()
    expect(box.page).to_have_url(re.compile(f"/catalogo/practicas/{sample.slug}/"))
    expect(box.page.get_by_role("heading", level=1)).to_have_text(sample.title)


def test_a_practice_is_offered_by_a_word_of_its_title_half_typed(
    box: Box, expected: Expected
) -> None:
    for practice in expected.catalog.practices[:4]:
        words = re.findall(r"\w{8,}", practice.title)
        box.type(words[0][:-2])
        expect(box.options.filter(has_text="Práctica").first).to_be_visible()


# On a slow line


@pytest.mark.parametrize(
    ("address", "module", "name"),
    [
        ("practicas/", "explorer.js", LABEL),
        ("practicas/?tema=lectura", "explorer.js", LABEL),
        ("practicas/?q=sismo", "explorer.js", LABEL),
        ("practicas/", "suggestions.js", LABEL),
        ("", "search-box.js", LABEL),
        ("", "suggestions.js", LABEL),
        ("no-hay", "search-box.js", "¿Qué estaba buscando?"),
    ],
)
def test_a_text_typed_before_the_module_arrives_is_answered(
    page: Page, complaints: list[str], address: str, module: str, name: str
) -> None:
    let_go = hold_answers(page, f"**/{module}")
    page.goto(address, wait_until="commit")
    box = Box(page, name)
    box.input.click()
    box.input.press_sequentially("junin ")
    let_go()
    expect(box.option("Junín", "Región")).to_be_visible()
    expect(box.input).to_have_value("junin ")
    expect(box.input).to_have_role("combobox")
    if address == "no-hay":
        expect_complaints(complaints, "404")


def test_a_query_typed_before_the_explorer_arrives_is_answered(
    page: Page, expected: Expected
) -> None:
    let_go = hold_answers(page, "**/explorer.js")
    page.goto("practicas/?q=sismo&orden=recientes", wait_until="commit")
    page.get_by_label(LABEL).fill("lectura")
    let_go()
    explorer = Explorer(page)
    explorer.expect_results(expected.found("lectura"))
    assert explorer.request() == {"q": ["lectura"], "orden": ["recientes"]}


@pytest.mark.parametrize("typed", ["", "junin"])
def test_no_late_suggestion_is_offered_for_another_text_or_a_sent_query(
    page: Page, typed: str
) -> None:
    let_go = hold_answers(page, "**/suggestions.js")
    page.goto("practicas/?q=lectura")
    box = Box(page)
    box.input.click()
    if typed:
        box.input.fill(typed)
        box.input.press("Enter")
    let_go()
    expect(box.input).to_have_role("combobox")
    page.wait_for_timeout(300)
    box.expect_closed()


# On the other pages that have the box


def test_on_the_first_page_a_topic_leads_to_the_explorer_with_its_filter(
    page: Page, expected: Expected
) -> None:
    page.goto("")
    box = Box(page).type("lectura")
    box.option("", "Tema").click()
    expect(page).to_have_url(re.compile(rf"/practicas/\?{urlencode({'tema': 'lectura'})}$"))
    explorer = Explorer(page)
    explorer.expect_results(expected.passing({"tema": ["lectura"]}))
    assert explorer.ticked() == {"tema": {"lectura"}}


def test_on_the_first_page_a_practice_leads_to_its_page(page: Page, sample: Practice) -> None:
    page.goto("")
    Box(page).type(sample.title[:20]).option(sample.title, "Práctica").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(sample.title)


def test_on_the_first_page_the_open_list_has_no_barrier_that_axe_knows(page: Page) -> None:
    page.goto("")
    Box(page).type("gest").input.press("ArrowDown")
    expect_no_barrier(page)
