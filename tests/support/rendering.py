"""The pages, blocks and search files of a catalogue, made without a site around them."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.derive.derived import Derived
from catalog.model import Catalog
from catalog.pages.all_pages import all_pages
from catalog.pages.blocks import with_blocks
from catalog.pages.page import Page
from catalog.pages.site_info import SiteInfo
from catalog.pages.templates import Templates
from catalog.search.documents import WrittenPage
from catalog.search.files import Search, SearchFiles

UNPUBLISHED = SiteInfo("", "")


def templates_of(catalog: Catalog) -> Templates:
    return Templates(catalog, UNPUBLISHED)


def pages_of(catalog: Catalog) -> list[Page]:
    """Every page that is made from the catalogue."""
    return list(all_pages(Derived(catalog), templates_of(catalog)))


def page_at(path: str, catalog: Catalog) -> str:
    """The HTML of the page at `path`."""
    return next(page.html for page in pages_of(catalog) if page.path == path)


def filled(html: str, catalog: Catalog, path: str) -> str:
    """The hand-written page at `path`, with its blocks filled."""
    return with_blocks(html, Derived(catalog), templates_of(catalog), path)


def search_files_of(
    catalog: Catalog, written: Iterable[WrittenPage] = (), search: Search | None = None
) -> SearchFiles:
    """The files of the search for a catalogue, made by `search` or by a new `Search`."""
    cards = templates_of(catalog).card_of
    return (search or Search()).files(Derived(catalog), written, cards)
