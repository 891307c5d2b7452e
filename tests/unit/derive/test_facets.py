"""The filters, and the practices under each of their values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.derive.facets import UNKNOWN, facets
from catalog.model import Catalog
from tests.support.practices import practice_like


def test_facets_group_every_practice_under_each_of_its_values(small: Catalog) -> None:
    by_key = facets(small)
    assert list(by_key) == [
        "region", "macrorregion", "tema", "estadio", "medido", "nivel", "institucion", "evento",
        "anio", "evidencia",
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


def test_a_practice_without_a_level_or_a_year_is_found_under_unknown(small: Catalog) -> None:
    seeds = small.by_slug["banco-de-semillas"]
    plain = practice_like(seeds, seeds.slug, levels=[], start_year=None)
    catalog = Catalog([plain], (), small.vocabularies, small.today)
    for key in ("nivel", "anio"):
        assert {v.id: v.count for v in facets(catalog)[key].values if v.count} == {UNKNOWN: 1}


def test_topics_come_in_their_families(catalog: Catalog) -> None:
    families = facets(catalog)["tema"].families
    assert [label for label, _ in families] == [
        family.label for family in catalog.vocabularies.topic_families.values()
    ]
    assert [value.id for _, values in families for value in values] == list(
        catalog.vocabularies.topics
    )


@pytest.mark.parametrize(
    ("name", "type_id"),
    [
        ("UGEL Angaraes", "ugel"), ("GRE Cusco", "dre-gre"), ("COAR Ica", "institucion-educativa"),
        ("PRITE San Juan", "institucion-educativa"), ("Colegio de Profesores", "sociedad-civil"),
        ("Colegio San Juan", "institucion-educativa"), ("Universidad Nacional", "universidad"),
        ("Instituto Peruano de Algo", "sociedad-civil"), ("ONG Semilla", "sociedad-civil"),
        ("Municipio Escolar 12", "institucion-educativa"), ("Red de Gestores", "sociedad-civil"),
        ("Municipalidad de Surquillo", "gobierno-local"), ("Red Rural Sur", "red-educativa"),
        ("Ministerio de Educación", "ministerio"), ("Los Vecinos", None),
    ],
)  # fmt: skip
def test_an_institution_has_the_type_of_the_longest_name_in_its_own(
    name: str, type_id: str | None, catalog: Catalog
) -> None:
    led = practice_like(catalog.practices[0], "x", institutions=[name])
    only = Catalog([led], (), catalog.vocabularies, catalog.today)
    found = [value.id for value in facets(only)["institucion"].values if value.count]
    assert found == ([type_id] if type_id else [])


def test_the_topics_of_a_family_stand_together_in_whatever_order_they_are_listed(
    small: Catalog,
) -> None:
    (topic,) = [facet for key, facet in facets(small).items() if key == "tema"]
    mixed = replace(topic, values=topic.values[::2] + topic.values[1::2])
    assert [label for label, _ in mixed.families] == ["Tierra y agua", "Cosecha"]
    ids = [[value.id for value in values] for _, values in mixed.families]
    assert ids == [["agua", "suelos", "riego"], ["mercados", "semillas"]]
