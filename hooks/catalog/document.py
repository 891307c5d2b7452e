"""A parsed file: plain data that remembers the line of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from catalog.problems import Problem

Path = tuple[str | int, ...]
"""The keys and indices that lead to a value: `("cifras", 0, "valor")`."""


class Mark(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int


@dataclass
class Document:
    """A parsed file: its front matter as plain data, its body, and where each thing stands."""

    path: str
    data: Any = None
    marks: dict[Path, Mark] = field(default_factory=dict)
    key_marks: dict[Path, Mark] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    def mark(self, path: Path, *, of_key: bool = False) -> Mark:
        """Where `path` stands, or the nearest thing around it that stands somewhere."""
        if of_key and path in self.key_marks:
            return self.key_marks[path]
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, Mark(1, 1))

    def problem(self, path: Path, message: str, *, of_key: bool = False) -> Problem:
        """A Problem at the value (or the key) that `path` leads to."""
        line, column = self.mark(path, of_key=of_key)
        return Problem(self.path, line, column, field_name(path), message)

    def body_problem(self, line: int, message: str, name: str = "") -> Problem:
        """A Problem in the body, whose first line is `line` 1."""
        return Problem(self.path, self.body_line + line - 1, 1, name, message)


def field_name(path: Path) -> str:
    """`("cifras", 0, "valor")` → `cifras[1].valor`, counting items as people do."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name
