"""The measures of drawings: the bars of a change, and the bands of a map."""

from __future__ import annotations

import pytest

from catalog.pages.draw.proportions import bands, change
from catalog.schema.fields import Figure


@pytest.mark.parametrize(
    ("unit", "before", "now", "bars"),
    [
        ("%", 45, 72, (45.0, 72.0)),
        ("%", 80, 120.5, (66.4, 100.0)),
        ("escuelas", 12, 40, (30.0, 100.0)),
        ("casos", 40, 0, (100.0, 0.0)),
        ("escuelas", None, 40, None),
        ("escuelas", 12, "más de 40", None),
        ("puntos", -3, 5, None),
        ("casos", 0, 0, None),
    ],
)
def test_a_change_is_drawn_to_its_scale(
    unit: str, before: object, now: object, bars: tuple[float, float] | None
) -> None:
    assert change(Figure.model_construct(unit=unit, baseline=before, value=now)) == bars


@pytest.mark.parametrize(
    ("most", "wanted"),
    [
        (0, []),
        (1, [(1, 1)]),
        (2, [(1, 1), (2, 2)]),
        (3, [(1, 1), (2, 2), (3, 3)]),
        (4, [(1, 1), (2, 2), (3, 4)]),
        (10, [(1, 3), (4, 6), (7, 10)]),
    ],
)
def test_bands_cover_every_count_from_one_practice_to_the_most(
    most: int, wanted: list[object]
) -> None:
    assert bands(most) == wanted
