"""What may be wrong in a catalogue that breaks no rule: one function a doubt.

A doubt is a warning: it does not stop publication, and whoever wrote the file answers it. Either
they mend what is doubted, or an entry of the file's own «notas» explains it: one that mentions all
that the message asks for. A function takes what a rule takes (see `rules`), and yields Problems;
to add one, write it and name it in the tuple at the end. They are asked about a catalogue without
errors only: what could not be read is not counted wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from catalog.agreement import Figures
from catalog.clock import over_a_year_ago
from catalog.folding import fold
from catalog.mails import PUBLIC, domain_of, is_public, meant
from catalog.model import Event, Practice, Presentation
from catalog.numerals import is_rough, numbers
from catalog.problems import Severity, quoted
from catalog.wording import count, day, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.body import Section
    from catalog.document import Path
    from catalog.problems import Problem
    from catalog.rules import Sheet, Shelf

Content = TypeVar("Content", Practice, Event, Presentation)


class Count(NamedTuple):
    """How many of something a text states, in which words, and where it stands."""

    value: int
    words: str
    where: Path | Section


def is_answered(notes: Sequence[str], about: Sequence[int | str]) -> bool:
    """Whether one of the notes mentions everything that a doubt is about: a number in figures or
    in words, a name as it is written or in other cases and accents."""
    return any(all(_mentions(fold(note), it) for it in about) for note in notes)


def _mentions(folded: str, what: int | str) -> bool:
    if isinstance(what, int):
        return any(stated.value == what for stated in numbers(folded))
    return bool(re.search(rf"(?<!\w){re.escape(fold(what))}(?!\w)", folded))


def _doubt(
    sheet: Sheet[Content],
    where: Path | Section,
    message: str,
    *about: int | str,
    other_notes: Sequence[str] = (),
) -> Iterator[Problem]:
    """The doubt, unless a note of the sheet answers it. `other_notes` may too."""
    if is_answered([*sheet.content.notes, *other_notes], about):
        return
    asked = " y ".join(quoted(number(it)) for it in about)
    yield _warning(
        sheet, where, f"{message} Corríjalo, o explíquelo en «notas» (mencione {asked})."
    )


def _warning(sheet: Sheet[Content], where: Path | Section, message: str) -> Problem:
    if isinstance(where, tuple):
        problem = sheet.document.problem(where, message)
    else:
        problem = sheet.document.body_problem(where.line, message)
    return replace(problem, severity=Severity.WARNING)


def review_is_recent(sheet: Sheet[Practice], _: Shelf) -> Iterator[Problem]:
    """Somebody looked at the sheet in the last year. No note answers this: a review does."""
    if over_a_year_ago(sheet.content.review_date):
        message = (
            f"Por reverificar: la ficha se revisó el {day(sheet.content.review_date)}, hace más de "
            "un año. Compruebe que sus datos y contactos siguen vigentes, y ponga la fecha de hoy."
        )
        yield _warning(sheet, ("fecha_revision",), message)


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
            yield from _doubt(sheet, ("anio_inicio",), message, str(last.year))


def review_follows_its_events(sheet: Sheet[Practice], shelf: Shelf) -> Iterator[Problem]:
    """A sheet is looked at again after the practice is presented."""
    practice = sheet.content
    for event, _ in shelf.catalog.presentations.get(practice.slug, []):
        last = event.end_date or event.start_date
        if practice.review_date.isoformat()[: len(last)] < last:
            message = (
                f"La ficha se revisó antes de {quoted(event.title)} ({day(last)}), donde se "
                "presentó la práctica. Vea si hay algo que añadir, y ponga al día la fecha."
            )
            yield from _doubt(sheet, ("fecha_revision",), message, str(last.year))
            return


# «al 2036» and «2026-2030» tell what is planned.
_DONE_IN = re.compile(r"(?<![\w/–-])(?<!al )(?<!hasta )(?<!hacia )(20[0-9]{2})(?![\w/–-])")


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
                yield from _doubt(sheet, path, message, str(year))


def mails_are_of_institutions(sheet: Sheet[Practice], _: Shelf) -> Iterator[Problem]:
    """A contact's address is a public institution's, and is well written."""
    for index, contact in enumerate(sheet.content.contacts):
        domain = domain_of(contact.mail)
        name = domain.partition(".")[0]
        path = ("contactos", index, "correo")
        if near := meant(domain, contact.institution):
            message = (
                f"El dominio {quoted(domain)} parece mal escrito. ¿Quiso decir {quoted(near)}?"
            )
            yield from _doubt(sheet, path, message, name)
        elif not is_public(domain):
            endings = ", ".join(f".{ending}" for ending in PUBLIC)
            message = f"El correo de {quoted(domain)} no es de una institución pública ({endings})."
            yield from _doubt(sheet, path, message, name)


# Kinds of institution that sheets list by name: how each name begins, and what several are called.
_KINDS = {"UGEL": "UGEL", "DRE": "DRE", "GRE": "GRE", "Municipalidad": "municipalidades"}
_THE_SO_MANY = {
    kind: re.compile(rf"\b(?:las|sus) +(\S+(?: y \S+)?) +{several}\b", re.IGNORECASE)
    for kind, several in _KINDS.items()
}


def institutions_are_as_many_as_stated(sheet: Sheet[Practice], _: Shelf) -> Iterator[Problem]:
    """«Las 11 UGEL» are listed, where the sheet lists several."""
    practice = sheet.content
    listed = Counter(name.partition(" ")[0] for name in practice.institutions)
    for kind, several in _KINDS.items():
        if listed[kind] < 2:
            continue
        for where, text in _texts(practice):
            for found in _THE_SO_MANY[kind].finditer(text):
                for stated in numbers(fold(found[1])):
                    if stated.value != listed[kind]:
                        message = (
                            f"Dice {quoted(found[0])}, y «instituciones» tiene {listed[kind]}."
                        )
                        yield from _doubt(sheet, where, message, int(stated.value), several)


def _texts(practice: Practice) -> Iterator[tuple[Path | Section, str]]:
    """What a sheet tells, and where."""
    yield ("resumen",), practice.summary
    for index, figure in enumerate(practice.figures):
        yield ("cifras", index, "detalle"), figure.detail
    for section in practice.sections:
        yield section, section.text


def figures_are_told_alike(sheet: Sheet[Practice], _: Shelf) -> Iterator[Problem]:
    """The summary and the body give each figure as «cifras» does."""
    practice = sheet.content
    figures = Figures(practice.figures)
    yield from _otherwise(sheet, ("resumen",), practice.summary, figures, "las cifras")
    for section in practice.sections:
        told = section.id == "resultados"
        yield from _otherwise(sheet, section, section.text, figures, "las cifras", results=told)


def presentation_tells_figures_alike(sheet: Sheet[Presentation], shelf: Shelf) -> Iterator[Problem]:
    """A presentation gives each figure as the practice's sheet does."""
    practice = shelf.catalog.by_slug[sheet.content.practice_slug]
    figures = Figures(practice.figures)
    for section in sheet.content.sections:
        yield from _otherwise(
            sheet, section, section.text, figures, "la ficha", other_notes=practice.notes
        )


