"""The stylesheets that browsers get, joined from many files."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from catalog.publish.stylesheets import PUBLISHED, imports, joined


@pytest.fixture
def styles(root: Path) -> Path:
    return root / "hooks" / "theme" / "css"


def test_every_file_is_joined_into_one_stylesheet_once(styles: Path) -> None:
    imported = Counter(name for sheet in PUBLISHED for name, _ in imports(styles / sheet))
    files = {file.relative_to(styles).as_posix() for file in styles.rglob("*.css")}
    assert imported == Counter(files - set(PUBLISHED))


@pytest.mark.parametrize("sheet", PUBLISHED)
def test_files_are_imported_in_the_order_of_their_layers(styles: Path, sheet: str) -> None:
    order = re.findall(r"^@layer (.+);$", (styles / sheet).read_text("utf-8"), re.MULTILINE)
    assert order == ["tokens, base, frame, components, pages, print"]
    layers = [layer for _, layer in imports(styles / sheet)]
    assert layers == sorted(layers, key=order[0].split(", ").index)


@pytest.mark.parametrize("sheet", PUBLISHED)
def test_a_stylesheet_loses_only_comments_and_blanks(styles: Path, sheet: str) -> None:
    sources = "".join((styles / name).read_text("utf-8") for name, _ in imports(styles / sheet))
    published = joined(styles / sheet)
    published = published.split(";", 1)[1]  # the order of the layers
    assert not re.search(r"@import|/\*", published)
    assert _rules(re.sub(r"@layer \w+\{", "", published)) == _rules(sources)


def test_the_blank_before_a_pseudo_class_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("@media print {\n  .a :is(b, c) {\n    --d: e;\n  }\n}\n")
    (tmp_path / "sheet.css").write_text('@layer f;\n@import "a.css" layer(f);\n')
    assert joined(tmp_path / "sheet.css") == "@layer f;@layer f{@media print{.a :is(b,c){--d:e}}}"


def test_every_custom_property_is_a_token(styles: Path) -> None:
    tokens = set(re.findall(r"^ +(--[\w-]+):", (styles / "tokens.css").read_text(), re.MULTILINE))
    used = re.findall(r"var\((--[\w-]+)", "".join(f.read_text() for f in styles.rglob("*.css")))
    assert set(used) - tokens == {"--columns"}, "compare.js sets how many are compared"


def test_each_declaration_is_on_a_line_of_its_own(styles: Path) -> None:
    for file in styles.rglob("*.css"):
        for line in re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL).split("\n"):
            assert not re.search(r"[;{}]\s*\S", line), f"{file.name}: {line}"


def _rules(css: str) -> list[str]:
    """The texts between the braces and semicolons of a stylesheet, in their order, without
    comments and with a blank only where it has a meaning."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    parts = [re.sub(r"\s+", " ", part).strip(" ;") for part in re.split(r"[{};]", css)]
    return [re.sub(r" ?([,>+~()!]) ?", r"\1", part).replace(": ", ":") for part in parts if part]


def test_a_style_file_is_named_for_its_template(styles: Path) -> None:
    """All but those of the group of pieces that several templates use."""
    text = (styles / "catalogo.css").read_text("utf-8")
    own = text.partition("/* Pieces with a template of their own. */")[2].partition("print/")[0]
    named = re.findall(r'@import "((?:components|cards|blocks|pages)/[\w-]+)\.css"', own)
    assert len(named) > 30
    theme = styles.parent
    assert [name for name in named if not (theme / f"{name}.html").exists()] == ["pages/guide"]
