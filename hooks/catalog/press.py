"""Reads the catalogue and prints its pages: puts each in its frame, where the site is made.

A press lasts from one build to the next, for `mkdocs serve`. It reads again only the files whose
bytes changed, and renders again only the pages that are no longer equal to what it printed last.
Frames are asked for once for all pages that can share one.
"""

from __future__ import annotations

import logging
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.frame import Frame
from catalog.load import Memory, load
from catalog.pages import pages, photos, problem_notice
from catalog.problems import Severity
from catalog.publish import Publication
from catalog.search import Search
from catalog.sitemap import absolute, sitemap

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from logging import Logger

    from catalog.findable import WrittenPage
    from catalog.model import Catalog
    from catalog.pages import Page


@dataclass(frozen=True)
class Site:
    """The site that pages are printed for.

    `folder` is where it is made, and `url` its absolute address. `written` are the pages that
    others make, and `menu` holds the addresses that the menu leads to. `frame` renders the frame
    of a page, given its address and whether it has a source.
    """

    folder: Path
    url: str
    written: Sequence[WrittenPage]
    menu: Container[str]
    frame: Callable[[str, bool], str]


class Press:
    """Reads, prints and publishes. One that serves remembers what it did, and prints in a folder
    that is nobody else's; any other makes the site beside the published one."""

    catalog: Catalog

    def __init__(self, *, serves: bool = False) -> None:
        self.serves = serves
        self.ready = False
        self.root = self.folder = Path()
        self.pages: dict[str, Page] = {}
        self.notice = self.sitemap = ""
        self._memory = Memory()
        self._search = Search()
        self._printed: dict[str, tuple[Page, str]] = {}
        self._publication: Publication | None = None

    def read(self, root: Path, log: Logger) -> bool:
        """Read the catalogue at `root`, and tell its problems; whether there is one to print.
        While it has errors the one read before stays in view, if there is one, with a notice of
        what to mend above every page."""
        self.root = root
        catalog, problems = load(root, self._memory if self.serves else None)
        for problem in problems:
            # A doubt is information: `mkdocs build --strict` refuses a site for a warning.
            level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
            log.log(level, str(problem))
        if catalog:
            self.ready, self.catalog, self.notice = True, catalog, ""
            self.pages = {page.path: page for page in pages(catalog)}
        elif self.ready:
            self.notice = problem_notice(self.catalog, problems)
        return self.ready

    def begin(self, folder: Path) -> Path:
        """The folder to make the site of `folder` in."""
        self.folder = folder
        if self.serves:
            return folder
        self._publication = Publication(folder)
        return self._publication.draft

    def print(self, site: Site) -> None:
        """Write every page, the photos that they show and the search, and make the site's map."""
        frames: dict[tuple[str, bool], Frame] = {}
        printed: dict[str, tuple[Page, str]] = {}
        for page in self.pages.values():
            html = self._html(page)
            if self.serves:
                printed[page.path] = page, html
            kind = _frame_path(page, site), page.source is not None
            if kind not in frames:
                frames[kind] = Frame(site.frame(*kind))
            text = frames[kind].fill(
                self.notice + html,
                title=page.title,
                description=page.description,
                canonical=absolute(site.url, page.path),
                source=page.source or "",
            )
            _write(site.folder / page.path / "index.html", text)
        self._printed = printed
        self.sitemap = sitemap(site.url, [*(page.path for page in site.written), *self.pages])
        # The first page only leads to the others: it is nothing to find.
        to_find = [page for page in site.written if page.path]
        for path, text in self._search.files(self.catalog, to_find).items():
            _write(site.folder / path, text)
        for path, source in photos(self.catalog):
            # While a sheet is broken, a photo of the last good content may be gone.
            with suppress(FileNotFoundError):
                shutil.copyfile(self.root / source, site.folder / path)

    def finish(self, *, refused: bool) -> Path:
        """Put the finished site in its place, which is returned, or let go of a refused one."""
        if refused:
            self.discard()
        elif self._publication:
            self._publication.publish()
        return self.folder

    def discard(self) -> None:
        """Leave no half-made site behind."""
        if self._publication:
            self._publication.discard()

    def _html(self, page: Page) -> str:
        before = self._printed.get(page.path)
        return before[1] if before and before[0] == page else page.html


def _frame_path(page: Page, site: Site) -> str:
    """The address that the page's frame is rendered for: its own, or one that stands for every
    page of its folder, since from all of them links lead to the same places. Not so from a page
    of the menu, which is marked there, nor from the first page of a section."""
    folder = page.path.rstrip("/").rpartition("/")[0]
    return f"{folder}/-/" if folder and page.path not in site.menu else page.path


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
