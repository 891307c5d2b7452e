"""The list of acronyms: each form in one entry, and an entry for each acronym of the sheets."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from catalog.text.folding import fold

ROOT = Path(__file__).parents[2]
TERMS = yaml.safe_load((ROOT / "practices" / "_taxonomies" / "siglas.yml").read_text("utf-8"))
SHEETS = sorted((ROOT / "practices").glob("[!_]*/*.md"))

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ACRONYM = re.compile(r"\b[A-ZÁÉÍÓÚÜÑ]{3,8}\b")

# Words in capitals of the sheets that need no entry.
NOT_ACRONYMS = {
    "III": "a Roman numeral",
    "XIV": "a Roman numeral",
}


def forms(term: dict) -> list[str]:
    """The forms of a term: its label, its description and its aliases."""
    description = [term["description"]] if "description" in term else []
    return [term["label"], *description, *term.get("aliases", [])]


def repeated_acronyms() -> list[str]:
    counts = Counter(
        word for sheet in SHEETS for word in ACRONYM.findall(sheet.read_text(encoding="utf-8"))
    )
    return sorted(word for word, times in counts.items() if times > 1)


def test_ids_are_slugs_and_unique() -> None:
    ids = [term["id"] for term in TERMS]
    assert [term_id for term_id in ids if not SLUG.fullmatch(term_id)] == []
    assert [term_id for term_id, times in Counter(ids).items() if times > 1] == []


def test_a_term_has_only_the_keys_of_a_term() -> None:
    assert {key for term in TERMS for key in term} <= {"id", "label", "description", "aliases"}


def test_every_form_is_text() -> None:
    every = [form for term in TERMS for form in forms(term)]
    assert [form for form in every if not isinstance(form, str) or not form.strip()] == []


def test_no_form_is_repeated() -> None:
    counts = Counter(fold(form) for term in TERMS for form in forms(term))
    assert [form for form, times in counts.items() if times > 1] == []


def test_a_term_has_at_least_two_forms() -> None:
    assert [term["id"] for term in TERMS if len(forms(term)) < 2] == []


@pytest.mark.parametrize("acronym", repeated_acronyms())
def test_an_acronym_of_the_sheets_has_an_entry(acronym: str) -> None:
    labels = {fold(term["label"]) for term in TERMS}
    assert fold(acronym) in labels or acronym in NOT_ACRONYMS
