"""The site of this catalogue: its build, its rebuild and its explorer."""

from __future__ import annotations

import sys

from bench.browser import Probe
from bench.builds import folder_bytes, rebuild_seconds
from bench.generated_catalogue import ROOT
from bench.measures import Measure, Value, build_values
from bench.programs import environment, run
from bench.search_steps import search_steps, view_step
from bench.workload import Contender, Step

PROBE = Probe(
    page="practicas/",
    box="#q",
    results="[data-result-count], [data-result-label], [data-results]",
    answered="document.querySelector('[data-result-count]').textContent.trim() !== ''",
    address="?q=",
)

# Prints the seconds that it takes to make the search's files, without reading the catalogue.
_INDEX = """
import sys, time
from pathlib import Path
from catalog.derive.derived import Derived
from catalog.load import load
from catalog.pages.site_info import SiteInfo
from catalog.pages.templates import Templates
from catalog.search.files import Search

catalog, _ = load(Path(sys.argv[1]))
started = time.perf_counter()
Search().files(Derived(catalog), [], Templates(catalog, SiteInfo("", "")).card_of)
print("seconds:", time.perf_counter() - started)
"""


class ThisCatalogue(Contender):
    """The site of this repository."""

    name = "This catalogue"
    notes = ("A keystroke's time includes the explorer's own pause for typing.",)

    def steps(self) -> list[Step]:
        """See Contender."""
        build = (Measure.BUILD, Measure.BUILD_EACH, Measure.MEMORY, Measure.SITE_EACH)
        workload = self._workload
        return [
            Step(build, self._build),
            Step((Measure.INDEX,), self._index),
            *search_steps(workload, lambda: workload.site, PROBE),
            view_step(lambda: workload.site, PROBE),
            Step((Measure.REBUILD,), self._rebuild),
        ]

    def _build(self) -> dict[Measure, Value]:
        workload = self._workload
        return build_values(workload.built, len(workload.sheets), folder_bytes(workload.site))

    def _index(self) -> dict[Measure, Value]:
        workload = self._workload
        printed = run(
            [sys.executable, "-c", _INDEX, workload.folder],
            cwd=workload.folder,
            limit=workload.limit,
            env=environment(PYTHONPATH=str(ROOT / "hooks")),
        ).output
        return {Measure.INDEX: (float(printed.rpartition("seconds:")[2]),)}

    def _rebuild(self) -> dict[Measure, Value]:
        workload = self._workload
        edited = workload.sheets[-1]
        page = f"practicas/{edited.stem}/"
        return {Measure.REBUILD: (rebuild_seconds(workload.folder, edited, page, workload.limit),)}
