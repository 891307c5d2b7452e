"""The bench's generated catalogue, queries, server, statistics and programs."""

from __future__ import annotations

import gzip
import json
import sys
import urllib.error
import urllib.request
from http.client import HTTPResponse
from pathlib import Path

import pytest

from bench.browser import belongs_to_search
from bench.counting_server import CountingServer
from bench.generated_catalogue import write_catalogue
from bench.generated_texts import SUMMARY_CHARACTERS, TITLE_WORDS, Recombined, clean
from bench.measures import Measure, format_value, median_and_p95, percentile
from bench.plain_sheets import draw_queries, read_sheet
from bench.programs import NotMeasuredError, run
from bench.table import Results, markdown
from catalog.load import load
from catalog.source.problems import Severity

HOSTILE = '# <b>No</b> [es](javascript:x) `un` *título* {: .x } & | ~~nada~~ \\ "sí" #'


def _files(root: Path) -> dict[str, bytes]:
    found = sorted((root / "practices").rglob("*.md"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three texts full of characters that a sheet may not hold."""
    paragraphs = [f"{HOSTILE} párrafo número {n} del texto" for n in range(9)]
    texts = [
        {"title": f"{n} {HOSTILE}", "summary": HOSTILE, "body": "\n\n".join(paragraphs)}
        for n in range(3)
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    return path


def test_a_generated_catalogue_has_no_error(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "made", 60)
    catalog, problems = load(tmp_path / "made")
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]
    assert catalog is not None
    assert len(catalog.practices) == 60


def test_a_catalogue_of_given_texts_has_no_error(tmp_path: Path, corpus: Path) -> None:
    write_catalogue(tmp_path / "made", 30, corpus=corpus)
    catalog, problems = load(tmp_path / "made")
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]
    assert catalog is not None
    bodies = {tuple(section.text for section in sheet.sections) for sheet in catalog.practices}
    assert len(bodies) == 30


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("first", 1), ("again", 1), ("other", 2)):
        write_catalogue(tmp_path / name, 25, seed=seed)
    assert _files(tmp_path / "first") == _files(tmp_path / "again")
    assert _files(tmp_path / "first") != _files(tmp_path / "other")


def test_a_small_catalogue_is_part_of_a_large_one(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "small", 15)
    write_catalogue(tmp_path / "large", 25)
    small, large = ({n for n in _files(tmp_path / f) if "_events" not in n}
                    for f in ("small", "large"))  # fmt: skip
    assert small < large


def test_a_catalogue_is_not_written_into_a_folder_that_has_files(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("")
    with pytest.raises(FileExistsError):
        write_catalogue(tmp_path, 10)


def test_fields_are_within_their_limits() -> None:
    source = Recombined(1, [{"title": "a", "summary": "b", "body": "Una frase corta.\n\n" * 3}])
    text = source.text(0)
    assert len(text.title.split()) <= TITLE_WORDS[1]
    assert SUMMARY_CHARACTERS[0] <= len(text.summary) <= SUMMARY_CHARACTERS[1]


def test_clean_text_has_no_markup() -> None:
    assert not set("#<>[]`*{}&|~\\\n") & set(clean(f"{HOSTILE}\n- otra"))


# Queries


def test_queries_are_words_of_the_sheets_and_the_same_for_a_seed(root: Path) -> None:
    sheets = sorted((root / "practices").glob("[!_]*/*.md"))
    drawn = draw_queries(sheets, 30, seed=1)
    assert drawn == draw_queries(sheets, 30, seed=1) != draw_queries(sheets, 30, seed=2)
    assert len(set(drawn)) == 30
    assert {len(query.split()) for query in drawn} == {1, 2, 3}
    texts = " ".join(f"{t.title} {t.summary} {t.body}".lower() for t in map(read_sheet, sheets))
    assert all(word in texts for query in drawn for word in query.split())


# The server


def _ask(served: CountingServer, path: str) -> HTTPResponse:
    opened: HTTPResponse = urllib.request.urlopen(served.address + path)
    return opened


def test_the_server_gzips_only_text_and_notes_the_bytes_that_it_sends(tmp_path: Path) -> None:
    page, program = b"<p>hola</p>" * 500, b"\0asm" * 500
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "index.html").write_bytes(page)
    (tmp_path / "a.wasm").write_bytes(program)
    (tmp_path / "b.pf_index").write_bytes(program)
    with CountingServer(tmp_path) as served:
        answer = _ask(served, "en/")
        body = answer.read()
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(body) == page
        for name in ("a.wasm", "b.pf_index"):
            answer = _ask(served, name)
            assert answer.headers["Content-Encoding"] is None
            assert answer.read() == program
        while served.idle_seconds == 0:
            pass
        sent = {"/en/": len(body), "/a.wasm": 2000, "/b.pf_index": 2000}
        assert dict(served.take()) == sent
        assert served.take() == []


def test_the_server_serves_its_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("no")
    (tmp_path / "site").mkdir()
    with CountingServer(tmp_path / "site") as served:
        assert served.find("/../secret.txt") is None
        assert served.find("/%2e%2e/secret.txt") is None
        with pytest.raises(urllib.error.HTTPError, match="404"):
            _ask(served, "secret.txt")


def test_a_page_its_styles_and_its_icon_are_no_part_of_the_search() -> None:
    assert not any(map(belongs_to_search, ["/practicas/", "/a/x.css", "/a/icono.svg"]))
    assert all(map(belongs_to_search, ["/a/x.js", "/datos/x.json", "/p/y.pf_index", "/p/z.wasm"]))


# Numbers and their table


def test_a_percentile_is_one_of_the_values() -> None:
    values = list(range(20, 0, -1))
    assert [percentile(values, p) for p in (0, 5, 50, 95, 100)] == [1, 1, 10, 19, 20]
    assert percentile([7], 95) == 7
    assert median_and_p95([3, 1, 2]) == (2, 3)
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 50)


def test_numbers_are_written_with_three_digits_or_without_decimals() -> None:
    assert format_value((0.1234, 12345.6)) == "0.123 / 12,346"


def test_the_table_gives_each_reason_of_missing_values_once() -> None:
    results = Results()
    results.values[10, "A", Measure.BUILD] = (1.5,)
    results.missing[10, "B", Measure.BUILD] = "no such program"
    results.missing[10, "B", Measure.MEMORY] = "no such program"
    lines = markdown(results, [10], ["A", "B"]).splitlines()
    assert lines[2:] == [
        "| Build, s | 10 | 1.5 | — [1] |",
        "| Build, peak memory, MB | 10 |  | — [1] |",
        "",
        "[1] no such program  ",
    ]


# Programs


def test_the_time_and_memory_of_a_program_are_measured(tmp_path: Path) -> None:
    code = "import time; kept = b'x' * 60_000_000; time.sleep(0.3); print('done')"
    made = run([sys.executable, "-c", code], cwd=tmp_path, limit=20)
    assert made.output == "done\n"
    assert made.seconds > 0.3
    assert made.peak_bytes is None or made.peak_bytes > 60_000_000


def test_a_program_that_fails_or_takes_too_long_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotMeasuredError, match="ended with 3: out of luck"):
        run([sys.executable, "-c", "print('out of luck'); exit(3)"], cwd=tmp_path, limit=20)
    with pytest.raises(NotMeasuredError, match="not done after"):
        run([sys.executable, "-c", "import time; time.sleep(60)"], cwd=tmp_path, limit=0.2)
    with pytest.raises(NotMeasuredError, match="could not be started"):
        run([tmp_path / "nothing"], cwd=tmp_path, limit=1)
