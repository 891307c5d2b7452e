"""The ways in which practices are filtered and grouped, and how many fall under each.

The explorer's filters and the static listings are both drawn from here: a facet more is an
item more in `facets`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalog.model import Catalog, Practice


EXPLORER_PATH = "practicas/"


@dataclass(frozen=True)
class FacetValue:
    """One choice of a filter, and the practices under it."""

    id: str
    label: str
    practices: tuple[Practice, ...]
    description: str = ""

    @property
    def count(self) -> int:
        """How many practices have this value."""
        return len(self.practices)


@dataclass(frozen=True)
class Facet:
    """A filter. `key` names it in the explorer's address (`?region=ica`)."""

    key: str
    label: str
    ids_of: Callable[[Practice], Sequence[str]]
    values: tuple[FacetValue, ...]


def facets(catalog: Catalog) -> dict[str, Facet]:
    """Every facet by its key, in the order in which they are offered."""
    taxonomies = catalog.taxonomies

    def events_of(practice: Practice) -> list[str]:
        return [event.slug for event, _ in catalog.presentations.get(practice.slug, [])]

    def of_terms(taxonomy_name: str) -> list[tuple[str, str, str]]:
        taxonomy = getattr(taxonomies, taxonomy_name)
        return [(term.id, term.label, term.description) for term in taxonomy.values()]

    events = [(event.slug, event.title, "") for event in catalog.events]
    return {
        facet.key: facet
        for facet in (
            _facet(catalog, "region", "Región", lambda p: [p.region], of_terms("regions")),
            _facet(catalog, "tema", "Tema", lambda p: p.topics, of_terms("topics")),
            _facet(catalog, "estadio", "Estadio", lambda p: [p.stage], of_terms("stages")),
            _facet(catalog, "nivel", "Nivel o modalidad", lambda p: p.levels, of_terms("levels")),
            _facet(catalog, "evento", "Evento", events_of, events),
        )
    }


def _facet(
    catalog: Catalog,
    key: str,
    label: str,
    ids_of: Callable[[Practice], Sequence[str]],
    terms: list[tuple[str, str, str]],
) -> Facet:
    groups = catalog.group(ids_of)
    values = tuple(
        FacetValue(value, name, tuple(groups.get(value, ())), description)
        for value, name, description in terms
    )
    return Facet(key, label, ids_of, values)
