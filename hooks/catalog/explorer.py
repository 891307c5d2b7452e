"""The data that the explorer filters and shows in the browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from catalog.facets import EXPLORER_PATH, facets
from catalog.render import render, root_of

if TYPE_CHECKING:
    from catalog.model import Catalog


def explorer_data(catalog: Catalog) -> str:
    """JSON: `[{"slug", "facets": {key: [ids]}, "card": html}]`, in order of title.

    Cards are rendered here by the template that the static pages use.
    """
    every = facets(catalog).values()
    root = root_of(EXPLORER_PATH)
    practices = [
        {
            "slug": practice.slug,
            "facets": {facet.key: list(facet.ids_of(practice)) for facet in every},
            "card": render("card.html", practice=practice, catalog=catalog, root=root),
        }
        for practice in catalog.practices
    ]
    return json.dumps(practices, ensure_ascii=False, separators=(",", ":"))
