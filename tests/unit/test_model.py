"""The practices that are related to a practice."""

from __future__ import annotations

import pytest

from catalog.model import Catalog, Practice
from tests.support.practices import practice_like


def test_related_practices_share_topics_and_those_that_share_more_come_first(
    small: Catalog,
) -> None:
    drip = small.by_slug["riego-por-goteo"]
    catalog = Catalog(
        [
            practice_like(drip, "a", topics=["agua", "riego"]),
            practice_like(drip, "b", topics=["agua"]),
            practice_like(drip, "c", topics=["agua", "riego"]),
            practice_like(drip, "d", topics=["suelos"]),
        ],
        [],
        small.vocabularies,
        small.today,
    )
    assert [other.slug for other in catalog.related["a"]] == ["c", "b"]
    assert catalog.related["d"] == []


def test_a_practice_is_compared_with_a_bounded_number_of_others(
    small: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    drip = small.by_slug["riego-por-goteo"]
    catalog = Catalog(
        (practice_like(drip, f"p{n:03}", topics=["agua"]) for n in range(400)),
        [],
        small.vocabularies,
        small.today,
    )
    looked_up = 0

    class Counting(dict[str, Practice]):
        def __getitem__(self, key: str) -> Practice:
            nonlocal looked_up
            looked_up += 1
            return super().__getitem__(key)

    monkeypatch.setitem(catalog.__dict__, "by_slug", Counting(catalog.by_slug))
    assert len(catalog.related) == 400
    assert looked_up <= 400 * 12, "a constant for each practice, not all of them"
