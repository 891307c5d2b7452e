"""The files that are parsed again when a catalogue is read a second time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from catalog import load as loading
from catalog.load import ReadFiles, load

SHEET = "practices/sur/banco-de-semillas.md"
OTHER = "practices/norte/riego-por-goteo.md"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that were parsed so far."""
    paths: list[str] = []
    real = loading.parse_sheet

    def spy(path: str, raw: bytes) -> object:
        paths.append(path)
        return real(path, raw)

    monkeypatch.setattr(loading, "parse_sheet", spy)
    return paths


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_only_a_file_that_changed_is_parsed_again(copy_of_small: Path, parsed: list[str]) -> None:
    read_files = ReadFiles()
    before, _ = load(copy_of_small, read_files)
    parsed.clear()
    edit(copy_of_small, SHEET, "Banco de semillas", "Banco nuevo")
    after, _ = load(copy_of_small, read_files)
    assert parsed == [SHEET]
    assert before
    assert after
    assert after.by_slug["banco-de-semillas"].title == "Banco nuevo"
    assert after.by_slug["riego-por-goteo"] is before.by_slug["riego-por-goteo"]


def test_a_change_is_seen_in_the_content_of_a_file_and_not_in_its_date(
    copy_of_small: Path, parsed: list[str]
) -> None:
    before = ReadFiles()
    load(copy_of_small, before)
    stat = (copy_of_small / SHEET).stat()
    parsed.clear()
    (copy_of_small / OTHER).touch()
    edit(copy_of_small, SHEET, "Banco de semillas", "Banco de semilla5")
    os.utime(copy_of_small / SHEET, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    load(copy_of_small, before)
    assert parsed == [SHEET]


def test_every_file_is_parsed_again_with_another_vocabulary(
    copy_of_small: Path, parsed: list[str]
) -> None:
    before = ReadFiles()
    load(copy_of_small, before)
    every = sorted(parsed)
    parsed.clear()
    topics = copy_of_small / "practices" / "_taxonomies" / "temas.yml"
    topics.write_text(topics.read_text("utf-8") + "- id: otro\n  label: Otro tema\n", "utf-8")
    catalog, _ = load(copy_of_small, before)
    assert sorted(parsed) == every
    assert catalog
    assert "otro" in catalog.vocabularies.topics


def test_every_file_is_parsed_again_on_another_day(
    copy_of_small: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A date in the future on one day may be in the past on another."""
    before = ReadFiles()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1420070400")  # 1 January 2015
    catalog, problems = load(copy_of_small, before)
    assert catalog is None
    assert any("todavía no llega" in problem.message for problem in problems)
    parsed.clear()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")  # 1 January 2027
    assert load(copy_of_small, before)[0]
    assert {SHEET, OTHER} <= set(parsed)


def test_a_broken_file_gives_its_problems_in_each_reading(copy_of_small: Path) -> None:
    before = ReadFiles()
    edit(copy_of_small, SHEET, "estadio: inicial", "estadio: ninguno")
    assert load(copy_of_small, before)[1] == load(copy_of_small, before)[1] != []
    edit(copy_of_small, SHEET, "estadio: ninguno", "estadio: inicial")
    assert load(copy_of_small, before)[1] == []


def test_a_second_reading_equals_a_fresh_one(copy_of_small: Path) -> None:
    before = ReadFiles()
    load(copy_of_small, before)
    edit(copy_of_small, SHEET, "Banco de semillas", "Banco nuevo")
    second, _ = load(copy_of_small, before)
    fresh, _ = load(copy_of_small)
    assert second
    assert fresh
    assert second.practices == fresh.practices
    assert second.events == fresh.events
