"""Reads the catalogue, prints its pages in their frames, and publishes the site.

A press lasts from one build to the next, for `mkdocs serve`. It reads again only the files whose
bytes changed, and prints again only the pages that are no longer equal to what it printed last.
"""

from __future__ import annotations

import gc
import logging
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from catalog.load import ReadFiles, load, without_garbage_collection
from catalog.pages.all_pages import Page, pages, photos, places, problem_notice
from catalog.pages.blocks import with_blocks
from catalog.pages.draw import small_map
from catalog.pages.templates import root_of, with_mail_links
from catalog.publish.atomic_folder import Publication, Served, why_unpublished
from catalog.publish.inert_html import ActiveHtmlError, refuse_active
from catalog.publish.page_frame import Frame
from catalog.publish.second_process import beside
from catalog.publish.sitemap import SITEMAP_PATH, sitemap
from catalog.search.documents import WrittenPage
from catalog.search.files import MANIFEST, NO_SEARCH, Search
from catalog.source.photos import WIDTHS, address, drawn
from catalog.source.problems import Severity
from catalog.text.email_obfuscation import unharvested, unharvested_html

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from logging import Logger

    from catalog.model import Catalog
    from catalog.pages.site_info import Home
    from catalog.schema.region_map import RegionsMap
    from catalog.search.files import SearchFiles

# Of the pages, this part is printed while the search and the others are: then both end together.
BESIDE = 0.75


@dataclass(frozen=True)
class Site:
    """The site that pages are printed for.

    `written` are the pages that others write, and `menu` holds the
    addresses that the menu leads to. `frame` renders the frame of a page, given its address and
    whether it has a source.
    """

    written: Sequence[WrittenPage]
    menu: Collection[str]
    frame: Callable[[str, bool], str]


class _Printed(NamedTuple):
    """A page as it was printed last."""

    page: Page
    frame: Frame
    notice: str
    html: str


