"""The rows that any search fills, given its site and its probe."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.browser import Probe, chromium, first_search, first_view, keystrokes
from bench.measures import Measure, Value, pair
from bench.programs import NotMeasuredError
from bench.serving import Served
from bench.subject import KEYSTROKE_QUERIES, Step, Subject

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_WIRE = (Measure.SEARCH, Measure.SEARCH_ALL, Measure.SEARCH_FILES)
_FEWEST = 10


def search_steps(subject: Subject, site: Callable[[], Path], probe: Probe) -> list[Step]:
    """The bytes of a first search, and the time of a keystroke."""

    def wire() -> dict[Measure, Value]:
        end = time.monotonic() + subject.limit
        with Served(site()) as served, chromium() as browser:
            seen = []
            for query in subject.queries:
                if time.monotonic() > end:
                    break
                seen.append(first_search(browser, served, probe, query))
        if len(seen) < _FEWEST:
            raise NotMeasuredError(f"{len(seen)} queries in {subject.limit:.0f} s")
        return {
            Measure.SEARCH: pair([each.search / 1000 for each in seen]),
            Measure.SEARCH_ALL: pair([each.total / 1000 for each in seen]),
            Measure.SEARCH_FILES: pair([each.files for each in seen]),
        }

    def typing() -> dict[Measure, Value]:
        asked = subject.queries[:KEYSTROKE_QUERIES]
        with Served(site()) as served, chromium() as browser:
            taken = keystrokes(browser, served, probe, asked, subject.limit)
        return {Measure.KEYSTROKE: pair(taken)}

    return [Step(_WIRE, wire), Step((Measure.KEYSTROKE,), typing)]


def view_step(site: Callable[[], Path], probe: Probe) -> Step:
    """The bytes of the page alone."""

    def view() -> dict[Measure, Value]:
        with Served(site()) as served, chromium() as browser:
            return {Measure.VIEW: (first_view(browser, served, probe).total / 1000,)}

    return Step((Measure.VIEW,), view)