def event_tells_figures_alike(sheet: Sheet[Event], shelf: Shelf) -> Iterator[Problem]:
    """An event gives each figure as the sheets of the practices presented there do."""
    event = sheet.content
    practices = [shelf.catalog.by_slug[its.practice_slug] for its in event.presentations]
    figures = Figures(figure for practice in practices for figure in practice.figures)
    notes = [note for practice in practices for note in practice.notes]
    texts: list[tuple[Path | Section, str]] = [
        *((section, section.text) for section in event.sections),
        *((("testimonios", n, "texto"), it.text) for n, it in enumerate(event.testimonials)),
    ]
    for where, text in texts:
        yield from _otherwise(
            sheet, where, text, figures, "una ficha", results=False, other_notes=notes
        )


def _otherwise(
    sheet: Sheet[Content],
    where: Path | Section,
    text: str,
    figures: Figures,
    there: str,
    *,
    results: bool = True,
    other_notes: Sequence[str] = (),
) -> Iterator[Problem]:
    for stated, figure, unit in dict.fromkeys(figures.told_otherwise(text, results=results)):
        here, known = number(stated), number(figure)
        message = f"Aquí dice {quoted(f'{here} {unit}')}, y en {there}, {quoted(known)}."
        yield from _doubt(sheet, where, message, stated, figure, other_notes=other_notes)


# A count is of all, and can be compared, where nothing that follows makes it one of a few.
_OF_ALL = (
    r"(?= *(?:[.,;:)]|$)| (?:con|y|en|a|de gestion|presentad[ao]s|representad[ao]s|participantes"
    r"|expuest[ao]s|compartid[ao]s|del pais|del peru)\b)"
)
_PRACTICES = re.compile(rf" (?:buenas )?practicas{_OF_ALL}")
_REGIONS = re.compile(rf" regiones{_OF_ALL}")
_EXPERTS = re.compile(rf" expert[oa]s{_OF_ALL}")
_VISITED = re.compile(r" (?:instituciones|escuelas)(?: educativas)? visitadas\b")


def event_counts_what_it_has(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """The practices, regions, experts and visits that an event states are those that it lists."""
    event = sheet.content
    experts = {fold(its.expert.name) for its in event.presentations if its.expert}
    members, guests = len(event.regions), len(event.guest_regions)
    practices = len(event.presentations)
    kinds = (
        ("prácticas", _PRACTICES, {practices}, count(practices, "presentación", "presentaciones")),
        ("regiones", _REGIONS, {members + guests, members, guests},
         count(members + guests, "región", "regiones")),
        ("expertos", _EXPERTS, {len(experts)}, count(len(experts), "experto", "expertos")),
        ("visitadas", _VISITED, {len(event.visits)},
         count(len(event.visits), "visita", "visitas")),
    )  # fmt: skip
    texts: list[tuple[Path | Section, str]] = [
        *((("cifras", n, "valor"), f"{f.value} {f.unit}.") for n, f in enumerate(event.figures)),
        *((section, section.text) for section in event.sections),
    ]
    counts = [(where, fold(text), numbers(fold(text))) for where, text in texts]
    for name, pattern, right, there in kinds:
        stated = [
            Count(int(its.value), folded[its.start : found.end()], where)
            for where, folded, found_numbers in counts
            for its in found_numbers
            if (found := pattern.match(folded, its.end)) and not is_rough(folded, its)
        ]
        whole = any(its.value in right for its in stated)
        for its in stated:
            # Once all are counted, a smaller number is of some of them.
            if its.value in right or (whole and its.value < max(right)):
                continue
            message = f"Dice {quoted(its.words)}, y este evento tiene aquí {there}."
            yield from _doubt(sheet, its.where, message, its.value, name)


PRACTICE_DOUBTS = (
    review_is_recent,
    start_precedes_its_events,
    review_follows_its_events,
    facts_precede_the_review,
    mails_are_of_institutions,
    institutions_are_as_many_as_stated,
    figures_are_told_alike,
)
EVENT_DOUBTS = (event_counts_what_it_has, event_tells_figures_alike)
PRESENTATION_DOUBTS = (presentation_tells_figures_alike,)
