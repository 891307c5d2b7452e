"""The catalogue seen whole: how many practices share two values, which institutions lead several
of them, and how many meet each requirement of the stages.

Each crossing takes one pass over the practices. Its counts equal those of the explorer's filters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.check.stage_requirements import checklist

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.derive.derived import Derived
    from catalog.derive.facets import Facet
    from catalog.model import Catalog

# The most institutions that are named, of those with several practices, and the most practices of
# each.
INSTITUTIONS = 60
PRACTICES_NAMED = 6


@dataclass(frozen=True)
class Cell:
    """The practices that share two values: their number, and the highest stage among them, as the
    stage's place in the vocabulary, from 1."""

    count: int
    furthest: int


@dataclass(frozen=True)
class Crossing:
    """The crossing of two facets. `cells` has a cell for each pair of values, the row's id and the
    column's, that some practice has."""

    rows: Facet
    columns: Facet
    cells: Mapping[tuple[str, str], Cell]

    @property
    def most(self) -> int:
        """The count of the fullest cell."""
        return max((cell.count for cell in self.cells.values()), default=0)


def crossing(derived: Derived, rows: str, columns: str) -> Crossing:
    """The practices of a catalogue, counted by two facets; `rows` and `columns` are their keys."""
    catalog, by_key = derived.catalog, derived.facets
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


def panorama_values(derived: Derived) -> dict[str, object]:
    """The values that the template of the panorama shows."""
    leading = [member for member in derived.network.institutions if member.sheets]
    several = [member for member in leading if len(member.sheets) > 1]
    return {
        "facets": derived.facets,
        "total": len(derived.catalog.practices),
        "by_topic": crossing(derived, "tema", "region"),
        "region_stages": crossing(derived, "region", "estadio"),
        "topic_stages": crossing(derived, "tema", "estadio"),
        "institutions": [
            (member.name, member.sheets[:PRACTICES_NAMED], len(member.sheets))
            for member in several[:INSTITUTIONS]
        ],
        "several": len(several),
        "leading": len(leading),
    }


def requirements_met(catalog: Catalog) -> Counter[tuple[str, str]]:
    """The number of practices that meet each requirement, by stage id and requirement id."""
    met: Counter[tuple[str, str]] = Counter()
    for practice in catalog.practices:
        for group in checklist(practice, catalog):
            met.update(
                (group.stage.id, check.requirement.id) for check in group.checks if check.met
            )
    return met
