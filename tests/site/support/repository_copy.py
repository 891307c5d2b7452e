"""A copy of the sources of a site, to be changed and built, and the files that a build leaves."""

from __future__ import annotations

import re
import shutil
from pathlib import Path


def copy_of(root: Path, made: Path) -> Path:
    """Copy the sources of a site from `root` to the new folder `made`, and return that folder."""
    made.mkdir()
    shutil.copy(root / "mkdocs.yml", made)
    for folder in ("hooks", "practices", "docs"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(root / folder, made / folder, ignore=ignored)
    return made


def files_of(folder: Path) -> dict[str, bytes]:
    """The content of each file of a folder, by its path within it."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def leftover_drafts(copy: Path) -> list[str]:
    """The unfinished folders that a build has left beside the site."""
    return [path.name for path in copy.glob(".site*")]


def replace(file: Path, pattern: str, by: str) -> int:
    """Replace the first match of a pattern in a file, and return the number of its line."""
    text = file.read_text("utf-8")
    found = re.search(pattern, text, flags=re.MULTILINE)
    assert found, f"{file.name} has no {pattern}"
    file.write_text(text[: found.start()] + by + text[found.end() :], "utf-8")
    return text.count("\n", 0, found.start()) + 1
