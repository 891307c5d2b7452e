"""A parsed file: plain data, and the line of every value.

Lines are looked up only when a problem is reported: most files have no problem.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from catalog.source.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Path = tuple[str | int, ...]
"""The keys and indices that lead to a value: `("cifras", 0, "valor")`."""


class Mark(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int


class Marks(NamedTuple):
    """The place of every value and of every key of a file."""

    values: dict[Path, Mark]
    keys: dict[Path, Mark]


@dataclass
class Document:
    """A parsed file: its front matter as plain data, and its body (None where the two could not be
    separated). `locate` finds the places of the values."""

    path: str
    data: Any = None
    body: str | None = None
    body_line: int = 1
    locate: Callable[[], Marks] = lambda: Marks({}, {})

    @cached_property
    def marks(self) -> Marks:
        """The places of all values and keys, found by parsing the front matter once more."""
        return self.locate()

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Yield every text of the front matter, with its path."""
        return _texts(self.data, ())

    def forget(self) -> None:
        """Drop the data and the body to save memory. `marks` can still be looked up."""
        self.data = self.body = None

    def mark(self, path: Path, *, of_key: bool = False) -> Mark:
        """The place of the value (or the key) at `path`; if it has none, that of the nearest value
        around it that has one."""
        if of_key and path in self.marks.keys:
            return self.marks.keys[path]
        while path and path not in self.marks.values:
            path = path[:-1]
        return self.marks.values.get(path, Mark(1, 1))

    def problem(self, path: Path, message: str, *, of_key: bool = False) -> Problem:
        """A Problem at the value (or the key) at `path`."""
        line, column = self.mark(path, of_key=of_key)
        return Problem(self.path, line, column, field_name(path), message)

    def body_problem(self, line: int, message: str, name: str = "") -> Problem:
        """A Problem at `line` of the body, counted from 1. `name` is the name of a field."""
        return Problem(self.path, self.body_line + line - 1, 1, name, message)


def _texts(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _texts(value, (*path, place))


def field_name(path: Path) -> str:
    """`("cifras", 0, "valor")` → `cifras[1].valor`: items are counted from 1."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name
