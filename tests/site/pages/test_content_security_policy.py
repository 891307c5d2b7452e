"""The built pages hold no script but the theme's, and their policy allows no other."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page

FORBIDDEN = {
    "applet",
    "base",
    "embed",
    "frame",
    "frameset",
    "iframe",
    "object",
    "style",
    "template",
}
# The addresses of a page's own files, and of links that a reader may follow to other sites.
LINKS = re.compile(r"https://|mailto:|\.\.?$|\.{0,2}/|[#?]|[a-z0-9][\w./#?=&;%-]*$", re.IGNORECASE)


class _Scan(HTMLParser):
    """The elements and attributes of a page that could run a script, and its policy."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inline: list[str] = []
        self.policy = ""
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("http-equiv"):
            self.policy = given["content"]
        elif tag in FORBIDDEN:
            self.found.append(tag)
        is_data = given.get("type") == "application/ld+json"  # which no browser runs
        self._in_script = tag == "script" and "src" not in given and not is_data
        for name, value in given.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.found.append(f"{tag} {name}={value}")
            if name in ("href", "src", "action", "formaction", "data") and value:
                is_own = name == "href" and tag in ("a", "link")
                if not LINKS.match(value) or (not is_own and re.match(r"[a-z]+:|//", value)):
                    self.found.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = self._in_script and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.inline.append(data)


def scans(site: Path) -> dict[str, _Scan]:
    found = {}
    for file in site.rglob("*.html"):
        if not file.is_relative_to(site / "datos"):
            found[file.relative_to(site).as_posix()] = scan = _Scan()
            scan.feed(file.read_text("utf-8"))
    return found


def test_no_page_has_an_element_or_attribute_that_could_act(site: Path) -> None:
    pages = scans(site)
    assert len(pages) > 50
    assert {name: scan.found for name, scan in pages.items() if scan.found} == {}


def test_every_page_has_a_policy_that_names_its_scripts_alone(site: Path) -> None:
    for name, scan in scans(site).items():
        assert "default-src 'none'" in scan.policy, name
        assert "unsafe" not in scan.policy, name
        for script in scan.inline:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in scan.policy, name


def test_the_policy_stops_scripts_and_styles_added_to_a_page(
    visit: Callable[..., Page], complaints: list[str]
) -> None:
    page = visit("practice", 1280)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.acted = true";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend",
                '<img src="x.png" onerror="window.acted = true"><p style="color: red">x</p>');
        }"""
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.acted") is None
    assert sum("Content Security Policy" in text for text in complaints) >= 2
    complaints.clear()


@pytest.mark.parametrize("kind", ["practice"])
def test_a_mail_address_is_a_link_for_people_and_not_in_the_file(
    visit: Callable[..., Page], site: Path, kind: str
) -> None:
    for file in site.rglob("*"):
        if file.suffix in (".html", ".json", ".txt", ".xml"):
            assert not re.search(r"[\w.-]@[\w-]+\.\w", file.read_text("utf-8")), file
    page = visit(kind, 360)
    link = page.locator(".contacts a").first
    assert re.fullmatch(r"mailto:[^@ ]+@[^@ ]+", link.get_attribute("href") or "")
    assert "@" in link.inner_text()
