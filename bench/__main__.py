"""Measures this catalogue beside what could stand in its place, on the same generated sheets.

    python -m bench [--sheets 100,800,10000] [--corpus FILE] [--only NAME,…] [--out FILE.md]

Prints the machine, then one Markdown table. What fails or takes too long leaves a dash and its
reason, and the rest goes on. Everything is written in a temporary folder, removed at the end.
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

from bench.corpus import SEED, write_catalogue
from bench.machine import description
from bench.rivals.hugo import Hugo
from bench.rivals.material import Material
from bench.rivals.ours import Ours
from bench.rivals.pagefind import Pagefind
from bench.rivals.whole_lunr import WholeLunr
from bench.subject import KEYSTROKE_QUERIES, QUERIES, Subject
from bench.table import Results, markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.subject import Contender

CONTENDERS: dict[str, type[Contender]] = {
    "ours": Ours,
    "pagefind": Pagefind,
    "material": Material,
    "lunr": WholeLunr,
    "hugo": Hugo,
}
SIZES = (100, 800, 10_000)
LIMIT = 1_200


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (the process's own by default); its exit status."""
    options = _options(arguments)
    # Ended from outside, it still ends what it started and removes what it wrote.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    chosen = [CONTENDERS[name] for name in options.only]
    results = Results()
    for size in options.sheets:
        with tempfile.TemporaryDirectory(prefix="catalogo-bench-") as work:
            _measure_size(size, chosen, Path(work), options, results)
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
    parser.add_argument("--corpus", type=Path, help="real texts: see `python -m bench.corpus`")
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
    work: Path,
    options: argparse.Namespace,
    results: Results,
) -> None:
    _say(f"{size:,} sheets: writing them")
    sheets = write_catalogue(work / "catalogue", size, seed=options.seed, corpus=options.corpus)
    subject = Subject(
        work / "catalogue", sheets, work / "rivals", limit=options.limit, seed=options.seed
    )
    for contender in chosen:
        subject.work.mkdir()
        for step in contender(subject).steps():
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
        shutil.rmtree(subject.work)


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
