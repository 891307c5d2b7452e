"""What the measurements stand on: the generated catalogue, the server and the statistics."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.corpus import write_catalogue
from bench.texts import SUMMARY_CHARACTERS, TITLE_WORDS, Recombined, clean
from catalog.load import load

HOSTILE = '# <b>No</b> [es](javascript:x) `un` *título* {: .x } & | ~~nada~~ \\ "sí" #'


def _files(root: Path) -> dict[str, bytes]:
    found = sorted((root / "practices").rglob("*.md"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three texts with all that a sheet may not hold."""
    paragraphs = [f"{HOSTILE} párrafo número {n} del texto" for n in range(9)]
    texts = [
        {"title": f"{n} {HOSTILE}", "summary": HOSTILE, "body": "\n\n".join(paragraphs)}
        for n in range(3)
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    return path


def test_a_generated_catalogue_has_no_problem(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "made", 60)
    catalog, problems = load(tmp_path / "made")
    assert not problems
    assert catalog is not None
    assert len(catalog.practices) == 60


def test_a_catalogue_of_given_texts_has_no_problem(tmp_path: Path, corpus: Path) -> None:
    write_catalogue(tmp_path / "made", 30, corpus=corpus)
    catalog, problems = load(tmp_path / "made")
    assert not problems
    assert catalog is not None
    bodies = {tuple(section.text for section in sheet.sections) for sheet in catalog.practices}
    assert len(bodies) == 30


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_catalogue(tmp_path / name, 25, seed=seed)
    assert _files(tmp_path / "one") == _files(tmp_path / "again")
    assert _files(tmp_path / "one") != _files(tmp_path / "other")


def test_a_small_catalogue_is_part_of_a_large_one(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "small", 15)
    write_catalogue(tmp_path / "large", 25)
    small, large = ({n for n in _files(tmp_path / f) if "_events" not in n}
                    for f in ("small", "large"))  # fmt: skip
    assert small < large


def test_nothing_is_written_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("")
    with pytest.raises(FileExistsError):
        write_catalogue(tmp_path, 10)


def test_fields_are_within_their_limits() -> None:
    source = Recombined(1, [{"title": "a", "summary": "b", "body": "Una frase corta.\n\n" * 3}])
    text = source.text(0)
    assert len(text.title.split()) <= TITLE_WORDS[1]
    assert SUMMARY_CHARACTERS[0] <= len(text.summary) <= SUMMARY_CHARACTERS[1]


def test_clean_text_is_words_alone() -> None:
    assert not set("#<>[]`*{}&|~\\\n") & set(clean(f"{HOSTILE}\n- otra"))
