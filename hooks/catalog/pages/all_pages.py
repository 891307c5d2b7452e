"""Every page that is made from the catalogue. A page is rendered when its HTML is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.derive.facets import UNKNOWN
from catalog.derive.panorama import panorama_values
from catalog.pages import routes
from catalog.pages.events import event_pages
from catalog.pages.listings import LISTINGS, event_list, facet_listings, practice_list
from catalog.pages.moved import moved_pages
from catalog.pages.page import Page
from catalog.pages.practice import practice_page
from catalog.pages.style_example import style_example
from catalog.pages.walls import walls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.derive.derived import Derived
    from catalog.model import Catalog
    from catalog.pages.templates import Templates
    from catalog.source.problems import Problem

# The number of results that the explorer shows at a time (`js/explorer/results.js`).
RESULTS = 10
# The hand-written pages that templates link to.
LINKED = ("ruta.md", "contribuir.md", "acerca.md")
# The pages that help to choose a practice, filled by the browser: address, template, title,
# description.
CHOOSING = (
    (
        routes.COMPARE,
        "pages/compare.html",
        "Comparar prácticas",
        "Hasta cuatro prácticas, una al lado de otra: problema, estrategia, cifras y evidencia.",
    ),
    (
        routes.FOLDER,
        "pages/folder.html",
        "Mi carpeta",
        "Las prácticas que usted guardó, para imprimirlas, compararlas o enviarlas.",
    ),
    (
        routes.FOR_ME,
        "pages/for-me.html",
        "¿Qué práctica me sirve?",
        "Diga qué problema tiene y dónde trabaja, y le decimos qué prácticas pueden servirle.",
    ),
)
# The facets that these pages ask the reader about.
ASKED = ("tema", "region", "institucion", "nivel")


def all_pages(derived: Derived, templates: Templates) -> Iterator[Page]:
    """Yield every page of the catalogue that `derived` holds."""
    catalog = derived.catalog
    yield _explorer(derived, templates)
    yield from _choosing(derived, templates)
    for practice in catalog.practices:
        yield practice_page(templates, catalog, practice)
    for key in LISTINGS:
        yield from facet_listings(templates, catalog, derived.facets[key])
    yield from practice_list(templates, catalog)
    yield from event_list(templates, catalog)
    yield from walls(templates, catalog)
    yield from moved_pages(templates, catalog)
    for event in catalog.events:
        yield from event_pages(templates, derived, event)
    yield Page(
        routes.PANORAMA,
        "Panorama",
        "Qué prácticas hay y cuáles faltan, por región, tema y estadio; quiénes las hacen y qué "
        "evidencias y cifras tienen.",
        templates,
        "pages/panorama.html",
        panorama_values(derived),
        found=True,
    )
    yield Page(
        routes.STYLE,
        "Estilo",
        "Las piezas de que están hechas las páginas, con contenido de ejemplo.",
        templates,
        "pages/style.html",
        {
            **vars(style_example(catalog.vocabularies)),
            "cards": catalog.practices[:3],
            "events": catalog.events[:1],
            "regions": derived.facets["region"],
        },
        hidden=True,
    )


def _explorer(derived: Derived, templates: Templates) -> Page:
    practices = derived.catalog.practices
    return Page(
        routes.EXPLORER,
        "Prácticas",
        "Busque prácticas por palabra, región, tema, estadio, nivel, institución, evento o año.",
        templates,
        "pages/explorer.html",
        {
            "facets": derived.facets,
            "listings": LISTINGS,
            "first": practices[:RESULTS],
            "total": len(practices),
        },
    )


def _choosing(derived: Derived, templates: Templates) -> Iterator[Page]:
    facets = derived.facets
    values = {
        "asked": {key: facets[key].families for key in ASKED},
        "unknown": UNKNOWN,
        "listed": [(folder, facets[key].label) for key, (folder, _) in LISTINGS.items()],
    }
    for path, template, title, description in CHOOSING:
        yield Page(path, title, description, templates, template, values)


def photo_files(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """Yield, for every photo that a page shows, the address of the page, the name of the photo, and
    the path of its file relative to the catalogue's root."""
    for practice in catalog.practices:
        folder = practice.path.removesuffix(".md")
        for photo in practice.photos:
            yield routes.practice(practice.slug), photo.file, f"{folder}/{photo.file}"
    for event in catalog.events:
        folder = event.path.removesuffix("/index.md")
        for photo in event.photos:
            yield routes.event(event.slug), photo.file, f"{folder}/{photo.file}"


def problem_notice(templates: Templates, problems: Sequence[Problem]) -> str:
    """The HTML that an editor sees above every page while the content has problems."""
    return templates.render("cards/problems.html", "", problems=problems)
