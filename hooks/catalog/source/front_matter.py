"""Parse the bytes of a file into a Document, and report the Problems in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.source.document import Document
from catalog.source.problems import Problem
from catalog.source.strict_yaml import read_yaml
from catalog.text.characters import misfits, without_misfits

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 128 * 1024
MAX_LINE = 10_000
MAX_BRACKETS = 100
# More messages would not help: the first ones show the cause.
MAX_MISFITS = 20
# The first bytes of the files of Word (new and old), PDF and RTF.
_OF_OTHER_PROGRAMS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf")
# Lines of dashes that are not `---`: Word changes dashes, and people mistype them.
_ALMOST_DASHES = re.compile(r" *([-–—_]{2,}|[–—]) *")
_THREE_DASHES = "Esta línea debe ser «---»: tres guiones cortos, y nada más."
_KEY = re.compile(r"[a-z_]+:( |$)")


def parse_sheet(path: str, raw: bytes) -> tuple[Document, list[Problem]]:
    """Parse a Markdown file with YAML front matter between two lines of `---`.

    Problems inside the front matter do not keep the body from being read.
    """
    document = Document(path)
    text, problems = _decode(path, raw)
    if text is None:
        return document, problems
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return document, [*problems, Problem(path, 1, 1, "", _why_not_opened(lines))]
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if closing is None:
        line, message = _why_not_closed(lines)
        return document, [*problems, Problem(path, line, 1, "", message)]
    document.body = "\n".join(lines[closing + 1 :])
    document.body_line = closing + 2
    wrong = read_yaml(document, "\n".join(lines[1:closing]) + "\n", first_line=2)
    if not wrong and not isinstance(document.data, dict):
        message = "Faltan los datos de la ficha: escriba «clave: valor», una por línea."
        document.data = None
        wrong = [Problem(path, 2, 1, "", message)]
    return document, problems + wrong


def _why_not_opened(lines: list[str]) -> str:
    if lines[0].strip() == "---":
        return "Delante de los guiones sobra un espacio. Bórrelo."
    if _ALMOST_DASHES.fullmatch(lines[0]):
        return _THREE_DASHES
    for line in lines:
        if line.rstrip() == "---":
            return "La primera línea debe ser «---». Borre lo que hay antes de ella."
        if _KEY.match(line):
            break
    return "El archivo debe empezar con una línea «---», y luego los datos de la ficha."


def _why_not_closed(lines: list[str]) -> tuple[int, str]:
    """The line where the closing `---` is mistyped or missing, and the message about it."""
    for number, line in enumerate(lines[1:], 2):
        if _ALMOST_DASHES.fullmatch(line):
            return number, _THREE_DASHES
        if line.startswith("## "):
            return number, "Antes de este título falta la línea «---» que cierra los datos."
    return 1, (
        "Los datos de la ficha no están cerrados. "
        "Escriba una línea «---» entre los datos y el texto."
    )


def parse_text(path: str, raw: bytes) -> tuple[Document, list[Problem]]:
    """Parse a file without front matter: all of it is the body."""
    document = Document(path)
    document.body, problems = _decode(path, raw)
    return document, problems


def parse_yaml(path: str, raw: bytes) -> tuple[Document, list[Problem]]:
    """Parse a whole YAML file."""
    document = Document(path)
    text, problems = _decode(path, raw)
    if text is not None:
        problems += read_yaml(document, text, first_line=1)
    return document, problems


def _decode(path: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    """The text of the file, with a space in place of each misfit (see `text.characters`); None
    where the file cannot be read further."""
    if raw.startswith(_OF_OTHER_PROGRAMS):
        message = (
            "Es un documento de Word o de otro programa al que se le cambió el nombre. Copie su "
            "texto en un archivo nuevo."
        )
        return None, [Problem(path, 1, 1, "", message)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = (
            "El archivo no está en UTF-8. En el Bloc de notas, elija «Guardar como» y la "
            "codificación UTF-8."
        )
        return None, [Problem(path, line, 1, "", message)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = list(_too_much(text))
    if found:
        return None, [Problem(path, *_mark(text, place), "", message) for place, message in found]
    found = list(misfits(text))
    problems = [Problem(path, *_mark(text, place), "", message) for place, message in found]
    return without_misfits(text) if found else text, problems[:MAX_MISFITS]


def _too_much(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position of each line, and of each run of brackets, that is too long, and the
    message about it. People do not write these by hand, and they take long to parse."""
    if len(text) > MAX_LINE and max(map(len, text.split("\n"))) > MAX_LINE:
        for line in re.finditer(rf"[^\n]{{{MAX_LINE + 1},}}", text):
            message = f"La línea tiene más de {MAX_LINE:,} caracteres. Pártala en párrafos."
            yield line.start(), message
    if sum(map(text.count, "[](){}")) > MAX_BRACKETS:
        for brackets in re.finditer(rf"[\[\](){{}}]{{{MAX_BRACKETS + 1},}}", text):
            yield brackets.start(), f"Hay más de {MAX_BRACKETS} corchetes seguidos. Bórrelos."


def _mark(text: str, place: int) -> tuple[int, int]:
    """The line and the column, from 1, of a position in the text."""
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
