"""The search's data in pieces small enough to be fetched one by one, as compact text.

Numbers are written in base 32, lowest digit first: a digit that is not its number's last has 32
added (as in the variable-length quantities of source maps, https://tc39.es/ecma426/). Each digit is
a letter of ALPHABET, so that a piece is plain text, which every host compresses. The browser reads
it all back in `theme/js/search/packing.js`.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from catalog.search.index import BODY, weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.search.index import Index

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
# Characters in a piece before compression. Smaller pieces make the list of pieces longer; larger
# ones hold more terms that were not asked for.
PIECE = 2500
# A sheet dwells on a word that its body has so many times; a body has some 800 words. The page that
# matches practices with a problem tells such sheets from those that mention the word.
OFTEN = 5


@cache
def number(value: int) -> str:
    """One number, 0 or more."""
    text = ""
    while value >= 32:
        text += ALPHABET[32 + value % 32]
        value //= 32
    return text + ALPHABET[value]


def numbers(values: Iterable[int]) -> str:
    """Numbers, one after another."""
    return "".join(map(number, values))


def cut(lines: Iterable[tuple[str, str]], size: int = PIECE) -> Iterator[tuple[str, str]]:
    """Cut lines that are sorted by their key into pieces of about `size` characters.

    Yields for each piece the shortest prefix of its first key that sorts after the last key of
    the piece before, and its text.
    """
    held: list[str] = []
    total, start, last = 0, "", ""
    for key, line in lines:
        if held and total + len(line) > size:
            yield start, "\n".join(held)
            held, total = [], 0
            start = _shortest_after(last, key)
        held.append(line)
        total += len(line)
        last = key
    if held:
        yield start, "\n".join(held)


def _shortest_after(before: str, key: str) -> str:
    same = next(
        (n for n, (a, b) in enumerate(zip(before, key, strict=False)) if a != b), len(before)
    )
    return key[: same + 1]


def index_pieces(index: Index) -> Iterator[tuple[str, str]]:
    """The index cut by ranges of terms: each piece's start, and its text, a line a term: the term,
    and by field its postings, with tabs between.

    Postings are `documents.weights`, or in the body `documents.weights.often`: the last are the
    documents whose body has the term OFTEN times. They are left out where there are none.
    """
    return cut(
        (term, "\t".join((term, *map(_postings, by_field, weighed))) + _often(by_field[BODY]))
        for (term, by_field), weighed in zip(index.postings.items(), weights(index), strict=True)
    )


def _postings(postings: list[int], weighed: list[int]) -> str:
    return f"{_rising(postings[::2])}.{numbers(weighed)}" if postings else ""


def _often(postings: list[int]) -> str:
    frequencies = postings[1::2]
    if max(frequencies, default=0) < OFTEN:  # nearly all terms
        return ""
    pairs = zip(postings[::2], frequencies, strict=True)
    return f".{_rising([document for document, frequency in pairs if frequency >= OFTEN])}"


def _rising(documents: Sequence[int]) -> str:
    """Documents, each as its distance from the one before, less one."""
    first = number(documents[0])
    rest = [number(b - a - 1) for a, b in pairwise(documents)]
    return first + "".join(rest)
