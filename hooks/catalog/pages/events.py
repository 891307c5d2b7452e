"""What an event's page and its report show, ready for their templates.

The report's contents and its headings are drawn from the same chapters, so that they agree. Its
only date is that of the content: two builds of one content are equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.derive.event_in_words import account
from catalog.derive.excerpt import brief, steps
from catalog.model import is_announced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.derive.event_synthesis import Synthesis
    from catalog.derive.excerpt import Brief
    from catalog.model import Catalog, Event, Practice, Presentation
    from catalog.source.sections import Section

REPLICATED, WISHED = "Quiénes las replican o quisieran hacerlo", "Quiénes quisieran replicarlas"
# The sections of a practice that its event tells in brief: how each is cut.
_IN_BRIEF = {"problema": brief, "estrategia": steps, "resultados": brief}


@dataclass(frozen=True)
class Shown:
    """A practice as its event shows it: some of its sections, with how they begin."""

    practice: Practice
    presentation: Presentation
    brief: tuple[tuple[Section, Brief], ...]


@dataclass(frozen=True)
class Part:
    """A part of a chapter: `number` is its place in it (`2.3`)."""

    number: str
    id: str
    title: str


@dataclass(frozen=True)
class Chapter:
    """A chapter of a report, with its parts, if it has any."""

    number: str
    id: str
    title: str
    parts: tuple[Part, ...]


def event_values(event: Event, catalog: Catalog, told: Synthesis) -> dict[str, object]:
    """What the page of an event shows, `told` being what it adds up to."""
    named = [its.practice for its in event.testimonials if its.practice]
    announced = is_announced(event)
    return {
        "event": event,
        "announced": announced,
        "shown": [_shown(its, catalog) for its in event.presentations],
        "synthesis": None if announced or not event.presentations else told,
        "replicating_title": REPLICATED if told.is_replicated else WISHED,
        "practices": {slug: catalog.by_slug[slug] for slug in named},
    }


def report_values(event: Event, catalog: Catalog, told: Synthesis) -> dict[str, object]:
    """What the report of an event shows: the same and in full."""
    reviews = [catalog.by_slug[its.practice_slug].review_date for its in event.presentations]
    return event_values(event, catalog, told) | {
        "synthesis": told,
        "account": account(event, told),
        "chapters": tuple(_numbered(_chapters(event, told, catalog))),
        "newest_review": max(reviews, default=None),
    }


def _shown(presentation: Presentation, catalog: Catalog) -> Shown:
    practice = catalog.by_slug[presentation.practice_slug]
    told = ((section, _IN_BRIEF.get(section.id)) for section in practice.sections)
    return Shown(practice, presentation, tuple((its, cut(its)) for its, cut in told if cut))


# The id and the title of a chapter, and those of its parts.
_Outline = tuple[str, str, list[tuple[str, str]]]


def _chapters(event: Event, told: Synthesis, catalog: Catalog) -> Iterator[_Outline]:
    """The chapters that the event has something for, in their order."""
    parts = [
        ("palabras", "En pocas palabras", True),
        ("cifras", "El evento en cifras", event.figures),
        ("presentado", "Qué se presentó", told.tallies),
        ("temas", "Qué recomendaron más los expertos", told.advice),
        ("oportunidades", "Qué pasó con las oportunidades de mejora", told.opportunities.told),
        ("replicas", REPLICATED if told.is_replicated else WISHED, told.replications),
    ]
    kept = [(f"sintesis-{its}", title) for its, title, there in parts if there]
    yield "sintesis", "En síntesis", kept
    yield "regiones", "Quiénes participaron", []
    if event.program:
        yield "programa", "Programa", []
    if event.sections:
        written = [(f"relato-{section.id}", section.title) for section in event.sections]
        yield "relato", "Cómo fue", written
    if event.presentations:
        slugs = [its.practice_slug for its in event.presentations]
        titles = [(f"practica-{slug}", catalog.by_slug[slug].title) for slug in slugs]
        yield "practicas", "Las prácticas presentadas", titles
    if told.advice or told.other_advice:
        themes = [(f"tema-{its.theme.id}", its.theme.label) for its in told.advice]
        themes += [("otras-recomendaciones", "Otras")] if told.other_advice else []
        yield "recomendaciones", "Las recomendaciones, tema por tema", themes
    if event.visits:
        yield "visitas", "Visitas", []
    if event.testimonials:
        yield "testimonios", "Testimonios", []
    if event.photos:
        yield "fotos", "Fotos", []
    yield "fuentes", "Fuentes y notas", []
    yield "elaboracion", "Cómo se hizo este reporte", []


def _numbered(outlines: Iterable[_Outline]) -> Iterator[Chapter]:
    for number, (its, title, parts) in enumerate(outlines, 1):
        numbered = (Part(f"{number}.{place}", *part) for place, part in enumerate(parts, 1))
        yield Chapter(str(number), its, title, tuple(numbered))
