"""The blocks of hand-written pages: pieces that are made from the catalogue.

A page asks for a block by name: `<div data-bloque="estadios"></div>`. To add one, write its
template, `theme/blocks/<name>.html`, and a line in `BLOCKS` with the values that it shows.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from catalog.derive.latest import last_and_next, newest
from catalog.derive.panorama import requirements_met
from catalog.pages.draw.table_bars import with_bars
from catalog.pages.guide import GUIDE_BLOCKS
from catalog.pages.walls import initiatives

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from catalog.derive.derived import Derived
    from catalog.pages.templates import Templates

LATEST = 3
# The most practices that are named at each stage of the route.
NAMED_AT_A_STAGE = 6
# The most institutions, and the most people, that the network names without a fold.
NAMED_IN_THE_NETWORK = 24
_BLOCK = re.compile(r'<div data-bloque="([a-z/-]+)"></div>')


def _cover(derived: Derived) -> dict[str, Any]:
    catalog = derived.catalog
    return {
        "facets": derived.facets,
        "total": len(catalog.practices),
        "events": catalog.events,
        "challenges": catalog.challenges,
    }


def _latest(derived: Derived) -> dict[str, Any]:
    catalog = derived.catalog
    return {"newest": newest(catalog, LATEST), "total": len(catalog.practices)}


def _facets(derived: Derived) -> dict[str, Any]:
    return {"facets": derived.facets}


def _route(derived: Derived) -> dict[str, Any]:
    return {
        "facets": derived.facets,
        "met": requirements_met(derived.catalog),
        "total": len(derived.catalog.practices),
        "shown": NAMED_AT_A_STAGE,
    }


def _agenda(derived: Derived) -> dict[str, Any]:
    last, following = last_and_next(derived.catalog)
    return {"last": last, "next": following}


def _network(derived: Derived) -> dict[str, Any]:
    return {
        "network": derived.network,
        "shown": NAMED_IN_THE_NETWORK,
    }


def _walls(derived: Derived) -> dict[str, Any]:
    catalog = derived.catalog
    states = Counter(
        replication.state for practice in catalog.practices for replication in practice.replications
    )
    return {
        "challenges": catalog.challenges,
        "initiatives": len({p.slug for _, found in initiatives(catalog) for p in found}),
        "wish": next(iter(catalog.vocabularies.replication_states.values()), None),
        "replications": [
            (state, states[state.id]) for state in catalog.vocabularies.replication_states.values()
        ],
    }


BLOCKS: Mapping[str, Callable[[Derived], dict[str, Any]]] = {
    "portada": _cover,
    "recientes": _latest,
    "mapa": _facets,
    "temas": _facets,
    "estadios": _facets,
    "ruta": _route,
    "agenda": _agenda,
    "red": _network,
    "muros": _walls,
    "responsable": lambda _: {},
    "buzon": lambda _: {},
    "plantear": lambda _: {},
    "retiro": lambda _: {},
    **GUIDE_BLOCKS,
}
"""For the name of each block, the function that gives the values of its template. Blocks whose
names differ only after a slash (`valores/temas`) share the template named before the slash."""


def with_blocks(html: str, derived: Derived, templates: Templates, path: str) -> str:
    """The HTML of the hand-written page at `path`, with the blocks and the bars that it asks for.
    Raises KeyError, with a message for the page's author, where no block has the name asked for."""

    def block(asked: re.Match[str]) -> str:
        if asked[1] not in BLOCKS:
            raise KeyError(f"no existe el bloque «{asked[1]}».")
        template = f"blocks/{asked[1].partition('/')[0]}.html"
        return templates.render(template, path, **BLOCKS[asked[1]](derived))

    return _BLOCK.sub(block, with_bars(html))
