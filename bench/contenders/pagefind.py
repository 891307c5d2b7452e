"""Pagefind over this catalogue's built pages, installed from npm at a fixed version.

Pagefind indexes the text of the practices' pages alone; its page shows ten results with excerpts.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bench.builds import folder_bytes
from bench.contenders.search_page import probe, write_search_page
from bench.measures import Measure, Value, build_values
from bench.programs import NotMeasuredError, run
from bench.search_steps import search_steps
from bench.workload import Contender, Step

if TYPE_CHECKING:
    from pathlib import Path

    from bench.workload import Workload

VERSION = "1.5.2"
_PAGE = "buscar-con-pagefind"
_SCRIPT = """
import * as pagefind from "../pagefind/pagefind.js";
await pagefind.init();
async function search(query) {
  const found = await pagefind.search(query);
  const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  const items = shown.map(
    (page) => ({url: page.url, title: page.meta.title, text: page.excerpt}));
  return {count: found.results.length, items};
}
"""


class Pagefind(Contender):
    """A search whose index is cut in pieces, made from HTML after the build."""

    name = f"Pagefind {VERSION}"
    notes = ("Pagefind's build is its indexing alone, over the site that this catalogue built.",)

    def __init__(self, workload: Workload) -> None:
        super().__init__(workload)
        self._indexed = False

    def steps(self) -> list[Step]:
        """See Contender."""
        build = (
            Measure.BUILD, Measure.BUILD_EACH, Measure.MEMORY, Measure.SITE_EACH, Measure.INDEX,
        )  # fmt: skip
        return [
            Step(build, self._index),
            *search_steps(self._workload, self._site, probe(_PAGE)),
        ]

    def _index(self) -> dict[Measure, Value]:
        workload = self._workload
        site = workload.site
        program = self._install()
        command: list[str | Path] = [program, "--site", site, "--root-selector", "article",
                   "--glob", "practicas/*/index.html"]  # fmt: skip
        made = run(command, cwd=workload.workspace, limit=workload.limit)
        write_search_page(site, _PAGE, _SCRIPT)
        self._indexed = True
        written = folder_bytes(site / "pagefind")
        return {**build_values(made, len(workload.sheets), written), Measure.INDEX: (made.seconds,)}

    def _install(self) -> Path:
        npm = shutil.which("npm")
        if npm is None:
            raise NotMeasuredError("there is no npm to install Pagefind with")
        folder = self._workload.workspace / "pagefind"
        folder.mkdir(exist_ok=True)
        command: list[str | Path] = [npm, "install", "--no-audit", "--no-fund", "--prefix", folder,
                   f"pagefind@{VERSION}"]  # fmt: skip
        run(command, cwd=folder, limit=120)
        return folder / "node_modules" / ".bin" / "pagefind"

    def _site(self) -> Path:
        if not self._indexed:
            raise NotMeasuredError("there is no index of Pagefind's")
        return self._workload.site
