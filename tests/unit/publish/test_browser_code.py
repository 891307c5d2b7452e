"""The scripts as they are published."""

from __future__ import annotations

import re
from pathlib import Path

import mkdocs
import pytest

from catalog.publish.browser_code import (
    JOINED,
    lunr_for_searching,
    minified,
    preloads,
    published,
    scripts,
)

SHIPPED = Path(mkdocs.__file__).parent / "contrib" / "search"


def test_a_script_loses_its_comments_and_keeps_its_texts() -> None:
    script = '// why\nconst a = `x  ${"y"}  // z`; /* how */ const b = /\\/\\//.test(a);\n'
    smaller = minified(script)
    assert "why" not in smaller
    assert "how" not in smaller
    assert '`x  ${"y"}  // z`' in smaller
    assert r"/\/\//" in smaller


def test_no_script_has_a_template_within_another_as_it_would_lose_spaces(root: Path) -> None:
    for script in (root / "hooks" / "theme" / "js").glob("*/*.js"):
        assert not re.search(r"\$\{[^}]*`", script.read_text("utf-8")), script.name


def test_lunr_keeps_its_search_and_loses_its_builder() -> None:
    lunr = lunr_for_searching(SHIPPED)
    assert all(f"lunr.{kept}=" in lunr for kept in ("Index", "Query", "Vector", "TokenSet", "es"))
    assert not any(
        f"lunr.{lost}=" in lunr
        for lost in ("Builder", "QueryParser", "stemmer", "tokenizer", "stopWordFilter")
    )
    assert "MIT" in lunr


def test_an_unknown_lunr_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "templates" / "search" / "lunr.js"
    file.parent.mkdir(parents=True)
    file.write_text("var lunr = {}")
    with pytest.raises(ValueError, match="has no Builder"):
        lunr_for_searching(tmp_path)


def write_module(theme: Path, name: str, text: str) -> None:
    file = theme / "js" / f"{name}.js"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def test_an_entry_preloads_all_that_it_imports_once(tmp_path: Path) -> None:
    write_module(
        tmp_path, "a/entry", 'import { b } from "./b.js";\nimport { c } from "../c/c.js";\n'
    )
    write_module(tmp_path, "a/b", 'import { c } from "../c/c.js";\n')
    write_module(
        tmp_path, "c/c", '/** @typedef {import("./types.js").T} T */\nimport "./effect.js";\n'
    )
    write_module(tmp_path, "c/effect", 'const later = () => import("./later.js");\n')
    assert preloads(tmp_path, "a/entry") == ["a/b", "c/c", "c/effect"]


def test_an_import_that_cannot_be_preloaded_is_refused(tmp_path: Path) -> None:
    write_module(tmp_path, "a/entry", 'import {\n  b,\n} from "./b.js";\n')
    with pytest.raises(ValueError, match="cannot be preloaded"):
        preloads(tmp_path, "a/entry")


def test_every_module_of_the_site_can_be_preloaded(root: Path) -> None:
    theme = root / "hooks" / "theme"
    for file in theme.glob("js/*/*.js"):
        preloads(theme, file.relative_to(theme / "js").with_suffix("").as_posix())


def test_the_modules_of_a_joined_folder_are_one_script(tmp_path: Path) -> None:
    write_module(
        tmp_path, "page/page", 'import { a } from "../search/a.js";\nimport("../search/b.js");\n'
    )
    write_module(
        tmp_path,
        "search/a",
        'import * as routes from "../shared/routes.js";\nimport { b } from "./b.js";\n'
        "export const a = b;\n",
    )
    write_module(
        tmp_path,
        "search/b",
        'import * as routes from "../shared/routes.js";\nexport const b = routes.DATA;\n',
    )
    write_module(tmp_path, "shared/routes", 'export const DATA = "";\n')
    assert dict(scripts(tmp_path)) == {
        "assets/catalogo/page/page.js": (
            'import{a}from"../search/search.js";import("../search/search.js");'
        ),
        "assets/catalogo/search/search.js": (
            'import*as routes from"../shared/shared.js";'
            "export const b=routes.DATA;export const a=b;"
        ),
        "assets/catalogo/shared/shared.js": 'export const DATA="";',
    }
    assert preloads(tmp_path, "page/page") == ["search/search", "shared/shared"]
    assert published("search/b") == "search/search"


@pytest.mark.parametrize("folder", JOINED)
def test_no_two_modules_of_a_joined_folder_declare_the_same_name(root: Path, folder: str) -> None:
    declared = [
        name
        for file in (root / "hooks/theme/js" / folder).glob("*.js")
        for name in re.findall(
            r"^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)",
            file.read_text("utf-8"),
            re.MULTILINE,
        )
    ]
    assert declared
    assert len(declared) == len(set(declared)), sorted(declared)
