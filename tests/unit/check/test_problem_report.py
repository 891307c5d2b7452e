"""The same problems written for people, for GitHub and for programs."""

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
WARNING = Problem("practices/ica/x.md", 9, 1, "", "Algo raro.", Severity.WARNING)
HOSTILE = Problem(
    "a\nb,c:d.md", 1, 1, "c\r\n::error::d", "e\x1b[31m\u202ef\u2028g ##[group]x 100 %"
)


def test_each_problem_is_one_line() -> None:
    assert as_text(CheckResult([ERROR, WARNING])) == (
        "practices/ica/x.md:7:10: estadio: «avansado» no es válido.\n"
        "practices/ica/x.md:9:1: aviso: Algo raro.\n"
    )


def test_an_annotation_has_the_file_and_line_of_its_problem() -> None:
    assert as_annotations(CheckResult([ERROR, WARNING])) == (
        "::error file=practices/ica/x.md,line=7,col=10::estadio: «avansado» no es válido.\n"
        "::warning file=practices/ica/x.md,line=9,col=1::Algo raro.\n"
    )


@pytest.mark.parametrize("write", [as_text, as_annotations, as_json])
def test_content_cannot_forge_a_line_or_a_command(write: object) -> None:
    output = write(CheckResult([HOSTILE]))  # type: ignore[operator]
    assert "\x1b" not in output
    assert "\u202e" not in output
    assert not [line for line in output.splitlines() if line.lstrip().startswith("::error::")]


def test_github_reads_no_content_as_a_command() -> None:
    output = as_annotations(CheckResult([HOSTILE]))
    assert output.startswith("::error file=a�b%2Cc%3Ad.md,line=1,col=1::")
    assert len(output.splitlines()) == 1
    assert "##[" not in output
    assert output.endswith("100 %25\n")


def test_json_has_every_part_of_a_problem() -> None:
    data = json.loads(as_json(CheckResult([ERROR, WARNING])))
    assert data["problems"][0] == {
        "path": "practices/ica/x.md", "line": 7, "column": 10, "field": "estadio",
        "message": "«avansado» no es válido.", "severity": "error",
    }  # fmt: skip
    assert (data["errors"], data["warnings"]) == (1, 1)


def test_the_summary_of_errors_lists_them_by_file_and_says_how_to_mend() -> None:
    other = replace(ERROR, path="practices/ica/y.md")
    summary = as_summary(
        CheckResult([ERROR, other, replace(ERROR, line=9)]), "https://x/CONTRIBUTING.md"
    )
    assert summary.startswith("## ❌ Hay 3 errores por corregir\n")
    assert (
        "### practices\\/ica\\/x\\.md\n\n"
        "- **Línea 7**, estadio: «avansado» no es válido\\.\n"
        "- **Línea 9**, estadio: «avansado» no es válido\\.\n\n"
        "### practices\\/ica\\/y\\.md\n\n"
    ) in summary
    assert "(https://x/CONTRIBUTING.md)" in summary
    assert "Files changed" in summary


def test_markup_in_content_does_not_act_in_the_summary() -> None:
    bad = "<img src=x> [a](https://x) @all #1 **b** `c` www.x.pe\n# d"
    summary = as_summary(CheckResult([Problem(bad, 1, 1, bad, bad)]), "")
    shown = cmarkgfm.github_flavored_markdown_to_html(summary)
    assert "<img" not in shown
    assert "x.pe</a>" not in shown
    assert shown.count("<a href") == 1  # the link to the guide
    assert "<code>" not in shown
    assert "[a](https://x) @all #1 **b** `c` www.x.pe" in unescape(shown)


def test_a_long_summary_says_how_many_problems_it_leaves_out() -> None:
    summary = as_summary(CheckResult([ERROR] * (MOST_IN_SUMMARY + 5)), "")
    assert summary.count("avansado") == MOST_IN_SUMMARY
    assert "Hay 5 más" in summary


def test_warnings_never_push_errors_out_of_the_summary() -> None:
    assert "avansado" in as_summary(CheckResult([WARNING] * MOST_IN_SUMMARY + [ERROR]), "")


def test_the_summary_of_a_right_catalogue_lists_its_warnings() -> None:
    assert "aviso" not in as_summary(CheckResult([], 10, 2), "")
    summary = as_summary(CheckResult([WARNING], 10, 2), "")
    assert summary.startswith(
        "## ✅ La forma está bien\n\n10 prácticas y 2 eventos, sin errores, 1 aviso."
    )
    assert "\n- **Línea 9**, aviso: Algo raro\\.\n" in summary


def test_an_editor_finds_the_place_of_every_problem(root: Path) -> None:
    task = json.loads((root / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"][0]
    patterns = {item["severity"]: item["pattern"] for item in task["problemMatcher"]}
    for path in ("practices/ica/x.md", "docs/x.md", "cusco/x.md"):
        for severity in Severity:
            line = str(Problem(path, 7, 10, "titulo", "Está vacío.", severity))
            found = {name: re.match(item["regexp"], line) for name, item in patterns.items()}
            assert [name for name, match in found.items() if match] == [severity]
            match, places = found[severity], patterns[severity]
            parts = [match[places[part]] for part in ("file", "line", "column", "message")]
            assert parts == [path, "7", "10", "titulo: Está vacío."]
    assert not any(
        re.match(item["regexp"], "9 errores por corregir.") for item in patterns.values()
    )
