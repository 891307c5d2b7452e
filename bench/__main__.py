"""Measures this catalogue beside what could stand in its place, on the same generated sheets.

    python -m bench [--sheets 100,800,10000] [--corpus FILE] [--only NAME,…] [--out FILE.md]

Prints the machine, then one Markdown table. A measurement that fails or takes too long leaves a
dash with its reason, and the others go on. All files are written in a temporary folder, removed at
the end.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.contenders.hugo import Hugo
from bench.contenders.material import Material
from bench.contenders.pagefind import Pagefind
from bench.contenders.this_catalogue import ThisCatalogue
from bench.contenders.whole_lunr import WholeLunr
from bench.generated_catalogue import SEED, write_catalogue
from bench.machine import description
from bench.table import Results, markdown
from bench.workload import KEYSTROKE_QUERIES, QUERIES, Workload

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.workload import Contender

CONTENDERS: dict[str, type[Contender]] = {
    "ours": ThisCatalogue,
    "pagefind": Pagefind,
    "material": Material,
    "lunr": WholeLunr,
    "hugo": Hugo,
}
SIZES = (100, 800, 10_000)
LIMIT = 1_200


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (by default the process's own). Returns its exit status."""
    options = _options(arguments)
    # SIGTERM alone would skip the `finally` blocks that end programs and remove folders.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    chosen = [CONTENDERS[name] for name in options.only]
    results = Results()
    for size in options.sheets:
        with tempfile.TemporaryDirectory(prefix="catalogo-bench-") as folder:
            _measure_size(size, chosen, Path(folder), options, results)
    text = _report(options, chosen, results)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sheets", type=_sizes, default=SIZES, help="sizes, with commas between")
    parser.add_argument(
        "--corpus", type=Path, help="real texts: see `python -m bench.generated_catalogue`"
    )
    parser.add_argument("--only", type=_names, default=list(CONTENDERS),
                        help=f"some of {', '.join(CONTENDERS)}")  # fmt: skip
    parser.add_argument("--out", type=Path, help="write the report to this file too")
    parser.add_argument("--limit", type=float, default=LIMIT,
                        help="seconds that each program or visit may take")  # fmt: skip
    parser.add_argument("--seed", type=int, default=SEED)
    return parser.parse_args(arguments)


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted({int(size.replace("_", "")) for size in text.split(",")}))


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",")]
    if unknown := set(names) - set(CONTENDERS):
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: not a contender")
    return names


def _measure_size(
    size: int,
    chosen: Sequence[type[Contender]],
    folder: Path,
    options: argparse.Namespace,
    results: Results,
) -> None:
    _say(f"{size:,} sheets: writing them")
    sheets = write_catalogue(folder / "catalogue", size, seed=options.seed, corpus=options.corpus)
    workload = Workload(
        folder / "catalogue", sheets, folder / "contenders", limit=options.limit, seed=options.seed
    )
    for contender in chosen:
        workload.workspace.mkdir()
        for step in contender(workload).steps():
            names = ", ".join(measure.name.lower() for measure in step.fills)
            started = time.monotonic()
            try:
                values = step.measure()
            except Exception as error:  # one failure must not stop the table
                values = {}
                reason = " ".join(str(error).split())[:200] or type(error).__name__
                for measure in step.fills:
                    results.missing[size, contender.name, measure] = reason
                names += f" FAILED ({reason})"
            for measure, value in values.items():
                results.values[size, contender.name, measure] = value
            _say(f"{size:,} sheets, {contender.name}: {names}, {time.monotonic() - started:.0f} s")
        shutil.rmtree(workload.workspace)


def _report(
    options: argparse.Namespace, chosen: Sequence[type[Contender]], results: Results
) -> str:
    origin = "made-up texts" if options.corpus is None else f"texts of {options.corpus.name}"
    facts = [
        *description(),
        f"Sheets: {origin}, seed {options.seed}",
        f"First search: {QUERIES} queries of one to three words, each from an empty cache; bodies "
        "of answers as sent, text gzipped at level 6 (1 kB = 1,000 bytes)",
        f"Keystroke: {KEYSTROKE_QUERIES} of those queries, with everything they need already "
        "there, from the input event to the last change of the results",
        *(note for contender in chosen for note in contender.notes),
    ]
    table = markdown(results, options.sheets, [contender.name for contender in chosen])
    return "\n".join([*(f"- {fact}" for fact in facts), "", table])


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
