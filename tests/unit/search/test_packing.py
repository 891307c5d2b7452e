"""The compact text of the search's files, read back as the browser reads it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from catalog.derive.facets import facets
from catalog.model import Catalog
from catalog.search.filter_columns import filter_column, order_columns
from catalog.search.index import Index, weights
from catalog.search.packing import ALPHABET, OFTEN, cut, index_pieces, number, numbers
from catalog.search.spelling import first_sound, lexicon
from catalog.search.suggestions import suggestions


def read(text: str) -> list[int]:
    found, value, shift = [], 0, 0
    for letter in text:
        digit = ALPHABET.index(letter)
        value += (digit % 32) << shift
        shift += 5
        if digit < 32:
            found.append(value)
            value = shift = 0
    return found


@pytest.mark.parametrize("value", [0, 1, 31, 32, 33, 1023, 1024, 123456789])
def test_a_packed_number_is_read_back(value: int) -> None:
    assert read(number(value)) == [value]


def test_packed_numbers_need_no_separator() -> None:
    assert read(numbers([0, 31, 32, 5, 40000])) == [0, 31, 32, 5, 40000]


def test_each_piece_starts_after_the_one_before_and_no_line_is_lost() -> None:
    lines = [(key, f"{key} {'x' * 10}") for key in ("abaco", "abeto", "abril", "abrir", "zeta")]
    pieces = list(cut(lines, size=35))
    assert [start for start, _ in pieces] == ["", "abr", "z"]
    assert "\n".join(text for _, text in pieces) == "\n".join(line for _, line in lines)


def test_a_line_longer_than_a_piece_is_a_piece_alone() -> None:
    lines = [("a", "a"), ("b", "b" * 100), ("c", "c")]
    assert [text for _, text in cut(lines, size=10)] == ["a", "b" * 100, "c"]


def test_a_line_has_the_documents_of_a_term_its_weights_and_the_bodies_that_repeat_it() -> None:
    index = Index(
        lengths=[[2, 3, 4]] * 4,
        postings={"pat": [[0, 1, 2, 5], [], [], [1, OFTEN - 1, 2, OFTEN]]},
    )
    [[in_title, _, _, in_body]] = weights(index)
    [(start, text)] = index_pieces(index)
    term, title, topics, summary, body = text.split("\t")
    assert (start, term, topics, summary) == ("", "pat", "", "")
    assert list(map(read, title.split("."))) == [[0, 1], in_title]
    assert list(map(read, body.split("."))) == [[1, 0], in_body, [2]]


def test_a_column_gives_each_practice_its_values(small: Catalog) -> None:
    facet = facets(small)["tema"]
    column = json.loads(filter_column(facet, small.practices))
    sets = [[column["values"][place] for place in read(text)] for text in column["sets"]]
    given = [sets[number] for number in read(column["of"])]
    assert given == [sorted(p.topics, key=column["values"].index) for p in small.practices]


def test_practices_are_ordered_by_name_and_by_review(small: Catalog) -> None:
    practices = small.practices[::-1]
    practices[0].__dict__["review_date"] = date(2030, 1, 1)
    columns = order_columns(practices, facets(small)["anio"])
    assert read(columns["nombre"]) == list(range(len(practices)))[::-1]
    assert read(columns["recientes"])[0] == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [("violencia", "biolencia"), ("inclusion", "hinclusion"), ("escuela", "hescuela"),
     ("cena", "sena"), ("zona", "sona"), ("casa", "kasa"), ("quien", "kien"), ("gente", "jente"),
     ("llave", "yave"), ("huaico", "uaico"), ("psicologia", "sicologia")],
)  # fmt: skip
def test_words_that_sound_alike_have_the_same_first_sound(first: str, second: str) -> None:
    assert first_sound(first) == first_sound(second)


def test_the_known_words_are_grouped_by_first_sound_and_frequency() -> None:
    words = {
        "violencia": 9,
        "violeta": 1,
        "bio": 3,
        "gestion": 2,
        "gestión": 5,
        "2025": 4,
        "para": 9,
    }
    assert lexicon(words) == {"b": "violeta\n\n\nviolencia", "y": "\n\ngestión"}


def test_choices_and_institutions_are_suggested_by_any_of_their_words(small: Catalog) -> None:
    offered = suggestions(small, facets(small))
    assert ["tema", "riego", "Riego", 1] in json.loads(offered["r"])
    kinds = {entry[0] for entry in json.loads(offered["s"])}
    assert "q" in kinds  # «Cooperativa del Sur»
    assert all(json.loads(text) for text in offered.values())
