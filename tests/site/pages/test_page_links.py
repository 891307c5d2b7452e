"""The links of the built pages lead to pages that exist, and the pages load no foreign file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from catalog.model import Catalog
from tests.site.support.built_page import Element, parsed
from tests.site.support.built_sites import REPO_URL, SITE_URL

EDIT_URL = f"{REPO_URL}/edit/main/"
# The page for missing addresses, and the page about the styles.
UNLISTED = ("404.html", "estilo/")


def _addresses(page: Element) -> Iterator[tuple[Element, str]]:
    """Yield each element of a page that links to or loads an address, and the address."""
    for element in page:
        for name in ("href", "src", "action", "poster", "data"):
            if name in element.attributes:
                yield element, element[name]
        for candidate in element["srcset"].split(","):
            if candidate.strip():
                yield element, candidate.split()[0]


def _file_at(site: Path, url: str) -> Path:
    """The file of the site that a server gives for an address of the site."""
    path = unquote(urlsplit(url).path.removeprefix(urlsplit(SITE_URL).path))
    return site / path / "index.html" if path == "" or path.endswith("/") else site / path


def test_every_link_within_the_site_leads_to_a_page_and_every_anchor_to_a_place_in_it(
    site: Path, pages: dict[str, Element]
) -> None:
    lost = []
    for address, page in pages.items():
        for _, link in _addresses(page):
            url = urljoin(SITE_URL + address, link)
            if urlsplit(url).netloc != urlsplit(SITE_URL).netloc:
                continue
            file, place = _file_at(site, url), unquote(urlsplit(url).fragment)
            if not url.startswith(SITE_URL) or not file.is_file():
                lost.append(f"{address}: {link}")
            elif place and place not in {element["id"] for element in parsed(file)}:
                lost.append(f"{address}: {link} (no such place)")
    assert not lost


def test_no_page_loads_anything_from_another_host(pages: dict[str, Element]) -> None:
    loading = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch"}
    foreign = [
        f"{address}: <{element.tag}> {url}"
        for address, page in pages.items()
        for element, link in _addresses(page)
        if element.tag not in ("a", "form")
        and (element.tag != "link" or loading & set(element["rel"].split()))
        and not (url := urljoin(SITE_URL + address, link)).startswith((SITE_URL, "data:"))
    ]
    assert not foreign


def test_no_stylesheet_loads_a_file_from_outside_the_site(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
        for link in re.findall(r"""(?:url\(|@import\s+)["']?([^"')]+)""", text):
            within = link.startswith(("data:", "#")) or (sheet.parent / link).is_file()
            assert within, f"{sheet.name}: {link}"


def test_every_address_of_the_site_lies_under_the_sub_path(
    site: Path, pages: dict[str, Element]
) -> None:
    for address, page in pages.items():
        canonical = [e["href"] for e in page.all("link") if e["rel"] == "canonical"]
        assert canonical == ([] if address == "404.html" else [SITE_URL + address])
    for file in [*site.rglob("*.html"), *site.rglob("*.json"), *site.rglob("*.xml")]:
        text = file.read_text("utf-8")
        for url in re.findall(r"https?://ejemplo\.org[^\"'<>\s]*", text):
            assert url.startswith(SITE_URL), f"{file.name}: {url}"


def test_the_site_map_lists_every_page_that_is_for_readers(
    site: Path, pages: dict[str, Element]
) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    listed = [place.text for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(listed) == sorted(SITE_URL + page for page in pages if page not in UNLISTED)


def test_the_link_to_edit_a_page_leads_to_the_file_that_it_is_made_from(
    pages: dict[str, Element], catalog: Catalog, root: Path
) -> None:
    edits = {
        address: [e["href"] for e in page.all("a") if "/edit/" in e["href"]]
        for address, page in pages.items()
    }
    for practice in catalog.practices:
        source = f"practices/{practice.region}/{practice.slug}.md"
        assert edits.pop(f"practicas/{practice.slug}/") == [EDIT_URL + source]
        assert (root / source).is_file()
    for event in catalog.events:
        source = f"practices/_events/{event.slug}/index.md"
        assert edits.pop(f"intercambios/{event.slug}/") == [EDIT_URL + source]
        assert edits.pop(f"intercambios/{event.slug}/reporte/") == [EDIT_URL + source]
    for address, links in edits.items():
        for link in links:
            assert link.startswith(f"{EDIT_URL}docs/"), address
            assert (root / link.removeprefix(EDIT_URL)).is_file(), address
