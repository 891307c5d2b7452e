"""The documents of the search: practices, events, challenges and hand-written pages, as texts by
field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.model import Challenge, Event, Practice
from catalog.text.html import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Catalog


@dataclass(frozen=True)
class WrittenPage:
    """A page written by hand, at `path` (`"ruta/"`), with its content as HTML."""

    path: str
    title: str
    description: str
    html: str


Subject = Practice | Event | Challenge | WrittenPage


@dataclass(frozen=True)
class SearchDocument:
    """A subject and its texts by field, the field of most weight first: title, topics, summary,
    body."""

    subject: Subject
    texts: tuple[str, str, str, str]


def search_documents(catalog: Catalog, written: Iterable[WrittenPage]) -> Iterator[SearchDocument]:
    """Yield every document: practices, events, challenges, and hand-written pages."""
    for practice in catalog.practices:
        yield _practice(catalog, practice)
    for event in catalog.events:
        yield _event(catalog, event)
    for challenge in catalog.challenges:
        yield _challenge(catalog, challenge)
    for page in written:
        yield SearchDocument(page, (page.title, "", page.description, text_of(page.html)))


def _practice(catalog: Catalog, practice: Practice) -> SearchDocument:
    known = catalog.vocabularies
    terms = (
        known.regions[practice.region],
        *(known.topics[topic] for topic in practice.topics),
        *(known.levels[level] for level in practice.levels),
        known.stages[practice.stage],
        *filter(None, map(known.institution, practice.institutions)),
    )
    topics = (*(name for term in terms for name in term.names), *practice.institutions)
    body = "\n".join(_practice_body(catalog, practice))
    return SearchDocument(practice, (practice.title, "\n".join(topics), practice.summary, body))


def _challenge(catalog: Catalog, challenge: Challenge) -> SearchDocument:
    known = catalog.vocabularies
    terms = (
        known.regions[challenge.region],
        *(known.topics[topic] for topic in challenge.topics),
        *(known.levels[level] for level in challenge.levels),
        *filter(None, map(known.institution, challenge.institutions)),
    )
    topics = (*(name for term in terms for name in term.names), *challenge.institutions)
    body = "\n".join(section.text for section in challenge.sections)
    return SearchDocument(challenge, (challenge.title, "\n".join(topics), "", body))


def _practice_body(catalog: Catalog, practice: Practice) -> Iterator[str]:
    known = catalog.vocabularies
    for section in practice.sections:
        yield section.text
    for figure in practice.figures:
        yield f"{figure.value} {figure.unit} {figure.detail}"
    for evidence in practice.evidence:
        yield evidence.detail
    yield from practice.awards
    if practice.start_year:
        yield str(practice.start_year)
    for topic in practice.topics:
        yield known.topics[topic].description
    for level in practice.levels:
        yield known.levels[level].description
    for contact in practice.contacts:
        yield f"{contact.name or ''} {contact.position} {contact.institution}"
    for event, presentation in catalog.presentations.get(practice.slug, []):
        yield f"{event.title} {event.start_date}"
        for expert in presentation.experts:
            yield f"{expert.name} {expert.position}"
        for section in presentation.sections:
            yield section.text


def _event(catalog: Catalog, event: Event) -> SearchDocument:
    known = catalog.vocabularies
    regions = [known.regions[region].label for region in (*event.regions, *event.guest_regions)]
    topics = [known.event_types[event.type].label, event.place or "", *regions]
    if event.macroregion:
        topics.append(known.macroregions[event.macroregion].label)
    body = [section.text for section in event.sections]
    body += [f"{visit.institution} {visit.detail or ''}" for visit in event.visits]
    body += [
        f"{testimonial.text} {testimonial.author} {testimonial.institution}"
        for testimonial in event.testimonials
    ]
    body += [*event.organizers, str(event.start_date)]
    return SearchDocument(event, (event.title, "\n".join(topics), "", "\n".join(body)))
