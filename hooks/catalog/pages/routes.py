"""The address of every page and file of the site, relative to its first page, each written once.

An address never changes: people link to it. `theme/js/shared/routes.js` holds the addresses that
scripts use; `tests/site/pages/test_routes.py` compares them with these.
"""

from __future__ import annotations

EXPLORER = "practicas/"
ALL_PRACTICES = "todas/"
REGIONS = "regiones/"
TOPICS = "temas/"
STAGES = "estadios/"
EVENTS = "intercambios/"
CHALLENGES = "desafios/"
INITIATIVES = "iniciativas/"
PANORAMA = "panorama/"
COMPARE = "comparar/"
FOLDER = "carpeta/"
FOR_ME = "para-mi/"
STYLE = "estilo/"
# Hand-written pages to which the catalogue's own pages link: `docs/ruta.md` and so on.
MATURITY_ROUTE = "ruta/"
CONTRIBUTE = "contribuir/"
GUIDE_LISTS = "guia/listas/"
ABOUT = "acerca/"
# Folders of files, which hold no page, and one file.
DATA = "datos/"
ASSETS = "assets/catalogo/"
LUNR = "assets/lunr/lunr-es.js"


def practice(slug: str) -> str:
    """The page of a practice."""
    return f"{EXPLORER}{slug}/"


def event(slug: str) -> str:
    """The page of an event."""
    return f"{EVENTS}{slug}/"


def challenge(slug: str) -> str:
    """The page of a challenge."""
    return f"{CHALLENGES}{slug}/"


def report(slug: str) -> str:
    """The report of an event."""
    return f"{event(slug)}reporte/"


def region(region_id: str) -> str:
    """The list of the practices of a region."""
    return f"{REGIONS}{region_id}/"


def topic(topic_id: str) -> str:
    """The list of the practices of a topic."""
    return f"{TOPICS}{topic_id}/"


def stage(stage_id: str) -> str:
    """The list of the practices of a stage."""
    return f"{STAGES}{stage_id}/"


def photo(page: str, name: str, width: int) -> str:
    """A photo of the page at `page`, at a width in pixels: `"practicas/x/feria.jpg-480.webp"`."""
    return f"{page}{name}-{width}.webp"


def small_map(region_id: str) -> str:
    """The small map that marks a region."""
    return f"{DATA}mapa/{region_id}.svg"


def script(name: str) -> str:
    """A module of the browser, given its folder and name: `"every-page/every-page"`."""
    return f"{ASSETS}{name}.js"


def root_of(path: str) -> str:
    """The way from the page at `path` (`"practicas/x/"`) to the first page: `"../../"`."""
    return "../" * path.count("/") or "./"
