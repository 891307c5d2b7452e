"""The recommendations of experts, by theme.

A recommendation is an item of a presentation's section of recommendations. Whoever edits the
presentation states its theme, in «temas_de_recomendaciones». Nothing is weighed or guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from catalog.model import RECOMMENDATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Presentation
    from catalog.schema.terms import Term
    from catalog.schema.vocabularies import Vocabulary


@dataclass(frozen=True)
class Advice:
    """One recommendation, as HTML, and the presentation that received it."""

    html: str
    presentation: Presentation


@dataclass(frozen=True)
class ThemeOfAdvice:
    """A theme, and all recommendations that belong to it."""

    theme: Term
    advice: tuple[Advice, ...]

    @property
    def practices(self) -> int:
        """The number of practices with a recommendation of this theme, each counted once."""
        return len({advice.presentation.practice_slug for advice in self.advice})


def advice_of(presentation: Presentation) -> tuple[Advice, ...]:
    """The recommendations that a practice received at an event."""
    section = presentation.section(RECOMMENDATIONS)
    return tuple(Advice(html, presentation) for html in section.items) if section else ()


def by_theme(
    presentations: Iterable[Presentation], themes: Vocabulary[Term]
) -> tuple[list[ThemeOfAdvice], list[Advice]]:
    """The themes of the recommendations that these presentations received, in the order of the
    vocabulary, and the recommendations without a theme."""
    found: dict[str, list[Advice]] = {theme: [] for theme in themes}
    others: list[Advice] = []
    for presentation in presentations:
        advice = advice_of(presentation)
        for one, theme in zip_longest(advice, presentation.advice_themes[: len(advice)]):
            (others if theme is None else found[theme]).append(one)
    themed = [
        ThemeOfAdvice(themes[theme], tuple(advice)) for theme, advice in found.items() if advice
    ]
    return themed, others
