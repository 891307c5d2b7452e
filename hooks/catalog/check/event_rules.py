"""The rules of an exchange event in its catalogue: one function a rule, as in `practice_rules`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from catalog.check.consent import is_child, is_given, what_to_do
from catalog.check.former_slugs import slugs_of_others
from catalog.check.link_rules import LINK_RULES
from catalog.check.photo_rules import PHOTO_RULES
from catalog.source.problems import quoted
from catalog.text.spanish import announced, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import SourceFile, Surroundings
    from catalog.model import Event
    from catalog.source.problems import Problem


def event_ends_after_it_starts(file: SourceFile[Event], _: Surroundings) -> Iterator[Problem]:
    """An event's last day is not before its first, and both dates have the same detail: a span
    from a day to a month would read wrong."""
    event = file.content
    if event.end_date and len(event.end_date) != len(event.start_date):
        example = "2026-04-23 y 2026-04-24; o 2026-04 y 2026-05; o 2026 y 2027"
        message = f"Escriba las dos fechas con el mismo detalle: {example}. O quite «fecha_fin»."
        yield file.document.problem(("fecha_fin",), message)
    elif event.end_date and event.end_date < event.start_date:
        message = f"El evento termina antes de empezar ({event.start_date}). Revise las fechas."
        yield file.document.problem(("fecha_fin",), message)


def program_is_in_the_events_days(file: SourceFile[Event], _: Surroundings) -> Iterator[Problem]:
    """The days of the programme are days of the event, each once and in order."""
    event = file.content
    last = event.end_date or event.start_date
    before = ""
    for index, entry in enumerate(event.program):
        outside = entry.day[: len(event.start_date)] < event.start_date or (
            entry.day[: len(last)] > last
        )
        if outside:
            message = f"El {day(entry.day)} no es un día del evento. Revise las fechas."
        elif entry.day <= before:
            message = "Los días van en orden, cada uno una vez. Ordénelos."
        else:
            before = entry.day
            continue
        yield file.document.problem(("programa", index, "fecha"), message)


def guests_are_not_members(file: SourceFile[Event], _: Surroundings) -> Iterator[Problem]:
    """A region takes part in an event either as a member or as a guest."""
    for index, region in enumerate(file.content.guest_regions):
        if region in file.content.regions:
            message = f"{quoted(region)} ya está en «regiones». Déjela en una sola lista."
            yield file.document.problem(("regiones_invitadas", index), message)


def testimonials_name_practices(file: SourceFile[Event], around: Surroundings) -> Iterator[Problem]:
    """The practice that a testimonial speaks of exists."""
    for index, testimonial in enumerate(file.content.testimonials):
        slug = testimonial.practice
        if slug and slug not in around.tree.sheets:
            message = around.no_such_practice(slug)
            yield file.document.problem(("testimonios", index, "practica"), message)


def testimonials_of_children_have_consent(
    file: SourceFile[Event], _: Surroundings
) -> Iterator[Problem]:
    """The testimony of a child says who agreed to its publication."""
    for index, testimonial in enumerate(file.content.testimonials):
        child = is_child(testimonial.author, testimonial.institution)
        if child and not is_given(testimonial.consent):
            message = f"Parece el testimonio de un menor de edad. {what_to_do(testimonial.consent)}"
            yield file.document.problem(("testimonios", index), message)


def testimonials_follow_the_event(
    file: SourceFile[Event], around: Surroundings
) -> Iterator[Problem]:
    """An event that was not held has no testimonials."""
    if file.content.testimonials and not around.catalog.was_held(file.content):
        message = why_not_held(file.content, around)
        yield file.document.problem(("testimonios",), message, of_key=True)


def former_slugs_are_its_own(file: SourceFile[Event], around: Surroundings) -> Iterator[Problem]:
    """No other event has, or had, a former slug of this one."""
    yield from slugs_of_others(file, around.tree.events, around.former_events)


def a_day_has_activities(file: SourceFile[Event], _: Surroundings) -> Iterator[Problem]:
    """A day of the programme has activities or a timetable."""
    for index, day_of in enumerate(file.content.program):
        if not day_of.activities and not day_of.slots:
            message = "Falta «actividades»: lo que se hizo. O «horario», con horas y salas."
            yield file.document.problem(("programa", index), message)


def hours_are_in_order(file: SourceFile[Event], _: Surroundings) -> Iterator[Problem]:
    """A timetable goes from the first hour of its day to the last."""
    for index, day_of in enumerate(file.content.program):
        hours = [slot.hour for slot in day_of.slots]
        for number, (before, hour) in enumerate(pairwise(hours), start=1):
            if hour < before:
                message = f"Las horas van en orden, y antes está {before}. Ordénelas."
                where = ("programa", index, "horario", number, "hora")
                yield file.document.problem(where, message)


def registration_ends_before_the_event(
    file: SourceFile[Event], _: Surroundings
) -> Iterator[Problem]:
    """The last day to register is not after the event."""
    registration = file.content.registration
    last = file.content.end_date or file.content.start_date
    if registration and registration.until and registration.until[: len(last)] > last:
        message = "Es después del evento. Revise el día."
        yield file.document.problem(("inscripcion", "hasta"), message)


def why_not_held(event: Event, around: Surroundings) -> str:
    """The message about an event that was not held, at something that could only follow it."""
    if not around.catalog.is_coming(event):
        return (
            "El evento no se realizó, según su «cambio»: esto no pasó. Bórrelo, o revise «cambio»."
        )
    when = announced(event.start_date, event.end_date)
    return f"El evento será {when}: esto todavía no pasó. Bórrelo, o revise las fechas del evento."


EVENT_RULES = (
    *LINK_RULES,
    event_ends_after_it_starts,
    guests_are_not_members,
    testimonials_name_practices,
    testimonials_of_children_have_consent,
    testimonials_follow_the_event,
    *PHOTO_RULES,
    program_is_in_the_events_days,
    a_day_has_activities,
    hours_are_in_order,
    registration_ends_before_the_event,
    former_slugs_are_its_own,
)
