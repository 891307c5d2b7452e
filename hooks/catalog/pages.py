"""The catalogue's pages: their addresses, their words for search engines, and their content.

Each page is the HTML of its content alone; the site's frame is put around it elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.facets import EXPLORER_PATH, Facet, facets
from catalog.render import render, root_of
from catalog.stages import checklist, missing_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Catalog, Event, Practice

LATEST = 6


@dataclass(frozen=True)
class Page:
    """A page to publish at `path` (relative, ending in `/`). `source` is the file that a reader
    would edit to change it, relative to the repository."""

    path: str
    title: str
    description: str
    html: str
    source: str | None = None


# Facets that have static listing pages: their folder and the heading of their index.
LISTINGS = {
    "region": ("regiones", "Prácticas por región"),
    "tema": ("temas", "Prácticas por tema"),
    "estadio": ("estadios", "Prácticas por estadio"),
}


def pages(catalog: Catalog) -> Iterator[Page]:
    """Every page that is made from the catalogue."""
    by_key = facets(catalog)
    yield _explorer(by_key)
    for practice in catalog.practices:
        yield _practice(catalog, practice)
    for key, (folder, heading) in LISTINGS.items():
        yield from _listings(catalog, by_key[key], folder, heading)
    yield _events(catalog)
    for event in catalog.events:
        yield _event(catalog, event)


def photos(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """The address of every photo that a page shows, and the file that it comes from."""
    for practice in catalog.practices:
        folder = practice.path.removesuffix(".md")
        for photo in practice.photos:
            yield f"practicas/{practice.slug}/{photo.file}", f"{folder}/{photo.file}"
    for event in catalog.events:
        folder = event.path.removesuffix("/index.md")
        for photo in event.photos:
            yield f"intercambios/{event.slug}/{photo.file}", f"{folder}/{photo.file}"


def blocks(catalog: Catalog, path: str) -> dict[str, str]:
    """The pieces that a hand-written page at `path` can ask for by name:
    `<div data-bloque="estadios"></div>`."""
    by_key = facets(catalog)
    newest = sorted(catalog.practices, key=lambda p: p.review_date, reverse=True)[:LATEST]
    values = {"catalog": catalog, "facets": by_key, "newest": newest, "root": root_of(path)}
    return {
        name: render(f"bloque-{name}.html", **values)
        for name in ("portada", "recientes", "estadios", "temas", "regiones", "eventos")
    }


def _explorer(by_key: dict[str, Facet]) -> Page:
    return Page(
        EXPLORER_PATH,
        "Prácticas",
        "Busque prácticas por palabra, región, tema, estadio, nivel o evento.",
        render("explorer.html", facets=by_key, listings=LISTINGS, root=root_of(EXPLORER_PATH)),
    )


def _practice(catalog: Catalog, practice: Practice) -> Page:
    path = f"practicas/{practice.slug}/"
    presentations = catalog.presentations.get(practice.slug, [])
    checks = checklist(practice, presentations, catalog.taxonomies)
    later = list(catalog.taxonomies.stages.values())
    later = later[len(catalog.taxonomies.stages_up_to(practice.stage)) :]
    html = render(
        "practice.html",
        practice=practice,
        catalog=catalog,
        presentations=presentations,
        checks=checks,
        next_stage=later[0] if later else None,
        missing=missing_for(later[0].id, checks) if later else [],
        related=catalog.related[practice.slug],
        root=root_of(path),
    )
    return Page(path, practice.title, practice.summary, html, practice.path)


def _listings(catalog: Catalog, facet: Facet, folder: str, heading: str) -> Iterator[Page]:
    index_path = f"{folder}/"
    index = render(
        "listing-index.html",
        facet=facet,
        folder=folder,
        heading=heading,
        root=root_of(index_path),
    )
    yield Page(index_path, heading, f"{heading} en el catálogo.", index)
    for value in facet.values:
        path = f"{folder}/{value.id}/"
        html = render(
            "listing.html",
            facet=facet,
            value=value,
            folder=folder,
            index_title=heading,
            catalog=catalog,
            root=root_of(path),
        )
        description = value.description or f"{heading}: {value.label}."
        yield Page(path, value.label, description, html)


def _events(catalog: Catalog) -> Page:
    path = "intercambios/"
    html = render("events.html", catalog=catalog, root=root_of(path))
    description = (
        "Los encuentros donde los equipos presentan sus prácticas y expertos las comentan."
    )
    return Page(path, "Intercambios", description, html)


def _event(catalog: Catalog, event: Event) -> Page:
    path = f"intercambios/{event.slug}/"
    html = render("event.html", event=event, catalog=catalog, root=root_of(path))
    return Page(path, event.title, f"{event.title}: qué se presentó y quiénes participaron.",
                html, event.path)  # fmt: skip
