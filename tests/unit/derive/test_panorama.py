"""The panorama: its counts are those of the filters and of the checklists."""

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


def test_an_empty_catalogue_has_no_cells(small: Catalog) -> None:
    empty = crossing(Derived(Catalog((), (), small.vocabularies, small.today)), "tema", "region")
    assert (empty.most, dict(empty.cells)) == (0, {})


def test_a_requirement_counts_the_practices_whose_checklist_has_it_as_met(catalog: Catalog) -> None:
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


def test_the_filter_of_what_was_measured_parts_the_practices(catalog: Catalog) -> None:
    found = [p.slug for value in facets(catalog)["medido"].values for p in value.practices]
    assert sorted(found) == sorted(p.slug for p in catalog.practices)


def test_the_area_of_a_mark_grows_with_its_count_and_leaves_room_for_the_number() -> None:
    assert radius(100, 100, 14) == 14
    assert radius(81, 100, 14) == pytest.approx(14 * 0.9, abs=0.05)
    assert radius(1, 10_000, 14) > 7
    assert radius(1000, 100_000, 14) == 14
