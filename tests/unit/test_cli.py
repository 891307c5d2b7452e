"""The `catalogo` command speaks through its output and its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.cli import main


def test_a_right_catalogue_exits_0(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(root / "tests" / "catalogue")]) == 0
    assert capsys.readouterr().out == "2 prácticas y 1 evento, sin errores.\n"


def test_problems_exit_1_and_can_be_annotations(
    copy_of_small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = copy_of_small / "practices" / "sur" / "banco-de-semillas.md"
    sheet.write_text(sheet.read_text().replace("estadio: inicial", "estadio: inicia"))
    assert main(["check", "--root", str(copy_of_small)]) == 1
    printed = capsys.readouterr()
    assert printed.out.startswith("practices/sur/banco-de-semillas.md:7:10: estadio: ")
    assert printed.err == "1 error por corregir.\n"
    assert main(["check", "--root", str(copy_of_small), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(
        "::error file=practices/sur/banco-de-semillas.md,line=7,col=10::estadio: "
    )


@pytest.mark.parametrize("arguments", [[], ["nada"], ["check", "--format", "xml"]])
def test_wrong_usage_exits_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
