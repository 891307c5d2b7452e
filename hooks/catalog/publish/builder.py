"""Reads the catalogue, writes its pages into their frames, and publishes the site.

`Builder.read` returns the Content to publish. `Builder.begin` takes the Content and a folder, and
returns a Build, which is written, then finished or discarded. Under `serve` one builder makes many
builds, and `Changes` holds what each build leaves to the next.
"""

from __future__ import annotations

import gc
import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from catalog.derive.derived import Derived
from catalog.load import load, without_garbage_collection
from catalog.pages import routes
from catalog.pages.all_pages import all_pages, photo_files, problem_notice
from catalog.pages.blocks import with_blocks
from catalog.pages.draw.small_map import small_maps
from catalog.pages.templates import PHOTO_WIDTHS
from catalog.publish.atomic_folder import Publication, ServedFolder, why_unpublished
from catalog.publish.changes import Changes
from catalog.publish.inert_html import ActiveHtmlError, refuse_active
from catalog.publish.page_frame import Frame
from catalog.publish.photo_sizes import drawn
from catalog.publish.second_process import in_a_second_process
from catalog.publish.sitemap import SITEMAP_PATH, sitemap
from catalog.search.documents import WrittenPage
from catalog.search.files import CARD, MANIFEST
from catalog.source.problems import Severity
from catalog.text.email_obfuscation import unharvested, unharvested_html
from catalog.text.html import ids_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from logging import Logger
    from pathlib import Path

    from catalog.pages.page import Page
    from catalog.pages.site_info import SiteInfo
    from catalog.pages.templates import Templates

# The share of the pages that the second process writes, while the first process makes the search
# and writes the other pages. With this share both end together.
SECOND_PROCESS_PART = 0.95


@dataclass(frozen=True)
class Content:
    """The content to publish: the catalogue at `root`, its pages by their addresses, and the HTML
    of the `notice` that stands above each page while the catalogue has errors."""

    root: Path
    site: SiteInfo
    derived: Derived
    templates: Templates
    pages: dict[str, Page]
    notice: str = ""

    @property
    def hidden(self) -> set[str]:
        """The addresses of the pages that the sitemap leaves out."""
        return {path for path, page in self.pages.items() if page.hidden}


class _Folder(Protocol):
    """The folder `site` while its site is being made: the site generator writes into `draft`, and
    the build into `target`. `publish` takes the paths of all files that the build has written."""

    site: Path
    draft: Path
    target: Path

    def publish(self, written: Iterable[str]) -> Path: ...

    def discard(self) -> None: ...


class Builder:
    """Makes a site once or, if it `serves`, again at each change."""

    def __init__(self, *, serves: bool = False) -> None:
        self.serves = serves
        self._changes = Changes(remembers=serves)
        self._served: ServedFolder | None = None
        self._last_good: Content | None = None
        self._build: Build | None = None

    @without_garbage_collection()
    def read(self, root: Path, site: SiteInfo, log: Logger) -> Content | None:
        """Read the catalogue at `root` and log its problems. Returns None if it has errors. While a
        served catalogue has errors, its last good content is returned instead, if there is one,
        with a notice of the problems to correct."""
        catalog, problems = load(root, self._changes.read_files)
        for problem in problems:
            # Warnings of content are logged as information: `mkdocs build --strict` would refuse
            # the site for a warning.
            level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
            log.log(level, str(problem))
        if not self.serves:
            gc.freeze()  # all that was read is needed to the end, and has no garbage
        if catalog:
            derived = Derived(catalog)
            templates = self._changes.templates(catalog, site)
            pages = {page.path: page for page in all_pages(derived, templates)}
            self._last_good = Content(root, site, derived, templates, pages)
            return self._last_good
        if self._last_good is None:
            return None
        return replace(self._last_good, notice=problem_notice(self._last_good.templates, problems))

    def begin(self, content: Content, folder: Path) -> Build:
        """Begin a build of the site of `content` in `folder`. Raises OSError if the site cannot be
        made there."""
        if self.serves:
            self._served = self._served or ServedFolder(folder)
        self._build = Build(content, self._served or Publication(folder), self._changes)
        return self._build

    def discard(self, error: Exception) -> str:
        """Leave no half-made site behind after an error. Returns a message for the person who
        builds, empty if the cause of the error is in the code."""
        if self._build:
            self._build.discard()
        return why_unpublished(error) if isinstance(error, (OSError, ActiveHtmlError)) else ""


