"""The static listings: the practices under each region, topic and stage, all of them, and the
events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.pages import routes
from catalog.pages.page import Page
from catalog.pages.pagination import paginated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.derive.facets import Facet
    from catalog.model import Catalog, Event, Practice
    from catalog.pages.templates import Templates

# The facets that have listings: the folder of each, and the heading of its index.
LISTINGS = {
    "region": (routes.REGIONS, "Prácticas por región"),
    "tema": (routes.TOPICS, "Prácticas por tema"),
    "estadio": (routes.STAGES, "Prácticas por estadio"),
}
# The most replications, and the most events, that the page of a region names.
MOST_NAMED = 12


def facet_listings(templates: Templates, catalog: Catalog, facet: Facet) -> Iterator[Page]:
    """Yield the index of a facet of LISTINGS, and the pages of each of its values. The pages of a
    region also name its replications and the events that it attended."""
    is_region = facet.key == "region"
    folder, heading = LISTINGS[facet.key]
    common = {"label": facet.label, "key": facet.key, "folder": folder, "heading": heading}
    yield Page(
        folder,
        heading,
        f"{heading} en el catálogo.",
        templates,
        "pages/listing-index.html",
        {"families": facet.families, **common},
    )
    for value in facet.values:
        yield from _list_pages(
            f"{folder}{value.id}/",
            value.label,
            value.description or f"{heading}: {value.label}.",
            templates,
            "pages/listing.html",
            value.practices,
            id=value.id,
            name=value.label,
            about=value.description,
            replicated=catalog.replicated_in.get(value.id, [])[:MOST_NAMED] if is_region else [],
            attended=catalog.attended.get(value.id, [])[:MOST_NAMED] if is_region else [],
            **common,
        )


def practice_list(templates: Templates, catalog: Catalog) -> Iterator[Page]:
    """Yield the pages of the list of all practices."""
    return _list_pages(
        routes.ALL_PRACTICES,
        "Todas las prácticas",
        "Todas las prácticas del catálogo, por orden alfabético.",
        templates,
        "pages/all.html",
        catalog.practices,
    )


def event_list(templates: Templates, catalog: Catalog) -> Iterator[Page]:
    """Yield the pages of the list of all events."""
    return _list_pages(
        routes.EVENTS,
        "Intercambios",
        "Los encuentros donde los equipos presentan sus prácticas y expertos las comentan.",
        templates,
        "pages/events.html",
        catalog.events,
    )


def _list_pages(
    path: str,
    title: str,
    description: str,
    templates: Templates,
    template: str,
    items: Sequence[Practice] | Sequence[Event],
    **values: object,
) -> Iterator[Page]:
    """Yield the pages of a long list."""
    for list_page in paginated(path, items):
        first = list_page.number == 1
        number, count = list_page.number, list_page.count
        yield Page(
            list_page.path,
            title if first else f"{title} (página {number})",
            description if first else f"{description} Página {number} de {count}.",
            templates,
            template,
            {"list_page": list_page, "total": len(items), **values},
        )
