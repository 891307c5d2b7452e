"""The catalogue seen whole: how many practices share two values, who leads them, what each stage's
requirements find, what is newest, and which event was last.

Everything is counted in one pass over the practices, and says nothing that a filter of the
explorer would not give.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

from catalog.check.stage_requirements import checklist
from catalog.clock import today
from catalog.derive.facets import facets
from catalog.derive.network import network

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.derive.facets import Facet
    from catalog.model import Catalog, Event, Practice

# Of the institutions with most practices, so many are named, and so many practices of each.
INSTITUTIONS = 10
SHEETS_NAMED = 6


@dataclass(frozen=True)
class Cell:
    """The practices that share two values: how many, and the place along the route, from 1, of
    the one that is furthest."""

    count: int
    furthest: int


@dataclass(frozen=True)
class Crossing:
    """Two facets held against each other. `cells` has only those that some practice is in."""

    rows: Facet
    columns: Facet
    cells: Mapping[tuple[str, str], Cell]

    @property
    def most(self) -> int:
        """The count of its fullest cell."""
        return max((cell.count for cell in self.cells.values()), default=0)


def crossing(catalog: Catalog, rows: str, columns: str) -> Crossing:
    """The practices by the facets of these keys."""
    by_key = facets(catalog)
    row_ids, column_ids = by_key[rows].ids_of, by_key[columns].ids_of
    place = {stage: number for number, stage in enumerate(catalog.vocabularies.stages, start=1)}
    counts: Counter[tuple[str, str]] = Counter()
    furthest: defaultdict[tuple[str, str], int] = defaultdict(int)
    for practice in catalog.practices:
        reached = place[practice.stage]
        for row in row_ids(practice):
            for column in column_ids(practice):
                counts[row, column] += 1
                furthest[row, column] = max(furthest[row, column], reached)
    cells = {at: Cell(count, furthest[at]) for at, count in counts.items()}
    return Crossing(by_key[rows], by_key[columns], cells)


def panorama_values(catalog: Catalog) -> dict[str, object]:
    """What the panorama shows."""
    leading = [its for its in network(catalog).institutions if its.sheets]
    leading.sort(key=lambda its: -len(its.sheets))  # stable: equals stay by name
    return {
        "facets": facets(catalog),
        "total": len(catalog.practices),
        "by_topic": crossing(catalog, "tema", "region"),
        "region_stages": crossing(catalog, "region", "estadio"),
        "topic_stages": crossing(catalog, "tema", "estadio"),
        "institutions": [
            (its.name, its.sheets[:SHEETS_NAMED], len(its.sheets))
            for its in leading[:INSTITUTIONS]
            if len(its.sheets) > 1
        ],
        "leading": len(leading),
    }


def requirements_met(catalog: Catalog) -> Counter[tuple[str, str]]:
    """How many practices meet each requirement, by the ids of its stage and its own."""
    met: Counter[tuple[str, str]] = Counter()
    for practice in catalog.practices:
        presentations = catalog.presentations.get(practice.slug, [])
        for group in checklist(practice, presentations, catalog.vocabularies):
            met.update((group.stage.id, its.requirement.id) for its in group.checks if its.met)
    return met


def newest(catalog: Catalog, amount: int) -> list[Practice]:
    """The practices that were reviewed or presented last, the latest first."""

    def touched(practice: Practice) -> str:
        days = [event.start_date for event, _ in catalog.presentations.get(practice.slug, [])]
        return max(practice.review_date.isoformat(), *days) if days else str(practice.review_date)

    return nlargest(amount, catalog.practices, key=touched)


def last_and_next(catalog: Catalog) -> tuple[Event | None, Event | None]:
    """The last event that has begun, and the first that has not. One whose day is not known has
    begun when its month has, or its year."""
    now = today().isoformat()
    begun = [its.start_date <= now for its in catalog.events]
    # They are kept from the newest to the oldest.
    coming = begun.index(True) if True in begun else len(begun)
    last = catalog.events[coming] if coming < len(begun) else None
    return last, catalog.events[coming - 1] if coming else None
