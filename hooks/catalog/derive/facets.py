"""The facets by which practices are filtered and grouped, and the practices under each value.

The explorer's filters and the static listings are both made from facets. A new facet is a new item
in `facets`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from catalog.model import Catalog, Practice
    from catalog.schema.vocabularies import Term


@dataclass(frozen=True)
class FacetValue:
    """One choice of a filter, and the practices under it."""

    id: str
    label: str
    practices: tuple[Practice, ...]
    description: str = ""

    @property
    def count(self) -> int:
        """The number of practices that have this value."""
        return len(self.practices)


@dataclass(frozen=True)
class Facet:
    """A filter. `key` names it in the explorer's address (`?region=ica`)."""

    key: str
    label: str
    ids_of: Callable[[Practice], Sequence[str]]
    values: tuple[FacetValue, ...]


def facets(catalog: Catalog) -> Mapping[str, Facet]:
    """Every facet of a catalogue by its key, in the order in which they are offered. `Derived`
    keeps the result, since each facet takes a pass over all practices."""
    known = catalog.vocabularies
    macroregion_of = {region.id: region.parent for region in known.regions.values()}
    type_of = _type_finder(known.institution_types.values())

    def macroregions_of(practice: Practice) -> list[str]:
        parent = macroregion_of[practice.region]
        return [parent] if parent else []

    def types_of(practice: Practice) -> list[str]:
        return list(dict.fromkeys(filter(None, map(type_of, practice.institutions))))

    def events_of(practice: Practice) -> list[str]:
        return [event.slug for event, _ in catalog.presentations.get(practice.slug, [])]

    def years_of(practice: Practice) -> list[str]:
        """The year in which the practice began, and the years in which it was presented."""
        presented = [
            event.start_date.year for event, _ in catalog.presentations.get(practice.slug, [])
        ]
        return [str(year) for year in dict.fromkeys([practice.start_year, *presented]) if year]

    def evidence_of(practice: Practice) -> list[str]:
        return list(dict.fromkeys(item.type for item in practice.evidence))

    def figures_of(practice: Practice) -> list[str]:
        return list(dict.fromkeys(figure.type for figure in practice.figures))

    events = [(event.slug, event.title, "") for event in catalog.events]
    years = sorted({year for p in catalog.practices for year in years_of(p)}, reverse=True)
    every = (
        ("region", "Región", lambda p: [p.region], _choices(known.regions.values())),
        ("macrorregion", "Macrorregión", macroregions_of, _choices(known.macroregions.values())),
        ("tema", "Tema", lambda p: p.topics, _choices(known.topics.values())),
        ("estadio", "Estadio", lambda p: [p.stage], _choices(known.stages.values())),
        ("nivel", "Nivel o modalidad", lambda p: p.levels, _choices(known.levels.values())),
        ("institucion", "Tipo de institución", types_of,
         _choices(known.institution_types.values())),
        ("evento", "Evento", events_of, events),
        ("anio", "Año en que empezó o se presentó", years_of, [(year, year, "") for year in years]),
        ("evidencia", "Evidencia", evidence_of, _choices(known.evidence_types.values())),
        ("cifra", "Cifras", figures_of, _choices(known.figure_types.values())),
    )  # fmt: skip
    return {
        key: Facet(key, label, ids_of, _values(catalog, ids_of, choices))
        for key, label, ids_of, choices in every
    }


def _choices(terms: Iterable[Term]) -> list[tuple[str, str, str]]:
    return [(term.id, term.label, term.description) for term in terms]


def _values(
    catalog: Catalog,
    ids_of: Callable[[Practice], Sequence[str]],
    choices: list[tuple[str, str, str]],
) -> tuple[FacetValue, ...]:
    groups = catalog.group(ids_of)
    return tuple(
        FacetValue(value, label, tuple(groups.get(value, ())), description)
        for value, label, description in choices
    )


def _type_finder(types: Iterable[Term]) -> Callable[[str], str | None]:
    """A function from an institution's name to the id of its type: the first type with a name that
    the institution's name contains, or None."""
    forms = [(f" {_spaced(name)} ", term.id) for term in types for name in term.names]
    known: dict[str, str | None] = {}

    def type_of(institution: str) -> str | None:
        if institution not in known:
            name = f" {_spaced(institution)} "
            known[institution] = next((type_id for form, type_id in forms if form in name), None)
        return known[institution]

    return type_of


def _spaced(name: str) -> str:
    """`"I.E. N.º 14"` → `"i e n º 14"`: words with spaces between, to compare whole words."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(name)).split())
