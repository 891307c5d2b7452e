"""The numbers that a text states, without those that are parts of names."""

from __future__ import annotations

import pytest

from catalog.text.folding import fold
from catalog.text.numerals import is_rough, numbers

NUMBERS_OF_TEXTS = {
    "ocho buenas prácticas": [8],
    "dieciséis, veintidós y veintiún días": [16, 22, 21],
    "treinta y una regiones, noventa y nueve, cuarenta": [31, 99, 40],
    "una región, uno de ellos": [],
    "2,893 no focalizadas y 162 303 más": [2893, 162303],
    "el 40.7 % (220,063)": [40.7, 220063],
    "la UGEL 09, el 5.º grado, la RVM N.º 185-2021-MINEDU y 2021–2023": [],
    "en 2025 133 redes": [2025, 133],
    "ochocientos": [],
    "9" * 400 + " regiones": [],
    "12.5.3": [],
}


@pytest.mark.parametrize("text", NUMBERS_OF_TEXTS)
def test_numbers_are_read_in_figures_and_in_words(text: str) -> None:
    stated = sorted(numbers(fold(text)), key=lambda number: number.start)
    assert [number.value for number in stated] == NUMBERS_OF_TEXTS[text]


@pytest.mark.parametrize("text", ["más de 50", "cerca de cincuenta", "otras 12", "Unos 30"])
def test_a_number_after_a_word_of_estimation_is_rough(text: str) -> None:
    folded = fold(text)
    assert is_rough(folded, numbers(folded)[0])
    assert not is_rough("son 50", numbers("son 50")[0])
