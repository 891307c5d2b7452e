"""Dates of which the day or the month may be unknown."""

from __future__ import annotations


class PartialDate(str):
    """A date as ISO 8601 text, as far as it is known: `2026-04-23`, `2026-04` or `2026`."""

    @property
    def year(self) -> int:
        """The year, which is always known."""
        return int(self[:4])
