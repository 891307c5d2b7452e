"""The documents for maintainers name packages, folders, files, tests and keys as they are."""

from __future__ import annotations

import inspect
import re
import subprocess
from pathlib import Path

import pytest

from catalog.schema import challenge_fields, event_fields, fields
from catalog.schema.validation import Strict
from tests.repository.test_structure import PACKAGES

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "HACKING.md", "CONTRIBUTING.md")),
    *(ROOT / ".github" / name for name in ("REVIEWING.md", "PRIVACY.md", "SECURITY.md")),
    *(ROOT / "decisions").glob("*.md"),
    *(ROOT / "docs" / "guia").glob("*.md"),
]
# The folders from which a document may name a path.
PLACES = ("", "hooks", "hooks/catalog", "hooks/theme")
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
ANCHOR = re.compile(r"\]\((?!https?:)([^)#]*)#([^)]+)\)")
TEST = re.compile(r"`(tests/[\w./-]+\.py)`")
# Names of examples, which a reader replaces, and folders that commands make.
MADE_UP = re.compile(
    r".*mi-(practica|intercambio|desafio)|practices/ica|(\.venv|node_modules|site)/"
)


def test_architecture_lists_the_folders() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    table = text.partition("## The folders\n")[2].partition("\n## ")[0]
    listed = re.findall(r"`([\w.]+)/`", re.sub(r"\| [^|]+ \|\n", "\n", table))
    asked = ["git", "-C", str(ROOT), "ls-files"]
    tracked = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    folders = {path.split("/")[0] for path in tracked if "/" in path}
    assert set(listed) == folders - {".vscode"}


def test_architecture_lists_the_packages_in_their_order() -> None:
    story = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("## The walk")[0]
    assert tuple(re.findall(r"^\d+\. `(\w+)`:", story, re.MULTILINE)) == PACKAGES


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_path_that_a_document_names_exists(document: Path) -> None:
    text = document.read_text("utf-8")
    named = {path for path in PATH.findall(text) if not MADE_UP.match(path)}
    missing = {path for path in named if not any((ROOT / p / path).exists() for p in PLACES)}
    missing |= {link for link in LINK.findall(text) if not (document.parent / link).exists()}
    assert missing == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_anchor_that_a_document_links_to_is_there(document: Path) -> None:
    """On GitHub too, which makes a heading's anchor of its whole text, accents included."""
    for path, anchor in ANCHOR.findall(document.read_text("utf-8")):
        text = (document.parent / path if path else document).read_text("utf-8")
        headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        ids = re.findall(r'<a id="([^"]+)">', text) + [_github_anchor(h) for h in headings]
        assert anchor in ids, f"{path}#{anchor}"


def _github_anchor(heading: str) -> str:
    text = re.sub(r"<[^>]+>", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def test_every_test_that_the_code_names_is_there() -> None:
    files = [*(ROOT / "hooks").rglob("*.py"), *(ROOT / "hooks").rglob("*.js"), ROOT / "GLOSSARY.md"]
    named = {path for file in files for path in TEST.findall(file.read_text("utf-8"))}
    assert named
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_every_function_that_the_walks_name_exists() -> None:
    walks = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition("## The walk")[2]
    for path, name in re.findall(r"`([\w/-]+\.(?:py|js))` `(\w+)`", walks):
        file = next(ROOT / p / path for p in PLACES if (ROOT / p / path).exists())
        assert re.search(rf"\b(def|function|async) +{name}\b|\b{name}\(", file.read_text("utf-8"))


def test_every_decision_is_in_the_list() -> None:
    listed = set(LINK.findall((ROOT / "decisions" / "README.md").read_text("utf-8")))
    assert listed == {file.name for file in (ROOT / "decisions").glob("*.md")} - {"README.md"}


def models() -> dict[str, type[Strict]]:
    return {
        name: model
        for name, model in {**vars(fields), **vars(event_fields), **vars(challenge_fields)}.items()
        if inspect.isclass(model) and issubclass(model, Strict) and model is not Strict
    }


def test_the_glossary_has_every_key_of_the_schema_and_no_other() -> None:
    text = (ROOT / "GLOSSARY.md").read_text("utf-8")
    tables = dict(re.findall(r"\n### `(\w+)`\n(.*?)(?=\n### |\Z)", text, re.DOTALL))
    assert tables.keys() == models().keys()
    for name, model in models().items():
        rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \| (.+) \|$", tables[name], re.MULTILINE)
        fields_of = model.model_fields.items()
        assert rows == [(field.alias, key, field.description) for key, field in fields_of]
