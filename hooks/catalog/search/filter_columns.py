"""The columns by which the explorer filters, counts and sorts: one for each filter and one for each
order, as compact text. The place of a practice in a column is the number of the practice."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from catalog.derive.latest import last_day
from catalog.search.packing import numbers
from catalog.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.derive.facets import Facet
    from catalog.model import Catalog, Practice


def filter_column(facet: Facet, practices: Sequence[Practice]) -> str:
    """The column of a filter, as JSON: `{"values": [id, …], "sets": [text, …], "of": text}`.

    The texts are numbers (see `packing`). A set is the places, in `values`, of the values that
    some practice has. `of` is the number of each practice's set; the commonest sets have the
    smallest numbers.
    """
    place = {value.id: number for number, value in enumerate(facet.values)}
    sets = [
        tuple(sorted(place[value] for value in facet.ids_of(practice))) for practice in practices
    ]
    counted = sorted(Counter(sets).items(), key=lambda item: (-item[1], item[0]))
    number = {values: place for place, (values, _) in enumerate(counted)}
    column = {
        "values": list(place),
        "sets": [numbers(values) for values in number],
        "of": numbers(number[values] for values in sets),
    }
    return json.dumps(column, ensure_ascii=False, separators=(",", ":"))


def order_columns(practices: Sequence[Practice], catalog: Catalog) -> dict[str, str]:
    """For each order, the place of each practice in it, from 0, as numbers (see `packing`). In
    `recientes`, the practices that were reviewed or presented last come first."""
    by_name = sorted(
        range(len(practices)), key=lambda n: (fold(practices[n].title), practices[n].slug)
    )
    # The sort is stable (`reverse` too): practices of one day stay by name.
    newest = sorted(by_name, key=lambda n: last_day(practices[n], catalog), reverse=True)
    return {"nombre": _places(by_name), "recientes": _places(newest)}


def _places(order: Sequence[int]) -> str:
    places = [0] * len(order)
    for place, practice in enumerate(order):
        places[practice] = place
    return numbers(places)
