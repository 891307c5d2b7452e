"""The map that filters by region: shapes by the id of their region, all of it data.

`practices/_taxonomies/mapa.yml` is optional: a catalogue without it has no map. Nothing that is
written there reaches a page but numbers and the letters of straight lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from catalog.schema.validation import Strict, invalid
from catalog.source.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.source.document import Path

MAP_FILE = "mapa.yml"
# As long as a drawing needs: one of hundreds of digits is infinite to the computer.
_NUMBER = r"-?[0-9]{1,6}(?:\.[0-9]{1,6})?(?![0-9])"
_STEP = re.compile(rf"([A-Za-z])|({_NUMBER})")
# Lines, where `n` is a number: each begins with M, and any letter has the numbers that it asks for.
_LINES = re.compile("(M(n,?n,?)+(L(n,?n,?)+|[HV](n,?)+)*Z?)+", re.IGNORECASE)
# Fewer points enclose nothing.
_CORNERS = 3
_EXAMPLE = "«M10 20L30 40L50 60Z»"
# How many bands of shading a map has, besides that of the regions with nothing to show.
_BANDS = 3


def _line(value: str) -> str:
    if strange := re.search(r"[^MLHVZmlhvz0-9 .,-]", value):
        raise invalid(
            f"{quoted(strange[0])} no puede estar en un trazo. Lleva solo las letras M, L, H, V y "
            "Z, y números."
        )
    if not re.match("[Mm]", value):
        raise invalid("Un trazo empieza con la letra M y el punto de partida: «M10 20L…Z».")
    shape = _STEP.sub(lambda step: step[1] or "n", value).replace(" ", "")
    if not _LINES.fullmatch(shape):
        raise invalid(
            "El trazo no dice por dónde pasa. Con cada M o L van dos números, y con cada H o V, "
            f"uno, de hasta seis cifras: {_EXAMPLE}."
        )
    return value


def _outline(value: str) -> str:
    if all(len(ring) < _CORNERS for ring in rings_of(_line(value))):
        raise invalid(f"El trazo no encierra nada. Lleva al menos tres puntos: {_EXAMPLE}.")
    return value


def _some(outlines: dict[str, str]) -> dict[str, str]:
    if not outlines:
        raise invalid(f"Falta el trazo de alguna región: «id-de-la-region: {_EXAMPLE[1:]}.")
    return outlines


def _numbers(amount: int, example: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(rf"{_NUMBER}(?: {_NUMBER}){{{amount - 1}}}", value):
            raise invalid(f"{quoted(value)} no es válido. Van {amount} números: «{example}».")
        return value

    return AfterValidator(check)


Line = Annotated[str, AfterValidator(_line)]
Outline = Annotated[str, AfterValidator(_outline)]
Box = Annotated[str, _numbers(4, "0 0 600 900")]
Point = Annotated[str, _numbers(2, "100 680")]


class Inset(Strict):
    """A region too small to be touched, drawn again and larger in a frame that can be."""

    region: str = Field(alias="region")
    frame: Box = Field(alias="marco")
    outline: Outline = Field(alias="forma")
    label_at: Point = Field(alias="rotulo")
    leader: Line | None = Field(alias="guia", default=None)


class RegionsMap(Strict):
    """The map: what the drawing spans, and the outline of each region in it as an SVG path."""

    view: Box = Field(alias="vista")
    outlines: Annotated[dict[str, Outline], AfterValidator(_some)] = Field(alias="formas")
    insets: list[Inset] = Field(alias="recuadros", default=[])

    def named(self) -> Iterator[tuple[str, Path]]:
        """Each region that the map names, and where in its file."""
        yield from ((region, ("formas", region)) for region in self.outlines)
        for index, inset in enumerate(self.insets):
            yield inset.region, ("recuadros", index, "region")


Ring = list[tuple[float, float]]


def rings_of(outline: str) -> Iterator[Ring]:
    """The points of each closed line of an SVG path of straight lines
    (https://www.w3.org/TR/SVG2/paths.html#PathData) that `_line` accepts."""
    x = y = 0.0
    ring: Ring = []
    command = "M"
    numbers: list[float] = []
    for letter, number in _STEP.findall(outline):
        if letter:
            command, numbers = letter, []
            if letter in "Zz" and ring:
                yield ring
                x, y = ring[0]
                ring = []
            continue
        numbers.append(float(number))
        if len(numbers) < (1 if command in "HhVv" else 2):
            continue
        far = command.isupper()
        if command in "Hh":
            x = numbers[0] + (0 if far else x)
        elif command in "Vv":
            y = numbers[0] + (0 if far else y)
        else:
            x, y = (numbers[0] + (0 if far else x), numbers[1] + (0 if far else y))
            if command in "Mm":
                if ring:
                    yield ring
                ring = []
                command = "L" if far else "l"
        ring.append((x, y))
        numbers = []
    if ring:
        yield ring


def bands(most: int) -> list[tuple[int, int]]:
    """The bands of shading for counts up to `most`, each from and to a number of practices."""
    if not most:
        return []
    starts = sorted({1 + most * band // _BANDS for band in range(_BANDS)})
    return list(zip(starts, [*(start - 1 for start in starts[1:]), most], strict=True))
