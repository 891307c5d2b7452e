"""A new sheet from the answers to a few questions, asked in Spanish.

Each answer is checked with the rules of its field before the next question. A part that takes
longer to write is marked in the sheet (see `unfinished`). Nothing is written before the last
answer.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from catalog.check.privacy import personal_data
from catalog.check.unfinished import MARK, still_to_write
from catalog.clock import today
from catalog.model import PRACTICE_SECTIONS
from catalog.schema.fields import PracticeFields
from catalog.schema.validation import validated
from catalog.source.front_matter import parse_sheet
from catalog.source.layout import MAX_SLUG, read_tree, slug_meant, wrong_slug
from catalog.source.problems import quoted
from catalog.text.folding import fold
from catalog.text.spanish import lower_first

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    from catalog.schema.terms import Term
    from catalog.schema.vocabularies import Vocabularies, Vocabulary

_FOUR = re.compile("[0-9]{4}")
_SUMMARY = "de 80 a 320 caracteres; qué problema había, quién hizo qué y qué se logró"
_PART = "qué parte del documento usó, o «Completo»"
_WELCOME = (
    "Vamos a empezar una ficha, con unas preguntas cortas: puede dejar para después las que digan "
    "«Enter para dejarlo».\nCon Ctrl+C sale cuando quiera y no se escribe nada."
)


def new_sheet(
    root: Path,
    vocabularies: Vocabularies,
    ask: Callable[[str], str] = input,
    tell: Callable[[str], object] = print,
) -> str:
    """Ask for the data of a sheet, and write it in the catalogue at `root`. Returns its path there.

    `ask` shows a prompt and returns a line; `tell` shows a text. Raises EOFError and
    KeyboardInterrupt as `ask` does, and FileExistsError if another process made the file in the
    meantime; then nothing is written.
    """
    tell(_WELCOME)
    interview = _Interview(vocabularies, ask, tell)
    data: dict[str, Any] = {"titulo": interview.text("titulo")}
    data["resumen"] = interview.text("resumen", may_skip=True) or still_to_write(_SUMMARY)
    data["region"] = interview.choice("region", vocabularies.regions)
    slug = interview.slug(data["titulo"], read_tree(root)[0].sheets)
    data["instituciones"] = interview.lines("instituciones")
    data["temas"] = interview.choices("temas", vocabularies.topics)
    data["niveles"] = interview.choices("niveles", vocabularies.levels, may_skip=True)
    data["estadio"] = interview.choice("estadio", vocabularies.stages)
    data["anio_inicio"] = interview.year("anio_inicio")
    document, part = interview.source()
    data["fuentes"] = [{"documento": document, "parte": part or still_to_write(_PART)}]
    data["fecha_revision"] = today()
    stages = list(vocabularies.stages.values())[: vocabularies.stages.position(data["estadio"])]
    requirements = [requirement for stage in stages for requirement in stage.requirements]
    sections = {section for requirement in requirements for section in requirement.sections}
    path = f"practices/{data['region']}/{slug}.md"
    (root / path).parent.mkdir(exist_ok=True)
    with (root / path).open("x", encoding="utf-8", newline="\n") as file:
        file.write(sheet_of({key: value for key, value in data.items() if value}, sections))
    tell(f"\nListo: {path}\nÁbralo y escriba su texto donde dice «{MARK}».")
    if asked := [needed.label for needed in requirements if not needed.sections]:
        tell(f"Para el estadio «{data['estadio']}» añada también: {'; '.join(asked)}.")
    tell(f"Para saber qué falta: ./catalogo check {path}")
    return path


def sheet_of(data: Mapping[str, Any], sections: Collection[str]) -> str:
    """The text of a sheet with `data` as front matter, and a mark in each section that every sheet
    has or whose id is in `sections`. Texts go between quotes, so that all of their signs are read
    as they were written."""
    body = "".join(
        f"\n## {kind.title}\n\n{still_to_write(lower_first(kind.about).removesuffix('.'))}\n"
        for kind in PRACTICE_SECTIONS
        if kind.required or kind.id in sections
    )
    return "---\n" + "".join(f"{line}\n" for line in _yaml(data)) + "---\n" + body


def _yaml(data: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    for key, value in data.items():
        if not isinstance(value, list) or not value:
            yield f"{indent}{key}: {_scalar(value)}"
            continue
        yield f"{indent}{key}:"
        for item in value:
            if isinstance(item, dict):
                first, *rest = _yaml(item, f"{indent}    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
            else:
                yield f"{indent}  - {_scalar(item)}"


def _scalar(value: object) -> str:
    # A JSON string is also a YAML string.
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


class _Interview:
    """The questions. Each is asked until the check would accept its answer."""

    def __init__(
        self, vocabularies: Vocabularies, ask: Callable[[str], str], tell: Callable[[str], object]
    ) -> None:
        self.context = {"vocabularies": vocabularies, "today": today()}
        self.ask = ask
        self.tell = tell
        self.about = {
            field.alias: field.description for field in PracticeFields.model_fields.values()
        }

    def text(self, key: str, *, may_skip: bool = False) -> str:
        """A text; empty if it may be skipped and was."""
        self._say(key, may_skip=may_skip)
        while True:
            answer = self._answer()
            if (not answer and may_skip) or self._is_right(key, answer):
                return answer

    def lines(self, key: str) -> list[str]:
        """Several texts, one on each line, up to an empty line."""
        self._say(key)
        found: list[str] = []
        while (answer := self._answer()) or not found:
            if self._is_right(key, [*found, answer]):
                found.append(answer)
                self.tell("Otra, o Enter para seguir.")
        return found

    def year(self, key: str) -> int | None:
        """A year, or None if it was skipped."""
        self._say(key, may_skip=True)
        while answer := self._answer():
            if self._is_right(key, year := int(answer) if _FOUR.fullmatch(answer) else answer):
                return int(year)
        return None

    def choice(self, key: str, vocabulary: Vocabulary[Term]) -> str:
        """The id of a term, given by its id or any of its names."""
        self._say(key, "«?» muestra la lista.")
        while True:
            answer = self._chosen(vocabulary)
            if answer is not None and self._is_right(key, chosen := _term(answer, vocabulary)):
                return chosen

    def choices(
        self, key: str, vocabulary: Vocabulary[Term], *, may_skip: bool = False
    ) -> list[str]:
        """The ids of several terms, given with commas between."""
        self._say(key, "Sepárelos con comas. «?» muestra la lista.", may_skip=may_skip)
        while True:
            answer = self._chosen(vocabulary)
            if answer is None:
                continue
            parts = [part.strip() for part in answer.split(",") if part.strip()]
            chosen = [_term(part, vocabulary) for part in parts]
            if (not chosen and may_skip) or self._is_right(key, chosen):
                return chosen

    def slug(self, title: str, taken: Mapping[str, str]) -> str:
        """A name for the file, which no other sheet has. `taken` maps the names in use to paths."""
        meant = slug_meant(title)[:MAX_SLUG].strip("-")
        self.tell("\nEl nombre del archivo, que será su dirección: corto y claro.")
        self.tell(f"Enter para usar «{meant}».")
        while True:
            slug = self._answer().removesuffix(".md") or meant
            if wrong := wrong_slug(slug):
                self.tell(wrong)
            elif slug in taken:
                self.tell(f"El nombre {quoted(slug)} ya lo usa {taken[slug]}. Elija otro.")
            else:
                return slug

    def source(self) -> tuple[str, str]:
        """The document from which the sheet comes, and the part of it, empty if it was skipped."""
        self.tell("\nEl documento del que sale la ficha: su nombre completo; entre paréntesis, "
                  "quién y cuándo.")  # fmt: skip
        while True:
            document = self._answer()
            if self._is_right("fuentes", [{"documento": document, "parte": "x"}]):
                break
        self.tell("\nLa parte que usó, o «Completo». Enter para dejarlo.")
        while True:
            part = self._answer()
            if not part or self._is_right("fuentes", [{"documento": "x", "parte": part}]):
                return document, part

    def _say(self, key: str, more: str = "", *, may_skip: bool = False) -> None:
        skip = "Enter para dejarlo." if may_skip else ""
        self.tell("\n" + " ".join(filter(None, (self.about[key], more, skip))))

    def _answer(self) -> str:
        return self.ask("> ").strip()

    def _chosen(self, vocabulary: Vocabulary[Term]) -> str | None:
        """The answer, or None if it was `?`, which shows the list."""
        if (answer := self._answer()) != "?":
            return answer
        for term in vocabulary.values():
            self.tell(f"  {term.id}: {term.label}")
        return None

    def _is_right(self, key: str, value: object) -> bool:
        """Whether the check would accept the value; if not, tell the first problem."""
        raw = sheet_of({key: value}, ()).encode()
        document, problems = parse_sheet("", raw)
        if not problems:
            found = validated(PracticeFields, document, context=self.context)[1]
            problems = [problem for problem in found if problem.field.partition("[")[0] == key]
            problems += personal_data(document, raw)
        for problem in problems[:1]:
            self.tell(problem.message)
        return not problems


def _term(answer: str, vocabulary: Vocabulary[Term]) -> str:
    """The id of the term that the answer names, or the answer itself if it names none."""
    wanted = fold(answer)
    named = (term.id for term in vocabulary.values() if wanted in map(fold, [term.id, *term.names]))
    return next(named, answer)
