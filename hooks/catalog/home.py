"""What the site is called, and the absolute address where it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Home:
    """The site's `name` and `url` (`"https://example.org/catalogo/"`)."""

    name: str
    url: str

    def absolute(self, path: str) -> str:
        """The address of the page at `path` of the site."""
        return f"{self.url.rstrip('/')}/{path}"


NOWHERE = Home("", "")
"""For what no reader will open by its absolute address."""
