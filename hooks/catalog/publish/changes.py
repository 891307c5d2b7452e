"""All that a served site remembers from one build to the next, so that only changes are written.

A build that does not serve remembers nothing: its memory would last no longer than itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.load import ReadFiles
from catalog.pages.templates import Templates
from catalog.search.files import NO_SEARCH, Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Catalog
    from catalog.pages.page import Page
    from catalog.pages.site_info import SiteInfo
    from catalog.publish.page_frame import Frame
    from catalog.schema.region_map import RegionsMap
    from catalog.search.files import SearchFiles


class _Written(NamedTuple):
    """A page as it was written last."""

    page: Page
    frame: Frame
    notice: str
    html: str


class Changes:
    """The last build's files, pages and search, held against the next build's."""

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
        """The templates for this catalogue: those of the build before, with the cards that they
        hold already, where they show the same values alike."""
        templates = Templates(catalog, site)
        if self._templates == templates:
            templates = self._templates
        self._templates = templates if self.remembers else None
        return templates

    def pages_to_write(
        self, framed: Iterable[tuple[Page, Frame]], notice: str
    ) -> Iterator[tuple[Page, Frame, str]]:
        """Each page that is not equal to what was written last, with its frame and its HTML. If
        the writing fails before the last page, all are given again the next time."""
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
        """The HTML of a page, from its last writing if there was one."""
        written = self._pages.get(page.path)
        return written.html if written else page.html

    def take_search_files(self) -> SearchFiles:
        """The search's files as they were written last. They count as not written from here until
        they are kept again, so that after a failure all are written."""
        before, self._search_files = self._search_files, NO_SEARCH
        return before

    def keep_search_files(self, files: SearchFiles) -> None:
        """Remember that these files of the search were written."""
        if self.remembers:
            self._search_files = files

    @property
    def search_files(self) -> SearchFiles:
        """The search's files that were written last."""
        return self._search_files

    def is_new_photo(self, source: str, digest: bytes) -> bool:
        """Whether the photo at `source` differs from what was drawn last."""
        return self._photos.get(source) != digest

    def keep_photo(self, source: str, digest: bytes) -> None:
        """Remember that the photo at `source` was drawn."""
        if self.remembers:
            self._photos[source] = digest

    def is_new_map(self, regions_map: RegionsMap) -> bool:
        """Whether the small maps must be drawn again."""
        return regions_map is not self._map

    def keep_map(self, regions_map: RegionsMap | None) -> None:
        """Remember that the small maps of this map were drawn."""
        self._map = regions_map if self.remembers else None
