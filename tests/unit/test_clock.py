"""What day it is, and how long ago a year was."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from catalog.clock import over_a_year_before, today


def test_the_environment_may_say_what_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "951868799")
    assert today() == date(2000, 2, 29)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs(datetime.now(UTC).date() - today()).days <= 1


def test_a_year_passes_on_its_anniversary() -> None:
    now = date(2000, 2, 29)
    assert over_a_year_before(date(1999, 2, 28), now)
    assert not over_a_year_before(date(1999, 3, 1), now)
    assert not over_a_year_before(date(2000, 2, 29), now)
