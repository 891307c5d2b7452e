"""The recommendations of experts, by theme.

A recommendation is an item of a presentation's section of recommendations. It belongs to each
theme of which it contains a word, in any form of that word. The themes and their words are data
(`practices/_taxonomies/temas-de-recomendacion.yml`). Nothing is weighed or guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.model import RECOMMENDATIONS
from catalog.text.html import text_of
from catalog.text.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalog.model import Presentation
    from catalog.schema.vocabularies import Term, Vocabulary


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
    """The themes of the recommendations that these presentations received, with the theme of most
    practices first, and the recommendations that belong to no theme."""
    signs = {theme.id: list(_signs(theme)) for theme in themes.values()}
    found: dict[str, list[Advice]] = {theme: [] for theme in themes}
    others: list[Advice] = []
    for presentation in presentations:
        for advice in advice_of(presentation):
            text = f" {' '.join(terms(text_of(advice.html)))} "
            about = [theme for theme, forms in signs.items() if any(form in text for form in forms)]
            for theme in about:
                found[theme].append(advice)
            if not about:
                others.append(advice)
    themed = [
        ThemeOfAdvice(themes[theme], tuple(advice)) for theme, advice in found.items() if advice
    ]
    # The sort is stable: equal themes stay in the order of the vocabulary.
    return sorted(themed, key=lambda theme: -theme.practices), others


def _signs(theme: Term) -> Iterator[str]:
    """Yield the search terms of each name of the theme, as one string with spaces around them."""
    for alias in theme.aliases:
        if found := terms(alias):
            yield f" {' '.join(found)} "
