"""What must hold between an event, or a practice's presentation at one, and the rest of the
catalogue: one function a rule, as in `rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.check.consent import is_child, is_given
from catalog.check.practice_rules import photos_are_sound
from catalog.model import OPPORTUNITIES, RECOMMENDATIONS, is_announced
from catalog.source.problems import quoted, suggestion
from catalog.source.sections import words
from catalog.text.spanish import announced, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.practice_rules import Sheet, Shelf
    from catalog.model import Event, Presentation
    from catalog.source.problems import Problem


def event_photos_are_sound(sheet: Sheet[Event], shelf: Shelf) -> Iterator[Problem]:
    """The same, for an event."""
    folder = sheet.content.path.rpartition("/")[0]
    return photos_are_sound(sheet.document, sheet.content.photos, folder, shelf)


def program_is_in_the_events_days(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """The programme tells the event's own days, each once and in their order."""
    event = sheet.content
    last = event.end_date or event.start_date
    before = ""
    for index, its in enumerate(event.program):
        outside = its.day[: len(event.start_date)] < event.start_date or (
            its.day[: len(last)] > last
        )
        if outside:
            message = f"El {day(its.day)} no es un día del evento. Revise las fechas."
        elif its.day <= before:
            message = "Los días van en orden, cada uno una vez. Ordénelos."
        else:
            before = its.day
            continue
        yield sheet.document.problem(("programa", index, "fecha"), message)


