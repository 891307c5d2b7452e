"""Characters that a text may not hold are found; those that languages need are allowed."""

from __future__ import annotations

import pytest

from catalog.text.characters import misfits, without_misfits


@pytest.mark.parametrize(
    "text",
    [
        "Ñañaykuna, wawakunapa yachaynin: q\u2019illu, ch'aska, p\u02bcunchaw",
        "Aymar aru: jiwasanakax wawanakaru jach\u2019a, ü, ä, ï",
        "«Comillas», “estas” y ‘estas’ — rayas – puntos… 40\xa0% de 1\u202f000 €, ½, N.º, ²",
        "👩\u200d🏫 👨\u200d👩\u200d👧\u200d👦 🧑🏽\u200d🏫 ❤️\u200d🔥 🇵🇪 ✅ ⚠️ 1️⃣",
        "ℹ\ufe0f ☺\ufe0e 👁\ufe0f\u200d🗨\ufe0f #\ufe0f\u20e3 \U0001fae8 \U0001fa77",
        "cafe\u0301 n\u0303 e\u0301\u0323",
        "São Paulo, mañana, Âncash no, A~ Ã",
        "a\tb\nc",
    ],
)
def test_characters_that_languages_and_emoji_need_are_allowed(text: str) -> None:
    assert list(misfits(text)) == []
    assert without_misfits(text) == text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a\x00b", "no se ve"),
        ("a\x1bb", "no se ve"),
        ("a\x85b", "no se ve"),
        ("a\u200bb", "invisible"),
        ("a\u200cb", "invisible"),
        ("a\u200db", "invisible"),
        ("👩\u200db", "invisible"),
        ("a\u00adb", "invisible"),
        ("a\u2060b", "invisible"),
        ("a\ufeffb", "invisible"),
        ("a\u2028b", "invisible"),
        ("a\u2029b", "invisible"),
        ("a\u3164b", "invisible"),
        ("a\u2800b", "invisible"),
        ("a\U000e0041b", "invisible"),
        ("a\ufe0fb", "invisible"),
        ("a\ufe00b", "invisible"),
        ("a\U000e0100b", "invisible"),
        ("a\uffffb", "invisible"),
        ("a\ufdd0b", "invisible"),
        ("a\U0001fffeb", "invisible"),
        ("a\u202eb", "orden"),
        ("a\u2066b", "orden"),
        ("a\u200eb", "orden"),
        ("a\u061cb", "orden"),
        ("a\uf0b7b", "Word"),
        ("a\ufffdb", "codificación"),
        ("aÃ³b", "codificación"),
        ("aÂ¿b", "codificación"),
        ("a\u0301\u0302\u0303\u0304b", "acentos"),
    ],
)
def test_a_misfit_is_found_at_its_place_and_can_be_removed(text: str, word: str) -> None:
    place, message = next(misfits(text))
    assert place == (2 if text.startswith("👩") else 1) - text.startswith("👩")
    assert word in message
    assert list(misfits(without_misfits(text))) == []


def test_every_misfit_of_a_text_is_found() -> None:
    assert [place for place, _ in misfits("\u200ba\u202eb\x07")] == [0, 2, 4]
