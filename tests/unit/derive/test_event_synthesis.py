"""The synthesis of an event, on the small catalogue with other presentations."""

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
temas_de_recomendaciones: [medir, financiar, ensenar]
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
    """The small catalogue with commentaries on two practices at its event, and replications."""
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
    other = other.replace("[medir, financiar, ensenar]", "[medir, financiar, medir]")
    (event / "banco-de-semillas.md").write_text(other)
    sheet = practices / "norte" / "riego-por-goteo.md"
    sheet.write_text(sheet.read_text().replace("fecha_revision", _REPLICATIONS))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    return catalog


@pytest.fixture
def summed_up(presented: Catalog) -> Synthesis:
    return synthesis(presented.events[0], Derived(presented))


def test_a_practice_counts_once_under_each_of_its_values(
    summed_up: Synthesis, presented: Catalog
) -> None:
    assert summed_up.practices == 2
    assert summed_up.institutions == len({n for p in presented.practices for n in p.institutions})
    for tally in summed_up.tallies:
        assert all(0 < bar.count <= 2 for bar in tally.bars)
    by_key = {tally.key: tally for tally in summed_up.tallies}
    amounts = {bar.id: bar.count for bar in by_key["tema"].bars}
    every = [topic for practice in presented.practices for topic in practice.topics]
    assert amounts == {topic: every.count(topic) for topic in every}


def test_an_institution_counts_once_however_its_name_is_written(presented: Catalog) -> None:
    names = [["UGEL Nasca", "DRE Ica"], ["Ugel  nasca"]]
    practices = [
        practice.model_copy(update={"institutions": name})
        for practice, name in zip(presented.practices, names, strict=True)
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


def test_a_theme_of_advice_counts_practices_and_not_recommendations(summed_up: Synthesis) -> None:
    by_id = {theme.theme.id: theme for theme in summed_up.advice}
    assert (by_id["medir"].practices, len(by_id["medir"].advice)) == (2, 3)
    assert [advice.html for advice in by_id["financiar"].advice] == [
        "Otro monitoreo, y con presupuesto.", "Con presupuesto.",
    ]  # fmt: skip
    assert summed_up.other_advice == ()


def test_a_recommendation_without_a_stated_theme_is_among_the_others(presented: Catalog) -> None:
    event = presented.events[0]
    bare = [one.model_copy(update={"advice_themes": []}) for one in event.presentations]
    event = event.model_copy(update={"presentations": tuple(bare)})
    summed_up = synthesis(event, Derived(presented))
    assert summed_up.advice == ()
    assert len(summed_up.other_advice) == 6


def test_opportunities_are_counted_by_the_state_of_their_follow_up(summed_up: Synthesis) -> None:
    opportunities = summed_up.opportunities
    assert opportunities.total == 6
    assert {state.id: amount for state, amount in opportunities.by_state} == {
        "pendiente": 1, "en-curso": 1, "atendida": 0,
    }  # fmt: skip
    assert opportunities.unfollowed == 4


def test_replications_come_from_the_sheets_the_most_advanced_first(
    summed_up: Synthesis,
) -> None:
    ((practice, branches),) = summed_up.replications
    assert practice.slug == "riego-por-goteo"
    assert [branch.institution for branch in branches] == [
        "Cooperativa del Valle",
        "Cooperativa del Sur",
    ]


def test_an_event_without_presentations_has_an_empty_synthesis(small: Catalog) -> None:
    summed_up = synthesis(small.events[0].model_copy(update={"presentations": ()}), Derived(small))
    assert not any(
        (summed_up.practices, summed_up.tallies, summed_up.advice, summed_up.opportunities.total)
    )
