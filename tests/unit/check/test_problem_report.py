"""The same problems, told to a person, to GitHub and to a program."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import cmarkgfm
import pytest

from catalog.check.problem_report import (
    MOST_IN_SUMMARY,
    CheckResult,
    as_annotations,
    as_json,
    as_summary,
    as_text,
)
from catalog.source.problems import Problem, Severity

ERROR = Problem("practices/ica/x.md", 7, 10, "estadio", "«avansado» no es válido.")
DOUBT = Problem("practices/ica/x.md", 9, 1, "", "Algo raro.", Severity.WARNING)
HOSTILE = Problem(
    "a\nb,c:d.md", 1, 1, "c\r\n::error::d", "e\x1b[31m\u202ef\u2028g ##[group]x 100 %"
)


def test_a_line_a_problem() -> None:
    assert as_text(CheckResult([ERROR, DOUBT])) == (
        "practices/ica/x.md:7:10: estadio: «avansado» no es válido.\n"
        "practices/ica/x.md:9:1: aviso: Algo raro.\n"
    )


def test_annotations_stand_on_their_lines() -> None:
    assert as_annotations(CheckResult([ERROR, DOUBT])) == (
        "::error file=practices/ica/x.md,line=7,col=10::estadio: «avansado» no es válido.\n"
        "::warning file=practices/ica/x.md,line=9,col=1::Algo raro.\n"
    )


@pytest.mark.parametrize("tell", [as_text, as_annotations, as_json])
def test_content_forges_no_line_and_no_command(tell: object) -> None:
    said = tell(CheckResult([HOSTILE]))  # type: ignore[operator]
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert not [line for line in said.splitlines() if line.lstrip().startswith("::error::")]


def test_github_takes_nothing_of_the_content_for_a_command() -> None:
    said = as_annotations(CheckResult([HOSTILE]))
    assert said.startswith("::error file=a�b%2Cc%3Ad.md,line=1,col=1::")
    assert len(said.splitlines()) == 1
    assert "##[" not in said
    assert said.endswith("100 %25\n")


def test_a_program_gets_everything() -> None:
    told = json.loads(as_json(CheckResult([ERROR, DOUBT])))
    assert told["problems"][0] == {
        "path": "practices/ica/x.md", "line": 7, "column": 10, "field": "estadio",
        "message": "«avansado» no es válido.", "severity": "error",
    }  # fmt: skip
    assert (told["errors"], told["warnings"]) == (1, 1)


def test_the_summary_of_errors_lists_them_by_file_and_says_how_to_mend() -> None:
    other = replace(ERROR, path="practices/ica/y.md")
    said = as_summary(
        CheckResult([ERROR, other, replace(ERROR, line=9)]), "https://x/CONTRIBUTING.md"
    )
    assert said.startswith("## ❌ Hay 3 errores por corregir\n")
    assert (
        "### practices\\/ica\\/x\\.md\n\n"
        "- **Línea 7**, estadio: «avansado» no es válido\\.\n"
        "- **Línea 9**, estadio: «avansado» no es válido\\.\n\n"
        "### practices\\/ica\\/y\\.md\n\n"
    ) in said
    assert "(https://x/CONTRIBUTING.md)" in said
    assert "Files changed" in said


def test_nothing_that_a_stranger_wrote_acts_in_the_summary() -> None:
    bad = "<img src=x> [a](https://x) @all #1 **b** `c` www.x.pe\n# d"
    said = as_summary(CheckResult([Problem(bad, 1, 1, bad, bad)]), "")
    shown = cmarkgfm.github_flavored_markdown_to_html(said)
    assert "<img" not in shown
    assert "x.pe</a>" not in shown
    assert shown.count("<a href") == 1  # the guide's
    assert "<code>" not in shown
    assert "[a](https://x) @all #1 **b** `c` www.x.pe" in unescape(shown)


def test_the_summary_of_too_many_says_how_many_are_left() -> None:
    said = as_summary(CheckResult([ERROR] * (MOST_IN_SUMMARY + 5)), "")
    assert said.count("avansado") == MOST_IN_SUMMARY
    assert "Hay 5 más" in said


def test_doubts_do_not_crowd_out_errors_from_the_summary() -> None:
    assert "avansado" in as_summary(CheckResult([DOUBT] * MOST_IN_SUMMARY + [ERROR]), "")


def test_the_summary_of_what_is_right_has_its_doubts() -> None:
    assert "aviso" not in as_summary(CheckResult([], 10, 2), "")
    said = as_summary(CheckResult([DOUBT], 10, 2), "")
    assert said.startswith(
        "## ✅ Las fichas están bien escritas\n\n10 prácticas y 2 eventos, sin errores, 1 aviso."
    )
    assert "\n- **Línea 9**, aviso: Algo raro\\.\n" in said


def test_an_editor_finds_the_place_of_every_problem(root: Path) -> None:
    task = json.loads((root / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"][0]
    patterns = {its["severity"]: its["pattern"] for its in task["problemMatcher"]}
    for path in ("practices/ica/x.md", "docs/x.md", "cusco/x.md"):
        for severity in Severity:
            line = str(Problem(path, 7, 10, "titulo", "Está vacío.", severity))
            found = {its: re.match(its_of["regexp"], line) for its, its_of in patterns.items()}
            assert [its for its, match in found.items() if match] == [severity]
            match, places = found[severity], patterns[severity]
            told = [match[places[part]] for part in ("file", "line", "column", "message")]
            assert told == [path, "7", "10", "titulo: Está vacío."]
    assert not any(re.match(its["regexp"], "9 errores por corregir.") for its in patterns.values())
