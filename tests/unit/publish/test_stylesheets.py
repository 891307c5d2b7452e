"""The styles that browsers get are all those of the theme, each once and in the written order."""

from __future__ import annotations

from pathlib import Path

from catalog.publish.stylesheets import SHEETS, stylesheets


def test_every_file_of_styles_is_published_once(root: Path) -> None:
    folder = root / "hooks" / "theme" / "css"
    written = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.css"))
    assert written == sorted(f"{file}.css" for files in SHEETS.values() for file in files)


def test_files_are_joined_in_their_order_and_minified(tmp_path: Path) -> None:
    for files in SHEETS.values():
        for number, file in enumerate(files):
            path = tmp_path / "css" / f"{file}.css"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"/* why */\n.a {{\n  order: {number};\n}}\n", "utf-8")
    published = dict(stylesheets(tmp_path))
    assert published["assets/catalogo/choose.css"] == ".a{order:0}"
    joined = published["assets/catalogo/catalogo.css"]
    assert joined == "".join(f".a{{order:{n}}}" for n in range(len(SHEETS["catalogo.css"])))
