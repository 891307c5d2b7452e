"""Finds where a text tells a figure otherwise than the figure itself does.

Most numbers of a sheet count different things of one kind, so a text is doubted in two cases only,
both with the figure's whole unit right behind another number. Either that number is a slip of the
figure's («293 estudiantes» for 239: digits changed places, or one is wrong or missing); or the unit
says much («44 núcleos inclusivos»), the sheet has one figure of it, and the text tells results.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from catalog.folding import fold
from catalog.numerals import in_figures, is_rough
from catalog.slips import is_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.schema import Figure

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[^\w\s«»*-]")
_FILLERS = frozenset("de del la las el los lo al a con y e en por para".split())
# What one sheet counts many of: the unit alone does not say which.
_COMMON = (
    "instituciones educativas escuelas redes docentes directivos estudiantes padres madres familias"
    " especialistas personas gestores talleres horas visitas reuniones puntos"
)
_WIDTH = 80  # as far behind a number as its unit reaches


class Difference(NamedTuple):
    """The number that a text states, the figure's own, and the figure's unit."""

    stated: int
    figure: int
    unit: str


class Figures:
    """Some figures, by what they count."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._by_unit: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
        self._known: set[float] = set()
        for figure in figures:
            unit = tuple(_stems(figure.unit))
            if isinstance(figure.value, int) and unit:
                self._by_unit[unit].append((figure.value, figure.unit))
                self._known.add(figure.value)
            for text in (str(figure.value), str(figure.baseline), figure.detail):
                self._known |= {number.value for number in in_figures(text)}
        self._lengths = {len(unit) for unit in self._by_unit}

    def told_otherwise(self, text: str, *, results: bool) -> Iterator[Difference]:
        """Where the text does not agree with them. `results`: whether it tells what was reached,
        and not what was there before or elsewhere."""
        if not self._by_unit:
            return
        for number in in_figures(text):
            if number.value in self._known or number.value != int(number.value):
                continue
            behind = text[number.end : number.end + _WIDTH]
            end = _STOP.search(behind)
            stems = _stems(behind[: end.start()] if end else behind)
            for length in self._lengths:
                told = self._by_unit.get(tuple(stems[:length]), ())
                alone = results and len(told) == 1 and _says_much(stems[:length])
                for figure, unit in told:
                    ends = alone and len(stems) == length
                    if (ends or _is_slip(int(number.value), figure)) and not is_rough(text, number):
                        yield Difference(int(number.value), figure, unit)


def _is_slip(stated: int, figure: int) -> bool:
    """Short numbers and round ones are near each other by chance."""
    by_chance = min(stated, figure) < 100 or (stated % 50 == 0 and figure % 50 == 0)
    return not by_chance and is_slip(str(stated), str(figure))


def _stems(text: str) -> list[str]:
    """The words that mean something, without their number and gender."""
    found = _WORD.findall(fold(text))
    return [word.rstrip("s").rstrip("aeo") for word in found if word not in _FILLERS]


_COMMON_STEMS = frozenset(_stems(_COMMON))


def _says_much(stems: list[str]) -> bool:
    return len(stems) > 1 and not _COMMON_STEMS.issuperset(stems)
