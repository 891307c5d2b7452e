"""The lengths of the bars of a change."""

from __future__ import annotations

import pytest

from catalog.pages.draw.proportions import change
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
