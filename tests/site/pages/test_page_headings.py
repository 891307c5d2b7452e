"""The names of the built pages and of their parts: title, description, headings and ids."""

from __future__ import annotations

import re
from itertools import pairwise

from catalog.model import Catalog
from tests.site.support.built_page import Element, plain


def test_every_page_has_one_main_heading_a_title_and_a_description(
    pages: dict[str, Element],
) -> None:
    for address, page in pages.items():
        assert page.one("h1").text, address
        assert page.one("head").one("title").text, address
        descriptions = [e["content"] for e in page.all("meta") if e["name"] == "description"]
        assert len(descriptions) == 1, address
        assert descriptions[0].strip(), address
        assert page.one("html")["lang"] == "es", address


def test_no_id_is_repeated_in_a_page(pages: dict[str, Element]) -> None:
    for address, page in pages.items():
        ids = [element["id"] for element in page if element["id"]]
        assert len(ids) == len(set(ids)), address


def test_headings_skip_no_level(pages: dict[str, Element]) -> None:
    skipping = []
    for address, page in pages.items():
        headings = [e for e in page if re.fullmatch("h[1-6]", e.tag)]
        assert headings[0].tag == "h1", address
        skipping += [
            f"{address}: {after.tag} «{after.text}» after {before.tag}"
            for before, after in pairwise(headings)
            if int(after.tag[1]) > int(before.tag[1]) + 1
        ]
    assert not skipping


def test_no_two_practices_share_a_title_or_a_description(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    titles, descriptions = set(), set()
    for practice in catalog.practices:
        page = pages[f"practicas/{practice.slug}/"]
        assert page.one("title").text.startswith(plain(practice.title))
        description = next(e["content"] for e in page.all("meta") if e["name"] == "description")
        assert description == practice.summary
        titles.add(page.one("title").text)
        descriptions.add(description)
    assert len(titles) == len(descriptions) == len(catalog.practices)
