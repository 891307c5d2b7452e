"""Made-up content for `/estilo/`, the page that shows every piece of the pages.

The content names no place or person. Where a piece shows terms, they are those of the catalogue's
own vocabularies, so that the page suits a catalogue about anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING

from catalog.check.stage_requirements import Check, StageChecks
from catalog.derive.facets import Facet, FacetValue
from catalog.derive.lineage import Branch, Lineage
from catalog.derive.measured import Measured, choices
from catalog.derive.panorama import Cell, Crossing
from catalog.model import OPPORTUNITIES
from catalog.pages import routes
from catalog.schema.event_fields import FollowUp
from catalog.schema.fields import Contact, Figure, Source
from catalog.source.problems import Problem
from catalog.source.sections import Section
from catalog.text.dates import PartialDate

if TYPE_CHECKING:
    from catalog.schema.terms import Requirement
    from catalog.schema.vocabularies import Vocabularies

_ROWS = ("Un tema con un nombre más largo que los otros", "Otro tema", "Un tema que nadie trató")
_COLUMNS = ("Norte", "Centro", "Sur", "Oriente")
_COUNTS = {(0, 0): (12, 3), (0, 1): (5, 2), (0, 2): (1, 1), (1, 0): (3, 2), (1, 2): (1, 3)}


@dataclass(frozen=True)
class Example:
    """The values that the template of `/estilo/` shows."""

    figures: list[Figure]
    checks: list[StageChecks]
    opportunities: Section
    follow_up: list[FollowUp]
    lineage: Lineage
    practice: SimpleNamespace
    contacts: list[Contact]
    sources: list[Source]
    notes: list[str]
    problems: list[Problem]
    marks: list[Measured]
    crossing: Crossing
    facet: Facet
    names: list[str]
    presentation: SimpleNamespace
    list_page: SimpleNamespace


def style_example(known: Vocabularies) -> Example:
    """The made-up content, always the same for the same vocabularies."""
    return Example(
        figures=_figures(known),
        checks=_checks(known),
        opportunities=_opportunities(),
        follow_up=_follow_up(known),
        lineage=_lineage(known),
        practice=SimpleNamespace(institutions=["Una institución de ejemplo", "Otra"]),
        contacts=[
            Contact.model_construct(
                name=None,
                position="Oficina de ejemplo",
                institution="Una institución de ejemplo",
                mail="oficina@ejemplo.org",
            )
        ],
        sources=[
            Source.model_construct(
                document="Un informe de ejemplo (Una institución, 2026)",
                part="Capítulo 2",
                url=None,
            )
        ],
        notes=["Una nota de ejemplo: el informe da dos números y no dice cuál es el último."],
        problems=[
            Problem("practices/ejemplo.md", 7, 1, "cifras", "Un mensaje de ejemplo, con su línea.")
        ],
        marks=list(choices(known.figure_types)),
        crossing=_crossing(known),
        facet=_facet(),
        presentation=SimpleNamespace(
            experts=[SimpleNamespace(name="Una experta de ejemplo", position="Su cargo de ejemplo")]
        ),
        list_page=SimpleNamespace(number=2, count=9, previous=routes.STYLE, next=routes.STYLE),
        names=["Tema de ejemplo", "Otro tema", "Un tercer tema"],
    )


def _figures(known: Vocabularies) -> list[Figure]:
    shown = [
        (72, "%", "de los participantes aplica lo aprendido, según una medición de ejemplo", 45),
        (1250, "participantes", "en los talleres de ejemplo", None),
        ("más de 30", "equipos", "con su plan de ejemplo aprobado", None),
    ]
    kinds = list(known.figure_types)[::-1]
    if not kinds:
        return []
    return [
        Figure.model_construct(
            value=value, unit=unit, detail=detail, baseline=before, source=None,
            type=kinds[number % len(kinds)],
        )
        for number, (value, unit, detail, before) in enumerate(shown)
    ]  # fmt: skip


def _checks(known: Vocabularies) -> list[StageChecks]:
    """The catalogue's own requirements, all of them met but the last."""
    met = ("Lo que lo sustenta, de ejemplo",)
    asked = [requirement for stage in known.stages.values() for requirement in stage.requirements]

    def checked(requirement: Requirement) -> Check:
        return Check(requirement, () if requirement is asked[-1] else met, requirement.label)

    return [
        StageChecks(stage, tuple(map(checked, stage.requirements)))
        for stage in known.stages.values()
    ]


def _opportunities() -> Section:
    html = "".join(
        f"<li>{text}</li>"
        for text in (
            "Contar con una línea de base.",
            "Repartir las tareas entre más equipos.",
            "Escribir un manual breve.",
            "Algo de lo que todavía no se sabe nada.",
        )
    )
    return Section(OPPORTUNITIES, "Oportunidades de mejora", f"<ul>{html}</ul>", 1)


def _follow_up(known: Vocabularies) -> list[FollowUp]:
    return [
        FollowUp.model_construct(
            opportunity=number,
            state=state,
            detail="Un detalle de ejemplo.",
            evidence="Un documento de ejemplo" if number == len(known.follow_up_states) else None,
            when=PartialDate("2026-09"),
        )
        for number, state in enumerate(known.follow_up_states, start=1)
    ]


def _lineage(known: Vocabularies) -> Lineage:
    region = next(iter(known.regions.values()), None)
    branches = [
        Branch("Una institución que la replica", region, state, "Un detalle de ejemplo.")
        for state in list(known.replication_states.values())[::-1]
    ]
    return Lineage((), tuple(branches))


def _crossing(known: Vocabularies) -> Crossing:
    """A crossing in which no stage is beyond the last of the catalogue's stages."""
    last = len(known.stages)

    def facet(names: tuple[str, ...], place: int) -> Facet:
        counts = [
            sum(count for at, (count, _) in _COUNTS.items() if at[place] == number)
            for number in range(len(names))
        ]
        values = [_value(str(number), name, counts[number]) for number, name in enumerate(names)]
        return Facet("q", "Ejemplo", _no_ids, tuple(values))

    cells = {
        (str(row), str(column)): Cell(count, min(furthest, last))
        for (row, column), (count, furthest) in _COUNTS.items()
        if last
    }
    return Crossing(facet(_ROWS, 0), facet(_COLUMNS, 1), cells)


def _facet() -> Facet:
    choices = (("Una cosa", 12), ("Otra", 5), ("La que nadie hizo", 0))
    return Facet("q", "Ejemplo", _no_ids, tuple(_value(name, name, n) for name, n in choices))


def _no_ids(_: object) -> list[str]:
    return []


def _value(value_id: str, label: str, count: int) -> FacetValue:
    return FacetValue(value_id, label, (None,) * count)  # type: ignore[arg-type] # only counted
