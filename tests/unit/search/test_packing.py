"""The compact text of the index, read back as the browser reads it."""

from __future__ import annotations

import pytest

from catalog.search.index import Index, weights
from catalog.search.packing import OFTEN, cut, index_pieces, number, numbers
from tests.support.packed_numbers import read


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
