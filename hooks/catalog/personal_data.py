"""Numbers that identify or reach a person: none may stand in what is published.

Peru's Ley 29733 protects them. The national identity document (DNI) has eight digits, with or
without the check digit behind a hyphen (https://www.gob.pe/235); a mobile telephone, nine, of which
the first is a 9. Whose it is cannot be told from the number: a child's is refused with all others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.document import Document
    from catalog.problems import Problem

# Addresses have numbers that are nobody's.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+", re.IGNORECASE)
_EIGHT_DIGITS = re.compile(r"[0-9](?:[ .-]?[0-9]){7}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NAMED_DNI = re.compile(
    r"\bD\.?\s?N\.?\s?I\b[^0-9\n]{0,20}([0-9](?:[ .-]?[0-9]){7})(?![0-9])", re.IGNORECASE
)
_BARE_DNI = re.compile(r"(?<![\w.,/-])([0-9]{8}(?:-[0-9])?)(?![\w/]|[.,-][0-9])")
_MOBILE = re.compile(
    r"(?<![\w.,/-])((?:\+?51[ .-]?)?9[0-9]{2}[ .-]?[0-9]{3}[ .-]?[0-9]{3})(?![\w/]|[.,-][0-9])"
)
_KINDS = ((_NAMED_DNI, "el DNI de una persona"), (_BARE_DNI, "el DNI de una persona"),
          (_MOBILE, "el celular de una persona"))  # fmt: skip


def personal_data(document: Document, raw: bytes) -> Iterator[Problem]:
    """A Problem for each number in the document that looks like a person's, given the bytes of
    its file."""
    if not _may_have_any(raw.decode("latin-1")):
        return
    for path, text in document.texts():
        for _, message in numbers_of_people(text):
            yield document.problem(path, message)
    for number, line in enumerate((document.body or "").split("\n"), 1):
        for _, message in numbers_of_people(line):
            yield document.body_problem(number, message)


def numbers_of_people(text: str) -> Iterator[tuple[int, str]]:
    """Where in `text` each of them stands, and what to say of it. The number itself is not said:
    messages are public too."""
    if not _may_have_any(text):
        return
    told: set[int] = set()
    text = _ADDRESS.sub(lambda address: " " * len(address[0]), text)
    for pattern, what in _KINDS:
        for found in pattern.finditer(text):
            if found.start(1) in told:
                continue
            told.add(found.start(1))
            message = (
                f"El número que empieza con «{found[1][:2]}…» parece {what}. Bórrelo: aquí no van "
                "datos personales. Si es una cantidad, sepárela con comas: 12,345,678."
            )
            yield found.start(1), message


def _may_have_any(text: str) -> bool:
    return any(not _DATE.fullmatch(found[0]) for found in _EIGHT_DIGITS.finditer(text))
