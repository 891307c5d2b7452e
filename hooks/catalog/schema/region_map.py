"""The map of the regions: the outline of each region, by its id.

It is data: `practices/_taxonomies/mapa.yml`. A catalogue without that file has no map. Only numbers
and the letters of straight lines reach a page from it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from catalog.schema.validation import Strict, invalid
from catalog.source.problems import quoted
from catalog.text.svg_path import NUMBER, is_path, rings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.source.document import Path

# An outline of fewer points encloses nothing.
_CORNERS = 3
_EXAMPLE = "«M10 20L30 40L50 60Z»"


def _line(value: str) -> str:
    if strange := re.search(r"[^MLHVZmlhvz0-9 .,-]", value):
        raise invalid(
            f"{quoted(strange[0])} no puede estar en un trazo. Lleva solo las letras M, L, H, V y "
            "Z, y números."
        )
    if not re.match("[Mm]", value):
        raise invalid("Un trazo empieza con la letra M y el punto de partida: «M10 20L…Z».")
    if not is_path(value):
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
        if not re.fullmatch(rf"{NUMBER}(?: {NUMBER}){{{amount - 1}}}", value):
            raise invalid(f"{quoted(value)} no es válido. Van {amount} números: «{example}».")
        return value

    return AfterValidator(check)


Line = Annotated[str, AfterValidator(_line)]
Outline = Annotated[str, AfterValidator(_outline)]
Box = Annotated[str, _numbers(4, "0 0 600 900")]
Point = Annotated[str, _numbers(2, "100 680")]


class Inset(Strict):
    """A region too small to be touched, drawn again and larger in a frame. `leader` is the line
    from the region to the frame."""

    region: str = Field(alias="region")
    frame: Box = Field(alias="marco")
    outline: Outline = Field(alias="forma")
    label_at: Point = Field(alias="rotulo")
    leader: Line | None = Field(alias="guia", default=None)


class RegionsMap(Strict):
    """The map: the box that the drawing spans, and the outline of each region as an SVG path."""

    view: Box = Field(alias="vista")
    outlines: Annotated[dict[str, Outline], AfterValidator(_some)] = Field(alias="formas")
    insets: list[Inset] = Field(alias="recuadros", default=[])

    def named(self) -> Iterator[tuple[str, Path]]:
        """Yield each region that the map names, and its path in the file."""
        yield from ((region, ("formas", region)) for region in self.outlines)
        for index, inset in enumerate(self.insets):
            yield inset.region, ("recuadros", index, "region")
