"""The institutions and people that contributed to the catalogue, and what each one contributed.

An institution leads practices that have a sheet, replicates those of others, or wishes to. A person
commented on practices at events, under the name that the event's page already shows. Contacts and
testimonials do not count: only work on a practice does. Contributions are listed, in the order of
names. Nobody gets points, a level or a place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from catalog.text.folding import fold, name_key
from catalog.text.institution_names import institution_key

if TYPE_CHECKING:
    from catalog.model import Catalog, Practice


@dataclass(eq=False)
class Member:
    """An institution or a person, and the practices of its contributions, by kind. `interests` are
    the practices that the member wishes to replicate and does not yet."""

    name: str
    sheets: list[Practice] = field(default_factory=list)
    comments: list[Practice] = field(default_factory=list)
    replications: list[Practice] = field(default_factory=list)
    interests: list[Practice] = field(default_factory=list)


@dataclass(frozen=True)
class Network:
    """Every member, by name."""

    institutions: tuple[Member, ...]
    people: tuple[Member, ...]


def network(catalog: Catalog) -> Network:
    """The network of a catalogue. Names that differ only in capitals or accents are one member."""
    institutions: dict[str, Member] = {}
    people: dict[str, Member] = {}
    wish = next(iter(catalog.vocabularies.replication_states), None)
    for practice in catalog.practices:
        leaders = [_institution(institutions, name) for name in practice.institutions]
        for leader in leaders:
            leader.sheets.append(practice)
        for _, presentation in catalog.presentations.get(practice.slug, []):
            for expert in presentation.experts:
                _add(_person(people, expert.name).comments, practice)
        wishes_last = sorted(practice.replications, key=lambda entry: entry.state == wish)
        for replication in wishes_last:
            replicator = _institution(institutions, replication.institution)
            if replicator in leaders:
                continue  # a leader of the practice is not its replicator
            if replication.state != wish:
                _add(replicator.replications, practice)
            elif practice not in replicator.replications[-1:]:
                _add(replicator.interests, practice)
    return Network(_by_name(institutions), _by_name(people))


def _institution(known: dict[str, Member], name: str) -> Member:
    return known.setdefault(institution_key(name), Member(name))


def _person(known: dict[str, Member], name: str) -> Member:
    return known.setdefault(name_key(name), Member(name))


def _add(practices: list[Practice], practice: Practice) -> None:
    """Add the practice once: the calls for one practice come together, so it can only be last."""
    if practices[-1:] != [practice]:
        practices.append(practice)


def _by_name(members: dict[str, Member]) -> tuple[Member, ...]:
    return tuple(sorted(members.values(), key=lambda member: fold(member.name)))
