"""The kinds of page that the site has, and the address of a page of each kind."""

from __future__ import annotations

from catalog.model import Catalog

KINDS = (
    "home",
    "explorer",
    "practice",
    "events",
    "event",
    "report",
    "listing",
    "empty listing",
    "listing index",
    "panorama",
    "ruta",
    "comunidad",
    "contribuir",
    "guide fields",
    "guide values",
    "guide errors",
    "acerca",
    "estilo",
    "404",
)


def addresses(catalog: Catalog) -> dict[str, str]:
    """The address of the fullest page of each kind."""
    practice = max(
        catalog.practices,
        key=lambda p: (bool(p.awards) + bool(p.contacts) + (p.slug in catalog.presentations),
                       len(p.figures)),
    )  # fmt: skip
    event = max(catalog.events, key=lambda e: len(e.presentations))
    used = {p.region for p in catalog.practices}
    unused = next(region for region in catalog.vocabularies.regions if region not in used)
    return {
        "home": "",
        "explorer": "practicas/",
        "practice": f"practicas/{practice.slug}/",
        "events": "intercambios/",
        "event": f"intercambios/{event.slug}/",
        "report": f"intercambios/{event.slug}/reporte/",
        "listing": f"temas/{practice.topics[0]}/",
        "empty listing": f"regiones/{unused}/",
        "listing index": "temas/",
        "panorama": "panorama/",
        "ruta": "ruta/",
        "comunidad": "comunidad/",
        "contribuir": "contribuir/",
        "guide fields": "guia/ficha/",
        "guide values": "guia/listas/",
        "guide errors": "guia/errores/",
        "acerca": "acerca/",
        "estilo": "estilo/",
        "404": "no-existe/",
    }
