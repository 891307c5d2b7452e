"""The documents of the project agree with its packages, files, functions and keys."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from catalog.schema import event_fields, fields
from catalog.schema.validation import Strict
from tests.unit.test_structure import PACKAGES

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
# Names of examples, which a reader replaces, and folders that commands make.
MADE_UP = re.compile(r".*mi-(practica|intercambio)|practices/ica|(\.venv|node_modules|site)/")


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
        for name, model in {**vars(fields), **vars(event_fields)}.items()
        if inspect.isclass(model) and issubclass(model, Strict) and model is not Strict
    }


def test_the_glossary_has_every_key_of_the_schema_and_no_other() -> None:
    text = (ROOT / "GLOSSARY.md").read_text("utf-8")
    tables = dict(re.findall(r"\n### `(\w+)`\n(.*?)(?=\n### |\Z)", text, re.DOTALL))
    assert tables.keys() == models().keys()
    for name, model in models().items():
        rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \|", tables[name], re.MULTILINE)
        assert rows == [(field.alias, key) for key, field in model.model_fields.items()]
