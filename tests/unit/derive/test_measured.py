"""The second mark of a practice: what its figures measure."""

from __future__ import annotations

import pytest

from catalog.derive.measured import choices, measured
from catalog.model import Catalog
from catalog.schema.fields import Figure


def figure(kind: str, baseline: int | None = None) -> Figure:
    return Figure.model_construct(type=kind, baseline=baseline, value=1, unit="x", detail="x")


@pytest.mark.parametrize(
    ("figures", "mark"),
    [
        ([], "sin-cifras"),
        ([figure("actividad")], "actividad"),
        ([figure("actividad"), figure("producto", 45)], "producto-con-partida"),
        # The start of an activity tells nothing of the result.
        ([figure("resultado"), figure("actividad", 1), figure("producto", 2)], "resultado"),
        ([figure("resultado"), figure("resultado", 0)], "resultado-con-partida"),
    ],
)
def test_the_mark_is_the_furthest_kind_and_whether_it_has_a_start(
    figures: list[Figure], mark: str, catalog: Catalog
) -> None:
    kinds = catalog.vocabularies.figure_types
    found = measured(figures, kinds)
    assert found.id == mark
    assert found in list(choices(kinds))


def test_the_choices_go_from_the_one_that_says_most_to_none(catalog: Catalog) -> None:
    places = [mark.place for mark in choices(catalog.vocabularies.figure_types)]
    assert places == [3, 3, 2, 2, 1, 1, 0]
