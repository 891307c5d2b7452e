"""The practices that may serve a challenge, each with its reasons.

A practice fits if it has a topic of the challenge. First come those that share most topics; then
those of its levels, and those of its region. Nothing else is weighed.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING

from catalog.text.folding import fold
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
    """Up to MOST practices that were not offered to the challenge yet, the likeliest first; those
    that are as likely are in the order of the catalogue."""
    offered = {answer.practice for answer in challenge.answers}
    by_topic = catalog.by_topic
    sharing = {p.slug: p for topic in challenge.topics for p in by_topic.get(topic, ())}
    fitting = [practice for slug, practice in sharing.items() if slug not in offered]
    best = nsmallest(MOST, fitting, key=lambda practice: _rank(practice, challenge))
    return [Fit(practice, tuple(_reasons(practice, challenge, catalog))) for practice in best]


def _rank(practice: Practice, challenge: Challenge) -> tuple[int, int, bool, str, str]:
    topics = set(practice.topics) & set(challenge.topics)
    levels = set(practice.levels) & set(challenge.levels)
    elsewhere = practice.region != challenge.region
    return -len(topics), -len(levels), elsewhere, fold(practice.title), practice.slug


def _reasons(practice: Practice, challenge: Challenge, catalog: Catalog) -> Iterator[str]:
    known = catalog.vocabularies
    topics = [known.topics[topic].label for topic in challenge.topics if topic in practice.topics]
    yield f"Trata de {listed(map(lower_first, topics))}"
    levels = [known.levels[level].label for level in challenge.levels if level in practice.levels]
    if levels:
        yield f"Trabaja con {listed(levels)}"
    if practice.region == challenge.region:
        yield "Es de la misma región"
