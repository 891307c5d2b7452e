"""The synthesis of an event: counts over its presentations, from the content and nothing else.

Each count has one rule, which the page states beside the count. Each practice counts once. An
opportunity is an item of a presentation's section of opportunities, and is followed up when the
presentation gives its state. The institutions that replicate a practice are those that its sheet
names (see `lineage`). Only the practices presented at the event are counted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.derive.advice import by_theme
from catalog.derive.lineage import lineage
from catalog.model import OPPORTUNITIES
from catalog.text.institution_names import institution_key

if TYPE_CHECKING:
    from catalog.derive.advice import Advice, ThemeOfAdvice
    from catalog.derive.derived import Derived
    from catalog.derive.facets import Facet
    from catalog.derive.lineage import Branch
    from catalog.model import Catalog, Event, Practice
    from catalog.schema.terms import Term

# The facets that are counted. Stages keep their own order: it tells more than the order by count.
TALLIED = ("tema", "estadio", "region", "institucion", "evidencia")
_IN_ORDER = "estadio"


@dataclass(frozen=True)
class Bar:
    """A value of a facet, and how many of the event's practices have it."""

    id: str
    label: str
    count: int


@dataclass(frozen=True)
class Tally:
    """The event's practices by one facet: the commonest value first, but stages in their order."""

    key: str
    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Opportunities:
    """The number of opportunities for improvement that the experts saw, and the number by state."""

    total: int
    by_state: tuple[tuple[Term, int], ...]

    @property
    def followed(self) -> int:
        """The number of opportunities with a known follow-up."""
        return sum(amount for _, amount in self.by_state)

    @property
    def unfollowed(self) -> int:
        """The number of opportunities without a known follow-up."""
        return self.total - self.followed


@dataclass(frozen=True)
class Synthesis:
    """The counts, the advice and the replications of an event's practices."""

    practices: int
    institutions: int
    tallies: tuple[Tally, ...]
    advice: tuple[ThemeOfAdvice, ...]
    other_advice: tuple[Advice, ...]
    opportunities: Opportunities
    replications: tuple[tuple[Practice, tuple[Branch, ...]], ...]

    @property
    def is_replicated(self) -> bool:
        """Whether an institution already replicates one of the practices, beyond wishing to."""
        return any(not branch.is_wish for _, branches in self.replications for branch in branches)


def synthesis(event: Event, derived: Derived) -> Synthesis:
    """The synthesis of an event, from its practices and the commentaries on them."""
    catalog = derived.catalog
    practices = [
        catalog.by_slug[presentation.practice_slug] for presentation in event.presentations
    ]
    tallies = (_tally(derived.facets[key], practices) for key in TALLIED)
    themes, others = by_theme(event.presentations, catalog.vocabularies.advice_themes)
    replications = ((practice, lineage(practice, catalog).branches) for practice in practices)
    return Synthesis(
        len(practices),
        len({institution_key(name) for practice in practices for name in practice.institutions}),
        tuple(tally for tally in tallies if tally.bars),
        tuple(themes),
        tuple(others),
        _opportunities(event, catalog),
        tuple((practice, branches) for practice, branches in replications if branches),
    )


def _tally(facet: Facet, practices: list[Practice]) -> Tally:
    amounts = Counter(value for practice in practices for value in facet.ids_of(practice))
    bars = [
        Bar(value.id, value.label, amounts[value.id]) for value in facet.values if amounts[value.id]
    ]
    if facet.key != _IN_ORDER:
        bars.sort(key=lambda bar: -bar.count)  # stable: equal counts keep the vocabulary's order
    return Tally(facet.key, facet.label, tuple(bars))


def _opportunities(event: Event, catalog: Catalog) -> Opportunities:
    total = 0
    states: Counter[str] = Counter()
    for presentation in event.presentations:
        section = presentation.section(OPPORTUNITIES)
        total += len(section.items) if section else 0
        state_of = {entry.opportunity: entry.state for entry in presentation.follow_up}
        states.update(state_of.values())
    known = catalog.vocabularies.follow_up_states.values()
    return Opportunities(total, tuple((term, states[term.id]) for term in known))
