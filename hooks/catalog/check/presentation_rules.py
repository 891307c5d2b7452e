"""The rules of a presentation in its catalogue: one function a rule, as in `practice_rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.check.event_rules import why_not_held
from catalog.check.link_rules import LINK_RULES
from catalog.model import OPPORTUNITIES, RECOMMENDATIONS
from catalog.source.problems import quoted
from catalog.text.html import text_of
from catalog.text.spanish import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import SourceFile, Surroundings
    from catalog.model import Presentation
    from catalog.source.problems import Problem


def order_is_its_own(file: SourceFile[Presentation], around: Surroundings) -> Iterator[Problem]:
    """No two presentations of an event have the same place in its order."""
    presentation = file.content
    first = around.first_in_order.get(
        (presentation.event_slug, presentation.order), presentation.path
    )
    if first != presentation.path:
        message = f"El orden {presentation.order} ya lo tiene {first}. Use otro número."
        yield file.document.problem(("orden",), message)


def ideas_stand_in_items(file: SourceFile[Presentation], _: Surroundings) -> Iterator[Problem]:
    """Opportunities and recommendations are items of a list: pages show, number and count these
    sections item by item, and would not show text outside the items."""
    for section in file.content.sections:
        if section.id not in (OPPORTUNITIES, RECOMMENDATIONS):
            continue
        outside = section.text
        for item in section.items:
            outside = outside.replace(text_of(item), "", 1).strip()
        if outside:
            message = (
                f"{quoted(outside)} no está en la lista, y no se publicaría. Escriba cada idea en "
                "su propio guion: «- »."
            )
            yield file.document.body_problem(section.line, message)


def each_recommendation_has_one_theme(
    file: SourceFile[Presentation], _: Surroundings
) -> Iterator[Problem]:
    """If the themes of the recommendations are stated, there is one for each recommendation."""
    section = file.content.section(RECOMMENDATIONS)
    items = len(section.items) if section else 0
    themes = len(file.content.advice_themes)
    if themes and themes != items:
        message = (
            f"Hay {count(themes, 'tema', 'temas')} y "
            f"{count(items, 'recomendación', 'recomendaciones')}. Escriba un tema por cada una, en "
            "el orden en que están."
        )
        yield file.document.problem(("temas_de_recomendaciones",), message, of_key=True)


def commentary_has_its_expert(
    file: SourceFile[Presentation], around: Surroundings
) -> Iterator[Problem]:
    """A commentary names its expert: no page shows a commentary without its author."""
    if file.content.event_slug in around.not_held:
        return  # `commentary_follows_the_event` says so
    if file.content.expert:
        return
    if file.content.sections:
        message = "Falta «experto»: quién hizo este comentario. Añádalo, o borre el comentario."
        yield file.document.body_problem(file.content.sections[0].line, message)
    if file.content.other_experts:
        message = "Son los demás, y falta el primero. Póngalo en «experto»."
        yield file.document.problem(("otros_expertos",), message, of_key=True)


def commentary_follows_the_event(
    file: SourceFile[Presentation], around: Surroundings
) -> Iterator[Problem]:
    """A presentation that was not held has neither commentary nor follow-up."""
    presentation = file.content
    if event := around.not_held.get(presentation.event_slug):
        for key, value in (
            ("experto", presentation.expert),
            ("otros_expertos", presentation.other_experts),
            ("temas_de_recomendaciones", presentation.advice_themes),
            ("seguimiento", presentation.follow_up),
        ):
            if value:
                yield file.document.problem((key,), why_not_held(event, around), of_key=True)
        for section in presentation.sections:
            yield file.document.body_problem(section.line, why_not_held(event, around))


def follow_up_is_of_an_opportunity(
    file: SourceFile[Presentation], _: Surroundings
) -> Iterator[Problem]:
    """Each follow-up is of one of the expert's opportunities, and no two are of the same one. A
    follow-up in the last state names its evidence."""
    section = file.content.section(OPPORTUNITIES)
    count = len(section.items) if section else 0
    wanted = "Escriba 1" if count == 1 else f"Escriba un número del 1 al {count}"
    for index, entry in enumerate(file.content.follow_up):
        if entry.opportunity > count:
            message = (
                f"«## Oportunidades de mejora» tiene {count}. {wanted}."
                if count
                else "Falta la lista de «## Oportunidades de mejora», a la que esto se refiere."
            )
            yield file.document.problem(("seguimiento", index, "oportunidad"), message)


def an_opportunity_has_one_follow_up(
    file: SourceFile[Presentation], _: Surroundings
) -> Iterator[Problem]:
    """No two follow-ups are of the same opportunity."""
    followed: set[int] = set()
    for index, entry in enumerate(file.content.follow_up):
        if entry.opportunity in followed:
            message = f"La oportunidad {entry.opportunity} ya tiene su seguimiento. Júntelos."
            yield file.document.problem(("seguimiento", index, "oportunidad"), message)
        followed.add(entry.opportunity)


def follow_up_that_is_done_has_evidence(
    file: SourceFile[Presentation], around: Surroundings
) -> Iterator[Problem]:
    """A follow-up in the last state of the vocabulary names its evidence."""
    done = list(around.catalog.vocabularies.follow_up_states)[-1:]
    for index, entry in enumerate(file.content.follow_up):
        if [entry.state] == done and not entry.evidence:
            message = "Falta «evidencia»: qué documento prueba que está atendida."
            yield file.document.problem(("seguimiento", index), message)


PRESENTATION_RULES = (
    *LINK_RULES,
    order_is_its_own,
    ideas_stand_in_items,
    each_recommendation_has_one_theme,
    commentary_has_its_expert,
    commentary_follows_the_event,
    follow_up_is_of_an_opportunity,
    an_opportunity_has_one_follow_up,
    follow_up_that_is_done_has_evidence,
)
