"""One page of the catalogue: its address, its words for search engines, and its content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalog.pages.templates import Templates


@dataclass(frozen=True)
class Page:
    """A page to publish at `path` (relative, ending in `/`). `source` is the file that a reader
    would edit to change the page, relative to the repository. The search finds a `found` page by
    its title and description. A `hidden` page is left out of the sitemap and of search engines. A
    page that only leads to another one has that page's path in `moved_to`.

    A page holds everything that its template shows, so two equal pages have the same HTML. `html`
    is the content alone; the frame of the site is put around it elsewhere.
    """

    path: str
    title: str
    description: str
    templates: Templates
    template: str
    values: Mapping[str, object]
    source: str | None = None
    found: bool = False
    hidden: bool = False
    moved_to: str = ""

    @property
    def file(self) -> str:
        """The file to write, relative to the site's folder."""
        return f"{self.path}index.html"

    @property
    def html(self) -> str:
        """The page's content, made anew each time."""
        return self.templates.render(self.template, self.path, **self.values)
