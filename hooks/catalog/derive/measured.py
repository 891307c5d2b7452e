"""The second mark of a practice: what its figures measure.

The stage says how well a practice is documented. This mark says what was measured, and is no part
of the stage: the furthest kind of figure that the practice has, and whether a figure of that kind
tells from where it started. The kinds are data (`practices/_taxonomies/tipos-de-cifra.yml`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.schema.fields import Figure
    from catalog.schema.terms import FigureType
    from catalog.schema.vocabularies import Vocabulary


@dataclass(frozen=True)
class Measured:
    """What was measured. `id` names it in addresses; `place` is the place of its kind in the
    vocabulary, from 1, and 0 where nothing was measured."""

    id: str
    label: str
    description: str
    place: int


def choices(kinds: Vocabulary[FigureType]) -> Iterator[Measured]:
    """Yield every value of the mark, the one that says most first."""
    for place, kind in reversed(list(enumerate(kinds.values(), start=1))):
        for with_start in (True, False):
            yield _mark(kind, place, with_start)
    yield Measured("sin-cifras", "Sin cifras", "La ficha no trae cifras.", 0)


def measured(figures: Sequence[Figure], kinds: Vocabulary[FigureType]) -> Measured:
    """The mark of a practice that has these figures."""
    for place, kind in reversed(list(enumerate(kinds.values(), start=1))):
        of_kind = [figure for figure in figures if figure.type == kind.id]
        if of_kind:
            return _mark(kind, place, _has_baseline(of_kind))
    return list(choices(kinds))[-1]


def _has_baseline(figures: Iterable[Figure]) -> bool:
    return any(figure.baseline is not None for figure in figures)


def _mark(kind: FigureType, place: int, with_start: bool) -> Measured:
    if with_start:
        return Measured(
            f"{kind.id}-con-partida",
            f"{kind.label}, con punto de partida",
            f"{kind.description} La ficha dice de dónde se partió.",
            place,
        )
    return Measured(kind.id, f"{kind.label}, sin punto de partida", kind.description, place)
