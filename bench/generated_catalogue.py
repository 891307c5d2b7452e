"""Writes a whole catalogue of N sheets, to measure builds and searches with.

    python -m bench.generated_catalogue --sheets N --out FOLDER [--seed S] [--corpus FILE]

The repository's own sheets and events come first, then generated sheets up to N. The same arguments
give the same bytes, and a larger catalogue has all sheets of a smaller one. `--corpus` takes the
generated texts from a file with one JSON object on each line (`title`, `summary`, `body`), gzipped
or not; without it they are made up. FOLDER builds with `mkdocs build --strict` and passes
`catalogo check --root FOLDER`. Its `hooks` are the repository's.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bench.generated_sheets import Terms, event, presentation, sheet, slug_of
from bench.generated_texts import MadeUp, Recombined, read_corpus
from bench.institutions import institutions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.generated_texts import Text, TextSource

ROOT = Path(__file__).parents[1]
SEED = 7
_SHEETS_PER_EVENT = 250
_PRESENTATIONS_PER_EVENT = 12


def write_catalogue(
    folder: Path, sheets: int, *, seed: int = SEED, corpus: Path | None = None
) -> list[Path]:
    """Write a catalogue of `sheets` sheets. Returns their paths, those of the real ones first.

    Raises ValueError if `sheets` is less than the number of real ones, and FileExistsError if the
    folder is not empty.
    """
    real = sorted(path.relative_to(ROOT) for path in (ROOT / "practices").glob("[!_]*/*.md"))
    if sheets < len(real):
        raise ValueError(f"At least {len(real)} sheets: the repository's own are always there.")
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty.")
    folder.mkdir(parents=True, exist_ok=True)
    _copy_frame(folder)
    terms = Terms.read(ROOT / "practices" / "_taxonomies")
    _add_institutions(folder / "practices" / "_taxonomies" / "instituciones.yml", terms)
    source = _source(seed, corpus, real)
    written = [folder / path for path in real]
    at_events: list[tuple[str, Text]] = []
    for number in range(sheets - len(real)):
        text = source.text(number)
        made = sheet(number, seed, text, terms)
        path = folder / "practices" / made.region / f"{made.slug}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(made.content, encoding="utf-8", newline="\n")
        written.append(path)
        if number % _SHEETS_PER_EVENT < _PRESENTATIONS_PER_EVENT:
            at_events.append((made.slug, text))
    _write_events(folder / "practices" / "_events", at_events, terms)
    return written


def _copy_frame(folder: Path) -> None:
    """Copy everything but the generated sheets. `hooks` is a link to the repository's, so that its
    current code is measured, or a copy where the system makes no links."""
    for name in ("practices", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    try:
        (folder / "hooks").symlink_to(ROOT / "hooks", target_is_directory=True)
    except OSError:
        shutil.copytree(ROOT / "hooks", folder / "hooks")


def _add_institutions(file: Path, terms: Terms) -> None:
    """Add the institutions of the generated sheets to the vocabulary, as a catalogue of so many
    sheets would have them."""
    text = file.read_text(encoding="utf-8")
    known = {name for term in yaml.safe_load(text) for name in _names(term)}
    added: dict[str, str] = {}
    for region, label in terms.regions.items():
        for name in institutions(region, label):
            if slug_of(name) not in known:
                lines = (f"- id: {slug_of(name)}", f"label: {name}", f"tipo: {_type_of(name)}")
                added.setdefault(slug_of(name), "\n  ".join(lines) + "\n")
    file.write_text(text + "".join(added.values()), encoding="utf-8")


def _type_of(name: str) -> str:
    types = {"UGEL": "ugel", "DRE": "dre-gre", "Municipalidad": "gobierno-local",
             "Gobierno": "gobierno-regional", "Universidad": "universidad"}  # fmt: skip
    return types.get(name.split()[0], "ministerio")


def _names(term: dict[str, Any]) -> Iterator[str]:
    yield slug_of(term["label"])
    yield from map(slug_of, term.get("aliases", []))


def _source(seed: int, corpus: Path | None, real: Sequence[Path]) -> TextSource:
    if corpus:
        return Recombined(seed, read_corpus(corpus))
    return MadeUp(seed, ((ROOT / path).read_text(encoding="utf-8") for path in real))


def _write_events(folder: Path, shown: Sequence[tuple[str, Text]], terms: Terms) -> None:
    for start in range(0, len(shown), _PRESENTATIONS_PER_EVENT):
        number = start // _PRESENTATIONS_PER_EVENT + 1
        at_event = folder / f"intercambio-generado-{number:03d}"
        at_event.mkdir()
        files = {"index": event(number, terms, shown[start][1])}
        files |= {
            slug: presentation(order, text)
            for order, (slug, text) in enumerate(shown[start : start + _PRESENTATIONS_PER_EVENT], 1)
        }
        for name, content in files.items():
            (at_event / f"{name}.md").write_text(content, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (by default the process's own). Returns its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.generated_catalogue", description="Write a catalogue to measure with."
    )
    parser.add_argument("--sheets", type=int, required=True, help="how many, the real included")
    parser.add_argument("--out", type=Path, required=True, help="a folder that is empty or new")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--corpus", type=Path, help="JSON lines with title, summary and body")
    options = parser.parse_args(arguments)
    try:
        written = write_catalogue(
            options.out, options.sheets, seed=options.seed, corpus=options.corpus
        )
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(written)} sheets in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
