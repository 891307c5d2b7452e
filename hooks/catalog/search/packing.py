"""The search's data in pieces small enough to be fetched one by one, as compact text.

Numbers are written in base 32, lowest digit first. Every digit of a number but the last has 32
added (as in the variable-length quantities of source maps, https://tc39.es/ecma426/). Each digit is
a letter of ALPHABET, so that a piece is plain text, which every host compresses. The browser reads
the pieces in `theme/js/search/packing.js`.
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
# pieces hold more terms that no query asked for.
PIECE = 2500
# A sheet speaks of a word that its body has at least so many times; a body has some 800 words. The
# page that matches practices with a problem tells this from a mere mention of the word.
OFTEN = 5


@cache
def number(value: int) -> str:
    """The text of one number, 0 or more."""
    text = ""
    while value >= 32:
        text += ALPHABET[32 + value % 32]
        value //= 32
    return text + ALPHABET[value]


def numbers(values: Iterable[int]) -> str:
    """The texts of numbers, one after another."""
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
    """Yield the start and the text of each piece of the index, which is cut by ranges of terms.

    A line of the text is a term and its postings in each field, with tabs between. Postings are
    `documents.weights`, empty where no document has the term in the field. In the body they are
    `documents.weights.often` if some documents have the term at least OFTEN times: `often` lists
    these.
    """
    return cut(
        (term, "\t".join((term, *map(_postings, by_field, weighed))) + _often(by_field[BODY]))
        for (term, by_field), weighed in zip(index.postings.items(), weights(index), strict=True)
    )


def _postings(postings: list[int], weighed: list[int]) -> str:
    return f"{_rising(postings[::2])}.{numbers(weighed)}" if postings else ""


def _often(postings: list[int]) -> str:
    frequencies = postings[1::2]
    if not frequencies or max(frequencies) < OFTEN:  # nearly all terms
        return ""
    pairs = zip(postings[::2], frequencies, strict=True)
    return f".{_rising([document for document, frequency in pairs if frequency >= OFTEN])}"


def _rising(documents: Sequence[int]) -> str:
    """The first document, then the distance of each document from the one before, less one."""
    first = number(documents[0])
    rest = [number(b - a - 1) for a, b in pairwise(documents)]
    return first + "".join(rest)
