"""The filters, and the practices under each of their values."""

from __future__ import annotations

from catalog.derive.facets import facets
from catalog.model import Catalog


def test_facets_group_every_practice_under_each_of_its_values(small: Catalog) -> None:
    by_key = facets(small)
    assert list(by_key) == [
        "region", "macrorregion", "tema", "estadio", "nivel", "institucion", "evento", "anio",
        "evidencia", "cifra",
    ]  # fmt: skip
    assert {v.id: v.count for v in by_key["region"].values} == {
        "norte": 1,
        "sur": 1,
        "valle-alto": 0,
    }
    assert {v.id: v.count for v in by_key["tema"].values if v.count} == {
        "agua": 1, "riego": 1, "semillas": 1,
    }  # fmt: skip
    assert [v.count for v in by_key["evento"].values] == [1]
    assert {v.id: v.count for v in by_key["institucion"].values} == {
        "comunidad": 1,
        "cooperativa": 1,
    }
