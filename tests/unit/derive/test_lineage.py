"""The origins of a practice, and the institutions that replicate it."""

from __future__ import annotations

from catalog.derive.lineage import lineage
from catalog.model import Catalog, Practice
from catalog.schema.fields import Replication
from tests.conftest import ROOT
from tests.support.catalogues import load_catalogue


def like(model: Practice, slug: str, **changes: object) -> Practice:
    plain = {"replications": [], "adapted_from": None, "institutions": [f"Casa de {slug}"]}
    return Practice.model_construct(**{**model.__dict__, **plain, "slug": slug, **changes})


def replication(institution: str, state: str, practice: str | None = None) -> Replication:
    return Replication.model_construct(institution=institution, state=state, practice=practice)


def test_a_lineage_has_every_origin_and_the_most_advanced_branch_first() -> None:
    real = load_catalogue(ROOT)
    model = real.practices[0]
    replications = [
        replication("Una", "interes"),
        replication("Dos", "resultado"),
        replication("Tres", "interes"),
    ]
    first = like(model, "primera")
    second = like(model, "segunda", adapted_from="primera", replications=replications)
    third = like(model, "tercera", adapted_from="segunda")
    catalog = Catalog([first, second, third], (), real.vocabularies, real.today)
    found = lineage(second, catalog)
    assert found.origins == (first,)
    assert [branch.institution for branch in found.branches] == [
        "Casa de tercera",  # the institution of the third practice
        "Dos",
        "Una",
        "Tres",
    ]
    assert [branch.state and branch.state.id for branch in found.branches] == [
        None, "resultado", "interes", "interes",
    ]  # fmt: skip
    assert lineage(third, catalog).origins == (first, second)
    assert lineage(first, catalog).branches[0].practice is second


def test_a_replication_and_its_sheet_are_one_branch() -> None:
    real = load_catalogue(ROOT)
    model = real.practices[0]
    origin = like(model, "una", replications=[replication("Otra casa", "adaptacion", "otra")])
    adapted = like(model, "otra", adapted_from="una")
    branches = lineage(
        origin, Catalog([origin, adapted], (), real.vocabularies, real.today)
    ).branches
    assert [(branch.institution, branch.practice) for branch in branches] == [
        ("Otra casa", adapted)
    ]
