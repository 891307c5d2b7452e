"""The columns of filters and orders."""

from __future__ import annotations

import json
from datetime import date

from catalog.derive.facets import facets
from catalog.model import Catalog
from catalog.search.filter_columns import filter_column, order_columns
from tests.support.packed_numbers import read


def test_a_column_gives_each_practice_its_values(small: Catalog) -> None:
    facet = facets(small)["tema"]
    column = json.loads(filter_column(facet, small.practices))
    sets = [[column["values"][place] for place in read(text)] for text in column["sets"]]
    given = [sets[number] for number in read(column["of"])]
    assert given == [sorted(p.topics, key=column["values"].index) for p in small.practices]


def test_practices_are_ordered_by_name_and_by_review(small: Catalog) -> None:
    practices = small.practices[::-1]
    practices[0].__dict__["review_date"] = date(2030, 1, 1)
    columns = order_columns(practices, small)
    assert read(columns["nombre"]) == list(range(len(practices)))[::-1]
    assert read(columns["recientes"])[0] == 0
