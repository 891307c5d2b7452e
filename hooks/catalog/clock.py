"""The day on which the site is made. `load` asks for it once, and `Catalog.today` keeps it.

SOURCE_DATE_EPOCH, where it is set, is believed instead of the machine's clock, so that a site can
be made again as it was (https://reproducible-builds.org/specs/source-date-epoch/).
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day, in UTC: in Lima it may still be yesterday. Raises ValueError where
    SOURCE_DATE_EPOCH is set and is no number of seconds."""
    if seconds := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(seconds), UTC).date()
    return datetime.now(UTC).date()


def over_a_year_before(day: date, now: date) -> bool:
    """Whether the anniversary of `day` has passed."""
    return (now.year - 1, now.month, now.day) > (day.year, day.month, day.day)
