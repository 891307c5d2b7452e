"""From the bytes of a file to a Document, or to the Problems that keep it from being one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.characters import misfits, without_misfits
from catalog.document import Document
from catalog.problems import Problem
from catalog.strict_yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 128 * 1024
MAX_LINE = 10_000
MAX_BRACKETS = 100
# More would say no more: whoever mends these will find the cause.
MAX_MISFITS = 20


def parse_sheet(path: str, raw: bytes) -> tuple[Document, list[Problem]]:
    """Parse a Markdown file with YAML front matter between two lines of `---`.

    With problems in the front matter alone, the body is there to be read all the same.
    """
    document = Document(path)
    text, problems = _decode(path, raw)
    if text is None:
        return document, problems
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        message = "El archivo debe empezar con una línea «---», y luego los datos de la ficha."
        return document, [*problems, Problem(path, 1, 1, "", message)]
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if closing is None:
        message = (
            "Los datos de la ficha no están cerrados. "
            "Escriba una línea «---» entre los datos y el texto."
        )
        return document, [*problems, Problem(path, 1, 1, "", message)]
    document.body = "\n".join(lines[closing + 1 :])
    document.body_line = closing + 2
    wrong = read_yaml(document, "\n".join(lines[1:closing]) + "\n", first_line=2)
    if not wrong and not isinstance(document.data, dict):
        message = "Faltan los datos de la ficha: escriba «clave: valor», una por línea."
        document.data = None
        wrong = [Problem(path, 2, 1, "", message)]
    return document, problems + wrong


def parse_yaml(path: str, raw: bytes) -> tuple[Document, list[Problem]]:
    """Parse a whole YAML file."""
    document = Document(path)
    text, problems = _decode(path, raw)
    if text is not None:
        problems += read_yaml(document, text, first_line=1)
    return document, problems


def _decode(path: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    """The file's text, with a space for each character that no text may hold; None where it
    cannot be read on."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "El archivo no está en UTF-8. Guárdelo con la codificación UTF-8."
        return None, [Problem(path, line, 1, "", message)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = list(_too_much(text))
    if found:
        return None, [Problem(path, *_mark(text, place), "", message) for place, message in found]
    found = list(misfits(text))
    problems = [Problem(path, *_mark(text, place), "", message) for place, message in found]
    return without_misfits(text) if found else text, problems[:MAX_MISFITS]


def _too_much(text: str) -> Iterator[tuple[int, str]]:
    """Where the text has what nobody writes by hand, and takes long to read."""
    if len(text) > MAX_LINE and max(map(len, text.split("\n"))) > MAX_LINE:
        for line in re.finditer(rf"[^\n]{{{MAX_LINE + 1},}}", text):
            message = f"La línea tiene más de {MAX_LINE:,} caracteres. Pártala en párrafos."
            yield line.start(), message
    if sum(map(text.count, "[](){}")) > MAX_BRACKETS:
        for brackets in re.finditer(rf"[\[\](){{}}]{{{MAX_BRACKETS + 1},}}", text):
            yield brackets.start(), f"Hay más de {MAX_BRACKETS} corchetes seguidos. Bórrelos."


def _mark(text: str, place: int) -> tuple[int, int]:
    """The line and the column of a place in the text, from 1."""
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
