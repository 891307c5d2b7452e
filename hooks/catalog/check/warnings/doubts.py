"""What may be wrong in a catalogue that breaks no rule: one function a doubt.

A function takes what a rule takes (see `rules`), and yields Problems that are warnings, unless a
note answers them (see `answers`). To add one, write it and name it in the tuple at the end. They
are asked about a catalogue without errors only: what could not be read is not counted wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from catalog.check.warnings.counts import (
    event_counts_what_it_has,
    institutions_are_as_many_as_stated,
)
from catalog.check.warnings.figures import Figures
from catalog.check.warnings.mail_domains import FREE, PUBLIC, domain_of, is_public, meant
from catalog.check.warnings.notes import doubt, warning
from catalog.clock import over_a_year_ago
from catalog.model import Catalog, Event, Practice, Presentation, is_announced
from catalog.source.front_matter import parse_sheet
from catalog.source.problems import quoted
from catalog.text.spanish import day, number

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator, Sequence

    from catalog.check.practice_rules import Sheet, Shelf
    from catalog.check.warnings.figures import Difference
    from catalog.source.document import Path
    from catalog.source.problems import Problem
    from catalog.source.sections import Section

Content = TypeVar("Content", Practice, Event, Presentation)


def start_precedes_its_events(sheet: Sheet[Practice], shelf: Shelf) -> Iterator[Problem]:
    """A practice is presented once it has begun. Two people wrote the two dates: neither file is
    refused for the other's, and there may have been a pilot."""
    practice = sheet.content
    for event, _ in shelf.catalog.presentations.get(practice.slug, []):
        last = event.end_date or event.start_date
        if practice.start_year and practice.start_year > last.year:
            message = (
                f"Dice que empezó en {practice.start_year}, y se presentó antes, en "
                f"{quoted(event.title)} ({last.year})."
            )
            yield from doubt(sheet, ("anio_inicio",), message, [str(last.year)])


def review_follows_its_events(sheet: Sheet[Practice], shelf: Shelf) -> Iterator[Problem]:
    """A sheet is looked at again after the practice is presented."""
    practice = sheet.content
    for event, _ in shelf.catalog.presentations.get(practice.slug, []):
        last = event.end_date or event.start_date
        # Nobody can look at it again after an event that has not been.
        if not is_announced(event) and practice.review_date.isoformat()[: len(last)] < last:
            message = (
                f"La ficha se revisó antes de {quoted(event.title)} ({day(last)}), donde se "
                "presentó la práctica: puede faltarle lo que allí se supo."
            )
            yield from doubt(sheet, ("fecha_revision",), message, [str(last.year)])
            return


# What is planned has its year too, said otherwise: «PAT 2026», «al 2036», «2026-2030».
_DONE_IN = re.compile(r"(?:^|\b(?:en|de|desde) )(20[0-9]{2})(?![\w/–-])")


def facts_precede_the_review(sheet: Sheet[Practice], _: Shelf) -> Iterator[Problem]:
    """What a sheet tells as done was done when it was written."""
    practice = sheet.content
    texts: list[tuple[Path, str]] = [
        *((("evidencias", n, "detalle"), its.detail) for n, its in enumerate(practice.evidence)),
        *((("cifras", n, "detalle"), its.detail) for n, its in enumerate(practice.figures)),
        *((("reconocimientos", n), its) for n, its in enumerate(practice.awards)),
    ]
    for path, text in texts:
        for year in map(int, _DONE_IN.findall(text)):
            if year > practice.review_date.year:
                message = f"Habla de {year}, y la ficha se revisó en {practice.review_date.year}."
                yield from doubt(sheet, path, message, [str(year)])


def mails_are_of_institutions(sheet: Sheet[Practice], _: Shelf) -> Iterator[Problem]:
    """A contact's address is a public institution's, and is well written."""
    for index, contact in enumerate(sheet.content.contacts):
        domain = domain_of(contact.mail)
        near = meant(domain, contact.institution)
        if near:
            message = (
                f"El dominio {quoted(domain)} parece mal escrito. ¿Quiso decir {quoted(near)}?"
            )
        elif not is_public(domain):
            endings = ", ".join(f".{ending}" for ending in PUBLIC)
            message = f"El correo de {quoted(domain)} no es de una institución pública ({endings})."
        else:
            continue
        # The name is enough where it is what is doubted, and not the ending.
        name, _dot, ending = domain.partition(".")
        about = name if domain in FREE or (near and near.endswith(f".{ending}")) else domain
        yield from doubt(sheet, ("contactos", index, "correo"), message, [about])


