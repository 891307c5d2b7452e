"""The day on which the catalogue is read. `load` asks for it once, and `Catalog.today` keeps it.

Where SOURCE_DATE_EPOCH is set, the day comes from it and not from the machine's clock, so that a
later build can give the same site (https://reproducible-builds.org/specs/source-date-epoch/).
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day in UTC, which in Lima begins five hours later. Raises ValueError where
    SOURCE_DATE_EPOCH is set and is not a whole number of seconds."""
    if seconds := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(seconds), UTC).date()
    return datetime.now(UTC).date()


def over_a_year_before(day: date, now: date) -> bool:
    """Whether `now` is later than the first anniversary of `day`."""
    return (now.year - 1, now.month, now.day) > (day.year, day.month, day.day)
