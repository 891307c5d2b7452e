"""The search fetches only the files that it needs, each once, and a failed file again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.support.built_sites import LargeSite
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer
from tests.site.support.slow_network import Address, hold_answers, refused_answers

# The piece of a word, the pieces of its concepts, and the piece of words that begin with it.
MOST_PIECES_OF_A_WORD = 3
MOST_PIECES_OF_A_BEGINNING = 12
FAILED = re.compile("No se pudo cargar la búsqueda")
PIECES = re.compile(r"/busqueda/[0-9a-f]+/\d+\.txt$")
Data = list[str]


@pytest.fixture
def fetched(page: Page) -> Data:
    """The names of the search's files that the page asks for, in the order of the requests."""
    found: Data = []

    def on_request(address: str) -> None:
        if name := re.search("/datos/(?:busqueda/[0-9a-f]+/)?(.+)$", address):
            found.append(name[1])

    page.on("request", lambda request: on_request(request.url))
    return found


@pytest.fixture
def of_hundreds(page: Page, large: LargeSite) -> Explorer:
    """The explorer of the large catalogue."""
    return Explorer(page, large.address)


def _pieces(fetched: Data) -> set[str]:
    return {name for name in fetched if re.fullmatch(r"\d+\.txt", name)}


def test_without_a_request_no_file_of_the_search_is_fetched(
    of_hundreds: Explorer, fetched: Data
) -> None:
    of_hundreds.open_address()
    of_hundreds.page.wait_for_timeout(200)
    assert fetched == []


def test_a_filter_fetches_its_columns_and_no_piece_of_the_index(
    of_hundreds: Explorer, fetched: Data, expected_large: Expected
) -> None:
    of_hundreds.open("", {"tema": ["lectura"]})
    expect(of_hundreds.count).to_have_text(str(len(expected_large.passing({"tema": ["lectura"]}))))
    assert _pieces(fetched) == set()
    assert "filtro-tema.json" in fetched


@pytest.mark.parametrize("query", ["lectura", "gestión", "docentes", "UGEL"])
def test_a_word_fetches_its_piece_alone(of_hundreds: Explorer, fetched: Data, query: str) -> None:
    of_hundreds.open(query)
    assert of_hundreds.slugs()
    assert 1 <= len(_pieces(fetched)) <= MOST_PIECES_OF_A_WORD
    assert not [name for name in fetched if name.startswith("palabras-")]
    assert len([name for name in fetched if name.startswith("ficha-")]) <= 13


def test_typing_a_word_letter_by_letter_fetches_few_pieces(
    of_hundreds: Explorer, fetched: Data, large: LargeSite
) -> None:
    of_hundreds.open_address()
    of_hundreds.input.press_sequentially("evaluaciones", delay=150)
    of_hundreds.expect_request("evaluaciones")
    of_hundreds.settle()
    every = list((large.site / "datos").glob("busqueda/*/[0-9]*.txt"))
    assert len(_pieces(fetched)) <= MOST_PIECES_OF_A_BEGINNING < len(every) / 3
    assert len([name for name in fetched if name.startswith("palabras-")]) <= 1


def test_a_long_question_never_fetches_the_whole_index(
    of_hundreds: Explorer, fetched: Data, large: LargeSite
) -> None:
    of_hundreds.open("qué hacer con los estudiantes que faltan al colegio después de las lluvias")
    every = list((large.site / "datos").glob("busqueda/*/[0-9]*.txt"))
    assert len(_pieces(fetched)) < len(every) / 4


def test_nothing_is_fetched_twice(of_hundreds: Explorer, fetched: Data) -> None:
    of_hundreds.open("gestión docentes", {"tema": ["lectura"]})
    for query in ("gestión", "docentes", "lectira", "gest", "gestión docentes", "zzyzxqw", ""):
        of_hundreds.ask(query)
    of_hundreds.order.select_option("recientes")
    of_hundreds.settle()
    assert sorted(fetched) == sorted(set(fetched))


# Requests that fail


@pytest.mark.parametrize(
    "address",
    ["**/datos/busqueda.json", PIECES, "**/ficha-*.txt", "**/filtro-*.json",
     "**/lunr-es.js"],
)  # fmt: skip
def test_a_failed_request_is_reported_and_can_be_tried_again(
    explorer: Explorer, expected: Expected, complaints: list[str], address: Address
) -> None:
    explorer.open_address()
    status = explorer.page.get_by_role("status").filter(has_text=FAILED)
    with refused_answers(explorer.page, address, complaints):
        explorer.ask("lectura")
        expect(status).to_be_visible()
        expect(explorer.count).to_be_empty()
    explorer.input.press("Enter")
    explorer.expect_results(expected.found("lectura"))
    expect(status).to_have_count(0)


def test_suggestions_that_cannot_be_fetched_show_no_error(
    explorer: Explorer, complaints: list[str]
) -> None:
    explorer.open_address()
    with refused_answers(explorer.page, "**/sugerencias-*.json", complaints):
        explorer.input.press_sequentially("lect")
        explorer.expect_request("lect")
        explorer.page.wait_for_timeout(300)
    explorer.input.press_sequentially("u")
    expect(explorer.page.get_by_role("option").first).to_be_visible()


# Answers that come late


def test_a_late_answer_does_not_overwrite_a_newer_one(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open("gestión")
    let_go = hold_answers(explorer.page, PIECES)
    explorer.input.fill("lectura")
    explorer.expect_request("lectura")
    # The answer to an empty query needs none of the files that are held back.
    explorer.input.fill("")
    explorer.expect_results(expected.catalog.by_slug)
    let_go()
    explorer.page.wait_for_timeout(300)
    explorer.expect_results(expected.catalog.by_slug)
    expect(explorer.label).to_have_text("prácticas")
    expect(explorer.page.locator("mark")).to_have_count(0)


def test_counts_that_come_late_are_those_of_the_newest_results(
    explorer: Explorer, expected: Expected
) -> None:
    explorer.open_address()
    let_go = hold_answers(explorer.page, "**/filtro-*.json")
    explorer.input.fill("lectura")
    explorer.expect_results(expected.found("lectura"))
    explorer.input.fill("docentes")
    explorer.expect_results(expected.found("docentes"))
    let_go()
    explorer.settle()
    alone = expected.alone({}, "region", expected.found("docentes"))
    assert explorer.offered("region") == {value: len(slugs) for value, slugs in alone.items()}


def test_while_an_answer_is_on_its_way_the_page_says_that_it_is_busy(explorer: Explorer) -> None:
    explorer.open_address()
    form = explorer.page.locator("[data-explorer]")
    let_go = hold_answers(explorer.page, PIECES)
    explorer.input.fill("lectura")
    explorer.input.press("Enter")
    expect(form).to_have_attribute("aria-busy", "true")
    let_go()
    explorer.settle()
    assert explorer.slugs()
