"""An event in a few sentences, with counts of none, one and several."""

from __future__ import annotations

import re

from catalog.derive.advice import Advice, ThemeOfAdvice
from catalog.derive.derived import Derived
from catalog.derive.event_in_words import event_in_words
from catalog.derive.event_synthesis import Bar, Opportunities, Synthesis, Tally, synthesis
from catalog.derive.lineage import Branch
from catalog.model import Catalog, Event, Presentation
from catalog.schema.terms import Term

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
    assert event_in_words(event, EMPTY) == (
        "El evento se realizó en mayo de 2025. Consta 1 región participante.",
    )


def test_invited_regions_are_counted_apart(small: Catalog) -> None:
    event = changed(
        small.events[0], start_date="2025-05-02", end_date="2025-05-03", place="Huacho.",
        regions=["norte", "sur"], guest_regions=["valle"],
    )  # fmt: skip
    (text,) = event_in_words(event, EMPTY)
    assert text == (
        "El evento se realizó el 2 y el 3 de mayo de 2025, en Huacho. Constan 2 "
        "regiones participantes y, "
        "como invitada, 1 más."
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
        "Se presentaron 4 prácticas, de 6 instituciones. Tratan de 3 temas. En la Ruta, 1 está en "
        "el estadio inicial y 3 en el intermedio."
    )
    assert commented == (
        "Los expertos señalaron 9 oportunidades de mejora; hay noticias de 2: atendida (2). "
        "1 institución replica 1 de estas prácticas. 2 instituciones mostraron interés en replicar "
        "1 de estas prácticas."
    )


def test_recommendations_are_counted_and_no_theme_is_named(catalog: Catalog) -> None:
    event = next(event for event in catalog.events if len(event.presentations) > 2)
    first, second, third, *_ = event.presentations
    themes = (theme("Formar", [first, second, third]), theme("Medir", [first]))
    others = (Advice("", second),)
    summed_up = Synthesis(8, 8, (), themes, others, Opportunities(1, ()), ())
    *_, text = event_in_words(event, summed_up)
    assert text == (
        "Los expertos dieron 5 recomendaciones, de 2 temas. También señalaron 1 oportunidad de "
        "mejora; todavía no hay noticias de lo que pasó después."
    )


def test_no_sentence_of_the_real_events_names_a_winner(catalog: Catalog) -> None:
    for event in catalog.events:
        text = " ".join(event_in_words(event, synthesis(event, Derived(catalog))))
        assert not re.search(r"\b(lo|el|la|los|las) (que )?más|\bmayor|principal", text.lower()), (
            text
        )
