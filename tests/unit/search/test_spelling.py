"""Words by their sounds."""

from __future__ import annotations

import pytest

from catalog.search.spelling import first_sound, lexicon


@pytest.mark.parametrize(
    ("one", "another"),
    [("violencia", "biolencia"), ("inclusion", "hinclusion"), ("escuela", "hescuela"),
     ("cena", "sena"), ("zona", "sona"), ("casa", "kasa"), ("quien", "kien"), ("gente", "jente"),
     ("llave", "yave"), ("huaico", "uaico"), ("psicologia", "sicologia")],
)  # fmt: skip
def test_words_that_sound_alike_are_kept_together(one: str, another: str) -> None:
    assert first_sound(one) == first_sound(another)


def test_words_are_kept_by_how_common_they_are() -> None:
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
