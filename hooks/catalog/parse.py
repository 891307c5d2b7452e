"""From the bytes of a file to a Document, or to the Problems that keep it from being one."""

from __future__ import annotations

from catalog.document import Document
from catalog.problems import Problem
from catalog.strict_yaml import read_yaml

MAX_BYTES = 128 * 1024


def parse_sheet(path: str, raw: bytes) -> tuple[Document, list[Problem]]:
    """Parse a Markdown file with YAML front matter between two lines of `---`."""
    document = Document(path)
    text, problems = _decode(path, raw)
    if problems:
        return document, problems
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        message = "El archivo debe empezar con una línea «---», y luego los datos de la ficha."
        return document, [Problem(path, 1, 1, "", message)]
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if closing is None:
        message = (
            "Los datos de la ficha no están cerrados. "
            "Escriba una línea «---» entre los datos y el texto."
        )
        return document, [Problem(path, 1, 1, "", message)]
    document.body = "\n".join(lines[closing + 1 :])
    document.body_line = closing + 2
    problems = read_yaml(document, "\n".join(lines[1:closing]) + "\n", first_line=2)
    if not problems and not isinstance(document.data, dict):
        message = "Faltan los datos de la ficha: escriba «clave: valor», una por línea."
        problems = [Problem(path, 2, 1, "", message)]
    return document, problems


def parse_yaml(path: str, raw: bytes) -> tuple[Document, list[Problem]]:
    """Parse a whole YAML file."""
    document = Document(path)
    text, problems = _decode(path, raw)
    return document, problems or read_yaml(document, text, first_line=1)


def _decode(path: str, raw: bytes) -> tuple[str, list[Problem]]:
    if len(raw) > MAX_BYTES:
        message = f"El archivo pesa más de {MAX_BYTES // 1024} kB. Acorte el texto."
        return "", [Problem(path, 1, 1, "", message)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "El archivo no está en UTF-8. Guárdelo con la codificación UTF-8."
        return "", [Problem(path, line, 1, "", message)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = "Hay un carácter nulo. Bórrelo: suele venir de copiar de otro programa."
        return "", [Problem(path, line, 1, "", message)]
    return text, []
