"""Whether one word or number is another mistyped."""

from __future__ import annotations


def is_slip(one: str, other: str) -> bool:
    """Whether they differ by one slip of the hand: a character wrong, missing or too many, or two
    that changed places."""
    short, long = sorted((one, other), key=len)
    if len(short) < len(long):
        return any(short == long[:place] + long[place + 1 :] for place in range(len(long)))
    wrong = sum(a != b for a, b in zip(one, other, strict=True))
    return wrong == 1 or (wrong == 2 and sorted(one) == sorted(other))
