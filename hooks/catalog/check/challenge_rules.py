"""The rules of a challenge in its catalogue: one function a rule, as in `practice_rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.check.former_slugs import slugs_of_others
from catalog.check.link_rules import LINK_RULES
from catalog.model import TRIED
from catalog.source.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import SourceFile, Surroundings
    from catalog.model import Challenge
    from catalog.source.problems import Problem


def answers_name_practices(file: SourceFile[Challenge], around: Surroundings) -> Iterator[Problem]:
    """The practice of each answer exists, and is offered once."""
    offered: set[str] = set()
    for index, answer in enumerate(file.content.answers):
        slug = answer.practice
        if slug not in around.tree.sheets:
            message = around.no_such_practice(slug)
        elif slug in offered:
            message = f"{quoted(slug)} ya está entre las respuestas. Déjela una sola vez."
        else:
            offered.add(slug)
            continue
        yield file.document.problem(("respuestas", index, "practica"), message)


def challenge_that_was_solved_says_how(
    file: SourceFile[Challenge], around: Surroundings
) -> Iterator[Problem]:
    """A challenge in the last state of the vocabulary says what solved it, in its answers or in
    what was tried."""
    solved = list(around.catalog.vocabularies.challenge_states)[-1:]
    challenge = file.content
    if [challenge.state] == solved and not challenge.answers and not challenge.section(TRIED):
        message = (
            "Está resuelto, y no dice cómo. Añada «respuestas», o cuéntelo en «## Qué se intentó»."
        )
        yield file.document.problem(("estado",), message)


def former_slugs_are_its_own(
    file: SourceFile[Challenge], around: Surroundings
) -> Iterator[Problem]:
    """No other challenge has, or had, a former slug of this one."""
    yield from slugs_of_others(file, around.tree.challenges, around.former_challenges)


CHALLENGE_RULES = (
    *LINK_RULES,
    answers_name_practices,
    challenge_that_was_solved_says_how,
    former_slugs_are_its_own,
)
