"""Typing mistakes in mail domains and figures. `source/problems.py` suggests the nearest id for a
misspelt one."""

from __future__ import annotations


def is_typo(first: str, second: str) -> bool:
    """Whether two texts differ by one typing mistake: one character that is wrong, missing or too
    many, or two characters that changed places."""
    short, long = sorted((first, second), key=len)
    if len(short) < len(long):
        return any(short == long[:place] + long[place + 1 :] for place in range(len(long)))
    wrong = sum(a != b for a, b in zip(first, second, strict=True))
    return wrong == 1 or (wrong == 2 and sorted(first) == sorted(second))
