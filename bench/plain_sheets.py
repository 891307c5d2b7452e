"""Sheets as plain texts, for tools that know nothing of catalogues, and queries drawn from them."""

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
class PlainSheet:
    """A sheet as plain text; `topics` are its region, institutions, topics and stage."""

    slug: str
    title: str
    summary: str
    topics: str
    body: str


def read_sheet(path: Path) -> PlainSheet:
    """Read the sheet at `path`."""
    _, front_matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
    data = yaml.load(front_matter, Loader=yaml.CSafeLoader)
    topics = [data["region"], *data["instituciones"], *data["temas"], data["estadio"]]
    return PlainSheet(path.stem, data["titulo"], data["resumen"], " ".join(topics), body.strip())


def draw_queries(paths: Sequence[Path], count: int, seed: int) -> list[str]:
    """Draw `count` different queries of one to three words, each from one sheet, always the same
    for the same seed. Half of them are drawn among all words of a text, where common words prevail;
    half among its different words, where rare words prevail."""
    random = Random(f"{seed}/queries")
    sheets = [
        read_sheet(path) for path in random.sample(list(paths), min(len(paths), _READ_FOR_QUERIES))
    ]
    in_titles = [_WORD.findall(sheet.title.lower()) for sheet in sheets]
    in_texts = [_WORD.findall(f"{sheet.summary} {sheet.body}".lower()) for sheet in sheets]
    counted = Counter(word for words in in_texts for word in words)
    common = {word for word, _ in counted.most_common(_TOO_COMMON)}
    drawn: dict[str, None] = {}
    while len(drawn) < count:
        number = random.randrange(len(sheets))
        words = random.choice((in_titles, in_texts))[number]
        words = words if random.random() < 0.5 else sorted(set(words))
        words = [word for word in words if word not in common]
        if words:
            query = random.sample(words, min(random.randint(1, 3), len(words)))
            drawn[" ".join(dict.fromkeys(query))] = None
    return list(drawn)
