"""What day it is, and how long ago a year was."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from catalog.clock import over_a_year_ago, today


def test_the_environment_may_say_what_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "951868799")
    assert today() == date(2000, 2, 29)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs(datetime.now(UTC).date() - today()).days <= 1


def test_a_year_passes_on_its_anniversary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "951782400")  # 29 February 2000
    assert over_a_year_ago(date(1999, 2, 28))
    assert not over_a_year_ago(date(1999, 3, 1))
    assert not over_a_year_ago(date(2000, 2, 29))
