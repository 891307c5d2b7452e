"""What an event adds up to, on the small catalogue with its presentations made over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from catalog.derive.derived import Derived
from catalog.derive.event_synthesis import Synthesis, synthesis
from catalog.load import load
from catalog.model import Catalog
from tests.conftest import ROOT

_PRESENTATION = """---
orden: 1
experto: {nombre: Ana Ríos, cargo: Ingeniera}
seguimiento:
  - {oportunidad: 2, estado: en-curso}
---

## Oportunidades de mejora

- Llegar a más parcelas.
- Medir el agua.
- Enseñar a otros.

## Recomendaciones para la sostenibilidad y réplica

- Hacer un plan de monitoreo.
- Otro monitoreo, y con presupuesto.
- Regar de noche.
"""
_VOCABULARIES = (
    "temas-de-recomendacion.yml", "estados-de-seguimiento.yml", "estados-de-replica.yml",
)  # fmt: skip
_REPLICATIONS = """replicas:
  - {institucion: Cooperativa del Sur, region: sur, estado: interes}
  - {institucion: Cooperativa del Valle, estado: resultado, fuente: Acta}
fecha_revision"""


@pytest.fixture
def presented(copy_of_small: Path) -> Catalog:
    """The small catalogue, with two practices at its event, commented and replicated."""
    practices = copy_of_small / "practices"
    for name in _VOCABULARIES:
        source = ROOT / "practices" / "_taxonomies" / name
        shutil.copy(source, practices / "_taxonomies" / name)
    event = practices / "_events" / "feria-2025"
    (event / "riego-por-goteo.md").write_text(_PRESENTATION)
    other = _PRESENTATION.replace("orden: 1", "orden: 2").replace(
        "oportunidad: 2", "oportunidad: 1"
    )
    other = other.replace("en-curso", "pendiente").replace("- Otro monitoreo, y con", "- Con")
    (event / "banco-de-semillas.md").write_text(other)
    sheet = practices / "norte" / "riego-por-goteo.md"
    sheet.write_text(sheet.read_text().replace("fecha_revision", _REPLICATIONS))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    return catalog


@pytest.fixture
def told(presented: Catalog) -> Synthesis:
    return synthesis(presented.events[0], Derived(presented))


def test_practices_are_counted_once_under_each_of_their_values(
    told: Synthesis, presented: Catalog
) -> None:
    assert told.practices == 2
    assert told.institutions == len({n for p in presented.practices for n in p.institutions})
    for tally in told.tallies:
        assert all(0 < bar.count <= 2 for bar in tally.bars)
    by_key = {tally.key: tally for tally in told.tallies}
    amounts = {bar.id: bar.count for bar in by_key["tema"].bars}
    every = [topic for practice in presented.practices for topic in practice.topics]
    assert amounts == {topic: every.count(topic) for topic in every}


def test_an_institution_is_one_however_its_name_is_written(presented: Catalog) -> None:
    names = [["UGEL Nasca", "DRE Ica"], ["Ugel  nasca"]]
    practices = [
        its.model_copy(update={"institutions": name})
        for its, name in zip(presented.practices, names, strict=True)
    ]
    catalog = Catalog(practices, presented.events, presented.vocabularies, presented.today)
    assert synthesis(catalog.events[0], Derived(catalog)).institutions == 2


def test_the_most_frequent_value_comes_first_but_stages_keep_their_order(catalog: Catalog) -> None:
    stages = list(catalog.vocabularies.stages)
    for event in catalog.events:
        for tally in synthesis(event, Derived(catalog)).tallies:
            counts = [bar.count for bar in tally.bars]
            if tally.key == "estadio":
                places = [stages.index(bar.id) for bar in tally.bars]
                assert places == sorted(places)
            else:
                assert counts == sorted(counts, reverse=True)


def test_advice_counts_practices_and_not_recommendations(told: Synthesis) -> None:
    by_id = {its.theme.id: its for its in told.advice}
    assert (by_id["medir"].practices, len(by_id["medir"].advice)) == (2, 3)
    assert by_id["financiar"].practices == 2
    assert [its.html for its in told.other_advice] == ["Regar de noche."] * 2


def test_opportunities_are_followed_up_where_somebody_told_of_them(told: Synthesis) -> None:
    its = told.opportunities
    assert its.total == 6
    assert {state.id: amount for state, amount in its.by_state} == {
        "pendiente": 1, "en-curso": 1, "atendida": 0,
    }  # fmt: skip
    assert its.unfollowed == 4


def test_those_who_replicate_come_from_the_sheets_the_furthest_along_first(
    told: Synthesis,
) -> None:
    ((practice, branches),) = told.replications
    assert practice.slug == "riego-por-goteo"
    assert [its.institution for its in branches] == ["Cooperativa del Valle", "Cooperativa del Sur"]


def test_an_event_without_presentations_adds_up_to_nothing(small: Catalog) -> None:
    told = synthesis(small.events[0].model_copy(update={"presentations": ()}), Derived(small))
    assert not any((told.practices, told.tallies, told.advice, told.opportunities.total))
