"""`catalogo new` asks questions, and writes a sheet that lacks only the texts of its author."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog.check.unfinished import MARK
from catalog.commands import cli, new_sheet
from catalog.commands.cli import main
from catalog.commands.new_sheet import sheet_of
from catalog.load import load
from catalog.source.front_matter import parse_sheet

SUMMARY = "Cada familia regaba cuando podía y el agua no alcanzaba. " * 2
# The shortest and the fullest answers that are right, in the order of the questions.
LEAST = ["Agua limpia", "", "norte", "", "Cooperativa", "", "agua", "", "inicial", "", "Informe",
         ""]  # fmt: skip
MOST = ['Agua: "limpia" #1, aquí 🌱', SUMMARY, "Norte", "agua-limpia", "- Una: la 'primera'",
        "Dos", "", "agua, Semillas", "familiar", "Inicial", "2020", "Informe # 3: metas",
        "Todo"]  # fmt: skip


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, copy_of_small: Path) -> Callable[..., int]:
    """Runs the command with some answers; an exception among them is raised in place of one."""

    def run(*answers: str | type[BaseException]) -> int:
        left = iter(answers)

        def ask(_: str) -> str:
            given = next(left, EOFError)
            if isinstance(given, str):
                return given
            raise given

        monkeypatch.setattr(
            cli, "new_sheet", lambda *arguments: new_sheet.new_sheet(*arguments, ask=ask)
        )
        status = main(["new", "--root", str(copy_of_small)])
        assert not list(left), "not every answer was asked for"
        return status

    return run


def sheets(root: Path) -> set[str]:
    return {path.name for path in root.glob("practices/*/*.md")}


@pytest.mark.parametrize(
    ("stage", "wanted"),
    [
        ("inicial", []),
        ("intermedio", ["Para el estadio «intermedio» añada también: Al menos una cifra que la "
                        "respalde."]),
    ],
)  # fmt: skip
def test_the_missing_requirements_of_the_stage_are_printed(
    stage: str, wanted: list[str], answer: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(*[stage if reply == "inicial" else reply for reply in LEAST]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in printed if line.startswith("Para el estadio")] == wanted


def test_a_new_sheet_lacks_only_the_texts_of_its_author(
    answer: Callable[..., int], copy_of_small: Path
) -> None:
    assert answer(*LEAST) == 0
    _, problems = load(copy_of_small)
    assert {problem.path for problem in problems} == {"practices/norte/agua-limpia.md"}
    assert [problem.field for problem in problems] == ["resumen", "fuentes[1].parte", "", ""]
    assert all("Falta escribir esto: «" in problem.message for problem in problems)


def test_a_new_sheet_passes_the_check_once_its_texts_are_written(
    answer: Callable[..., int], copy_of_small: Path
) -> None:
    assert answer(*MOST) == 0
    sheet = copy_of_small / "practices" / "norte" / "agua-limpia.md"
    sheet.write_text(sheet.read_text().replace(MARK, ""))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    practice = catalog.by_slug["agua-limpia"]
    assert practice.title == MOST[0]
    assert practice.summary == SUMMARY.strip()
    assert practice.institutions == ["- Una: la 'primera'", "Dos"]
    assert (practice.topics, practice.levels) == (["agua", "semillas"], ["familiar"])
    assert (practice.stage, practice.start_year) == ("inicial", 2020)
    assert [(source.document, source.part) for source in practice.sources] == [(MOST[-2], "Todo")]
    assert practice.review_date == datetime.now(UTC).date()


@pytest.mark.parametrize(
    ("place", "wrong", "message"),
    [
        (0, "", "Está vacío"),
        (0, "x" * 201, "Es muy largo"),
        (0, "Llame al 987 654 321", "el celular de una persona"),
        (0, "Agua\u200b", "carácter invisible"),
        (1, "Corto", "Es muy corto"),
        (2, "nort", "¿Quiso decir «norte»?"),
        (2, "?", "  norte: "),
        (3, "Mi Ficha", "Por ejemplo: «mi-ficha»"),
        (3, "banco-de-semillas", "ya lo usa practices/sur/banco-de-semillas.md"),
        (4, "", "Está vacío"),
        (5, "Cooperativa", "está repetido"),
        (6, "agua, riego, semillas, suelos, mercados", "se admiten hasta 4"),
        (6, "", "al menos 1"),
        (8, "iniciall", "¿Quiso decir «inicial»?"),
        (9, "2999", "todavía no llega"),
        (9, "hace poco", "no es un número entero"),
        (10, "", "Está vacío"),
        (11, "x" * 2001, "Es muy largo"),
    ],
)
def test_a_question_is_asked_again_after_a_wrong_answer(
    answer: Callable[..., int], capsys: pytest.CaptureFixture[str], place: int, wrong: str,
    message: str,
) -> None:  # fmt: skip
    assert answer(*LEAST[:place], wrong, *LEAST[place:]) == 0
    assert message in capsys.readouterr().out


@pytest.mark.parametrize("leaving", [EOFError, KeyboardInterrupt])
@pytest.mark.parametrize("answered", range(len(LEAST)))
def test_an_interview_that_is_left_writes_no_sheet(
    answer: Callable[..., int], copy_of_small: Path, capsys: pytest.CaptureFixture[str],
    answered: int, leaving: type[BaseException],
) -> None:  # fmt: skip
    before = sheets(copy_of_small)
    assert answer(*LEAST[:answered], leaving) == 1
    assert sheets(copy_of_small) == before
    assert "No se escribió nada" in capsys.readouterr().err


def test_an_existing_file_is_not_written_over(
    answer: Callable[..., int], copy_of_small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    existing = copy_of_small / "practices" / "norte" / "agua-limpia.md"
    existing.symlink_to("nowhere")  # a link, which is not counted as a sheet
    assert answer(*LEAST) == 1
    assert existing.is_symlink()
    assert not existing.exists()
    assert "ya existe" in capsys.readouterr().err


def test_a_folder_is_made_for_a_region_without_one(
    answer: Callable[..., int], copy_of_small: Path
) -> None:
    regions = copy_of_small / "practices" / "_taxonomies" / "regiones.yml"
    regions.write_text(regions.read_text() + "\n- id: este\n  label: Este\n")
    assert answer(*LEAST[:2], "Este", *LEAST[3:]) == 0
    assert (copy_of_small / "practices" / "este" / "agua-limpia.md").is_file()


def test_the_answers_may_come_from_a_pipe(copy_of_small: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "catalog.commands.cli", "new", "--root", str(copy_of_small)],
        input="".join(f"{reply}\n" for reply in MOST).encode(),
        capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[2]), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    sheet = copy_of_small / "practices" / "norte" / "agua-limpia.md"
    assert parse_sheet("", sheet.read_bytes())[0].data["titulo"] == MOST[0]


def test_answers_in_another_encoding_are_refused_with_a_message(copy_of_small: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "catalog.commands.cli", "new", "--root", str(copy_of_small)],
        input=b"Mal \xff\n", capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[2]), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "otra codificación" in done.stdout.decode()
    assert "No se escribió nada" in done.stderr.decode()


def test_a_folder_without_a_catalogue_is_wrong_usage(tmp_path: Path) -> None:
    assert main(["new", "--root", str(tmp_path)]) == 2


texts = st.text(max_size=40)


@given(
    st.fixed_dictionaries(
        {"titulo": texts, "instituciones": st.lists(texts, min_size=1, max_size=3)},
        optional={"fuentes": st.lists(
            st.fixed_dictionaries({"documento": texts, "parte": texts}), min_size=1, max_size=2
        )},
    )
)  # fmt: skip
@example({"titulo": "a: \"b\" 'c' # d \\ e\n---\n{}[]&*!|>%@`", "instituciones": ["- x", "no"]})
@example({"titulo": "👩‍🏫 niño\t5 %", "instituciones": ["012", "12:30", "~", "2026-01-01"]})
def test_a_sheet_has_the_answers_as_they_were_given(data: dict[str, Any]) -> None:
    document, problems = parse_sheet("x.md", sheet_of(data, ()).encode())
    # A character that no text may hold is refused, and the interview asks again.
    refused = re.compile("carácter|letra|símbolo|acentos")
    assert document.data == data or any(refused.search(problem.message) for problem in problems)
