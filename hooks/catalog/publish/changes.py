"""The memory of a served site from one build to the next, so that only changes are written.

Outside `serve` nothing is remembered, since no other build follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.load import ReadFiles
from catalog.pages.templates import Templates
from catalog.search.files import NO_SEARCH, Search

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from catalog.model import Catalog
    from catalog.pages.page import Page
    from catalog.pages.site_info import SiteInfo
    from catalog.publish.page_frame import Frame
    from catalog.schema.region_map import RegionsMap
    from catalog.search.files import SearchFiles


class _Written(NamedTuple):
    """A page as it was last written."""

    page: Page
    frame: Frame
    notice: str
    html: str


class Changes:
    """The files, templates, pages, photos and map of the last build, to find what has changed."""

    def __init__(self, *, remembers: bool) -> None:
        self.remembers = remembers
        self.read_files = ReadFiles() if remembers else None
        self.search = Search()
        self._templates: Templates | None = None
        self._pages: dict[str, _Written] = {}
        self._search_files = NO_SEARCH
        self._photos: dict[str, bytes] = {}
        self._map: RegionsMap | None = None

    def templates(self, catalog: Catalog, site: SiteInfo) -> Templates:
        """The templates for this catalogue: those of the last build, with the cards that they keep,
        if they are equal to new ones."""
        templates = Templates(catalog, site)
        if self._templates == templates:
            templates = self._templates
        self._templates = templates if self.remembers else None
        return templates

    def pages_to_write(
        self, framed: Iterable[tuple[Page, Frame]], notice: str
    ) -> Iterator[tuple[Page, Frame, str]]:
        """Yield each page that differs from what was last written, with its frame and its HTML. If
        the writing fails before the last page, the next call yields these pages again."""
        written: dict[str, _Written] = {}
        for page, frame in framed:
            before = self._pages.get(page.path)
            is_equal = before is not None and before.page == page
            html = before.html if before and is_equal else page.html
            if self.remembers:
                written[page.path] = _Written(page, frame, notice, html)
            if not (before and is_equal and (before.frame, before.notice) == (frame, notice)):
                yield page, frame, html
        self._pages = written

    def html_of(self, page: Page) -> str:
        """The HTML of a page: as it was last written, or rendered now if it never was."""
        written = self._pages.get(page.path)
        return written.html if written else page.html

    def take_search_files(self) -> SearchFiles:
        """The search's files as they were last written. They count as not written until the next
        `keep_search_files`, so that after a failure all are written again."""
        before, self._search_files = self._search_files, NO_SEARCH
        return before

    def keep_search_files(self, files: SearchFiles) -> None:
        """Remember that these files of the search were written."""
        if self.remembers:
            self._search_files = files

    @property
    def search_files(self) -> SearchFiles:
        """The search's files as they were last written."""
        return self._search_files

    def is_new_photo(self, source: str, digest: bytes) -> bool:
        """Whether the photo at `source` differs from the one that was last drawn."""
        return self._photos.get(source) != digest

    def keep_photo(self, source: str, digest: bytes) -> None:
        """Remember that the photo at `source` was drawn."""
        if self.remembers:
            self._photos[source] = digest

    def forget_photos(self, but: Collection[str]) -> None:
        """Forget every photo but those at these sources: the others are no longer published."""
        self._photos = {source: self._photos[source] for source in self._photos.keys() & but}

    def is_new_map(self, regions_map: RegionsMap) -> bool:
        """Whether the small maps must be drawn again."""
        return regions_map is not self._map

    def keep_map(self, regions_map: RegionsMap | None) -> None:
        """Remember that the small maps of this map were drawn."""
        self._map = regions_map if self.remembers else None
