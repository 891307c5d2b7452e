"""The steps that measure a search, given the folder of its site and its probe."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bench.browser import Probe, Transfer, chromium, first_search, first_view, keystrokes
from bench.counting_server import CountingServer
from bench.measures import Measure, Value, median_and_p95
from bench.programs import NotMeasuredError
from bench.workload import KEYSTROKE_QUERIES, Step, Workload

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_TRANSFERS = (Measure.SEARCH, Measure.SEARCH_ALL, Measure.SEARCH_FILES)
_FEWEST = 10


def search_steps(workload: Workload, site: Callable[[], Path], probe: Probe) -> list[Step]:
    """The steps for the bytes of a first search and for the time of a keystroke."""

    def transfers() -> dict[Measure, Value]:
        end = time.monotonic() + workload.limit
        with CountingServer(site()) as served, chromium() as browser:
            measured: list[Transfer] = []
            for query in workload.queries:
                if time.monotonic() > end:
                    break
                measured.append(first_search(browser, served, probe, query))
        if len(measured) < _FEWEST:
            raise NotMeasuredError(f"{len(measured)} queries in {workload.limit:.0f} s")
        return {
            Measure.SEARCH: median_and_p95([transfer.search / 1000 for transfer in measured]),
            Measure.SEARCH_ALL: median_and_p95([transfer.total / 1000 for transfer in measured]),
            Measure.SEARCH_FILES: median_and_p95([transfer.files for transfer in measured]),
        }

    def typing() -> dict[Measure, Value]:
        queries = workload.queries[:KEYSTROKE_QUERIES]
        with CountingServer(site()) as served, chromium() as browser:
            taken = keystrokes(browser, served, probe, queries, workload.limit)
        return {Measure.KEYSTROKE: median_and_p95(taken)}

    return [Step(_TRANSFERS, transfers), Step((Measure.KEYSTROKE,), typing)]


def view_step(site: Callable[[], Path], probe: Probe) -> Step:
    """The step for the bytes of the page without a query."""

    def view() -> dict[Measure, Value]:
        with CountingServer(site()) as served, chromium() as browser:
            return {Measure.VIEW: (first_view(browser, served, probe).total / 1000,)}

    return Step((Measure.VIEW,), view)
