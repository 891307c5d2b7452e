"""The page of an event and its report.

The report's table of contents and its headings are made from the same chapters, so that they agree.
It is dated by the newest review of its practices, so that two builds of one content are equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.derive.event_in_words import event_in_words
from catalog.derive.event_synthesis import synthesis
from catalog.derive.excerpt import excerpt, steps
from catalog.pages import routes
from catalog.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.derive.derived import Derived
    from catalog.derive.event_synthesis import Synthesis
    from catalog.derive.excerpt import Excerpt
    from catalog.model import Catalog, Event, Practice, Presentation
    from catalog.pages.templates import Templates
    from catalog.source.sections import Section

REPLICATED, WISHED = "Quiénes las replican o mostraron interés", "Quiénes mostraron interés"
# For each section of a practice of which its event shows an excerpt, the function that cuts it.
_EXCERPT_OF = {"problema": excerpt, "estrategia": steps, "resultados": excerpt}


@dataclass(frozen=True)
class Shown:
    """A practice as its event shows it, with excerpts of some of its sections."""

    practice: Practice
    presentation: Presentation
    excerpts: tuple[tuple[Section, Excerpt], ...]


@dataclass(frozen=True)
class Part:
    """A part of a chapter. `number` has the number of the chapter before its own (`2.3`)."""

    number: str
    id: str
    title: str


@dataclass(frozen=True)
class Chapter:
    """A chapter of a report, and its parts, if it has any."""

    number: str
    id: str
    title: str
    parts: tuple[Part, ...]


def event_pages(templates: Templates, derived: Derived, event: Event) -> Iterator[Page]:
    """Yield the page of an event and, if the event was held, its report."""
    held = derived.catalog.was_held(event)
    event_synthesis = synthesis(event, derived)
    content = "qué se presentó y quiénes participaron" if held else "cuándo y dónde, y su programa"
    yield Page(
        routes.event(event.slug),
        event.title,
        f"{event.title}: {content}.",
        templates,
        "pages/event.html",
        event_values(event, derived.catalog, event_synthesis),
        event.path,
    )
    if held:
        yield Page(
            routes.report(event.slug),
            f"Reporte: {event.title}",
            f"{event.title}: el reporte de sistematización completo, para leer e imprimir.",
            templates,
            "pages/event-report.html",
            report_values(event, derived.catalog, event_synthesis),
            event.path,
        )


def event_values(event: Event, catalog: Catalog, found: Synthesis) -> dict[str, object]:
    """The values that the template of an event's page shows, given the event's synthesis."""
    slugs = [testimonial.practice for testimonial in event.testimonials if testimonial.practice]
    held = catalog.was_held(event)
    return {
        "event": event,
        "held": held,
        "coming": catalog.is_coming(event),
        "under_way": catalog.is_under_way(event),
        "closed": bool(
            event.registration
            and event.registration.until
            and event.registration.until < catalog.today.isoformat()
        ),
        "shown": [_shown(presentation, catalog) for presentation in event.presentations],
        "synthesis": found if held and event.presentations else None,
        "replicating_title": REPLICATED if found.is_replicated else WISHED,
        "practices": {slug: catalog.by_slug[slug] for slug in slugs},
    }


def report_values(event: Event, catalog: Catalog, found: Synthesis) -> dict[str, object]:
    """The values that the template of an event's report shows, given the event's synthesis."""
    reviews = [
        catalog.by_slug[presentation.practice_slug].review_date
        for presentation in event.presentations
    ]
    return event_values(event, catalog, found) | {
        "synthesis": found,
        "in_words": event_in_words(event, found),
        "chapters": tuple(_numbered(_chapters(event, found, catalog))),
        "newest_review": max(reviews, default=None),
    }


def _shown(presentation: Presentation, catalog: Catalog) -> Shown:
    practice = catalog.by_slug[presentation.practice_slug]
    shown = ((section, _EXCERPT_OF.get(section.id)) for section in practice.sections)
    return Shown(
        practice, presentation, tuple((section, cut(section)) for section, cut in shown if cut)
    )


# The id and the title of a chapter, and the id and the title of each of its parts.
_Outline = tuple[str, str, list[tuple[str, str]]]


def _chapters(event: Event, found: Synthesis, catalog: Catalog) -> Iterator[_Outline]:
    """Yield the chapters for which the event has content, in their order."""
    parts = [
        ("palabras", "En pocas palabras", True),
        ("cifras", "El evento en cifras", event.figures),
        ("presentado", "Qué se presentó", found.tallies),
        ("temas", "Qué recomendaron los expertos", found.advice),
        ("oportunidades", "Qué pasó con las oportunidades de mejora", found.opportunities.followed),
        ("replicas", REPLICATED if found.is_replicated else WISHED, found.replications),
    ]
    kept = [(f"sintesis-{part_id}", title) for part_id, title, there in parts if there]
    yield "sintesis", "En síntesis", kept
    yield "regiones", "Quiénes participaron", []
    if event.program:
        yield "programa", "Programa", []
    if event.sections:
        written = [(f"relato-{section.id}", section.title) for section in event.sections]
        yield "relato", "Cómo fue", written
    if event.presentations:
        slugs = [presentation.practice_slug for presentation in event.presentations]
        titles = [(f"practica-{slug}", catalog.by_slug[slug].title) for slug in slugs]
        yield "practicas", "Las prácticas presentadas", titles
    if found.advice or found.other_advice:
        themes = [(f"tema-{advice.theme.id}", advice.theme.label) for advice in found.advice]
        themes += [("otras-recomendaciones", "Otras")] if found.other_advice else []
        yield "recomendaciones", "Las recomendaciones, tema por tema", themes
    if event.visits:
        yield "visitas", "Visitas", []
    if event.materials:
        yield "materiales", "Materiales", []
    if event.testimonials:
        yield "testimonios", "Testimonios", []
    if event.photos:
        yield "fotos", "Fotos", []
    yield "fuentes", "Fuentes y notas", []
    yield "elaboracion", "Cómo se hizo este reporte", []


def _numbered(outlines: Iterable[_Outline]) -> Iterator[Chapter]:
    for number, (chapter_id, title, parts) in enumerate(outlines, 1):
        numbered = (Part(f"{number}.{place}", *part) for place, part in enumerate(parts, 1))
        yield Chapter(str(number), chapter_id, title, tuple(numbered))
