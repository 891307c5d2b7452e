"""Today's date, and whether a day is more than a year before another."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from catalog.clock import over_a_year_before, today


def test_the_environment_may_set_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "951868799")
    assert today() == date(2000, 2, 29)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs(datetime.now(UTC).date() - today()).days <= 1


def test_a_day_is_over_a_year_ago_only_after_its_anniversary() -> None:
    now = date(2000, 2, 29)
    assert over_a_year_before(date(1999, 2, 28), now)
    assert not over_a_year_before(date(1999, 3, 1), now)
    assert not over_a_year_before(date(2000, 2, 29), now)
