"""The facets by which practices are filtered and grouped, and the practices under each value.

The explorer's filters and the static listings are both made from facets. A new facet is a new item
in `facets`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from catalog.derive.measured import choices, measured
from catalog.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from catalog.model import Catalog, Practice
    from catalog.schema.terms import Term
    from catalog.schema.vocabularies import Vocabularies


# The value of the practices of which the sheet does not say another.
UNKNOWN = "no-consta"


@dataclass(frozen=True)
class FacetValue:
    """One choice of a filter, and the practices under it. `family` is the label of its family, for
    a facet whose values come in families."""

    id: str
    label: str
    practices: tuple[Practice, ...]
    description: str = ""
    family: str = ""

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

    @property
    def families(self) -> list[tuple[str, list[FacetValue]]]:
        """The values by the label of their family, in the order of the first of each; one pair
        without a label where the facet has no families."""
        found: dict[str, list[FacetValue]] = {}
        for value in self.values:
            found.setdefault(value.family, []).append(value)
        return list(found.items())


def facets(catalog: Catalog) -> Mapping[str, Facet]:
    """Every facet of a catalogue by its key, in the order in which they are offered. `Derived`
    keeps the result, since each facet takes a pass over all practices."""
    known = catalog.vocabularies
    macroregion_of = {region.id: region.parent for region in known.regions.values()}
    type_of = _type_finder(known)

    def macroregions_of(practice: Practice) -> list[str]:
        parent = macroregion_of[practice.region]
        return [parent] if parent else []

    def types_of(practice: Practice) -> list[str]:
        return list(dict.fromkeys(filter(None, map(type_of, practice.institutions))))

    def events_of(practice: Practice) -> list[str]:
        return [event.slug for event, _ in catalog.presentations.get(practice.slug, [])]

    def year_of(practice: Practice) -> list[str]:
        return [str(practice.start_year) if practice.start_year else UNKNOWN]

    def levels_of(practice: Practice) -> list[str]:
        return practice.levels or [UNKNOWN]

    def evidence_of(practice: Practice) -> list[str]:
        return list(dict.fromkeys(item.type for item in practice.evidence))

    def measured_of(practice: Practice) -> list[str]:
        return [measured(practice.figures, known.figure_types).id]

    unknown = Choice(UNKNOWN, "No consta")
    events = [Choice(event.slug, event.title) for event in catalog.events]
    years = sorted({p.start_year for p in catalog.practices if p.start_year}, reverse=True)
    topics = [
        Choice(topic.id, topic.label, topic.description, known.topic_families[topic.parent].label)
        if topic.parent
        else Choice(topic.id, topic.label, topic.description)
        for topic in known.topics.values()
    ]
    marks = [Choice(mark.id, mark.label, mark.description) for mark in choices(known.figure_types)]
    every: tuple[tuple[str, str, Callable[[Practice], Sequence[str]], list[Choice]], ...] = (
        ("region", "Región", lambda p: [p.region], _choices(known.regions.values())),
        ("macrorregion", "Macrorregión", macroregions_of, _choices(known.macroregions.values())),
        ("tema", "Tema", lambda p: p.topics, topics),
        ("estadio", "Estadio", lambda p: [p.stage], _choices(known.stages.values())),
        ("medido", "Qué se midió", measured_of, marks),
        ("nivel", "Nivel o modalidad", levels_of, [*_choices(known.levels.values()), unknown]),
        ("institucion", "Tipo de institución", types_of,
         _choices(known.institution_types.values())),
        ("evento", "Evento", events_of, events),
        ("anio", "Año en que empezó", year_of,
         [*(Choice(str(year), str(year)) for year in years), unknown]),
        ("evidencia", "Evidencia", evidence_of, _choices(known.evidence_types.values())),
    )  # fmt: skip
    return {
        key: Facet(key, label, ids_of, _values(catalog, ids_of, offered))
        for key, label, ids_of, offered in every
    }


class Choice(NamedTuple):
    """A value that a facet offers."""

    id: str
    label: str
    description: str = ""
    family: str = ""


def _choices(terms: Iterable[Term]) -> list[Choice]:
    return [Choice(term.id, term.label, term.description) for term in terms]


def _values(
    catalog: Catalog, ids_of: Callable[[Practice], Sequence[str]], offered: Iterable[Choice]
) -> tuple[FacetValue, ...]:
    groups = catalog.group(ids_of)
    return tuple(
        FacetValue(
            choice.id,
            choice.label,
            tuple(groups.get(choice.id, ())),
            choice.description,
            choice.family,
        )
        for choice in offered
    )


def _type_finder(known: Vocabularies) -> Callable[[str], str | None]:
    """A function from an institution's name to the id of its type: that of the institution of this
    name in the vocabulary; or else the type with the longest name that the institution's name
    contains; or None."""
    types = known.institution_types.values()
    forms = [(f" {_spaced(name)} ", term.id) for term in types for name in term.names]
    forms.sort(key=lambda form: -len(form[0]))

    @cache
    def type_of(institution: str) -> str | None:
        if term := known.institution(institution):
            return term.type
        name = f" {_spaced(institution)} "
        return next((type_id for form, type_id in forms if form in name), None)

    return type_of


def _spaced(name: str) -> str:
    """`"I.E. N.º 14"` → `"i e n º 14"`: words with spaces between, to compare whole words."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(name)).split())
