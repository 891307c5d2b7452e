"""The frame around a page takes any words of a sheet, and its markup stays as it is."""

from __future__ import annotations

import pytest

from catalog.pages.site_info import SiteInfo
from catalog.publish.page_frame import SLOTS, Frame, mark
from catalog.publish.sitemap import sitemap

HTML = (
    f'<title>{mark("title")} · Site</title><meta content="{mark("description")}">'
    f'<link href="{mark("canonical")}"><main>{mark("content")}</main>'
    f'<a href="https://x/{mark("source")}">'
)


def fill(frame: Frame, **words: str) -> str:
    return frame.fill(**{**dict.fromkeys(SLOTS, ""), **words})


def test_each_slot_is_filled_with_its_words() -> None:
    page = fill(
        Frame(HTML), title="Uno", description="Dos", canonical="c/", source="s.md", content="<p>"
    )
    assert page == (
        '<title>Uno · Site</title><meta content="Dos"><link href="c/"><main><p></main>'
        '<a href="https://x/s.md">'
    )


@pytest.mark.parametrize("slot", ["title", "description", "canonical", "source"])
def test_hostile_words_are_escaped(slot: str) -> None:
    page = fill(Frame(HTML), **{slot: '</title><script>alert(1)</script>"><img src=x>'})
    assert "<script>" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("slot", SLOTS)
def test_words_that_look_like_a_mark_are_not_filled(slot: str) -> None:
    like_marks = "".join(map(mark, SLOTS)) + "{{ title }}%s"
    page = fill(Frame(HTML), **{slot: like_marks})
    assert like_marks in page
    assert page.count(mark("title")) == 1


def test_a_frame_that_would_lose_the_content_is_refused() -> None:
    with pytest.raises(ValueError, match="content"):
        Frame(HTML.replace(mark("content"), ""))


def test_a_frame_may_leave_out_the_link_to_the_source() -> None:
    assert fill(Frame(HTML.split("<a")[0]), content="x", source="s.md").endswith("<main>x</main>")


def test_the_sitemap_has_every_address_escaped() -> None:
    text = sitemap(SiteInfo("X", "https://x.org/a&b"), ["", "practicas/y/"])
    assert "<loc>https://x.org/a&amp;b/</loc>" in text
    assert "<loc>https://x.org/a&amp;b/practicas/y/</loc>" in text
