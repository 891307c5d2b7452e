"""Find the numbers in a text that contradict a figure.

Many numbers of a sheet count different things of one kind, so few of them are reported. The whole
unit of the figure must follow the number, and one of these must be true:

- The number is the figure's mistyped: «293 estudiantes» for 239.
- The text tells results, only one figure has this unit, and either the unit is specific («44
  núcleos inclusivos») or one of the two numbers is nowhere in the sections of the sheet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from catalog.text.folding import fold
from catalog.text.numerals import Stated, in_figures, is_rough, numbers
from catalog.text.typos import is_typo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.schema.fields import Figure

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[^\w\s«»*-]")
_FILLERS = frozenset("de del la las el los lo al a con y e en por para".split())
# Units that several numbers of one sheet have: such a unit does not say which things are counted.
_COMMON = (
    "instituciones educativas escuelas redes docentes directivos estudiantes padres madres familias"
    " especialistas personas gestores talleres horas visitas reuniones puntos"
)
_DIGITS_ALONE = bytes(byte if chr(byte) in "0123456789" else 32 for byte in range(256))
_YEARS = range(1990, 2101)
_WIDTH = 80  # characters: no number and no unit is longer


class Difference(NamedTuple):
    """The number that a text states, the number of the figure, and the unit of the figure."""

    stated: int
    figure: int
    unit: str


class _Unit(NamedTuple):
    """A unit: the stems of its words, without fillers, and the beginnings that its first word may
    have in a text. These are looked for first: texts are long, and most do not have the unit."""

    stems: tuple[str, ...]
    beginnings: tuple[str, ...]


class Figures:
    """Some figures, by their units. `sections` are the texts of the sheet that has the figures, if
    they are compared with that sheet itself."""

    def __init__(self, figures: Iterable[Figure], sections: Sequence[str] = ()) -> None:
        self._figures = list(figures)
        self._sections = sections
        self._found_differences: set[Difference] = set()
        self._by_unit: dict[_Unit, list[tuple[int, str]]] = defaultdict(list)
        for figure in self._figures:
            unit = _unit(figure.unit)
            if isinstance(figure.value, int) and unit.stems:
                self._by_unit[unit].append((figure.value, figure.unit))

    @cached_property
    def _known(self) -> set[float]:
        texts = [f"{figure.value}; {figure.baseline}; {figure.detail}" for figure in self._figures]
        return {number.value for text in texts for number in in_figures(text)}

    @cached_property
    def _in_sections(self) -> set[float]:
        return {number.value for text in self._sections for number in numbers(fold(text))}

    def _is_nowhere(self, *values: float) -> bool:
        return bool(self._sections) and not self._in_sections.issuperset(values)

    def mistyped(self) -> Iterator[tuple[int, Difference]]:
        """Yield the index of each figure that no section states, while a section states a number
        that may be the figure mistyped; and the Difference. Those that `differences` has found
        are left out."""
        for place, figure in enumerate(self._figures):
            value = figure.value
            if not isinstance(value, int) or value < 100 or figure.unit == "%":
                continue
            if value in self._digits or not any(_is_near(run, value) for run in self._digits):
                continue
            for stated in sorted(self._written - self._known):
                found = Difference(stated, value, figure.unit)
                if _is_near(stated, value) and found not in self._found_differences:
                    yield place, found
                    break

    @cached_property
    def _digits(self) -> set[int]:
        """All runs of 3 to 12 digits in the sections, except years. They are faster to find than
        numbers."""
        runs = " ".join(self._sections).encode().translate(_DIGITS_ALONE, b",").split()
        return {int(run) for run in runs if 3 <= len(run) <= 12}.difference(_YEARS)

    @cached_property
    def _written(self) -> set[int]:
        """The exact numbers, in figures, that the sections state, except years."""
        return {
            int(stated.value)
            for text in self._sections
            for stated in in_figures(text)
            if not is_rough(text, stated)
        }.difference(_YEARS)

    def differences(self, text: str, *, results: bool) -> Iterator[Difference]:
        """Yield the differences between the text and the figures. `results`: whether the text tells
        the results of the practice, and not a situation before it or elsewhere."""
        here: set[Difference] = set()
        # Units that begin alike are looked for once.
        before: dict[str, list[tuple[Stated, tuple[str, ...]]]] = {}
        for unit, figures in self._by_unit.items():
            for beginning in unit.beginnings:
                if beginning not in before:
                    found = _numbers_before(beginning, text)
                    before[beginning] = [
                        (number, tuple(_stems(behind))) for number, behind in found
                    ]
            stated = [pair for beginning in unit.beginnings for pair in before[beginning]]
            for number, stems in stated:
                if number.value in self._known or not number.value.is_integer():
                    continue
                if stems[: len(unit.stems)] != unit.stems or is_rough(text, number):
                    continue
                alone = results and len(figures) == 1 and stems == unit.stems
                for figure, words in figures:
                    if _is_near(int(number.value), figure) or (
                        alone and (_says_much(stems) or self._is_nowhere(number.value, figure))
                    ):
                        here.add(Difference(int(number.value), figure, words))
        self._found_differences |= here
        yield from sorted(here)


def _numbers_before(beginning: str, text: str) -> Iterator[tuple[Stated, str]]:
    """Yield each number in figures right before a word with this beginning, and the text from that
    word to the next sign of punctuation."""
    at = text.find(beginning)
    while at >= 0:
        if text[at - 2 : at - 1].isdecimal():
            start = max(0, at - _WIDTH)
            number = next((n for n in in_figures(text[start:at]) if n.end == at - start - 1), None)
            if number:
                behind = text[at : at + _WIDTH]
                end = _STOP.search(behind)
                moved = Stated(number.value, number.start + start, number.end + start)
                yield moved, behind[: end.start()] if end else behind
        at = text.find(beginning, at + 1)


def _is_near(stated: int, figure: int) -> bool:
    """Whether a stated number may be a figure mistyped. Short numbers, and round ones, are often
    like one another by chance."""
    by_chance = min(stated, figure) < 100 or (stated % 50 == 0 and figure % 50 == 0)
    return not by_chance and is_typo(str(stated), str(figure))


def _stems(text: str) -> list[str]:
    """The words of the text, folded, without fillers and without the endings of number and
    gender."""
    found = _WORD.findall(fold(text))
    return [word.rstrip("s").rstrip("aeo") for word in found if word not in _FILLERS]


@lru_cache(maxsize=4096)
def _unit(text: str) -> _Unit:
    first = next((word for word in _WORD.findall(text) if word.lower() not in _FILLERS), "")
    beginning = first.rstrip("s").rstrip("aeo")
    return _Unit(tuple(_stems(text)), tuple(sorted({beginning, beginning.lower()} - {""})))


_COMMON_STEMS = frozenset(_stems(_COMMON))


def _says_much(stems: tuple[str, ...]) -> bool:
    return len(stems) > 1 and not _COMMON_STEMS.issuperset(stems)
