"""The panorama: its counts are those of the filters and of the checklists."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.check.stage_requirements import checklist
from catalog.derive.derived import Derived
from catalog.derive.facets import facets
from catalog.derive.latest import last_and_next, newest
from catalog.derive.panorama import crossing, requirements_met
from catalog.model import Catalog, Event
from catalog.pages.draw.proportions import radius
from catalog.text.dates import PartialDate

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


def test_the_newest_practices_are_those_reviewed_or_presented_last(small: Catalog) -> None:
    seeds, drip = small.by_slug["banco-de-semillas"], small.by_slug["riego-por-goteo"]

    def order(reviewed: date, presented: str) -> list[str]:
        event = _event(small.events[0], presented)
        old = seeds.model_copy(update={"review_date": date(2020, 1, 1)})
        catalog = Catalog(
            [old, drip.model_copy(update={"review_date": reviewed})],
            [event],
            small.vocabularies,
            small.today,
        )
        return [practice.slug for practice in newest(catalog, 2)]

    assert order(date(2020, 1, 2), "2019") == ["riego-por-goteo", "banco-de-semillas"]
    assert order(date(2019, 1, 2), "2020-03") == ["riego-por-goteo", "banco-de-semillas"]
    assert order(date(2019, 1, 2), "2019-03") == ["banco-de-semillas", "riego-por-goteo"]


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ([], (None, None)),
        (["2026-09-30"], ("2026-09-30", None)),
        (["2026-10-01"], ("2026-10-01", None)),  # an event of today has begun
        (["2026-10-02"], (None, "2026-10-02")),
        (["2026-10"], ("2026-10", None)),
        (["2026-11", "2026"], ("2026", "2026-11")),
        (["2027", "2026-12-01", "2025-05-05", "2026-04"], ("2026-04", "2026-12-01")),
    ],
)
def test_the_last_event_has_begun_and_the_next_has_not(
    small: Catalog,
    days: list[str],
    wanted: tuple[str | None, str | None],
) -> None:
    events = [_event(small.events[0], day) for day in days]
    found = last_and_next(Catalog((), events, small.vocabularies, date(2026, 10, 1)))
    assert tuple(event and event.start_date for event in found) == wanted


def _event(model: Event, start: str) -> Event:
    return model.model_copy(update={"start_date": PartialDate(start), "slug": start})


def test_the_filter_of_figures_gives_the_practices_with_a_figure_of_each_type(
    catalog: Catalog,
) -> None:
    for value in facets(catalog)["cifra"].values:
        wanted = [p for p in catalog.practices if value.id in {f.type for f in p.figures}]
        assert list(value.practices) == wanted


def test_the_area_of_a_mark_grows_with_its_count_and_leaves_room_for_the_number() -> None:
    assert radius(100, 100, 14) == 14
    assert radius(81, 100, 14) == pytest.approx(14 * 0.9, abs=0.05)
    assert radius(1, 10_000, 14) > 7
    assert radius(1000, 100_000, 14) == 14
