"""The practices that may serve a challenge, and their reasons."""

from __future__ import annotations

from catalog.derive.fitting import MOST, practices_that_fit
from catalog.model import Catalog, Challenge
from tests.support.practices import practice_like


def fits(small: Catalog, *practices: dict[str, object], **changes: object) -> list[list[str]]:
    """The slug and the reasons of each fit of the small catalogue's challenge, changed, among
    practices with these fields, whose slugs are p1, p2…"""
    challenge = small.challenges[0].model_copy(
        update={"answers": [], "topics": ["agua", "suelos"], **changes}
    )
    model = small.by_slug["riego-por-goteo"]
    found = [
        practice_like(model, f"p{number}", **fields) for number, fields in enumerate(practices, 1)
    ]
    catalog = Catalog(found, (), small.vocabularies, small.today)
    return [[fit.practice.slug, *fit.reasons] for fit in practices_that_fit(challenge, catalog)]


def test_a_practice_fits_by_its_topics_alone(small: Catalog) -> None:
    same_place = {"region": "sur", "levels": ["familiar"], "topics": ["mercados"]}
    assert fits(small, same_place) == []
    assert fits(small, {"topics": ["agua"], "levels": [], "region": "norte"}) == [
        ["p1", "Trata de agua"]
    ]


def test_more_topics_come_first_then_levels_then_the_region(small: Catalog) -> None:
    assert fits(
        small,
        {"topics": ["agua"], "levels": [], "region": "norte"},
        {"topics": ["agua"], "levels": [], "region": "sur"},
        {"topics": ["agua"], "levels": ["familiar"], "region": "norte"},
        {"topics": ["suelos", "agua"], "levels": [], "region": "norte"},
    ) == [
        ["p4", "Trata de agua y suelos"],
        ["p3", "Trata de agua", "Trabaja con Agricultura familiar"],
        ["p2", "Trata de agua", "Es de la misma región"],
        ["p1", "Trata de agua"],
    ]


def test_what_was_offered_is_not_offered_again(small: Catalog) -> None:
    challenge: Challenge = small.challenges[0]
    offered = [challenge.answers[0].model_copy(update={"practice": "p1"})]
    assert [slug for slug, *_ in fits(small, {}, {}, answers=offered)] == ["p2"]


def test_only_some_are_shown(small: Catalog) -> None:
    assert len(fits(small, *[{}] * (MOST + 1))) == MOST
