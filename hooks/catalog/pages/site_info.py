"""The name of the site, its absolute address, and the address of its sources."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SiteInfo:
    """The site's `name` and `url` (`"https://example.org/catalogo/"`), and the address of its
    repository on GitHub, if it has one."""

    name: str
    url: str
    repository: str = ""

    def absolute(self, path: str) -> str:
        """The absolute address of the page at `path` of the site."""
        return f"{self.url.rstrip('/')}/{path}"
