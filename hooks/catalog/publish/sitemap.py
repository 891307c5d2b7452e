"""The list of every page's address, for search engines.

The format: https://www.sitemaps.org/protocol.html.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.pages.site_info import SiteInfo

SITEMAP_PATH = "sitemap.xml"


def sitemap(site: SiteInfo, paths: Iterable[str]) -> str:
    """The text of the sitemap of the pages at these paths. It gives no dates of change: no date of
    a sheet covers everything that its page shows."""
    lines = (f"<url><loc>{escape(site.absolute(path))}</loc></url>\n" for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{"".join(lines)}</urlset>\n'
    )
