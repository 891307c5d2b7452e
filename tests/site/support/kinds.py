"""The kinds of page that the site has, and where one of each is."""

from __future__ import annotations

from playwright.sync_api import Page, Response

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
    """The address of one page of each kind: the one that has most in it."""
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


def expect_not_found(response: Response | None, complaints: list[str]) -> None:
    """The page says that it is not there: that is no complaint."""
    assert response is not None
    assert response.status == 404
    expected = [said for said in complaints if "404" in said]
    assert expected
    for said in expected:
        complaints.remove(said)


def unfold(page: Page) -> None:
    """Open whatever is folded in the page's content."""
    for fold in page.locator("#contenido details").all():
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
