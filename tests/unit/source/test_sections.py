"""The body of a sheet becomes sections of safe HTML."""

from __future__ import annotations

import sys
from pathlib import Path

import cmarkgfm.cmark
import pytest

from catalog.source.document import Document
from catalog.source.markdown import to_html
from catalog.source.sections import SectionKind, read_sections
from catalog.text.slugs import slug_of

KINDS = (SectionKind("uno", "Uno", required=True), SectionKind("dos", "Dos"))


def html_of(body: str) -> str:
    sections, problems = read_sections(Document("x.md", body=f"## Uno\n\n{body}\n"), KINDS)
    assert problems == []
    return sections[0].html


def test_sections_come_in_the_order_of_their_kinds() -> None:
    sections, problems = read_sections(Document("x.md", body="## Dos\n\nb\n\n## Uno\n\na\n"), KINDS)
    assert problems == []
    assert [(section.id, section.text) for section in sections] == [("uno", "a"), ("dos", "b")]


def test_headings_may_be_underlined_or_differ_in_case_and_accents() -> None:
    sections, problems = read_sections(Document("x.md", body="ÚNO\n---\n\na\n"), KINDS)
    assert problems == []
    assert sections[0].title == "Uno"


def test_headings_inside_quotes_lists_and_code_do_not_cut_a_section() -> None:
    body = "## Uno\n\n> ## Dos\n\n- ## Dos\n\n```\n## Dos\n```\n\nfin\n"
    sections, problems = read_sections(Document("x.md", body=body), KINDS)
    assert problems == []
    assert [section.id for section in sections] == ["uno"]
    assert sections[0].text.endswith("fin")


def test_free_sections_take_their_address_from_their_heading() -> None:
    sections, _ = read_sections(Document("x.md", body="## Día 1: la feria\n\na\n"))
    assert [(s.id, s.title) for s in sections] == [("dia-1-la-feria", "Día 1: la feria")]
    assert slug_of("¿Qué sigue?") == "que-sigue"


def test_tables_lists_and_links_of_markdown_are_kept() -> None:
    html = html_of("| a | b |\n|:-:|---|\n| 1 | 2 |\n\n3. **c** [d](https://e.pe/?f=1&g=2)\n")
    assert '<th align="center">a</th>' in html
    assert '<ol start="3">' in html
    assert '<a href="https://e.pe/?f=1&amp;g=2" rel="noopener nofollow ugc">d</a>' in html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<style>body{display:none}</style>",
        "<!-- nota -->",
        "[a](javascript:alert(1))",
        "[a](data:text/html;base64,xx)",
        "![a](https://x.pe/a.png)",
        "[a](//x.pe)",
        '<a href="https://x.pe" onclick="x()">a</a>',
    ],
)
def test_markup_that_could_act_is_refused_at_its_line(hostile: str) -> None:
    body = f"## Uno\n\nAntes.\n\n{hostile}\n"
    sections, problems = read_sections(Document("x.md", body=body), KINDS)
    assert [problem.line for problem in problems] == [5], problems
    for section in sections:
        for active in ("<script", "<img", "<svg", "<style", "onclick", "javascript:", "data:"):
            assert active not in section.html


def test_angle_brackets_quotes_and_templates_are_shown_literally() -> None:
    html = html_of("1 < 2 & 3 > 2, {{ 7 * 7 }} y {% raw %}")
    assert "1 &lt; 2 &amp; 3 &gt; 2, {{ 7 * 7 }} y {% raw %}" in html


def test_pathological_markdown_is_read_in_linear_time() -> None:
    assert html_of("[" * 20_000).count("[") == 20_000


@pytest.mark.parametrize("deep", [">" * 50_000, "> " * 30_000, "- " * 30])
def test_quotes_and_lists_inside_each_other_have_a_limit(deep: str) -> None:
    _, problems = read_sections(Document("x.md", body=f"## Uno\n\n{deep} a\n"), KINDS)
    assert ["una dentro de otra" in problem.message for problem in problems] == [True]


def test_forbidden_markup_is_reported_once_a_line_beside_the_other_problems() -> None:
    body = (
        f"## Uno\n\n{'![a](https://x.pe/b.png)' * 5_000}\n\n{'[a](x) ' * 5_000}\n\n## Tres\n\nc\n"
    )
    _, problems = read_sections(Document("x.md", body=body), KINDS)
    assert [problem.line for problem in problems] == [3, 5, 7]


def test_markdown_becomes_the_html_of_github_s_renderer() -> None:
    text = (
        "# ¿Qué?\n\n- [ ] a ~~b~~ <b>\n\n| c |\n|---|\n| d |\n\nhttps://example.org\n" + "é" * 999
    )
    options = cmarkgfm.cmark.Options.CMARK_OPT_SOURCEPOS
    assert to_html(text) == cmarkgfm.github_flavored_markdown_to_html(text, options)
    assert to_html("") == ""


@pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")
def test_rendering_frees_its_memory() -> None:
    text = "- *una* lista\n" * 2000

    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

    to_html(text)
    before = resident()
    for _ in range(30):
        to_html(text)
    assert resident() - before < 10_000_000


def test_the_boxes_of_tasks_and_the_smallest_headings_are_kept() -> None:
    html = html_of("- [x] hecho\n- [ ] por hacer\n\n##### Menor")
    assert "☑ hecho" in html
    assert "☐ por hacer" in html
    assert "<h5>Menor</h5>" in html


def test_a_section_does_not_take_an_anchor_that_its_page_uses() -> None:
    sections, _ = read_sections(
        Document("x.md", body="## Regiones\n\na\n\n## ¿?\n\nb\n\n## Día 1\n\nc")
    )
    assert [section.id for section in sections] == ["regiones-texto", "texto", "dia-1"]


def test_titles_that_give_the_same_anchor_get_different_ones() -> None:
    titles = ["日", "Texto 3", "¿?", "!", "Día 1", "Día-1"]
    body = "".join(f"## {title}\n\na\n\n" for title in titles)
    sections, problems = read_sections(Document("x.md", body=body))
    assert problems == []
    assert [(section.id, section.title) for section in sections] == list(
        zip(["texto", "texto-3", "texto-3-3", "texto-4", "dia-1", "dia-1-6"], titles, strict=True)
    )


def test_a_repeated_title_is_reported() -> None:
    _, problems = read_sections(Document("x.md", body="## Día 1\n\na\n\n## DIA 1\n\nb\n"))
    assert [(problem.line, problem.message) for problem in problems] == [
        (5, "La sección «DIA 1» está repetida. Júntelas en una.")
    ]
