"""The suggestions of the search box."""

from __future__ import annotations

import json

from catalog.derive.facets import facets
from catalog.model import Catalog
from catalog.search.suggestions import suggestions


def test_choices_and_institutions_are_suggested_by_any_of_their_words(small: Catalog) -> None:
    offered = suggestions(small, facets(small))
    assert ["tema", "riego", "Riego", 1] in json.loads(offered["r"])
    kinds = {entry[0] for entry in json.loads(offered["s"])}
    assert "q" in kinds  # «Cooperativa del Sur»
    assert all(json.loads(text) for text in offered.values())
