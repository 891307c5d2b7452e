"""The search's data in pieces small enough to be fetched one by one, as compact text.

Numbers are written in base 32, lowest digit first: a digit that is not its number's last has 32
added (as in the variable-length quantities of source maps, https://tc39.es/ecma426/). Each digit is
a letter of ALPHABET, so that a piece is plain text, which every host compresses. The browser reads
it all back in `theme/js/search/packing.js`.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from catalog.search.index import BODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalog.search.index import Index

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
# Characters in a piece before compression. Smaller ones cost more requests and a longer list of
# them; larger ones, words that nobody asked for.
PIECE = 2000


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


def rising(values: Sequence[int]) -> str:
    """Numbers that only rise, and often repeat, as pairs: how much more than the one before, and
    how many times it comes."""
    text, last = "", 0
    for value, same in groupby(values):
        text += number(value - last) + number(len(list(same)))
        last = value
    return text


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
    """The index cut by ranges of terms: each piece's start, and its text, a line a term:
    the term, and by field the documents, frequencies and lengths, as `_postings` writes them."""
    lengths: list[list[int] | None] = list(index.lengths)
    lengths[BODY] = None
    return cut(
        (term, "\t".join((term, *map(_postings, by_field, lengths))))
        for term, by_field in index.postings.items()
    )


def _postings(postings: list[int], lengths: list[int] | None) -> str:
    """How far each document stands from the one before, less one; a dot; each frequency less
    one, without the zeros at the end; and, unless they stand once for all terms, a dot and the
    length of the field in each document."""
    if not postings:
        return ""
    documents, frequencies = postings[::2], postings[1::2]
    text = _gaps(documents) + "." + "".join([number(n - 1) for n in frequencies]).rstrip("A")
    if lengths is None:
        return text
    return f"{text}.{''.join([number(lengths[document]) for document in documents])}"


def _gaps(documents: Sequence[int]) -> str:
    first = number(documents[0])
    rest = [number(b - a - 1) for a, b in pairwise(documents)]
    return first + "".join(rest)
