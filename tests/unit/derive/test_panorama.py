"""The catalogue seen whole: each count is that of the filters."""

from __future__ import annotations

import pytest

from catalog.check.stage_requirements import checklist
from catalog.derive.derived import Derived
from catalog.derive.facets import facets
from catalog.derive.panorama import crossing, requirements_met
from catalog.model import Catalog
from catalog.pages.draw.proportions import radius

CROSSED = [("tema", "region"), ("region", "estadio"), ("tema", "estadio")]


@pytest.mark.parametrize("keys", CROSSED)
def test_a_cell_counts_the_practices_that_have_both_values(
    catalog: Catalog, keys: tuple[str, str]
) -> None:
    found = crossing(Derived(catalog), *keys)
    for row in found.rows.values:
        for column in found.columns.values:
            both = set(map(id, row.practices)) & set(map(id, column.practices))
            cell = found.cells.get((row.id, column.id))
            assert (cell.count if cell else 0) == len(both)
            if cell:
                stages = [p.stage for p in row.practices if id(p) in both]
                assert cell.furthest == max(map(catalog.vocabularies.stages.position, stages))
    assert found.most == max(cell.count for cell in found.cells.values())


def test_a_catalogue_of_nothing_has_no_cells(small: Catalog) -> None:
    empty = crossing(Derived(Catalog((), (), small.vocabularies, small.today)), "tema", "region")
    assert (empty.most, dict(empty.cells)) == (0, {})


def test_a_requirement_is_met_by_those_whose_list_says_so(catalog: Catalog) -> None:
    met = requirements_met(catalog)
    for stage in catalog.vocabularies.stages.values():
        for requirement in stage.requirements:
            wanted = sum(
                check.met
                for practice in catalog.practices
                for group in checklist(practice, catalog)
                for check in group.checks
                if check.requirement is requirement
            )
            assert met[stage.id, requirement.id] == wanted


def test_a_kind_of_figure_is_a_filter(catalog: Catalog) -> None:
    for value in facets(catalog)["cifra"].values:
        wanted = [p for p in catalog.practices if value.id in {f.type for f in p.figures}]
        assert list(value.practices) == wanted


def test_areas_are_as_the_counts_and_every_number_has_room() -> None:
    assert radius(100, 100, 14) == 14
    assert radius(81, 100, 14) == pytest.approx(14 * 0.9, abs=0.05)
    assert radius(1, 10_000, 14) > 7
    assert radius(1000, 100_000, 14) == 14
