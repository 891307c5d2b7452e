"""The sheets of a catalogue as any other tool would take them: a title, a summary, a text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_WORD = re.compile(r"[a-záéíóúüñ]{4,}")
_READ_FOR_QUERIES = 200
_TOO_COMMON = 60


@dataclass(frozen=True)
class SheetText:
    """What a sheet says, and what it is about."""

    slug: str
    title: str
    summary: str
    topics: str
    body: str


def read(path: Path) -> SheetText:
    """The sheet at that path."""
    _, front_matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
    data = yaml.load(front_matter, Loader=yaml.CSafeLoader)
    topics = [data["region"], *data["instituciones"], *data["temas"], data["estadio"]]
    return SheetText(path.stem, data["titulo"], data["resumen"], " ".join(topics), body.strip())


def queries(paths: Sequence[Path], count: int, seed: int) -> list[str]:
    """What people could look for: one to three words of a sheet, common ones and rare ones."""
    random = Random(f"{seed}/queries")
    sheets = [read(path) for path in random.sample(list(paths), min(len(paths), _READ_FOR_QUERIES))]
    in_titles = [_WORD.findall(sheet.title.lower()) for sheet in sheets]
    in_texts = [_WORD.findall(f"{sheet.summary} {sheet.body}".lower()) for sheet in sheets]
    counted = Counter(word for words in in_texts for word in words)
    common = {word for word, _ in counted.most_common(_TOO_COMMON)}
    asked: dict[str, None] = {}
    while len(asked) < count:
        number = random.randrange(len(sheets))
        said = random.choice((in_titles, in_texts))[number]
        # Drawn among all words the commoner come out, among the different ones the rarer.
        words = said if random.random() < 0.5 else sorted(set(said))
        words = [word for word in words if word not in common]
        if words:
            drawn = random.sample(words, min(random.randint(1, 3), len(words)))
            asked[" ".join(dict.fromkeys(drawn))] = None
    return list(asked)
