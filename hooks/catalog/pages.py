"""The catalogue's pages: their addresses, their words for search engines, and their content.

Each page is the HTML of its content alone; the site's frame is put around it elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.facets import EXPLORER_PATH, Facet, facets
from catalog.render import Templates
from catalog.stages import checklist, missing_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.model import Catalog, Event, Practice
    from catalog.problems import Problem

LATEST = 6
# The hand-written pages that templates link to.
LINKED = ("ruta.md", "contribuir.md", "acerca.md")


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

# The pages that help to choose: the browser fills them.
CHOOSING = (
    (
        "comparar/",
        "compare.html",
        "Comparar prácticas",
        "Hasta cuatro prácticas, una al lado de otra: problema, estrategia, cifras y evidencia.",
    ),
    (
        "carpeta/",
        "folder.html",
        "Mi carpeta",
        "Las prácticas que usted guardó, para imprimirlas, compararlas o enviarlas.",
    ),
    (
        "para-mi/",
        "for-me.html",
        "¿Qué práctica me sirve?",
        "Diga qué problema tiene y dónde trabaja: le decimos qué prácticas se le parecen y por qué.",
    ),
)


def pages(catalog: Catalog) -> Iterator[Page]:
    """Every page that is made from the catalogue."""
    templates = Templates(catalog)
    by_key = facets(catalog)
    yield Page(
        EXPLORER_PATH,
        "Prácticas",
        "Busque prácticas por palabra, región, tema, estadio, nivel o evento.",
        templates.render("explorer.html", EXPLORER_PATH, facets=by_key, listings=LISTINGS),
    )
    for path, template, title, description in CHOOSING:
        html = templates.render(template, path, facets=by_key, listings=LISTINGS)
        yield Page(path, title, description, html)
    for practice in catalog.practices:
        yield _practice(templates, practice)
    for key, (folder, heading) in LISTINGS.items():
        yield from _listings(templates, by_key[key], folder, heading)
    yield Page(
        "intercambios/",
        "Intercambios",
        "Los encuentros donde los equipos presentan sus prácticas y expertos las comentan.",
        templates.render("events.html", "intercambios/"),
    )
    for event in catalog.events:
        yield _event(templates, event)


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
    templates = Templates(catalog)
    newest = sorted(catalog.practices, key=lambda p: p.review_date, reverse=True)[:LATEST]
    values = {"facets": facets(catalog), "newest": newest}
    return {
        name: templates.render(f"bloque-{name}.html", path, **values)
        for name in ("portada", "recientes", "estadios", "temas", "regiones", "eventos")
    }


def problem_notice(catalog: Catalog, problems: Sequence[Problem]) -> str:
    """What an editor sees above a page while the content has problems."""
    return Templates(catalog).render("problems.html", "", problems=problems)


def _practice(templates: Templates, practice: Practice) -> Page:
    path = f"practicas/{practice.slug}/"
    catalog = templates.catalog
    presentations = catalog.presentations.get(practice.slug, [])
    checks = checklist(practice, presentations, catalog.taxonomies)
    reached = catalog.taxonomies.stages.position(practice.stage)
    later = list(catalog.taxonomies.stages.values())[reached:]
    html = templates.render(
        "practice.html",
        path,
        practice=practice,
        presentations=presentations,
        checks=checks,
        next_stage=later[0] if later else None,
        missing=missing_for(later[0].id, checks) if later else [],
        related=catalog.related[practice.slug],
    )
    return Page(path, practice.title, practice.summary, html, practice.path)


def _listings(templates: Templates, facet: Facet, folder: str, heading: str) -> Iterator[Page]:
    """The index of a facet's values, and the page of each."""
    common = {"facet": facet, "folder": folder, "heading": heading}
    path = f"{folder}/"
    index = templates.render("listing-index.html", path, **common)
    yield Page(path, heading, f"{heading} en el catálogo.", index)
    for value in facet.values:
        path = f"{folder}/{value.id}/"
        html = templates.render("listing.html", path, value=value, **common)
        yield Page(path, value.label, value.description or f"{heading}: {value.label}.", html)


def _event(templates: Templates, event: Event) -> Page:
    path = f"intercambios/{event.slug}/"
    description = f"{event.title}: qué se presentó y quiénes participaron."
    html = templates.render("event.html", path, event=event)
    return Page(path, event.title, description, html, event.path)
