"""Anything that does not belong in a catalogue's folders is reported, and never followed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from catalog.load import load

SHEET = "practices/sur/banco-de-semillas.md"


def problems_of(root: Path) -> list[str]:
    catalog, problems = load(root)
    assert catalog is None
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "path",
    [SHEET, "practices/sur", "practices/_events/feria-2025/index.md",
     "practices/_taxonomies/temas.yml", "practices/_taxonomies", "practices/_events", "practices"],
)  # fmt: skip
def test_a_link_in_the_place_of_a_file_or_folder_is_not_followed(
    copy_of_small: Path, tmp_path: Path, path: str
) -> None:
    place = copy_of_small / path
    elsewhere = tmp_path / "elsewhere"
    place.rename(elsewhere)
    place.symlink_to(elsewhere)
    assert any(
        line.startswith(f"{path}:1:1: Es un enlace simbólico")
        for line in problems_of(copy_of_small)
    )


@pytest.mark.parametrize("target", ["/dev/zero", "/etc/passwd", "no-existe", "."])
def test_a_link_is_not_followed_wherever_it_leads(copy_of_small: Path, target: str) -> None:
    (copy_of_small / "practices" / "sur" / "otra.md").symlink_to(target)
    (copy_of_small / "practices" / "sur" / "banco-de-semillas").mkdir()
    (copy_of_small / "practices" / "sur" / "banco-de-semillas" / "a.jpg").symlink_to(target)
    assert [line.split(":")[0] for line in problems_of(copy_of_small)] == [
        "practices/sur/banco-de-semillas/a.jpg", "practices/sur/otra.md",
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["practices/sur/canal.md", "practices/_taxonomies/temas.yml"])
def test_a_pipe_is_refused_without_waiting(copy_of_small: Path, path: str) -> None:
    (copy_of_small / path).unlink(missing_ok=True)
    os.mkfifo(copy_of_small / path)
    assert any(
        line.startswith(f"{path}:1:1: No es un archivo de verdad")
        for line in problems_of(copy_of_small)
    )


@pytest.mark.parametrize(
    "path", [SHEET, "practices/_taxonomies/temas.yml", "practices/_events/feria-2025/index.md"]
)
def test_a_folder_in_the_place_of_a_file_is_reported(copy_of_small: Path, path: str) -> None:
    (copy_of_small / path).unlink()
    (copy_of_small / path).mkdir()
    (copy_of_small / path / "x.txt").write_text("x")
    assert any(line.startswith(path) for line in problems_of(copy_of_small))


@pytest.mark.parametrize(
    "path", ["practices", "practices/_taxonomies", "practices/_events", "practices/sur"]
)
def test_a_file_in_the_place_of_a_folder_is_reported(
    copy_of_small: Path, path: str, tmp_path: Path
) -> None:
    (copy_of_small / path).rename(tmp_path / "away")
    (copy_of_small / path).write_text("x")
    assert any(line.startswith(path) for line in problems_of(copy_of_small))


def test_folders_nested_without_end_are_not_walked(
    copy_of_small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy_of_small / "practices" / "sur")
    for _ in range(1500):  # the whole path would be too long for the system
        os.mkdir("a")  # noqa: PTH102
        os.chdir("a")
    monkeypatch.undo()
    (line,) = problems_of(copy_of_small)
    subprocess.run(["rm", "-r", str(copy_of_small / "practices" / "sur" / "a")], check=True)
    assert line == "practices/sur/a/a/a:1:1: Esta carpeta está dentro de demasiadas otras. Bórrela."


def test_a_name_that_is_not_utf_8_is_reported(copy_of_small: Path) -> None:
    with open(os.fsencode(copy_of_small / "practices" / "sur") + b"/practi\xf1a.md", "wb") as file:  # noqa: PTH123
        file.write(b"x")
    (line,) = problems_of(copy_of_small)
    assert line.startswith("practices/sur/practi�a.md:1:1: El nombre «practi�a» no sirve")
    assert line.encode()


@pytest.mark.parametrize("name", ["con", "aux", "lpt1"])
def test_a_name_that_windows_cannot_write_is_reported(copy_of_small: Path, name: str) -> None:
    (copy_of_small / "practices" / "sur" / f"{name}.md").write_text("x")
    (copy_of_small / "practices" / "_events" / name).mkdir()
    reserved = f"El nombre «{name}» está reservado. Póngale otro nombre al archivo."
    assert problems_of(copy_of_small) == [
        f"practices/_events/{name}:1:1: {reserved}", f"practices/sur/{name}.md:1:1: {reserved}",
    ]  # fmt: skip


def test_a_file_that_is_too_large_is_not_read(copy_of_small: Path) -> None:
    with (copy_of_small / SHEET).open("wb") as file:
        file.truncate(10**12)  # a sparse file, which takes no room on the disk
    assert problems_of(copy_of_small) == [f"{SHEET}:1:1: El archivo pesa más de 128 kB. Redúzcalo."]


def test_a_link_among_the_hand_written_pages_is_not_followed(copy_of_small: Path) -> None:
    (copy_of_small / "docs" / "x").mkdir(parents=True)
    (copy_of_small / "docs" / "x" / "secreto.md").symlink_to("/etc/passwd")
    assert problems_of(copy_of_small) == [
        "docs/x/secreto.md:1:1: Es un enlace simbólico. Ponga el archivo mismo."
    ]


@pytest.mark.parametrize(
    "name", ["feria.jpg", "dibujo.svg", "pagina.html", "x/guion.js", "nota.MD"]
)
def test_a_file_that_is_no_page_is_refused_among_the_hand_written_pages(
    copy_of_small: Path, name: str
) -> None:
    file = copy_of_small / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x")
    (line,) = problems_of(copy_of_small)
    assert line.startswith(f"docs/{name}:1:1: En docs solo van páginas escritas a mano")
