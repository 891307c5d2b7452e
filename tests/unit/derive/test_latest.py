"""The newest practices, the last event and the next one."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.derive.latest import last_and_next, newest
from catalog.model import Catalog, Event
from catalog.schema.event_fields import EventChange
from catalog.text.dates import PartialDate


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
    still_to_come = f"{small.today.year + 1}-03"
    assert order(date(2019, 1, 2), still_to_come) == ["banco-de-semillas", "riego-por-goteo"]


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


@pytest.mark.parametrize(
    ("day", "state", "is_shown"),
    [
        ("2026-09-30", "cancelado", False),
        ("2026-10-02", "cancelado", False),
        ("2026-09-30", "trasladado", True),
        ("2026-10-02", "trasladado", True),
    ],
)
def test_an_event_that_is_not_held_is_neither_the_last_nor_the_next(
    small: Catalog, day: str, state: str, is_shown: bool
) -> None:
    change = EventChange.model_construct(state=state, detail="Por las lluvias.")
    event = _event(small.events[0], day).model_copy(update={"change": change})
    found = last_and_next(Catalog((), [event], small.vocabularies, date(2026, 10, 1)))
    assert any(found) == is_shown


def _event(model: Event, start: str) -> Event:
    return model.model_copy(update={"start_date": PartialDate(start), "slug": start})
