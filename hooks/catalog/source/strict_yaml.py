"""A strict subset of YAML, in which the catalogue gets every value as a person reads it.

Aliases, anchors, tags, duplicate keys and second documents are refused. A bare scalar that tools
read differently (`no`, `012`, `12:30`) must be quoted, and no comment may follow a bare scalar. The
tree is built from libyaml's events with a stack of our own, so nesting cannot exhaust Python's.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import yaml

from catalog.source.document import Document, Mark, Marks, field_name
from catalog.source.problems import Problem, quoted
from catalog.source.yaml_messages import (
    MISTYPED_MESSAGES,
    NO_KEY_MESSAGES,
    OPENED,
    TAB,
    YAML_MESSAGES,
)
from catalog.source.yaml_scalars import read_scalar
from catalog.text.characters import misfits

if TYPE_CHECKING:
    from catalog.source.document import Path

MAX_DEPTH = 12
MAX_ITEMS = 500
# The most items of a list that is a whole file: Peru has over 500 institutions of the sector.
MAX_TERMS = 5_000
MAX_KEY = 80


def read_yaml(document: Document, text: str, first_line: int) -> list[Problem]:
    """Fill the document's data from the YAML `text`, which begins at `first_line` of the file.
    Returns the Problems. Where one of them stops the reading before the end of the text, the data
    is None."""
    document.locate = partial(_locate, text, first_line)
    return _Builder(document, first_line).build(text)


def _locate(text: str, first_line: int) -> Marks:
    """The places of all values and keys of the text, as far as it can be read."""
    marks = Marks({}, {})
    _Builder(Document("", locate=lambda: marks), first_line, marks).build(text)
    return marks


class _Open:
    """A collection that is being read. `place` is its key or index in the collection around it.
    `key` is the key of a mapping whose value comes next. `repeats`: a repeated key was reported."""

    __slots__ = ("data", "key", "place", "repeats")

    def __init__(self, data: Any, place: str | int) -> None:
        self.data = data
        self.place = place
        self.key: str | None = None
        self.repeats = False


class _Builder:
    """Builds a Document's data from YAML events. Adds the places of values and keys to `marks`."""

    def __init__(self, document: Document, first_line: int, marks: Marks | None = None) -> None:
        self.document = document
        self.first_line = first_line
        self.marks = marks
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []  # innermost last
        self.document_count = 0
        self.lines: list[str] = []
        self.has_escapes = False

    def build(self, text: str) -> list[Problem]:
        self.lines = text.split("\n")
        self.has_escapes = "\\" in text
        try:
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                if not self._take(event):
                    break
            else:
                if "\t" in text:
                    self._report_tabs()
                return self.problems
        except yaml.MarkedYAMLError as error:
            self._report_syntax(error)
        except yaml.YAMLError:
            self._report(Mark(self.first_line, 1), "Hay un carácter invisible que no se admite.")
        self.document.data = None
        return self.problems

    def _take(self, event: Any) -> bool:
        """Add one event to the tree. Returns False where the reading must stop."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._allowed(event) and self._scalar(event)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            return self._allowed(event) and self._open(event, kind is yaml.MappingStartEvent)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.stack.pop()
        elif kind is yaml.AliasEvent:
            return self._allowed(event)
        elif kind is yaml.DocumentStartEvent:
            self.document_count += 1
            if self.document_count > 1:
                self._report(self._mark(event), "Solo puede haber un bloque de datos por archivo.")
                return False
        return True

    def _allowed(self, event: Any) -> bool:
        if event.anchor:  # of an alias, the anchor that it refers to
            self._report(self._mark(event), "Las anclas y los alias de YAML («&», «*») no se "
                         "admiten. Escriba el valor completo, entre comillas.")  # fmt: skip
        elif event.tag:
            self._report(self._mark(event), "Las etiquetas de YAML («!») no se admiten. Escriba "
                         "el valor entre comillas.")  # fmt: skip
        else:
            return True
        return False

    def _open(self, event: Any, is_mapping: bool) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            message = f"Hay más de {MAX_DEPTH} niveles, uno dentro de otro. Simplifique."
            self._report(self._mark(event), message)
            return False
        data: Any = {} if is_mapping else []
        place = self._place(data, event)
        if place is None:
            return False
        self.stack.append(_Open(data, place))
        return True

    def _scalar(self, event: Any) -> bool:
        value = event.value
        if self.stack:
            inner = self.stack[-1]
            if inner.key is None and type(inner.data) is dict:
                return self._key(inner, value, event)
        if not event.style:
            self._refuse_comment(event)
            value, why_not = read_scalar(value)
            if why_not:
                self._report(self._mark(event), why_not)
        elif event.style == '"' and self.has_escapes:  # an escape may spell a misfit
            for _, message in misfits(value):
                self._report(self._mark(event), message)
                break
        return self._place(value, event) is not None

    def _refuse_comment(self, event: Any) -> None:
        """Refuse a comment after a bare scalar: more often than not it was part of the text."""
        line = self.lines[event.end_mark.line]
        rest = line[event.end_mark.column :].lstrip()
        if rest.startswith("#"):
            mark = self._mark(event)
            if event.end_mark.line != event.start_mark.line:
                mark = Mark(event.end_mark.line + self.first_line, len(line) - len(rest) + 1)
            self._report(mark, f"No se lee desde {quoted(rest)}. Si es parte del texto, "
                         "escríbalo entre comillas dobles; si no, bórrelo.")  # fmt: skip

    def _key(self, inner: _Open, key: str, event: Any) -> bool:
        if len(key) > MAX_KEY:
            message = f"El nombre {quoted(key)} es demasiado largo para una clave."
            self._report(self._mark(event), message)
            return False
        if key in inner.data:
            self._report_repeated(inner, key, event)
        elif self.marks:
            self.marks.keys[*self._path(), key] = self._mark(event)
        inner.key = key
        return True

    def _report_repeated(self, inner: _Open, key: str, event: Any) -> None:
        """Report a repeated key. In an item of a list it is most likely the first key of the next
        item, whose dash is missing, so its other repeated keys are not reported."""
        is_item = type(inner.place) is int
        if inner.repeats and is_item:
            return
        inner.repeats = True
        path = (*self._path(), key)
        what_to_do = (
            "Si aquí empieza otro elemento, escriba su guion «- » delante; si no, deje una sola."
            if is_item
            else "Deje una sola."
        )
        first = self.document.marks.keys[path].line
        message = f"La clave está repetida: ya aparece en la línea {first}. {what_to_do}"
        mark = self._mark(event)
        self.problems.append(Problem(self.document.path, *mark, field_name(path), message))

    def _place(self, value: Any, event: Any) -> str | int | None:
        """Add `value` to the innermost collection. Returns its key or index there, or None if it
        has no place there: a collection as a key, or one item too many."""
        place: str | int = ""
        if not self.stack:
            self.document.data = value
        else:
            inner = self.stack[-1]
            data = inner.data
            most = MAX_TERMS if len(self.stack) == 1 and type(data) is list else MAX_ITEMS
            if len(data) >= most:
                message = f"Hay más de {most} elementos. Deje los principales."
                self._report(self._mark(event), message)
                return None
            if type(data) is list:
                place = len(data)
                data.append(value)
            elif inner.key is not None:
                place, inner.key = inner.key, None
                data[place] = value
            else:
                self._report(self._mark(event), "Una clave debe ser una palabra, sin corchetes ni "
                             "llaves. Si es un texto, escríbalo entre comillas.")  # fmt: skip
                return None
        if self.marks:
            self.marks.values[(*self._path(), place) if self.stack else ()] = self._mark(event)
        return place

    def _report_syntax(self, error: yaml.MarkedYAMLError) -> None:
        said = f"{error.context} {error.problem}"
        began, gave_up = error.context_mark, error.problem_mark or error.context_mark
        opened = any(part in said for part in OPENED)
        if "did not find expected ',' or" in said and began and gave_up:
            opened = began.line < gave_up.line  # the bracket was never closed
        place = began if opened else gave_up
        mark = Mark(place.line + self.first_line, place.column + 1) if place else Mark(1, 1)
        message = next((text for part, text in YAML_MESSAGES if part in said), None)
        if "did not find expected key" in said and place:
            text = self._line(place.line)
            around = f"{text[: place.column]}¦{text[place.column :]}"
            messages = (message for pattern, message in NO_KEY_MESSAGES if pattern.search(around))
            message = next(messages, message)
        for line in (mark.line, mark.line - 1):  # a mistyped line may spoil the one after it
            if (sign := self._mistyped(line - self.first_line)) and (line == mark.line or sign[2]):
                mark, message = Mark(line, sign[0]), sign[1]
                break
        self._report(mark, message or "No se entiende esta línea. Revise la sangría, los dos "
                     "puntos y las comillas.")  # fmt: skip

    def _report_tabs(self) -> None:
        """Report the first tab of each line of a text that libyaml could read. As indentation,
        libyaml itself refuses a tab."""
        for number, line in enumerate(self.lines):
            if (column := line.find("\t")) >= 0:
                self._report(Mark(self.first_line + number, column + 1), TAB)

    def _mistyped(self, line: int) -> tuple[int, str, bool] | None:
        """A slip of typing in a line (a curly quote, a missing space): its column, the message, and
        whether it spoils the next line too."""
        for pattern, message, spoils_next in MISTYPED_MESSAGES:
            if found := pattern.search(self._line(line)):
                return found.start() + 1, message, spoils_next
        return None

    def _line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def _report(self, mark: Mark, message: str) -> None:
        self.problems.append(Problem(self.document.path, *mark, self._here(), message))

    def _here(self) -> str:
        if not self.stack:
            return ""
        inner = self.stack[-1]
        if type(inner.data) is list:
            return field_name((*self._path(), len(inner.data)))
        return field_name((*self._path(), *([] if inner.key is None else [inner.key])))

    def _path(self) -> Path:
        """The path of the innermost collection."""
        return tuple(opened.place for opened in self.stack[1:])

    def _mark(self, event: Any) -> Mark:
        return Mark(event.start_mark.line + self.first_line, event.start_mark.column + 1)
