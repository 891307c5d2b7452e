"""The `catalogo` command. Its messages are Spanish, for contributors.

Exit status: 0 where the content is right, 1 where something must be corrected, 2 for wrong usage,
3 where the command itself failed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.check.problem_report import CheckResult, as_annotations, as_json, as_summary, as_text
from catalog.check.warnings.overdue import overdue_reviews
from catalog.commands.link_check import answers, as_markdown, dead, links
from catalog.commands.link_probe import Asker
from catalog.commands.new_sheet import new_sheet
from catalog.commands.spanish_arguments import SpanishParser
from catalog.load import load
from catalog.schema.json_schema import MODELS, json_schema
from catalog.schema.vocabularies import load_vocabularies
from catalog.source.layout import VOCABULARIES
from catalog.source.problems import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

RIGHT, WRONG, MISUSED, FAILED = range(4)
GUIDE = "docs/guia/errores.md"
"""The page of the guide that explains the messages, in the repository."""
_FORMATS = {"text": as_text, "github": as_annotations, "json": as_json}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (by default the process's own). Returns its exit status."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A letter that the terminal lacks is replaced by a sign, on output and on input.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:  # the program that reads the output has ended
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG
    except Exception as failure:
        cause = printable(f"{type(failure).__name__}: {failure}")[:300]
        print(f"Falló la revisión misma, y no su ficha. Avise al equipo: {cause}", file=sys.stderr)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = SpanishParser(prog="catalogo", description="El catálogo de buenas prácticas.")
    commands = parser.add_subparsers(
        title="órdenes", dest="command", required=True, metavar="orden"
    )
    check = commands.add_parser("check", help="revisa las fichas y los eventos")
    check.add_argument("files", nargs="*", type=Path, metavar="archivo",
                       help="cuenta solo los problemas de estos archivos o carpetas")  # fmt: skip
    check.add_argument("--format", choices=_FORMATS, default="text",
                       help="text: una línea por problema; github: anotaciones y resumen del pull "
                       "request; json: para programas")  # fmt: skip
    check.set_defaults(run=_check)
    new = commands.add_parser("new", help="empieza una ficha con unas preguntas")
    new.set_defaults(run=_new)
    schema = commands.add_parser("schema", help="escribe el esquema JSON que usan los editores")
    schema.add_argument("name", choices=MODELS, metavar="qué", help=", ".join(MODELS))
    schema.set_defaults(run=_schema)
    ask = commands.add_parser("links", help="pregunta por la red qué enlaces ya no responden")
    ask.set_defaults(run=_links)
    for command in (check, new, schema, ask):
        command.add_argument("--root", type=Path, default=Path(), metavar="carpeta",
                             help="la carpeta del catálogo (la actual)")  # fmt: skip
    return parser


def _check(options: argparse.Namespace) -> int:
    root: Path = options.root
    if message := _why_no_catalog(root):
        return _misused(message)
    asked = [_inside(root, file) for file in options.files]
    if None in asked:
        outside = options.files[asked.index(None)]
        return _misused(f"{outside} no existe, o no está en la carpeta practices del catálogo.")
    catalog, problems = load(root)
    if catalog:
        problems = sorted([*problems, *overdue_reviews(catalog, root)])
    if asked:
        # Without its vocabularies no sheet can be checked, so their problems always count.
        counted = [*filter(None, asked), *([] if catalog else [VOCABULARIES])]
        problems = [p for p in problems if any(_is_within(p.path, path) for path in counted)]
        catalog = None
    result = CheckResult(problems)
    if catalog:
        result = CheckResult(
            problems, len(catalog.practices), len(catalog.events), len(catalog.challenges)
        )
    sys.stdout.write(_FORMATS[options.format](result))
    if options.format == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8", errors="replace") as file:
            file.write(as_summary(result, _guide()))
    if options.format != "json":
        print(result.verdict, file=sys.stderr if result.errors else sys.stdout)
    sys.stdout.flush()
    return WRONG if result.errors else RIGHT


def _new(options: argparse.Namespace) -> int:
    if message := _why_no_catalog(options.root):
        return _misused(message)
    vocabularies, problems = load_vocabularies(options.root)
    if vocabularies is None:
        sys.stderr.write(as_text(CheckResult(problems)))
        return WRONG
    try:
        new_sheet(options.root, vocabularies)
    except (EOFError, KeyboardInterrupt):
        print("\nNo se escribió nada. Puede empezar de nuevo cuando quiera.", file=sys.stderr)
        return WRONG
    except FileExistsError as error:
        print(f"No se escribió nada: {printable(error.filename)} ya existe.", file=sys.stderr)
        return WRONG
    return RIGHT


def _schema(options: argparse.Namespace) -> int:
    vocabularies, problems = load_vocabularies(options.root)
    if vocabularies is None:
        sys.stderr.write(as_text(CheckResult(problems)))
        return WRONG
    sys.stdout.write(json_schema(options.name, vocabularies))
    sys.stdout.flush()
    return RIGHT


def _links(options: argparse.Namespace) -> int:
    root: Path = options.root
    if message := _why_no_catalog(root):
        return _misused(message)
    places = links(root)
    answered = answers(places, Asker().ask)
    sys.stdout.write(as_markdown(places, answered))
    sys.stdout.flush()
    return WRONG if dead(answered) else RIGHT


def _why_no_catalog(root: Path) -> str:
    if (root / "practices").is_dir():
        return ""
    return f"En {root} no hay un catálogo: falta la carpeta practices."


def _misused(message: str) -> int:
    print(printable(message), file=sys.stderr)
    return MISUSED


def _inside(root: Path, file: Path) -> str | None:
    """The path of a file relative to the catalogue; None if it is not in `practices`."""
    for place in (file, root / file):
        if os.path.lexists(place):
            path = Path(os.path.relpath(place, root)).as_posix()
            return path if _is_within(path, "practices") else None
    return None


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")


def _guide() -> str:
    server, name = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    return f"{server}/{name}/blob/HEAD/{GUIDE}" if server and name else GUIDE


if __name__ == "__main__":
    sys.exit(main())
