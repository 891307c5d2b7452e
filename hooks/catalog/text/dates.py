"""Dates that are known only in part, as ISO 8601 text."""

from __future__ import annotations


class PartialDate(str):
    """A date as far as it is known: `2026-04-23`, `2026-04` or `2026`, as ISO 8601 text."""

    @property
    def year(self) -> int:
        """The year, which is always known."""
        return int(self[:4])
