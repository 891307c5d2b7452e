"""A rule of every file: it has no number that identifies or reaches a person.

See `text.personal_numbers`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from catalog.text.personal_numbers import may_have_any, numbers_of_people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.source.document import Document
    from catalog.source.problems import Problem

_SIGNS_OF_MARKDOWN = re.compile(r"[*_`~\\]")


def personal_data(document: Document, raw: bytes) -> Iterator[Problem]:
    """Yield a Problem for each number in the document that looks like a person's. `raw` holds the
    bytes of its file, for a quick test."""
    if not may_have_any(raw.decode("latin-1")):
        return
    for path, text in document.texts():
        for _, message in numbers_of_people(text):
            yield document.problem(path, message)
    for number, line in enumerate((document.body or "").split("\n"), 1):
        shown = _SIGNS_OF_MARKDOWN.sub("", unescape(line)) if re.search(r"[0-9&]", line) else ""
        messages = (message for text in (line, shown) for _, message in numbers_of_people(text))
        for message in dict.fromkeys(messages):
            yield document.body_problem(number, message)
