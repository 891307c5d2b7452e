"""The network of those who contributed to the catalogue, counted from its content alone.

An institution contributes with the sheets of the practices that it leads, and by replicating the
practices of others; the wish to replicate is no contribution. A person contributes by commenting on
a practice at an event, under the name that the event's page already shows. Contacts and
testimonials do not count: only work on a practice does. The levels take their names from those of
the ministry, but are not the ministry's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from catalog.text.folding import fold, name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Catalog, Practice
    from catalog.schema.vocabularies import Term

# The number of contributions from which a member stands out.
STANDS_OUT = 2


class Level(IntEnum):
    """The level of a member, the lowest first."""

    TAKES_PART = 1
    STANDS_OUT = 2
    TRANSFORMS = 3


@dataclass(eq=False)
class Member:
    """An institution or a person, and the practices of its contributions, by kind. `interests` are
    the practices that the member wishes to replicate and does not yet. `transfers` are the
    practices that passed between the member and another institution, in either direction."""

    name: str
    sheets: list[Practice] = field(default_factory=list)
    comments: list[Practice] = field(default_factory=list)
    replications: list[Practice] = field(default_factory=list)
    interests: list[Practice] = field(default_factory=list)
    transfers: list[Practice] = field(default_factory=list)

    @property
    def contributions(self) -> int:
        """The number of sheets, comments and replications together."""
        return len(self.sheets) + len(self.comments) + len(self.replications)

    @property
    def level(self) -> Level:
        """The highest level that the member reaches."""
        if self.transfers:
            return Level.TRANSFORMS
        return Level.STANDS_OUT if self.contributions >= STANDS_OUT else Level.TAKES_PART


@dataclass(frozen=True)
class Network:
    """Every member, with the most contributions first."""

    institutions: tuple[Member, ...]
    people: tuple[Member, ...]

    def at(self, level: Level, kind: str) -> list[Member]:
        """The members of a level; `kind` is `"institutions"` or `"people"`."""
        members: tuple[Member, ...] = getattr(self, kind)
        return [member for member in members if member.level is level]


def transferring(catalog: Catalog) -> Sequence[Term]:
    """The states of a replication in which the practice has passed to another institution: the
    later half of the vocabulary."""
    states = list(catalog.vocabularies.replication_states.values())
    return states[len(states) // 2 :]


def network(catalog: Catalog) -> Network:
    """The network of a catalogue. Names that differ only in capitals or accents are one member."""
    institutions: dict[str, Member] = {}
    people: dict[str, Member] = {}
    wish = next(iter(catalog.vocabularies.replication_states), None)
    passed = {state.id for state in transferring(catalog)}
    for practice in catalog.practices:
        leaders = [_member(institutions, name) for name in practice.institutions]
        for leader in leaders:
            leader.sheets.append(practice)
        for _, presentation in catalog.presentations.get(practice.slug, []):
            if presentation.expert:
                _member(people, presentation.expert.name).comments.append(practice)
        wishes_last = sorted(practice.replications, key=lambda entry: entry.state == wish)
        for replication in wishes_last:
            replicator = _member(institutions, replication.institution)
            if replicator in leaders:
                continue  # a leader of the practice is not its replicator
            if replication.state != wish:
                _add(replicator.replications, practice)
            elif practice not in replicator.replications[-1:]:
                _add(replicator.interests, practice)
            if replication.state in passed:
                _passed(practice, [*leaders, replicator])
        for adaptation in catalog.adaptations.get(practice.slug, []):
            adapters = [_member(institutions, name) for name in adaptation.institutions]
            _passed(practice, [*leaders, *adapters])
    return Network(_ordered(institutions), _ordered(people))


def _member(known: dict[str, Member], name: str) -> Member:
    return known.setdefault(name_key(name), Member(name))


def _passed(practice: Practice, members: Sequence[Member]) -> None:
    for member in members:
        _add(member.transfers, practice)


def _add(practices: list[Practice], practice: Practice) -> None:
    """Add the practice once: the calls for one practice come together, so it can only be last."""
    if practices[-1:] != [practice]:
        practices.append(practice)


def _ordered(members: dict[str, Member]) -> tuple[Member, ...]:
    return tuple(
        sorted(members.values(), key=lambda member: (-member.contributions, fold(member.name)))
    )
