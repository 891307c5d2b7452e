"""The newest practices of a catalogue, its last event and its next one."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.model import Catalog, Event, Practice


def last_day(practice: Practice, catalog: Catalog) -> str:
    """The day on which the practice was reviewed or presented last: `2026-04-23`, or as much of it
    as is known."""
    presented = catalog.presentations.get(practice.slug, [])
    days = (event.start_date for event, _ in presented if catalog.was_held(event))
    return max((practice.review_date.isoformat(), *days))


def newest(catalog: Catalog, amount: int) -> list[Practice]:
    """The practices that were reviewed or presented last, the latest first."""
    return nlargest(amount, catalog.practices, key=lambda practice: last_day(practice, catalog))


def last_and_next(catalog: Catalog) -> tuple[Event | None, Event | None]:
    """The last event that was held and the next one to come, each None if there is none. An event
    without a known day begins with its month, or with its year."""
    # The catalogue keeps events from the newest to the oldest.
    last = next((event for event in catalog.events if catalog.was_held(event)), None)
    return last, next(filter(catalog.is_coming, reversed(catalog.events)), None)