class Press:
    """Reads, prints and publishes. One that serves remembers what it did; any other makes the
    site beside the published one, and keeps nothing in memory."""

    catalog: Catalog
    home: Home

    def __init__(self, *, serves: bool = False) -> None:
        self.serves = serves
        self.ready = False
        self.root = Path()
        self.pages: dict[str, Page] = {}
        self.notice = self.sitemap = ""
        self._memory = ReadFiles()
        self._search = Search()
        self._searched = NO_SEARCH
        self._drawn: dict[str, bytes] = {}
        self._mapped: RegionsMap | None = None
        self._printed: dict[str, _Printed] = {}
        self._publication: Publication | None = None
        self._served: Served | None = None

    @without_garbage_collection()
    def read(self, root: Path, home: Home, log: Logger) -> bool:
        """Read the catalogue at `root`, for the site at `home`, and tell its problems; whether
        there is one to print. While it has errors the one read before stays in view, if there is
        one, with a notice of what to mend above every page."""
        self.root, self.home = root, home
        catalog, problems = load(root, self._memory if self.serves else None)
        for problem in problems:
            # A doubt is information: `mkdocs build --strict` refuses a site for a warning.
            level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
            log.log(level, str(problem))
        if not self.serves:
            gc.freeze()  # what was read lasts as long as the build: garbage is not looked for in it
        if catalog:
            self.ready, self.catalog, self.notice = True, catalog, ""
            self.pages = {page.path: page for page in pages(catalog, home)}
        elif self.ready:
            self.notice = problem_notice(self.catalog, home, problems)
        return self.ready

    @property
    def hidden(self) -> set[str]:
        """The addresses of the pages that no list leads to."""
        return {path for path, page in self.pages.items() if page.hidden}

    def begin(self, folder: Path) -> Path:
        """The folder where others make their part of the site of `folder`."""
        self.folder = self._target = folder
        if self.serves:
            self._served = self._served or Served(folder)
            return self._served.draft
        self._publication = Publication(folder)
        self._target = self._publication.draft
        return self._target

    @without_garbage_collection()
    def print(self, site: Site) -> None:
        """Write every page that changed, the photos and the search, and make the site's map."""
        kinds = [_kind(page, site) for page in self.pages.values()]
        frames = {kind: Frame(site.frame(*kind)) for kind in dict.fromkeys(kinds)}
        framed = [
            (page, frames[kind]) for page, kind in zip(self.pages.values(), kinds, strict=True)
        ]
        # The first page only leads to the others: it is nothing to find.
        to_find = [page for page in site.written if page.path]
        made = (page for page in self.pages.values() if page.found)
        # What such a page counts is said by what it counts: its own words are few.
        to_find += (WrittenPage(its.path, its.title, its.description, "") for its in made)
        if self.serves:
            self._write_changed(framed)
            self._write_search(self._search.files(self.catalog, to_find))
        else:
            shared = int(len(framed) * BESIDE)
            with beside(lambda: self._write_pages(framed[:shared])):
                self._write_search(self._search.files(self.catalog, to_find))
                self._write_pages(framed[shared:])
        for path, source in photos(self.catalog):
            # While a sheet is broken, a photo of the last good content may be gone.
            with suppress(FileNotFoundError):
                self._write_photo(path, self.root / source)
        self._write_maps()
        hidden = self.hidden
        listed = [path for path in self.pages if path not in hidden]
        self.sitemap = sitemap(self.home, [*(page.path for page in site.written), *listed])

    def _write_pages(self, framed: Iterable[tuple[Page, Frame]]) -> None:
        for page, frame in framed:
            self._write_page(page, frame, page.html)

    def _write_changed(self, framed: Iterable[tuple[Page, Frame]]) -> None:
        """Write the pages that are no longer equal to what was printed last."""
        printed: dict[str, _Printed] = {}
        for page, frame in framed:
            before = self._printed.get(page.path)
            same = before is not None and before.page == page
            html = before.html if before and same else page.html
            printed[page.path] = _Printed(page, frame, self.notice, html)
            if not (before and same and before[1:3] == (frame, self.notice)):
                self._write_page(page, frame, html)
        self._printed = printed

    def places(self, path: str) -> set[str]:
        """The ids that a link to the page at `path` can lead to."""
        printed = self._printed.get(path)
        return places(printed.html if printed else self.pages[path].html)

    def written(self, html: str, path: str) -> str:
        """A hand-written page, with its blocks filled. Raises KeyError for a block that is none,
        and ActiveHtmlError."""
        filled = unharvested_html(with_blocks(html, self.catalog, path, self.home))
        filled = with_mail_links(filled, root_of(path))
        refuse_active(filled, path)
        return self.notice + filled

    def _write_page(self, page: Page, frame: Frame, html: str) -> None:
        refuse_active(html, page.path)
        text = frame.fill(
            self.notice + html,
            title=unharvested(page.title),
            description=unharvested(page.description),
            canonical=self.home.absolute(page.path),
            source=page.source or "",
        )
        self._write(page.file, text)

    def _write_search(self, files: SearchFiles) -> None:
        """Write the search's files. Their folder has another name after each edit, and most of
        them the same text: under `serve` it is renamed, and those that changed are written."""
        before, self._searched = self._searched, NO_SEARCH  # so after a failure, all is written
        if before.texts:
            (self._target / before.folder).rename(self._target / files.folder)
        for name in before.texts.keys() - files.texts:
            (self._target / files.folder / name).unlink()
        for name, text in files.texts.items():
            if before.texts.get(name) != text:
                if name.endswith(".html"):
                    refuse_active(text, name)
                self._write(files.folder + name, text)
        self._write(MANIFEST, files.manifest)
        if self.serves:
            self._searched = files

    def _write_maps(self) -> None:
        outlines = self.catalog.vocabularies.map
        if outlines and outlines is not self._mapped:
            for path, text in small_map.small_maps(outlines):
                self._write(path, text)
        self._mapped = outlines if self.serves else None

    def _write_photo(self, path: str, source: Path) -> None:
        digest = sha256(source.read_bytes()).digest()
        if self._drawn.get(path) == digest:
            return
        for width, data in drawn(source):
            file = self._target / address(path, width)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        if self.serves:
            self._drawn[path] = digest

    def _write(self, path: str, text: str) -> None:
        file = self._target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def finish(self, *, refused: bool) -> Path:
        """Put the finished site in its place, which is returned, or let go of a refused one."""
        if refused:
            self.discard()
        elif self._publication:
            # MkDocs writes the hour into it, and two sites of one content would differ.
            (self._publication.draft / f"{SITEMAP_PATH}.gz").unlink(missing_ok=True)
            self._publication.publish()
        elif self._served:
            kept = [*self._searched.by_path()]
            kept += [small_map.address(region) for region in self.catalog.vocabularies.regions]
            kept += [address(path, width) for path, _ in photos(self.catalog) for width in WIDTHS]
            self._served.publish([*kept, *(page.file for page in self.pages.values())])
        return self.folder

    def discard(self, error: Exception | None = None) -> str:
        """Leave no half-made site behind. What `error` means to whoever builds, if it is one that
        has nothing to do with the code."""
        if self._publication:
            self._publication.discard()
        known = isinstance(error, (OSError, ActiveHtmlError))
        return why_unpublished(error) if error and known else ""


def _kind(page: Page, site: Site) -> tuple[str, bool]:
    """The address that the page's frame is rendered for, and whether the page has a source. The
    address is its own, if it stands in the menu or is the first of a section; otherwise one that
    stands for all pages as deep, under the same entry of the menu. Links lead from all of them to
    the same places."""
    depth = page.path.count("/")
    has_source = page.source is not None
    if depth == 1 or page.path in site.menu or page.hidden:
        return page.path, has_source
    above = max((path for path in site.menu if page.path.startswith(path)), key=len, default="")
    return above + "-/" * (depth - above.count("/")), has_source
