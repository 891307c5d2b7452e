"""The practices that may serve a challenge, each with its reasons.

A practice fits if it has a topic of the challenge. First come those that share most topics; then
those of its levels, and those of its region. Nothing else is weighed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.text.spanish import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Catalog, Challenge, Practice

# The most practices that a challenge is shown.
MOST = 5


@dataclass(frozen=True)
class Fit:
    """A practice, and the reasons why it may serve, each in a few Spanish words."""

    practice: Practice
    reasons: tuple[str, ...]


def practices_that_fit(challenge: Challenge, catalog: Catalog) -> list[Fit]:
    """Up to MOST practices that were not offered to the challenge yet, the likeliest first."""
    offered = {answer.practice for answer in challenge.answers}
    fitting = [
        practice
        for practice in catalog.practices
        if practice.slug not in offered and set(practice.topics) & set(challenge.topics)
    ]
    fitting.sort(key=lambda practice: _likeness(practice, challenge))  # stable: then by title
    return [
        Fit(practice, tuple(_reasons(practice, challenge, catalog))) for practice in fitting[:MOST]
    ]


def _likeness(practice: Practice, challenge: Challenge) -> tuple[int, int, bool]:
    topics = set(practice.topics) & set(challenge.topics)
    levels = set(practice.levels) & set(challenge.levels)
    return -len(topics), -len(levels), practice.region != challenge.region


def _reasons(practice: Practice, challenge: Challenge, catalog: Catalog) -> Iterator[str]:
    known = catalog.vocabularies
    topics = [known.topics[topic].label for topic in challenge.topics if topic in practice.topics]
    yield f"Trata de {listed(map(lower_first, topics))}"
    levels = [known.levels[level].label for level in challenge.levels if level in practice.levels]
    if levels:
        yield f"Trabaja con {listed(levels)}"
    if practice.region == challenge.region:
        yield "Es de la misma región"
