"""Our own site: its build, its rebuild and its explorer.

All that knows the explorer's page is in PROBE.
"""

from __future__ import annotations

import sys

from bench.browser import Probe
from bench.builds import folder_bytes, rebuild_seconds
from bench.corpus import ROOT
from bench.measures import Measure, Value, of_build
from bench.programs import environment, run
from bench.searches import search_steps, view_step
from bench.subject import Contender, Step

PROBE = Probe(
    page="practicas/",
    box="#q",
    results="[data-result-count], [data-result-label], [data-results]",
    answered="document.querySelector('[data-result-count]').textContent.trim() !== ''",
    address="?q=",
)

# Times the search's files alone.
_INDEX = """
import sys, time
from pathlib import Path
from catalog.load import load
from catalog.search.files import Search

catalog, _ = load(Path(sys.argv[1]))
started = time.perf_counter()
Search().files(catalog, [])
print("seconds:", time.perf_counter() - started)
"""


class Ours(Contender):
    """The site of this repository."""

    name = "This catalogue"
    notes = ("A keystroke's time includes the explorer's own pause for typing.",)

    def steps(self) -> list[Step]:
        """See Contender."""
        build = (Measure.BUILD, Measure.BUILD_EACH, Measure.MEMORY, Measure.SITE_EACH)
        subject = self._subject
        return [
            Step(build, self._build),
            Step((Measure.INDEX,), self._index),
            *search_steps(subject, lambda: subject.site, PROBE),
            view_step(lambda: subject.site, PROBE),
            Step((Measure.REBUILD,), self._rebuild),
        ]

    def _build(self) -> dict[Measure, Value]:
        subject = self._subject
        return of_build(subject.built, len(subject.sheets), folder_bytes(subject.site))

    def _index(self) -> dict[Measure, Value]:
        subject = self._subject
        said = run(
            [sys.executable, "-c", _INDEX, subject.folder],
            cwd=subject.folder,
            limit=subject.limit,
            env=environment(PYTHONPATH=str(ROOT / "hooks")),
        ).output
        return {Measure.INDEX: (float(said.rpartition("seconds:")[2]),)}

    def _rebuild(self) -> dict[Measure, Value]:
        subject = self._subject
        edited = subject.sheets[-1]
        page = f"practicas/{edited.stem}/"
        return {Measure.REBUILD: (rebuild_seconds(subject.folder, edited, page, subject.limit),)}
