"""The texts of generated sheets: made up, or taken from a corpus of real texts.

A TextSource gives the Text of the sheet number `n`, always the same for the same seed. Markdown,
HTML and YAML read all of a Text as words. Each paragraph is one line, and no part is longer than a
sheet's field allows.

Made-up texts are like real Spanish ones in the things that matter to an index: about 850 words
each, some 320 of them different, and a vocabulary that keeps growing (7,000 words in 100 texts,
25,000 in 800). The most common words are those of the repository's own sheets.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BODY_CHARACTERS = 6_000
TITLE_WORDS = (5, 12)
TITLE_CHARACTERS = 200
SUMMARY_CHARACTERS = (80, 320)

_VOCABULARY = 120_000
_ZIPF_EXPONENT = 1.45
_ZIPF_SHIFT = 18.0
# Real texts repeat their own words. A made-up one takes this share of its words from so many.
_OWN_WORDS = 60
_OWN_SHARE = 0.35

_WORD = re.compile(r"[a-záéíóúüñ]+")
# Addresses are left out, since they are no words and a sheet may only have safe ones.
_NOT_PLAIN = re.compile(
    r"(?:https?:|www\.)\S*|[^\w\s.,;:()%°º«»“”’'\"¿?¡!/+€$–—-]|_", re.IGNORECASE
)


@dataclass(frozen=True)
class Text:
    """The title, the summary and the body of a sheet."""

    title: str
    summary: str
    paragraphs: tuple[str, ...]


class TextSource(Protocol):
    """Gives each generated sheet its text."""

    def text(self, number: int) -> Text:
        """The text of the sheet of a number, from 0."""


class MadeUp:
    """Texts without meaning, made of the words of `sheets` and of pseudo-Spanish words."""

    def __init__(self, seed: int, sheets: Iterable[str]) -> None:
        self._seed = seed
        counted = Counter(word for sheet in sheets for word in _WORD.findall(sheet.lower()))
        head = sorted(counted, key=lambda word: (-counted[word], word))
        self._words = _with_long_tail(tuple(head))
        ranks = range(len(self._words))
        self._weights = list(
            accumulate((rank + 1 + _ZIPF_SHIFT) ** -_ZIPF_EXPONENT for rank in ranks)
        )

    def text(self, number: int) -> Text:
        """See TextSource."""
        random = Random(f"{self._seed}/text/{number}")
        pool = self._pool(random)
        title_words = [next(pool) for _ in range(random.randint(*TITLE_WORDS))]
        summary = _sentence(pool, random)
        while len(summary) < SUMMARY_CHARACTERS[0] or random.random() < 0.5:
            summary += f" {_sentence(pool, random)}"
        target = random.gauss(BODY_CHARACTERS, BODY_CHARACTERS / 6)
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < target or len(paragraphs) < 3:
            sentences = [_sentence(pool, random) for _ in range(random.randint(1, 4))]
            paragraphs.append(" ".join(sentences))
        return Text(
            _title(" ".join(title_words), fallback=summary),
            _summary(summary, fallback=paragraphs[0]),
            tuple(paragraphs),
        )

    def _pool(self, random: Random) -> Iterator[str]:
        """Yield words without end: common ones, and ones that this text repeats."""
        common_half = len(self._words) // 40
        own = random.choices(self._words[50:], cum_weights=self._weights[50:], k=_OWN_WORDS)
        own += [self._words[random.randrange(50, common_half)] for _ in range(_OWN_WORDS // 4)]
        while True:
            drawn = random.choices(self._words, cum_weights=self._weights, k=400)
            for word in drawn:
                yield random.choice(own) if random.random() < _OWN_SHARE else word


class Recombined:
    """The texts of a corpus, then texts made of the paragraphs of several texts."""

    def __init__(self, seed: int, texts: Iterable[dict[str, str]]) -> None:
        self._seed = seed
        kept = []
        for text in texts:
            cut = (clean(paragraph) for paragraph in text["body"].split("\n\n"))
            paragraphs = tuple(line for line in cut if len(_WORD.findall(line.lower())) > 2)
            if len(paragraphs) >= 3:
                summary = _summary(clean(text["summary"]), fallback=" ".join(paragraphs))
                title = _title(clean(text["title"]), fallback=summary)
                kept.append(Text(title, summary, paragraphs))
        if not kept:
            raise ValueError("The corpus has no text of three paragraphs.")
        Random(f"{seed}/order").shuffle(kept)
        self._texts = kept

    def text(self, number: int) -> Text:
        """See TextSource."""
        if number < len(self._texts):
            return self._texts[number]
        random = Random(f"{self._seed}/text/{number}")
        first, *others = random.choices(self._texts, k=4)
        summary = random.choice(others).summary
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < BODY_CHARACTERS:
            paragraphs.append(random.choice(random.choice((first, *others)).paragraphs))
        end = " ".join(others[0].title.split()[-5:])
        title = _title(f"{' '.join(first.title.split()[:7])} {end}", fallback=summary)
        return Text(title, summary, tuple(paragraphs))


def read_corpus(path: Path) -> list[dict[str, str]]:
    """The texts of a file with one JSON object on each line, gzipped or not."""
    raw = path.read_bytes()
    content = gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw
    return [json.loads(line) for line in content.decode().splitlines() if line.strip()]


def clean(text: str) -> str:
    """The text as one line of words and plain punctuation."""
    return " ".join(_NOT_PLAIN.sub(" ", text).split()).lstrip("-+.,;:) ")


def _title(text: str, fallback: str) -> str:
    words = text.split()
    if len(words) < TITLE_WORDS[0]:
        words += fallback.split()
    title = " ".join(words[: TITLE_WORDS[1]])
    title = _cut(title, TITLE_CHARACTERS).rstrip(".,;: ")
    return title[0].upper() + title[1:]


def _summary(text: str, fallback: str) -> str:
    low, high = SUMMARY_CHARACTERS
    if len(text) < low:
        text = f"{text} {fallback}"
    if len(text) < low:
        text = f"{text} Práctica de gestión educativa de un equipo que la cuenta con sus palabras."
    return _cut(text, high)


def _cut(text: str, limit: int) -> str:
    """The text up to the last whole word within the limit."""
    if len(text) <= limit:
        return text
    return text[: limit + 1].rpartition(" ")[0] or text[:limit]


def _sentence(words: Iterator[str], random: Random) -> str:
    chosen = []
    for _ in range(random.randint(8, 30)):
        word = next(words)
        chance = random.random()
        if chance < 0.06:
            word += ","
        elif chance < 0.075:
            word = f"{word} {random.randint(1, 100)} %"
        elif chance < 0.085:
            word = f"{word} {random.randint(2005, 2026)}"
        elif chance < 0.13:
            word = word.capitalize()
        chosen.append(word)
    text = " ".join(chosen).rstrip(",")
    return f"{text[0].upper()}{text[1:]}."


_ONSETS = "b c d f g h j l ll m n p qu r s t v z br bl cr cl dr fr gr pr pl tr".split()
_NUCLEI = "a e i o u a e o a e o ia ie io ue".split()
_CODAS = ["", "", "", "", "", "n", "r", "s", "l", "m"]
_ENDINGS = (
    "ación aciones amiento amientos ado ada ados adas ar ando ador adora adores mente idad "
    "idades ivo iva ivos ista istas ería ero era eros eras al ales o a os as es e ico ica icos "
    "ible ible able ables oso osa ante antes encia encias ura uras illo illa"
).split()


@cache
def _with_long_tail(head: tuple[str, ...]) -> list[str]:
    """The words of `head`, then pseudo-Spanish words up to the size of the vocabulary."""
    random = Random("vocabulary")
    words = dict.fromkeys(head)
    while len(words) < _VOCABULARY:
        stem = "".join(
            random.choice(_ONSETS) + random.choice(_NUCLEI)
            + random.choice(_CODAS)
            for _ in range(random.choice((1, 1, 2, 2, 2, 3)))
        )  # fmt: skip
        stem = stem.replace("quu", "qu").replace("quo", "co").replace("qua", "ca")
        # Each stem has several endings, as in the language.
        for ending in random.sample(_ENDINGS, random.randint(1, 3)):
            words[stem + random.choice(("t", "d", "c", "n", "l", "r", "s", "m")) + ending] = None
    return list(words)[:_VOCABULARY]
