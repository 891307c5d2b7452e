"""Reads the packed numbers of the search's files, as the browser does."""

from __future__ import annotations

from catalog.search.packing import ALPHABET


def read(text: str) -> list[int]:
    """The numbers of a text that `packing.numbers` wrote."""
    found, value, shift = [], 0, 0
    for letter in text:
        digit = ALPHABET.index(letter)
        value += (digit % 32) << shift
        shift += 5
        if digit < 32:
            found.append(value)
            value = shift = 0
    return found
