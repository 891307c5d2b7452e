"""The genealogy of a practice: its origins, and the institutions that replicate it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalog.model import Catalog, Practice
    from catalog.schema.vocabularies import Term
    from catalog.text.dates import PartialDate


@dataclass(frozen=True)
class Branch:
    """Somebody who replicates a practice, or would. `state` is None where all that is known is
    that they wrote a sheet of their own, which `practice` is."""

    institution: str
    region: Term | None
    state: Term | None
    detail: str | None = None
    when: PartialDate | None = None
    practice: Practice | None = None
    source: str | None = None
    is_wish: bool = False  # nothing more was done yet than to say so


@dataclass(frozen=True)
class Lineage:
    """The practices that one comes from, the first one first, and those who replicate it, the
    furthest along first."""

    origins: tuple[Practice, ...]
    branches: tuple[Branch, ...]


def lineage(practice: Practice, catalog: Catalog) -> Lineage:
    """The genealogy of a practice. A replication and the sheet that it has are one branch."""
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
    # The sort is stable: within a state they stay as they were written.
    branches.sort(key=lambda branch: -order.index(branch.state.id) if branch.state else -len(order))
    return Lineage(tuple(origins), tuple(branches))
