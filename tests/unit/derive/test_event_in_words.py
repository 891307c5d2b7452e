"""An event in a few sentences, with counts of none, one and several."""

from __future__ import annotations

import pytest

from catalog.derive.advice import Advice, ThemeOfAdvice
from catalog.derive.event_in_words import event_in_words
from catalog.derive.event_synthesis import Bar, Opportunities, Synthesis, Tally
from catalog.derive.lineage import Branch
from catalog.model import Catalog, Event, Presentation
from catalog.schema.vocabularies import Term

EMPTY = Synthesis(0, 0, (), (), (), Opportunities(0, ()), ())


def changed(event: Event, **changes: object) -> Event:
    return event.model_copy(update=changes)


def theme(label: str, presentations: list[Presentation]) -> ThemeOfAdvice:
    term = Term(id=label.lower(), label=label)
    return ThemeOfAdvice(term, tuple(Advice("", presentation) for presentation in presentations))


def test_an_event_without_practices_gives_its_dates_and_regions(small: Catalog) -> None:
    event = changed(
        small.events[0], start_date="2025-05", end_date=None, place=None,
        regions=["norte"], guest_regions=[],
    )  # fmt: skip
    assert event_in_words(event, EMPTY) == ("El evento fue en mayo de 2025. Participó 1 región.",)


def test_invited_regions_are_counted_apart(small: Catalog) -> None:
    event = changed(
        small.events[0], start_date="2025-05-02", end_date="2025-05-03", place="Huacho.",
        regions=["norte", "sur"], guest_regions=["valle"],
    )  # fmt: skip
    (text,) = event_in_words(event, EMPTY)
    assert text == (
        "El evento fue el 2 y 3 de mayo de 2025, en Huacho. Participaron 2 regiones y, como "
        "invitada, 1 más."
    )


def test_practices_opportunities_and_replications_are_counted(small: Catalog) -> None:
    topics = Tally("tema", "Tema", (Bar("a", "Agua", 3), Bar("b", "Suelo", 2), Bar("c", "Sol", 1)))
    stages = Tally("estadio", "Estadio", (Bar("i", "Inicial", 1), Bar("j", "Intermedio", 3)))
    pending, done = Term(id="p", label="Pendiente"), Term(id="d", label="Atendida")
    branches = (
        Branch("UGEL A", None, None),
        Branch("UGEL B", None, None, is_wish=True), Branch("Ugel b", None, None, is_wish=True),
        Branch("UGEL C", None, None, is_wish=True),
    )  # fmt: skip
    summed_up = Synthesis(
        4, 6, (topics, stages), (), (),
        Opportunities(9, ((pending, 0), (done, 2))), ((small.practices[0], branches),),
    )  # fmt: skip
    _, presented, commented = event_in_words(small.events[0], summed_up)
    assert presented == (
        "Se presentaron 4 prácticas, de 6 instituciones. Los temas más frecuentes fueron agua (3) "
        "y suelo (2). En la Ruta, 1 está en el estadio inicial y 3 en el intermedio."
    )
    assert commented == (
        "Los expertos señalaron 9 oportunidades de mejora; hay noticias de 2: atendida (2). "
        "1 institución replica 1 de estas prácticas. 2 instituciones quisieran replicar 1 de "
        "estas prácticas."
    )


def test_the_most_frequent_recommendations_are_named(catalog: Catalog) -> None:
    event = next(event for event in catalog.events if len(event.presentations) > 2)
    first, second, third, *_ = event.presentations
    themes = (
        theme("Formar", [first, second, third]), theme("Medir", [first, second]),
        theme("Financiar", [first]), theme("Compartir", [first]),
    )  # fmt: skip
    summed_up = Synthesis(8, 8, (), themes, (), Opportunities(1, ()), ())
    *_, text = event_in_words(event, summed_up)
    assert text == (
        "Lo que más recomendaron los expertos fue formar (a 3) y medir (a 2). "
        "También señalaron 1 oportunidad de mejora; todavía no hay noticias de lo que pasó después."
    )


@pytest.mark.parametrize(
    ("counts", "named"),
    [
        ([5, 4, 3, 2], 3),
        ([5, 3, 2, 2, 2], 2),  # none of the topics that tie
        ([6, 5, 5, 5, 4], 4),  # all of the topics that tie
        ([3, 2, 2, 2, 2, 2, 2], 1),  # too many tie
        ([2, 2, 2, 2, 2, 2], 0),
    ],
)
def test_topics_with_one_count_are_all_named_or_all_left_out(
    counts: list[int], named: int, small: Catalog
) -> None:
    bars = tuple(Bar(f"t{n}", f"N{n}", count) for n, count in enumerate(counts))
    summed_up = Synthesis(9, 9, (Tally("tema", "Tema", bars),), (), (), Opportunities(0, ()), ())
    _, presented = event_in_words(small.events[0], summed_up)
    assert sum(f"n{n} (" in presented for n in range(len(counts))) == named
