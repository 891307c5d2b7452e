"""The map that filters by region: shapes by the id of their region, all of it data.

`practices/_taxonomies/mapa.yml` is optional: a catalogue without it has no map. Nothing that is
written there reaches a page but numbers and the letters of straight lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from catalog.problems import quoted
from catalog.validation import Strict, invalid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.document import Path

MAP_FILE = "mapa.yml"
_NUMBER = r"-?[0-9]+(\.[0-9]+)?"
# How many bands of shading a map has, besides that of the regions with nothing to show.
_BANDS = 3


def _outline(value: str) -> str:
    if strange := re.search(r"[^MLHVZmlhvz0-9 .,-]", value):
        raise invalid(
            f"{quoted(strange[0])} no puede estar en un trazo. Lleva solo las letras M, L, H, V y "
            "Z, y números."
        )
    if not re.match("[Mm]", value):
        raise invalid("Un trazo empieza con la letra M y el punto de partida: «M10 20L…Z».")
    return value


def _numbers(amount: int, example: str) -> AfterValidator:
    def check(value: str) -> str:
        if not re.fullmatch(rf"{_NUMBER}( {_NUMBER}){{{amount - 1}}}", value):
            raise invalid(f"{quoted(value)} no es válido. Van {amount} números: «{example}».")
        return value

    return AfterValidator(check)


Outline = Annotated[str, AfterValidator(_outline)]
Box = Annotated[str, _numbers(4, "0 0 600 900")]
Point = Annotated[str, _numbers(2, "100 680")]


class Inset(Strict):
    """A region too small to be touched, drawn again and larger in a frame that can be."""

    region: str = Field(alias="region")
    frame: Box = Field(alias="marco")
    outline: Outline = Field(alias="forma")
    label_at: Point = Field(alias="rotulo")
    leader: Outline | None = Field(alias="guia", default=None)


class RegionsMap(Strict):
    """The map: what the drawing spans, and the outline of each region in it as an SVG path."""

    view: Box = Field(alias="vista")
    outlines: dict[str, Outline] = Field(alias="formas")
    insets: list[Inset] = Field(alias="recuadros", default=[])

    def named(self) -> Iterator[tuple[str, Path]]:
        """Each region that the map names, and where in its file."""
        yield from ((region, ("formas", region)) for region in self.outlines)
        for index, inset in enumerate(self.insets):
            yield inset.region, ("recuadros", index, "region")


def bands(most: int) -> list[tuple[int, int]]:
    """The bands of shading for counts up to `most`, each from and to a number of practices."""
    if not most:
        return []
    starts = sorted({1 + most * band // _BANDS for band in range(_BANDS)})
    return list(zip(starts, [*(start - 1 for start in starts[1:]), most], strict=True))