class Build:
    """One making of the site, from its content to its folder."""

    def __init__(self, content: Content, folder: _Folder, changes: Changes) -> None:
        self.content = content
        self.draft = folder.draft
        self._folder = folder
        self._changes = changes

    @without_garbage_collection()
    def write(
        self,
        written: Sequence[WrittenPage],
        menu: Collection[str],
        frame: Callable[[str, bool], str],
    ) -> str:
        """Write the pages, search files, photos and small maps that changed. Returns the text of
        the sitemap.

        `written` are the hand-written pages, and `menu` has the addresses of the menu's entries.
        `frame` renders the frame of a page, given its address and whether the page has a source.
        """
        pages = self.content.pages
        kinds = [_frame_kind(page, menu) for page in pages.values()]
        frames = {kind: Frame(frame(*kind)) for kind in dict.fromkeys(kinds)}
        framed = [(page, frames[kind]) for page, kind in zip(pages.values(), kinds, strict=True)]
        if self._changes.remembers:
            self._write_pages(framed)
            self._write_search(written)
        else:
            shared = int(len(framed) * SECOND_PROCESS_PART)
            with in_a_second_process(lambda: self._write_pages(framed[:shared])):
                self._write_search(written)
                self._write_pages(framed[shared:])
        self._write_photos()
        self._write_small_maps()
        listed = [path for path, page in pages.items() if not page.hidden]
        return sitemap(self.content.site, [*(page.path for page in written), *listed])

    def ids_in(self, path: str) -> set[str]:
        """The ids of the elements of the page at `path`, to which links can lead."""
        return ids_of(self._changes.html_of(self.content.pages[path]))

    def hand_written(self, html: str, path: str) -> str:
        """The HTML of the hand-written page at `path`, with its blocks filled. Raises KeyError for
        a block that does not exist, and ActiveHtmlError for HTML that could act."""
        content = self.content
        filled = with_blocks(html, content.derived, content.templates, path)
        filled = unharvested_html(filled)
        refuse_active(filled, path)
        return content.notice + filled

    def _write_pages(self, framed: Iterable[tuple[Page, Frame]]) -> None:
        notice, site = self.content.notice, self.content.site
        for page, frame, html in self._changes.pages_to_write(framed, notice):
            refuse_active(html, page.path)
            text = frame.fill(
                notice + html,
                title=unharvested(page.title),
                description=unharvested(page.description),
                canonical=site.absolute(page.moved_to or page.path),
                source=page.source or "",
            )
            self._write_text(page.file, text)

    def _write_search(self, written: Sequence[WrittenPage]) -> None:
        """Write the files of the search that changed. At each change their folder gets another
        name, but most of them keep their text: so under `serve` the folder is renamed."""
        content = self.content
        # The first page, whose path is empty, only leads to other pages: the search leaves it out.
        # A page of counts has no text of its own to search, so it is found by its title.
        documents = [page for page in written if page.path]
        documents += [
            WrittenPage(page.path, page.title, page.description, "")
            for page in content.pages.values()
            if page.found
        ]
        files = self._changes.search.files(content.derived, documents, content.templates.card_of)
        before = self._changes.take_search_files()
        target = self._folder.target / routes.DATA
        if before.texts:
            (target / before.folder).rename(target / files.folder)
        for name in before.texts.keys() - files.texts:
            (target / files.folder / name).unlink()
        for name, text in files.texts.items():
            if before.texts.get(name) != text:
                if name.startswith(CARD):
                    refuse_active(text.partition("\n")[2], name)
                self._write_text(f"{routes.DATA}{files.folder}{name}", text)
        self._write_text(f"{routes.DATA}{MANIFEST}", files.manifest)
        self._changes.keep_search_files(files)

    def _write_photos(self) -> None:
        photos = list(photo_files(self.content.derived.catalog))
        self._changes.forget_photos(but={source for _, _, source in photos})
        for page, name, source in photos:
            # While the catalogue has errors, a photo of its last good content may be gone.
            with suppress(FileNotFoundError):
                file = self.content.root / source
                digest = sha256(file.read_bytes()).digest()
                if self._changes.is_new_photo(source, digest):
                    for width, data in drawn(file):
                        self._write(routes.photo(page, name, width), data)
                    self._changes.keep_photo(source, digest)

    def _write_small_maps(self) -> None:
        regions_map = self.content.derived.catalog.vocabularies.map
        if regions_map and self._changes.is_new_map(regions_map):
            for path, text in small_maps(regions_map):
                self._write_text(path, text)
        self._changes.keep_map(regions_map)

    def _write_text(self, path: str, text: str) -> None:
        self._write(path, text.encode())

    def _write(self, path: str, data: bytes) -> None:
        file = self._folder.target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def finish(self, *, refused: bool) -> Path:
        """Put the finished site in its place, or discard it if it is `refused`. Returns the folder
        of the site."""
        if refused:
            self.discard()
            return self._folder.site
        # MkDocs writes the hour into this file, so two sites of one content would differ.
        (self.draft / f"{SITEMAP_PATH}.gz").unlink(missing_ok=True)
        return self._folder.publish(self._files())

    def _files(self) -> list[str]:
        """The paths of all files of the site that this build or an earlier one wrote."""
        catalog = self.content.derived.catalog
        return [
            *(page.file for page in self.content.pages.values()),
            *(f"{routes.DATA}{path}" for path in self._changes.search_files.by_path()),
            *(routes.small_map(region) for region in catalog.vocabularies.regions),
            *(
                routes.photo(page, name, width)
                for page, name, _ in photo_files(catalog)
                for width in PHOTO_WIDTHS
            ),
        ]

    def discard(self) -> None:
        """Leave no half-made site behind."""
        self._folder.discard()


def _frame_kind(page: Page, menu: Collection[str]) -> tuple[str, bool]:
    """The address for which a page's frame is rendered, and whether the page has a source.

    The address is the page's own if the page is hidden, stands in the menu or is the first of a
    section. Otherwise it is a made-up address, shared by all pages of the same depth under the same
    entry of the menu: their frames have the same links.
    """
    depth = page.path.count("/")
    has_source = page.source is not None
    if depth == 1 or page.path in menu or page.hidden:
        return page.path, has_source
    above = max((path for path in menu if page.path.startswith(path)), key=len, default="")
    return above + "-/" * (depth - above.count("/")), has_source
