"""The catalogue's pages: their addresses, their words for search engines, and their content.

Each page is the HTML of its content alone; the site's frame is put around it elsewhere. A page
holds everything that its template shows, so two equal pages have the same HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.check.stage_requirements import checklist, missing_for
from catalog.clock import over_a_year_ago
from catalog.derive.event_synthesis import synthesis
from catalog.derive.facets import EXPLORER_PATH, Facet, facets
from catalog.derive.lineage import lineage
from catalog.derive.panorama import panorama_values
from catalog.model import is_announced
from catalog.pages.events import event_values, report_values
from catalog.pages.pagination import sheaf
from catalog.pages.site_info import NOWHERE
from catalog.pages.style_example import example
from catalog.pages.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.model import Catalog, Event, Practice
    from catalog.pages.site_info import Home
    from catalog.source.problems import Problem

# The explorer shows as many results at a time (`results.js`).
RESULTS = 10
ALL_PATH = "todas/"
# How many of what else a region's page tells.
LISTED = 12
# The hand-written pages that templates link to.
LINKED = ("ruta.md", "contribuir.md", "acerca.md")


@dataclass(frozen=True)
class Page:
    """A page to publish at `path` (relative, ending in `/`). `source` is the file that a reader
    would edit to change it, relative to the repository. One that is `found` comes up in searches
    by its title and description; one that is `hidden` is for those who know its address."""

    path: str
    title: str
    description: str
    templates: Templates
    template: str
    values: Mapping[str, object]
    source: str | None = None
    found: bool = False
    hidden: bool = False

    @property
    def file(self) -> str:
        """The file to write, relative to the site's folder."""
        return f"{self.path}index.html"

    @property
    def html(self) -> str:
        """The page's content, made anew each time."""
        return self.templates.render(self.template, self.path, **self.values)


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
        "pages/compare.html",
        "Comparar prácticas",
        "Hasta cuatro prácticas, una al lado de otra: problema, estrategia, cifras y evidencia.",
    ),
    (
        "carpeta/",
        "pages/folder.html",
        "Mi carpeta",
        "Las prácticas que usted guardó, para imprimirlas, compararlas o enviarlas.",
    ),
    (
        "para-mi/",
        "pages/for-me.html",
        "¿Qué práctica me sirve?",
        "Diga qué problema tiene y dónde trabaja: le decimos qué prácticas le sirven y por qué.",
    ),
)
# The facets whose values a reader can give there.
ASKED = ("tema", "region", "institucion", "nivel")


def pages(catalog: Catalog, home: Home = NOWHERE) -> Iterator[Page]:
    """Every page that is made from the catalogue. None is rendered before its HTML is asked for."""
    templates = Templates(catalog, home)
    by_key = facets(catalog)
    yield Page(
        EXPLORER_PATH,
        "Prácticas",
        "Busque prácticas por palabra, región, tema, estadio, nivel, institución, evento o año.",
        templates,
        "pages/explorer.html",
        {
            "facets": by_key,
            "listings": LISTINGS,
            "first": catalog.practices[:RESULTS],
            "total": len(catalog.practices),
        },
    )
    values = {
        "asked": {key: [(its.id, its.label) for its in by_key[key].values] for key in ASKED},
        "listed": [(folder, by_key[key].label) for key, (folder, _) in LISTINGS.items()],
    }
    for path, template, title, description in CHOOSING:
        yield Page(path, title, description, templates, template, values)
    for practice in catalog.practices:
        yield _practice(templates, catalog, practice)
    for key, (folder, heading) in LISTINGS.items():
        yield from _listings(templates, catalog, by_key[key], folder, heading)
    yield from _leaves(
        ALL_PATH,
        "Todas las prácticas",
        "Todas las prácticas del catálogo, por orden alfabético.",
        templates,
        "pages/all.html",
        catalog.practices,
    )
    yield from _leaves(
        "intercambios/",
        "Intercambios",
        "Los encuentros donde los equipos presentan sus prácticas y expertos las comentan.",
        templates,
        "pages/events.html",
        catalog.events,
    )
    for event in catalog.events:
        yield from _event(templates, catalog, event)
    yield Page(
        "panorama/",
        "Panorama",
        "Qué prácticas hay y cuáles faltan, por región, tema y estadio; quiénes las hacen y qué "
        "evidencias y cifras tienen.",
        templates,
        "pages/panorama.html",
        panorama_values(catalog),
        found=True,
    )
    yield Page(
        "estilo/",
        "Estilo",
        "Las piezas de que están hechas las páginas, con contenido de ejemplo.",
        templates,
        "pages/style.html",
        {
            **vars(example(catalog.vocabularies)),
            "cards": catalog.practices[:3],
            "events": catalog.events[:1],
            "regions": by_key["region"],
        },
        hidden=True,
    )


