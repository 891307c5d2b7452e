"""The output and the exit status of the `catalogo` command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from catalog.commands import cli
from catalog.commands.cli import main

SHEET = "practices/sur/banco-de-semillas.md"


@pytest.fixture
def broken(copy_of_small: Path) -> Path:
    """A catalogue with a mistake in each of two sheets."""
    for path, old in ((SHEET, "inicial"), ("practices/norte/riego-por-goteo.md", "avanzado")):
        sheet = copy_of_small / path
        sheet.write_text(sheet.read_text().replace(f"estadio: {old}", "estadio: inicia"))
    return copy_of_small


def run(*arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a new process."""
    environment = {**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[2])}
    return subprocess.run(
        [sys.executable, "-m", "catalog.commands.cli", *arguments],
        capture_output=True, check=False, env=environment | more.pop("env", {}), **more,
    )  # fmt: skip


def test_before_the_setup_the_command_says_what_to_run(root: Path, tmp_path: Path) -> None:
    command = shutil.copy(root / "catalogo", tmp_path)
    done = subprocess.run([command, "check"], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "corra antes «make setup»" in done.stderr.decode()


def test_a_right_catalogue_exits_0(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769904000")  # 1 February 2026
    assert main(["check", "--root", str(root / "tests" / "catalogue")]) == 0
    assert capsys.readouterr().out == "2 prácticas, 1 evento y 1 desafío, sin errores.\n"


def test_a_catalogue_with_errors_exits_1(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(broken)]) == 1
    printed = capsys.readouterr()
    assert [line.split(": ")[0] for line in printed.out.splitlines()] == [
        "practices/norte/riego-por-goteo.md:9:10", f"{SHEET}:7:10",
    ]  # fmt: skip
    assert printed.err == "2 errores por corregir.\n"


def test_only_the_problems_of_the_files_that_are_asked_for_are_printed(
    broken: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for asked in (str(broken / SHEET), "practices/sur", str(broken / "practices" / "sur")):
        assert main(["check", asked, "--root", str(broken)]) == 1
        assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [SHEET]
    assert main(["check", str(broken / "practices" / "_events"), "--root", str(broken)]) == 0
    assert capsys.readouterr().out == "Sin errores en lo que pidió revisar.\n"
    monkeypatch.chdir(broken / "practices" / "sur")
    assert main(["check", "banco-de-semillas.md", "--root", str(broken)]) == 1


def test_no_sheet_passes_while_a_vocabulary_cannot_be_read(
    copy_of_small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy_of_small / "practices" / "_taxonomies" / "temas.yml").write_text("- x\n")
    assert main(["check", SHEET, "--root", str(copy_of_small)]) == 1
    assert capsys.readouterr().out.startswith("practices/_taxonomies/temas.yml:1:3: ")


def test_a_review_older_than_a_year_is_a_warning(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800057600")  # 16 January 2027
    assert main(["check", "--root", str(root / "tests" / "catalogue")]) == 0
    warning, verdict = capsys.readouterr().out.splitlines()
    assert warning.startswith(
        "practices/norte/riego-por-goteo.md:27:17: aviso: fecha_revision: Por revisar de nuevo: la "
        "ficha se revisó el 15 de enero de 2026"
    )
    assert verdict == "2 prácticas, 1 evento y 1 desafío, sin errores, 1 aviso."


def test_problems_as_annotations_come_with_a_summary(
    broken: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.example")
    monkeypatch.setenv("GITHUB_REPOSITORY", "ana/catalogo")
    assert main(["check", "--root", str(broken), "--format", "github"]) == 1
    assert f"::error file={SHEET},line=7,col=10::estadio: " in capsys.readouterr().out
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert "2 errores por corregir" in summary
    assert "https://github.example/ana/catalogo/blob/HEAD/docs/guia/errores.md" in summary


def test_the_json_format_prints_json_alone(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--root", str(broken), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["errors"] == 2


@pytest.mark.parametrize(
    "arguments",
    [[], ["nada"], ["check", "--format", "xml"], ["check", "--nada"], ["check", "no-existe.md"],
     ["check", "--root", "/no/existe"], ["check", "/etc/passwd"], ["check", "README.md"]],
)  # fmt: skip
def test_wrong_usage_exits_2_and_says_so_in_spanish(arguments: list[str], root: Path) -> None:
    done = run(*arguments, cwd=root)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""
    assert done.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_the_command_works_on_a_terminal_that_lacks_letters(
    broken: Path, environment: dict[str, str]
) -> None:
    done = run("check", "--root", str(broken), env=environment)
    assert done.returncode == 1
    assert done.stdout.count(b"estadio: ") == 2
    assert b"Traceback" not in done.stderr


def test_the_command_ends_well_when_its_output_is_closed(broken: Path) -> None:
    for number in range(200):
        (broken / "practices" / "sur" / f"{number} mal.md").write_text("x")
    process = subprocess.Popen(
        [sys.executable, "-m", "catalog.commands.cli", "check", "--root", str(broken)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[2])},
    )  # fmt: skip
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert b"Traceback" not in errors
    assert b"BrokenPipe" not in errors


def test_a_fault_in_the_command_itself_exits_3_without_a_traceback(
    copy_of_small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> None:
        raise RuntimeError("algo\x1b[31m se rompió")

    monkeypatch.setattr(cli, "load", fail)
    assert main(["check", "--root", str(copy_of_small)]) == 3
    errors = capsys.readouterr().err
    assert "no su ficha" in errors
    assert "\x1b" not in errors
