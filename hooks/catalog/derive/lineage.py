"""The genealogy of a practice: the practices that it comes from, and who replicates it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.model import Catalog, Practice
    from catalog.schema.fields import Step
    from catalog.schema.terms import Term
    from catalog.text.dates import PartialDate


@dataclass(frozen=True)
class Branch:
    """An institution that replicates a practice, or would. `practice` is the sheet of the
    replication, if there is one. `state` is None where only that sheet is known. `steps` is the way
    that the transfer took, each with its state."""

    institution: str
    region: Term | None
    state: Term | None
    detail: str | None = None
    when: PartialDate | None = None
    practice: Practice | None = None
    source: str | None = None
    is_wish: bool = False  # the institution has said so, and done no more yet
    steps: tuple[tuple[Term, Step], ...] = ()


@dataclass(frozen=True)
class Lineage:
    """The practices that a practice comes from, the oldest first, and the institutions that
    replicate it: those without a state first, then those with the furthest state."""

    origins: tuple[Practice, ...]
    branches: tuple[Branch, ...]

    @property
    def is_replicated(self) -> bool:
        """Whether an institution replicates the practice, and does not only wish to."""
        return not all(branch.is_wish for branch in self.branches)


def lineage(practice: Practice, catalog: Catalog) -> Lineage:
    """The genealogy of a practice. A replication and its own sheet make one branch."""
    known = catalog.vocabularies
    named = {replication.practice for replication in practice.replications}
    wish = next(iter(known.replication_states), None)
    branches = [
        Branch(
            replication.institution,
            known.regions[replication.region] if replication.region else None,
            known.replication_states[replication.state],
            replication.detail,
            replication.when,
            catalog.by_slug[replication.practice] if replication.practice else None,
            replication.source,
            replication.state == wish,
            tuple((known.replication_states[step.state], step) for step in replication.steps),
        )
        for replication in practice.replications
    ]
    branches += [
        Branch(
            adaptation.institutions[0],
            known.regions[adaptation.region],
            None,
            practice=adaptation,
        )
        for adaptation in catalog.adaptations.get(practice.slug, [])
        if adaptation.slug not in named
    ]
    origins = [catalog.by_slug[slug] for slug in catalog.origins(practice.adapted_from)[::-1]]
    order = list(known.replication_states)
    # The sort is stable: branches of one state keep the order in which they were written.
    branches.sort(key=lambda branch: -order.index(branch.state.id) if branch.state else -len(order))
    return Lineage(tuple(origins), tuple(branches))
