"""The excerpt of a section: the sentences or items of its beginning."""

from __future__ import annotations

import pytest

from catalog.derive.excerpt import ITEMS, Excerpt, Point, excerpt, leads, sentences, steps
from catalog.model import Catalog
from catalog.source.sections import Section
from catalog.text.html import text_of


def listed(*items: str, before: str = "") -> Section:
    html = f"{before}<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    return Section("resultados", "Resultados", html, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Una. Otra. Y otra.", ["Una.", "Otra.", "Y otra."]),
        ("Subió a 40.7 % en 2025. Hoy es más.", ["Subió a 40.7 % en 2025.", "Hoy es más."]),
        ("La I.E. N.º 14 y la RVM N.º 185-2021 siguen.", None),
        ("La dirige la Dra. Pérez con J. Rojas.", None),
        ("¿Qué pasó? «Nada.» Y siguió.", ["¿Qué pasó?", "«Nada.»", "Y siguió."]),
        ("Tiene PAT. Tiene POI.", ["Tiene PAT.", "Tiene POI."]),
        ("Sin punto final", None),
    ],
)
def test_a_text_is_cut_only_where_a_sentence_ends(text: str, expected: list[str] | None) -> None:
    assert sentences(text) == (expected or [text])


def test_a_paragraph_gives_the_first_sentences_that_fit() -> None:
    first, second = "a" * 100 + ".", "B" + "b" * 100 + "."
    long = f"<p>{first} {second} {'C' + 'c' * 100}.</p><p>Otro párrafo.</p>"
    assert excerpt(Section("problema", "", long, 1)) == Excerpt(f"{first} {second}")
    endless = f"<p>{'Una palabra ' * 80}.</p>"
    assert excerpt(Section("problema", "", endless, 1)).text == text_of(endless)


def test_a_list_gives_its_first_items_with_their_bold_words() -> None:
    items = [f"<strong>Paso {n}.</strong> Se hizo. Y más." for n in range(ITEMS + 2)]
    shown = excerpt(listed(*items))
    assert shown.points == tuple(Point(f"Paso {n}.", "Se hizo.") for n in range(ITEMS))
    assert shown.more == 2
    assert not shown.text


def test_bold_words_within_a_sentence_stay_in_it() -> None:
    shown = excerpt(
        listed("<strong>Dos convenios</strong>, con la OMAPED. Y más.", "Otra cosa. Más.")
    )
    assert [point.text for point in shown.points] == ["Dos convenios, con la OMAPED.", "Otra cosa."]
    assert not leads(listed("<strong>Dos convenios</strong>, con la OMAPED."))


def test_the_words_that_announce_a_list_are_kept_and_those_that_announce_a_table_are_not() -> None:
    assert excerpt(listed("Uno.", before="<p>Se logró:</p>")).text == "Se logró:"
    table = "<p>En puntos:</p><table></table>"
    assert excerpt(listed("Uno.", before=table)) == Excerpt(points=(Point("", "Uno."),))


def test_a_list_within_an_item_is_kept_only_if_the_item_announces_it() -> None:
    inner = "<ul><li>Dentro.</li></ul>"
    shown = excerpt(listed(f"Fuera. {inner}", f"Fuera: {inner}"))
    assert [point.text for point in shown.points] == ["Fuera.", "Fuera: Dentro."]


def test_steps_are_given_by_their_names_if_every_one_has_a_name() -> None:
    named = listed(*(f"<strong>Paso {n}.</strong> Se hizo." for n in range(9)))
    assert [point.lead for point in steps(named).points] == [f"Paso {n}" for n in range(9)]
    unnamed = listed("<strong>Uno.</strong> Se hizo.", "Otro.")
    assert steps(unnamed) == excerpt(unnamed)


def test_every_section_of_the_catalogue_has_an_excerpt_in_its_own_words(catalog: Catalog) -> None:
    sections = [s for p in catalog.practices for s in p.sections]
    assert sections
    for section in sections:
        shown = excerpt(section)
        assert shown.text or shown.points, section.text
        for text in (shown.text, *(point.text for point in shown.points)):
            assert "".join(text.split()) in "".join(section.text.split())