def photos(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """The address of every photo that a page shows, without its width (see `photos.address`), and
    the file that it comes from."""
    for practice in catalog.practices:
        folder = practice.path.removesuffix(".md")
        for photo in practice.photos:
            yield f"practicas/{practice.slug}/{photo.file}", f"{folder}/{photo.file}"
    for event in catalog.events:
        folder = event.path.removesuffix("/index.md")
        for photo in event.photos:
            yield f"intercambios/{event.slug}/{photo.file}", f"{folder}/{photo.file}"


def places(html: str) -> set[str]:
    """The ids that a link to a page can lead to."""
    return set(re.findall(' id="([^"]+)"', html))


def problem_notice(catalog: Catalog, home: Home, problems: Sequence[Problem]) -> str:
    """What an editor sees above a page while the content has problems."""
    return Templates(catalog, home).render("cards/problems.html", "", problems=problems)


def _practice(templates: Templates, catalog: Catalog, practice: Practice) -> Page:
    presentations = catalog.presentations.get(practice.slug, [])
    checks = checklist(practice, presentations, catalog.vocabularies)
    reached = catalog.vocabularies.stages.position(practice.stage)
    later = list(catalog.vocabularies.stages.values())[reached:]
    resource_types = catalog.vocabularies.resource_types
    told = {resource.type for resource in practice.resources}
    values = {
        "practice": practice,
        "presentations": presentations,
        "checks": checks,
        "next_stage": later[0] if later else None,
        "missing": missing_for(later[0].id, checks) if later else [],
        "related": catalog.related[practice.slug],
        "overdue": over_a_year_ago(practice.review_date),
        "lineage": lineage(practice, catalog),
        "required": sum(len(group.checks) for group in checks),
        "met": sum(check.met for group in checks for check in group.checks),
        "silent": [its.label for its in resource_types.values() if its.id not in told],
    }
    return Page(
        f"practicas/{practice.slug}/",
        practice.title,
        practice.summary,
        templates,
        "pages/practice.html",
        values,
        practice.path,
    )


def _listings(
    templates: Templates, catalog: Catalog, facet: Facet, folder: str, heading: str
) -> Iterator[Page]:
    """The index of a facet's values, and the pages of each. A region's also tells what it takes
    from others."""
    is_region = facet.key == "region"
    common = {"label": facet.label, "key": facet.key, "folder": folder, "heading": heading}
    yield Page(
        f"{folder}/",
        heading,
        f"{heading} en el catálogo.",
        templates,
        "pages/listing-index.html",
        {"values": facet.values, **common},
    )
    for value in facet.values:
        yield from _leaves(
            f"{folder}/{value.id}/",
            value.label,
            value.description or f"{heading}: {value.label}.",
            templates,
            "pages/listing.html",
            value.practices,
            id=value.id,
            name=value.label,
            about=value.description,
            replicated=catalog.replicated_in.get(value.id, [])[:LISTED] if is_region else [],
            attended=catalog.attended.get(value.id, [])[:LISTED] if is_region else [],
            **common,
        )


def _leaves(
    path: str,
    title: str,
    description: str,
    templates: Templates,
    template: str,
    items: Sequence[Practice] | Sequence[Event],
    **values: object,
) -> Iterator[Page]:
    """A long list, a few items a page."""
    for leaf in sheaf(path, items):
        first = leaf.number == 1
        yield Page(
            leaf.path,
            title if first else f"{title} (página {leaf.number})",
            description if first else f"{description} Página {leaf.number} de {leaf.count}.",
            templates,
            template,
            {"leaf": leaf, "total": len(items), **values},
        )


def _event(templates: Templates, catalog: Catalog, event: Event) -> Iterator[Page]:
    """The page of an event and, once it was held, its report."""
    announced = is_announced(event)
    adds_up_to = synthesis(event, catalog)
    path = f"intercambios/{event.slug}/"
    told = "cuándo y dónde será" if announced else "qué se presentó y quiénes participaron"
    yield Page(
        path,
        event.title,
        f"{event.title}: {told}.",
        templates,
        "pages/event.html",
        event_values(event, catalog, adds_up_to),
        event.path,
    )
    if not announced:
        yield Page(
            f"{path}reporte/",
            f"Reporte: {event.title}",
            f"{event.title}: el reporte de sistematización completo, para leer e imprimir.",
            templates,
            "pages/event-report.html",
            report_values(event, catalog, adds_up_to),
            event.path,
        )
