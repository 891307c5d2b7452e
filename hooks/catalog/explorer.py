"""The data that the explorer filters and shows in the browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from catalog.facets import EXPLORER_PATH, facets
from catalog.render import Templates, root_of

if TYPE_CHECKING:
    from catalog.model import Catalog


def explorer_data(catalog: Catalog) -> str:
    """JSON: `[{"slug", "facets": {key: [ids]}, "card": html}]`, in order of title.

    The cards are those of the static pages, so that the browser needs no template of its own.
    """
    every = facets(catalog).values()
    templates, root = Templates(catalog), root_of(EXPLORER_PATH)
    practices = [
        {
            "slug": practice.slug,
            "facets": {facet.key: list(facet.ids_of(practice)) for facet in every},
            "card": templates.card(practice, root),
        }
        for practice in catalog.practices
    ]
    return json.dumps(practices, ensure_ascii=False, separators=(",", ":"))
