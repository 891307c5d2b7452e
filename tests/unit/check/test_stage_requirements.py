"""The requirements of a stage, and the data of a practice that meet them."""

from __future__ import annotations

from catalog.check.stage_requirements import checklist, missing_for
from catalog.model import Catalog
from tests.support.practices import practice_like


def test_a_stage_asks_for_its_requirements_and_those_of_the_stages_before(small: Catalog) -> None:
    drip = small.by_slug["riego-por-goteo"]
    checks = checklist(drip, small)
    assert [group.stage.id for group in checks] == ["inicial", "intermedio", "avanzado"]
    assert missing_for("avanzado", checks) == []
    validation = checks[2].checks[1]
    assert validation.met_by == ("Comentario de Ana Ríos (Feria de prácticas 2025)",)


def test_the_missing_requirements_of_the_next_stage_are_named(small: Catalog) -> None:
    seeds = small.by_slug["banco-de-semillas"]
    checks = checklist(seeds, small)
    assert [c.requirement.id for c in missing_for("intermedio", checks)] == ["cifras"]
    assert len(missing_for("avanzado", checks)) == 3


def test_the_commentary_of_an_expert_meets_the_requirement_of_validation_alone(
    small: Catalog,
) -> None:
    drip = small.by_slug["riego-por-goteo"]
    checks = checklist(practice_like(drip, drip.slug, figures=[], evidence=[]), small)
    missing = [check.requirement.id for check in missing_for("avanzado", checks)]
    assert missing == ["cifras", "institucionalizacion"]


def test_a_requirement_that_is_met_in_part_names_the_sections_that_are_lacking(
    small: Catalog,
) -> None:
    seeds = small.by_slug["banco-de-semillas"]
    unmeasured = [section for section in seeds.sections if section.id != "resultados"]
    for sections, lacking in (
        (unmeasured, "Problema, estrategia y resultados sistematizados (falta «Resultados»)"),
        ([], "Problema, estrategia y resultados sistematizados"),
    ):
        checks = checklist(practice_like(seeds, seeds.slug, sections=tuple(sections)), small)
        assert missing_for("intermedio", checks)[0].lacking == lacking
