"""Each file in `cases/<stage>/` breaks the small catalogue and lists the messages of the check.
The folder is named for the stage of reading or the subject of the problem.

A case: `about` says what it shows; `replace` edits files (old text → new), `write` makes them,
`delete` removes them; `problems` holds every line that the check prints, and no other. With
`accepted` they are warnings at most, and the catalogue is read.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from catalog.load import load

CASES = sorted((Path(__file__).parent / "cases").glob("*/*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_broken_catalogue_gives_the_messages_of_its_case(case: Path, copy_of_small: Path) -> None:
    wanted = yaml.safe_load(case.read_text())
    for path, edits in wanted.get("replace", {}).items():
        file = copy_of_small / path
        text = file.read_text()
        for old, new in edits.items():
            assert text.count(old) == 1, f"{old!r} is not once in {path}"
            text = text.replace(old, new)
        file.write_text(text)
    for path, text in wanted.get("write", {}).items():
        file = copy_of_small / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    for path in wanted.get("delete", []):
        (copy_of_small / path).unlink()

    catalog, problems = load(copy_of_small)

    assert "\n".join(map(str, problems)) == wanted["problems"].strip()
    assert (catalog is not None) == wanted.get("accepted", False)


def test_every_folder_has_cases() -> None:
    folders = {folder.name for folder in (Path(__file__).parent / "cases").iterdir()}
    assert {case.parent.name for case in CASES} == folders
