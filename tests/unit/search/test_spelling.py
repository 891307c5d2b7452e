"""Words by their sounds."""

from __future__ import annotations

import pytest

from catalog.search.spelling import first_sound, lexicon


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
