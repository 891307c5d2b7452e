"""The `catalogo` command: `catalogo check [--format text|github]`.

Exit status: 0 when the content is right, 1 when something must be mended, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.load import load
from catalog.problems import Severity
from catalog.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (the process's own by default); its exit status."""
    parser = argparse.ArgumentParser(
        prog="catalogo", description="El catálogo de buenas prácticas."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="revisa todas las fichas y eventos")
    check.add_argument("--root", type=Path, default=Path(), help="la carpeta del catálogo")
    check.add_argument("--format", choices=["text", "github"], default="text",
                       help="github: como anotaciones de un pull request")  # fmt: skip
    options = parser.parse_args(arguments)
    return _check(options.root, options.format)


def _check(root: Path, output: str) -> int:
    catalog, problems = load(root)
    for problem in problems:
        print(problem.as_github() if output == "github" else problem)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if catalog is None:
        print(f"{count(errors, 'error', 'errores')} por corregir.", file=sys.stderr)
        return 1
    practices = count(len(catalog.practices), "práctica", "prácticas")
    print(f"{practices} y {count(len(catalog.events), 'evento', 'eventos')}, sin errores.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