def figures_are_told_alike(sheet: Sheet[Practice], _: Shelf) -> Iterator[Problem]:
    """The summary and the sections give each figure as «cifras» does."""
    practice = sheet.content
    texts = [section.text for section in practice.sections]
    figures = Figures(practice.figures, texts)
    for its in figures.told_otherwise(practice.summary, results=True):
        yield from _otherwise(sheet, ("resumen",), its, "las cifras")
    for section, text in zip(practice.sections, texts, strict=True):
        for its in figures.told_otherwise(text, results=section.id == "resultados"):
            yield from _otherwise(sheet, section, its, "las cifras")
    for place, (stated, figure, unit) in figures.mistyped():
        here = quoted(f"{number(figure)} {unit}")
        message = f"Ninguna sección dice {here}, y una dice {quoted(number(stated))}."
        yield from doubt(sheet, ("cifras", place, "valor"), message, [stated, figure])


def presentation_tells_figures_alike(sheet: Sheet[Presentation], shelf: Shelf) -> Iterator[Problem]:
    """A presentation gives each figure as the practice's sheet does."""
    practice = shelf.catalog.by_slug[sheet.content.practice_slug]
    figures = Figures(practice.figures)
    for section in sheet.content.sections:
        for its in figures.told_otherwise(section.text, results=True):
            yield from _otherwise(sheet, section, its, "la ficha", practice.notes)


def event_tells_figures_alike(sheet: Sheet[Event], shelf: Shelf) -> Iterator[Problem]:
    """An event gives each figure as the sheets of the practices presented there do."""
    event = sheet.content
    practices = [shelf.catalog.by_slug[its.practice_slug] for its in event.presentations]
    figures = Figures(figure for practice in practices for figure in practice.figures)
    notes = [note for practice in practices for note in practice.notes]
    sheets = {(its.value, its.unit): one.path for one in practices for its in one.figures}
    texts: list[tuple[Path | Section, str]] = [
        *((("cifras", n, "valor"), f"{f.value} {f.unit}") for n, f in enumerate(event.figures)),
        *((section, section.text) for section in event.sections),
        *((("testimonios", n, "texto"), it.text) for n, it in enumerate(event.testimonials)),
    ]
    for where, text in texts:
        for its in figures.told_otherwise(text, results=False):
            there = sheets[its.figure, its.unit]
            yield from _otherwise(sheet, where, its, there, notes)


def _otherwise(
    sheet: Sheet[Content],
    where: Path | Section,
    its: Difference,
    there: str,
    other_notes: Sequence[str] = (),
) -> Iterator[Problem]:
    here = quoted(f"{number(its.stated)} {its.unit}")
    message = f"Aquí dice {here}, y en {there}, {quoted(number(its.figure))}."
    yield from doubt(sheet, where, message, [its.stated, its.figure], other_notes)


def overdue_reviews(catalog: Catalog, root: pathlib.Path) -> Iterator[Problem]:
    """A warning for each sheet of the catalogue at `root` that nobody looked at for a year. Time
    alone brings it and a review alone answers it, so it is told to who asks, and not to a build."""
    for practice in catalog.practices:
        if over_a_year_ago(practice.review_date):
            document, _ = parse_sheet(practice.path, (root / practice.path).read_bytes())
            message = (
                f"Por reverificar: la ficha se revisó el {day(practice.review_date)}, hace más de "
                "un año. Compruebe que sus datos y contactos siguen vigentes y ponga la fecha de "
                "hoy."
            )
            yield warning(document.problem(("fecha_revision",), message))


PRACTICE_DOUBTS = (
    start_precedes_its_events,
    review_follows_its_events,
    facts_precede_the_review,
    mails_are_of_institutions,
    institutions_are_as_many_as_stated,
    figures_are_told_alike,
)
EVENT_DOUBTS = (event_counts_what_it_has, event_tells_figures_alike)
PRESENTATION_DOUBTS = (presentation_tells_figures_alike,)
