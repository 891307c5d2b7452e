"""Print the problems of a catalogue for a person at a terminal, for GitHub, or for a program.

No text from a stranger's file is printed in a form that its reader, a terminal or GitHub, would
take for a command.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from catalog.source.problems import Severity, printable
from catalog.text.spanish import count, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from catalog.source.problems import Problem

# GitHub cuts a summary at a megabyte, which is more than a person reads.
MOST_IN_SUMMARY = 200


@dataclass(frozen=True)
class CheckResult:
    """The result of a check: its problems and, where the whole catalogue was checked, its size."""

    problems: Sequence[Problem]
    practices: int | None = None
    events: int = 0
    challenges: int = 0

    @property
    def errors(self) -> int:
        """The number of errors: these keep the catalogue from being published."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def verdict(self) -> str:
        """The result as one Spanish sentence."""
        if self.errors:
            return f"{count(self.errors, 'error', 'errores')} por corregir."
        warnings = len(self.problems)
        and_warnings = f", {count(warnings, 'aviso', 'avisos')}" if warnings else ""
        if self.practices is None:
            return f"Sin errores en lo que pidió revisar{and_warnings}."
        counted = [
            count(self.practices, "práctica", "prácticas"),
            count(self.events, "evento", "eventos"),
        ]
        if self.challenges:
            counted.append(count(self.challenges, "desafío", "desafíos"))
        return f"{listed(counted)}, sin errores{and_warnings}."


def as_text(report: CheckResult) -> str:
    """One line for each problem, in the form of compilers, so that editors find the place."""
    return _lines(map(str, report.problems))


def as_json(report: CheckResult) -> str:
    """An object with every problem, for programs."""
    report_data = {
        "problems": [asdict(problem) for problem in report.problems],
        "errors": report.errors,
        "warnings": len(report.problems) - report.errors,
    }
    return json.dumps(report_data, ensure_ascii=True, indent=2) + "\n"


def as_annotations(report: CheckResult) -> str:
    """Workflow commands, which GitHub shows on their lines
    (https://docs.github.com/actions/reference/workflow-commands-for-github-actions)."""
    return _lines(map(_annotation, report.problems))


def _annotation(problem: Problem) -> str:
    path = _escaped(printable(problem.path)).replace(":", "%3A").replace(",", "%2C")
    field = f"{problem.field}: " if problem.field else ""
    message = _escaped(printable(f"{field}{problem.message}"))
    place = f"file={path},line={problem.line},col={problem.column}"
    return f"::{problem.severity} {place}::{message}"


def _escaped(text: str) -> str:
    # GitHub's older commands, `##[error]`, act anywhere in a line.
    return text.replace("%", "%25").replace("##[", "# #[")


def as_summary(report: CheckResult, guide: str) -> str:
    """The summary that GitHub shows on the page of the check, in Markdown: each file, and its
    problems. `guide` is the address of the contributors' guide. Nothing that a stranger wrote acts
    as Markdown."""
    # Doubts never crowd out what must be mended.
    errors_first = sorted(report.problems, key=lambda problem: problem.severity is Severity.WARNING)
    listed = _by_file(sorted(errors_first[:MOST_IN_SUMMARY]))
    rest = len(report.problems) - MOST_IN_SUMMARY
    more = f"\nHay {rest} más: corrija estos y aparecerán.\n" if rest > 0 else ""
    if report.errors:
        return (
            f"## ❌ Hay {count(report.errors, 'error', 'errores')} por corregir\n\n"
            "Es normal, y se corrige aquí mismo, sin instalar nada. Debajo de cada archivo está lo "
            "que hay que corregir: en qué línea, en qué dato, qué pasa y cómo se arregla. Los "
            f"«avisos» no impiden publicar.\n\n{listed}{more}\n"
            "### Cómo corregirlo\n\n"
            "1. Vuelva a su pull request y abra la pestaña **Files changed**: los errores aparecen "
            "junto a su línea (GitHub muestra solo los diez primeros; aquí están todos).\n"
            "2. En el archivo, pulse el botón **…** y elija **Edit file**.\n"
            "3. Corrija, y guarde con **Commit changes**. No hace falta abrir otro pull request: "
            "la revisión se repite sola.\n\n"
            "Si algo no se entiende, pregunte en los comentarios del pull request o lea la "
            f"[guía para contribuir]({guide}).\n"
        )
    warnings = (
        "Hay avisos. No impiden publicar: léalos, y si todo está bien explíquelo en «notas».\n\n"
        f"{listed}{more}\n"
        if report.problems
        else ""
    )
    return (
        f"## ✅ La forma está bien\n\n{report.verdict}\n\n{warnings}"
        "Ahora se prueba el sitio completo, y después una persona del equipo leerá la propuesta. "
        "Por el momento no tiene que hacer nada más.\n"
    )


def _by_file(problems: Iterable[Problem]) -> str:
    """A heading for each file, and an item for each problem, as Markdown."""
    parts = []
    for path, of_file in groupby(problems, key=lambda problem: problem.path):
        parts.append(f"### {_literal(path)}\n\n")
        for problem in of_file:
            severity = "aviso: " if problem.severity is Severity.WARNING else ""
            field = f"{_literal(problem.field)}: " if problem.field else ""
            message = _literal(problem.message)
            parts.append(f"- **Línea {problem.line}**, {severity}{field}{message}\n")
        parts.append("\n")
    return "".join(parts)


def _literal(text: str) -> str:
    """The text as Markdown that only shows it: all ASCII punctuation is escaped
    (https://spec.commonmark.org/0.31.2/#backslash-escapes)."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", printable(text))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
