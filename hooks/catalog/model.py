"""The model of a catalogue: practices, events, presentations and challenges, and the Catalog.

Each has the fields of its front matter (see `schema`), and the sections of its body. A Catalog
knows how they relate. It is built once and never changes.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from catalog.schema.challenge_fields import ChallengeFields
from catalog.schema.event_fields import EventFields, PresentationFields
from catalog.schema.fields import PracticeFields
from catalog.source.sections import Section, SectionKind
from catalog.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from catalog.schema.event_fields import Expert
    from catalog.schema.fields import Replication
    from catalog.schema.vocabularies import Vocabularies

PRACTICE_SECTIONS = (
    SectionKind(
        "problema",
        "Problema",
        required=True,
        about="Qué pasaba, a quiénes, desde cuándo, con qué cifras.",
    ),
    SectionKind("objetivos", "Objetivos", about="Qué se proponían, si las fuentes lo dicen."),
    SectionKind(
        "estrategia", "Estrategia", required=True, about="Qué hicieron, paso a paso, y con quiénes."
    ),
    # A first sheet, of the first stage, may lack it: the stages after ask for it.
    SectionKind("resultados", "Resultados", about="Qué cambió, cuánto y cómo se midió."),
    SectionKind(
        "lecciones-aprendidas",
        "Lecciones aprendidas",
        about="Qué harían distinto, qué advertirían a otro equipo.",
    ),
)
# The ids of the sections of a commentary that are lists, one idea an item.
OPPORTUNITIES, RECOMMENDATIONS = "oportunidades-de-mejora", "recomendaciones"
PRESENTATION_SECTIONS = (
    SectionKind("aspecto-clave", "Aspecto clave"),
    SectionKind(OPPORTUNITIES, "Oportunidades de mejora"),
    SectionKind(RECOMMENDATIONS, "Recomendaciones para la sostenibilidad y réplica"),
)
# The id of the section in which a challenge tells what its institutions tried.
TRIED = "que-se-intento"
CHALLENGE_SECTIONS = (
    SectionKind("que-pasa", "Qué pasa", required=True, about="Qué pasa, a quiénes y desde cuándo."),
    SectionKind(TRIED, "Qué se intentó", about="Qué se hizo hasta ahora, y qué pasó."),
    SectionKind(
        "que-se-busca", "Qué se busca", required=True, about="Qué ayuda o qué ejemplo se necesita."
    ),
)
RELATED = 3
_RELATED_WINDOW = 8


class _Sectioned:
    """The content of a file with a body."""

    path: str
    sections: tuple[Section, ...]

    def section(self, section_id: str) -> Section | None:
        """The section with this id, or None where the body lacks it."""
        return next((section for section in self.sections if section.id == section_id), None)


class Practice(_Sectioned, PracticeFields):
    """A good practice: the content of one sheet."""

    slug: str


class Presentation(_Sectioned, PresentationFields):
    """A practice at an event, with the commentary of its experts if there were any."""

    practice_slug: str
    event_slug: str

    @property
    def experts(self) -> tuple[Expert, ...]:
        """Those who commented on it; empty if nobody did."""
        return (self.expert, *self.other_experts) if self.expert else ()


class Event(_Sectioned, EventFields):
    """An exchange event, with its presentations in their order."""

    slug: str
    presentations: tuple[Presentation, ...]


class Challenge(_Sectioned, ChallengeFields):
    """A problem that somebody has, and the practices that were offered to it."""

    slug: str


def is_coming(event: Event, today: date, known: Vocabularies) -> bool:
    """Whether the event is still to come, and was neither postponed nor cancelled. An event of
    which only the month (or the year) is known is to come until that month (or year) begins."""
    return event.start_date > today.isoformat() and _takes_place(event, known)


def is_under_way(event: Event, today: date, known: Vocabularies) -> bool:
    """Whether today is one of the days of the event, from the first to the last. False where only
    its month or its year is known."""
    now, last = today.isoformat(), event.end_date or event.start_date
    return len(last) == len(now) and was_held(event, today, known) and last >= now


def was_held(event: Event, today: date, known: Vocabularies) -> bool:
    """Whether the event has begun, and was neither postponed nor cancelled."""
    return event.start_date <= today.isoformat() and _takes_place(event, known)


def _takes_place(event: Event, known: Vocabularies) -> bool:
    return not event.change or known.event_changes[event.change.state].takes_place


class Catalog:
    """Every practice, event and challenge, and the vocabularies that they use.

    Practices are sorted by title, events and challenges from the newest to the oldest. `today` is
    the day on which the catalogue was read.
    """

    def __init__(
        self,
        practices: Iterable[Practice],
        events: Iterable[Event],
        vocabularies: Vocabularies,
        today: date,
        challenges: Iterable[Challenge] = (),
    ) -> None:
        self.practices = tuple(sorted(practices, key=lambda p: (fold(p.title), p.slug)))
        self.events = tuple(sorted(events, key=lambda e: (e.start_date, e.slug), reverse=True))
        self.challenges = tuple(sorted(challenges, key=lambda c: (c.date, c.slug), reverse=True))
        self.vocabularies = vocabularies
        self.today = today

    def is_coming(self, event: Event) -> bool:
        """Whether the event is still to come, and was neither postponed nor cancelled."""
        return is_coming(event, self.today, self.vocabularies)

    def is_under_way(self, event: Event) -> bool:
        """Whether today is one of the days of the event."""
        return is_under_way(event, self.today, self.vocabularies)

    def was_held(self, event: Event) -> bool:
        """Whether the event has begun, and was neither postponed nor cancelled."""
        return was_held(event, self.today, self.vocabularies)

    @cached_property
    def by_topic(self) -> Mapping[str, Sequence[Practice]]:
        """The practices of each topic that some practice has."""
        return self.group(lambda practice: practice.topics)

    @cached_property
    def by_slug(self) -> dict[str, Practice]:
        """Each practice by its slug."""
        return {practice.slug: practice for practice in self.practices}

    @cached_property
    def presentations(self) -> dict[str, list[tuple[Event, Presentation]]]:
        """For each practice's slug, its presentations, each with its event, newest first."""
        found: dict[str, list[tuple[Event, Presentation]]] = defaultdict(list)
        for event in self.events:
            for presentation in event.presentations:
                found[presentation.practice_slug].append((event, presentation))
        return dict(found)

    @cached_property
    def adaptations(self) -> dict[str, list[Practice]]:
        """For each practice's slug, the practices adapted from it."""
        return self.group(lambda practice: [practice.adapted_from] if practice.adapted_from else [])

    @cached_property
    def offered_to(self) -> dict[str, list[Challenge]]:
        """For each practice's slug, the challenges that it was offered to."""
        found: dict[str, list[Challenge]] = defaultdict(list)
        for challenge in self.challenges:
            for answer in challenge.answers:
                found[answer.practice].append(challenge)
        return dict(found)

    def origins(self, slug: str | None) -> list[str]:
        """The slug itself, that of the practice from which it was adapted, and so on, each once.
        Empty without a slug."""
        found: list[str] = []
        while slug and slug not in found:
            found.append(slug)
            practice = self.by_slug.get(slug)
            slug = practice.adapted_from if practice else None
        return found

    @cached_property
    def replicated_in(self) -> dict[str, list[tuple[Practice, Replication]]]:
        """For each region's id, the practices that an institution there replicates or would
        replicate, each with its Replication."""
        found: dict[str, list[tuple[Practice, Replication]]] = defaultdict(list)
        for practice in self.practices:
            for replication in practice.replications:
                if replication.region:
                    found[replication.region].append((practice, replication))
        return dict(found)

    @cached_property
    def attended(self) -> dict[str, list[Event]]:
        """For each region's id, the events in which it takes part, also as a guest, newest
        first."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for region in (*event.regions, *event.guest_regions):
                found[region].append(event)
        return dict(found)

    def group(self, ids_of: Callable[[Practice], Iterable[str]]) -> dict[str, list[Practice]]:
        """For each id that `ids_of` returns, the practices for which it does, by title."""
        groups: dict[str, list[Practice]] = defaultdict(list)
        for practice in self.practices:
            for value in ids_of(practice):
                groups[value].append(practice)
        return dict(groups)

    @cached_property
    def related(self) -> dict[str, list[Practice]]:
        """For each practice's slug, up to RELATED practices that share the most topics with it.

        In each of its topics, a practice is compared only with the next few by title, so the cost
        grows with the number of practices and not with its square.
        """
        neighbours: dict[str, set[str]] = {practice.slug: set() for practice in self.practices}
        for practices in self.group(lambda practice: practice.topics).values():
            count = len(practices)
            for index, practice in enumerate(practices):
                for step in range(1, min(_RELATED_WINDOW, count - 1) + 1):
                    neighbours[practice.slug].add(practices[(index + step) % count].slug)

        def likeness(practice: Practice, other: str) -> tuple[int, str]:
            topics = set(practice.topics) & set(self.by_slug[other].topics)
            return -len(topics), other

        return {
            practice.slug: [
                self.by_slug[other]
                for other in sorted(
                    neighbours[practice.slug], key=lambda slug: likeness(practice, slug)
                )[:RELATED]
            ]
            for practice in self.practices
        }