def event_ends_after_it_starts(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """An event's last day is not before its first, and as much is known of the two: without a day,
    a span reads wrong."""
    event = sheet.content
    if event.end_date and len(event.end_date) != len(event.start_date):
        example = "2026-04-23 y 2026-04-24; o 2026-04 y 2026-05; o 2026 y 2027"
        message = f"Escriba las dos fechas con el mismo detalle: {example}. O quite «fecha_fin»."
        yield sheet.document.problem(("fecha_fin",), message)
    elif event.end_date and event.end_date < event.start_date:
        message = f"El evento termina antes de empezar ({event.start_date}). Revise las fechas."
        yield sheet.document.problem(("fecha_fin",), message)


def guests_are_not_members(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """A region takes part in an event either as a member or as a guest."""
    for index, region in enumerate(sheet.content.guest_regions):
        if region in sheet.content.regions:
            message = f"{quoted(region)} ya está en «regiones». Déjela en una sola lista."
            yield sheet.document.problem(("regiones_invitadas", index), message)


def testimonials_name_practices(sheet: Sheet[Event], shelf: Shelf) -> Iterator[Problem]:
    """The practice that a testimonial speaks of exists."""
    for index, testimonial in enumerate(sheet.content.testimonials):
        slug = testimonial.practice
        if slug and slug not in shelf.tree.sheets:
            message = f"No existe una práctica {quoted(slug)}.{suggestion(slug, shelf.tree.sheets)}"
            yield sheet.document.problem(("testimonios", index, "practica"), message)


def testimonials_of_children_have_consent(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """Somebody agreed that what a child said be published."""
    for index, testimonial in enumerate(sheet.content.testimonials):
        child = is_child(testimonial.author, testimonial.institution)
        if child and not is_given(testimonial.consent):
            message = (
                "Parece el testimonio de un menor de edad. Añada «consentimiento»: quién autorizó "
                "que se publique y dónde consta, sin sus datos."
            )
            yield sheet.document.problem(("testimonios", index), message)


def testimonials_follow_the_event(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """Nobody tells how an event was before it is."""
    if sheet.content.testimonials and is_announced(sheet.content):
        yield sheet.document.problem(("testimonios",), _too_soon(sheet.content), of_key=True)


def commentary_follows_the_event(sheet: Sheet[Presentation], shelf: Shelf) -> Iterator[Problem]:
    """Nobody comments on a practice, nor follows that up, before it is presented."""
    its = sheet.content
    if event := shelf.announced.get(its.event_slug):
        for key, told in (("experto", its.expert), ("seguimiento", its.follow_up)):
            if told:
                yield sheet.document.problem((key,), _too_soon(event), of_key=True)
        for section in its.sections:
            yield sheet.document.body_problem(section.line, _too_soon(event))


def _too_soon(event: Event) -> str:
    when = announced(event.start_date, event.end_date)
    return f"El evento será {when}: esto todavía no pasó. Bórrelo, o revise las fechas del evento."


def ideas_stand_in_items(sheet: Sheet[Presentation], _: Shelf) -> Iterator[Problem]:
    """Two of the sections are shown, numbered and counted idea by idea: what stands in none would
    be on no page."""
    for section in sheet.content.sections:
        if section.id not in (OPPORTUNITIES, RECOMMENDATIONS):
            continue
        outside = section.text
        for item in section.items:
            outside = outside.replace(words(item), "", 1).strip()
        if outside:
            message = (
                f"{quoted(outside)} no está en la lista, y no se publicaría. Escriba cada idea en "
                "su propio guion: «- »."
            )
            yield sheet.document.body_problem(section.line, message)


def order_is_its_own(sheet: Sheet[Presentation], shelf: Shelf) -> Iterator[Problem]:
    """No two presentations of an event have the same place in its order."""
    mine = sheet.content
    first = shelf.first_in_order.get((mine.event_slug, mine.order), mine.path)
    if first != mine.path:
        message = f"El orden {mine.order} ya lo tiene {first}. Use otro número."
        yield sheet.document.problem(("orden",), message)


def follow_up_is_of_an_opportunity(sheet: Sheet[Presentation], shelf: Shelf) -> Iterator[Problem]:
    """Each follow-up is of one of the expert's opportunities, which no other is of; what is said
    to be done has its evidence."""
    section = sheet.content.section(OPPORTUNITIES)
    count = len(section.items) if section else 0
    last = list(shelf.catalog.vocabularies.follow_up_states.values())[-1:]
    followed = [its.opportunity for its in sheet.content.follow_up]
    for index, its in enumerate(sheet.content.follow_up):
        if its.opportunity > count:
            message = (
                f"«## Oportunidades de mejora» tiene {count}. Escriba un número del 1 al {count}."
                if count
                else "Falta la lista de «## Oportunidades de mejora», de las que esto cuenta una."
            )
            yield sheet.document.problem(("seguimiento", index, "oportunidad"), message)
        elif its.opportunity in followed[:index]:
            message = f"La oportunidad {its.opportunity} ya tiene su seguimiento. Júntelos."
            yield sheet.document.problem(("seguimiento", index, "oportunidad"), message)
        if [its.state] == [state.id for state in last] and not its.evidence:
            message = "Falta «evidencia»: qué documento prueba que está atendida."
            yield sheet.document.problem(("seguimiento", index), message)


def commentary_has_its_expert(sheet: Sheet[Presentation], shelf: Shelf) -> Iterator[Problem]:
    """Somebody made the commentary: the pages say whose it is, and show none of nobody's."""
    if sheet.content.event_slug in shelf.announced:
        return  # there is none to have
    if sheet.content.sections and not sheet.content.expert:
        message = "Falta «experto»: quién hizo este comentario. Añádalo, o borre el comentario."
        yield sheet.document.body_problem(sheet.content.sections[0].line, message)


EVENT_RULES = (
    event_ends_after_it_starts,
    guests_are_not_members,
    testimonials_name_practices,
    testimonials_of_children_have_consent,
    testimonials_follow_the_event,
    event_photos_are_sound,
    program_is_in_the_events_days,
)
PRESENTATION_RULES = (
    order_is_its_own,
    ideas_stand_in_items,
    commentary_has_its_expert,
    commentary_follows_the_event,
    follow_up_is_of_an_opportunity,
)
