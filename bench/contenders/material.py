"""MkDocs with the theme Material as installed: the same sheets as pages, and the theme's search.

The sheets are left out of the menu, which would otherwise list all of them in every page.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bench.browser import Probe
from bench.builds import folder_bytes, mkdocs_build, rebuild_seconds
from bench.measures import Measure, Value, build_values
from bench.programs import NotMeasuredError
from bench.search_steps import search_steps
from bench.workload import Contender, Step

if TYPE_CHECKING:
    from pathlib import Path

    from bench.plain_sheets import PlainSheet
    from bench.workload import Workload

_CONFIG = """site_name: Catálogo
theme:
  name: material
  language: es
  font: false
nav:
  - Inicio: index.md
not_in_nav: /practicas/
plugins:
  - search:
      lang: es
"""
_SEARCH_FILES = ("/search/", "/workers/search", "/lunr/")
PROBE = Probe(
    page="",
    box="input.md-search__input",
    results=".md-search-result__meta, .md-search-result__list",
    answered="document.querySelector('.md-search-result__list').childElementCount > 0"
    " || /[Nn]ing|[Nn]o se/.test(document.querySelector('.md-search-result__meta').textContent)",
    is_search=lambda path: any(part in path for part in _SEARCH_FILES),
)


class Material(Contender):
    """MkDocs and Material without any code of this repository."""

    name = "MkDocs + Material, plain"
    notes = (
        "Of Material's first search, «search alone» is its worker, its index and lunr's language "
        "files, without the theme's own script. Its sheets are out of its menu.",
    )

    def __init__(self, workload: Workload) -> None:
        super().__init__(workload)
        self._folder = workload.workspace / "material"
        self._built = False

    def steps(self) -> list[Step]:
        """See Contender."""
        build = (Measure.BUILD, Measure.BUILD_EACH, Measure.MEMORY, Measure.SITE_EACH)
        return [
            Step(build, self._build),
            *search_steps(self._workload, self._site, PROBE),
            Step((Measure.REBUILD,), self._rebuild),
        ]

    def _build(self) -> dict[Measure, Value]:
        workload = self._workload
        pages = self._folder / "docs" / "practicas"
        shutil.rmtree(self._folder, ignore_errors=True)
        pages.mkdir(parents=True)
        (self._folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
        (self._folder / "docs" / "index.md").write_text("# Catálogo\n", encoding="utf-8")
        for sheet in workload.texts():
            (pages / f"{sheet.slug}.md").write_text(_page(sheet), encoding="utf-8")
        made = mkdocs_build(self._folder, workload.limit)
        self._built = True
        return build_values(made, len(workload.sheets), folder_bytes(self._folder / "site"))

    def _site(self) -> Path:
        if not self._built:
            raise NotMeasuredError("Material's site was not built")
        return self._folder / "site"

    def _rebuild(self) -> dict[Measure, Value]:
        self._site()
        workload = self._workload
        slug = workload.sheets[-1].stem
        edited = self._folder / "docs" / "practicas" / f"{slug}.md"
        seconds = rebuild_seconds(self._folder, edited, f"practicas/{slug}/", workload.limit)
        return {Measure.REBUILD: (seconds,)}


def _page(sheet: PlainSheet) -> str:
    return f"# {sheet.title}\n\n{sheet.summary}\n\n{sheet.topics}\n\n{sheet.body}\n"
