"""The terms of a text."""

from __future__ import annotations

import pytest

from catalog.text.terms import terms


@pytest.mark.parametrize(
    ("typed", "written"),
    [("evaluacion", "evaluación"), ("EVALUACIONES", "Evaluación"), ("sesion", "sesiones"),
     ("ninos", "niños"), ("gestion", "gestión"), ("inclusion", "Inclusión"),
     ("UGEL07", "UGEL 07"), ("ugel 7", "UGEL 07"),
     ("evaluacio\N{COMBINING ACUTE ACCENT}n", "evaluación")],
)  # fmt: skip
def test_accents_case_number_and_spacing_do_not_matter(typed: str, written: str) -> None:
    assert terms(typed) == terms(written) != []


def test_words_of_one_family_have_one_term() -> None:
    assert terms("evaluación evaluacion evaluaciones evaluar") == ["evalu"] * 4


def test_digits_are_kept_and_stop_words_dropped() -> None:
    assert terms("La R. D. N.º 1593-2025-DRELM de la UGEL 07") == [
        "r", "d", "n", "1593", "2025", "drelm", "ugel", "7",
    ]  # fmt: skip


def test_a_word_of_thousands_of_letters_is_cut() -> None:
    assert [len(term) for term in terms("a" * 10_000)] == [40]
