"""SVG paths of straight lines: whether a text is such a path, and the points of its lines.

It is the subset of https://www.w3.org/TR/SVG2/paths.html#PathData that maps need: the letters M, L,
H, V and Z, in either case, with every number written out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# No drawing needs longer numbers, and a number of hundreds of digits would be read as infinite.
NUMBER = r"-?[0-9]{1,6}(?:\.[0-9]{1,6})?(?![0-9])"
_STEP = re.compile(rf"([A-Za-z])|({NUMBER})")
# A path with `n` in place of each number: M begins each line, and each letter has its numbers.
_LINES = re.compile("(M(n,?n,?)+(L(n,?n,?)+|[HV](n,?)+)*Z?)+", re.IGNORECASE)

Ring = list[tuple[float, float]]
"""The points of a closed line."""


def is_path(text: str) -> bool:
    """Whether the text is a path of straight lines whose every letter has its numbers."""
    shape = _STEP.sub(lambda step: step[1] or "n", text).replace(" ", "")
    return bool(_LINES.fullmatch(shape))


def rings_of(outline: str) -> Iterator[Ring]:
    """Yield the points of each line of `outline`, a text for which `is_path` is true. A line
    without Z is taken as closed."""
    x = y = 0.0
    ring: Ring = []
    command = "M"
    numbers: list[float] = []
    for letter, number in _STEP.findall(outline):
        if letter:
            command, numbers = letter, []
            if letter in "Zz" and ring:
                yield ring
                x, y = ring[0]
                ring = []
            continue
        numbers.append(float(number))
        if len(numbers) < (1 if command in "HhVv" else 2):
            continue
        is_absolute = command.isupper()
        if command in "Hh":
            x = numbers[0] + (0 if is_absolute else x)
        elif command in "Vv":
            y = numbers[0] + (0 if is_absolute else y)
        else:
            x, y = (numbers[0] + (0 if is_absolute else x), numbers[1] + (0 if is_absolute else y))
            if command in "Mm":
                if ring:
                    yield ring
                ring = []
                command = "L" if is_absolute else "l"
        ring.append((x, y))
        numbers = []
    if ring:
        yield ring
