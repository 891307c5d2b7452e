"""The walls of the community: the challenges, each with its own page, and the initiatives by what
they lack. A wall has a page only where something stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.check.stage_requirements import checklist, missing_for
from catalog.derive.fitting import practices_that_fit
from catalog.pages import routes
from catalog.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Catalog, Practice
    from catalog.pages.templates import Templates
    from catalog.schema.terms import Requirement

# The most initiatives that are shown under each thing that they lack.
_SHOWN = 12


def walls(templates: Templates, catalog: Catalog) -> Iterator[Page]:
    """Yield the pages of the walls, and those of the challenges."""
    if catalog.challenges:
        yield Page(
            routes.CHALLENGES,
            "Desafíos",
            "Problemas que alguien tiene hoy, y las prácticas que otros le ofrecieron.",
            templates,
            "pages/challenges.html",
            {"challenges": catalog.challenges},
            found=True,
        )
    for challenge in catalog.challenges:
        yield Page(
            routes.challenge(challenge.slug),
            challenge.title,
            f"Un desafío de {', '.join(challenge.institutions[:2])}: {challenge.title}.",
            templates,
            "pages/challenge.html",
            {
                "challenge": challenge,
                "fits": practices_that_fit(challenge, catalog),
                "offered": [
                    (answer, catalog.by_slug[answer.practice]) for answer in challenge.answers
                ],
            },
            challenge.path,
        )
    if lacking := initiatives(catalog):
        yield Page(
            routes.INITIATIVES,
            "Iniciativas",
            "Las experiencias que empiezan, según lo que les falta para el estadio siguiente.",
            templates,
            "pages/initiatives.html",
            {
                "lacking": lacking,
                "total": len({p.slug for _, found in lacking for p in found}),
                "first": next(iter(catalog.vocabularies.stages)),
                "shown": _SHOWN,
            },
            found=True,
        )


def initiatives(catalog: Catalog) -> list[tuple[Requirement, list[Practice]]]:
    """The practices of the first stage by each requirement of the next one that they lack, in the
    order of the requirements. Empty where there are no such practices."""
    stages = list(catalog.vocabularies.stages.values())
    if len(stages) < 2:
        return []
    first, following = stages[:2]
    lacking: dict[str, list[Practice]] = {needed.id: [] for needed in following.requirements}
    for practice in catalog.practices:
        if practice.stage == first.id:
            for check in missing_for(following.id, checklist(practice, catalog)):
                lacking[check.requirement.id].append(practice)
    return [(needed, lacking[needed.id]) for needed in following.requirements if lacking[needed.id]]
