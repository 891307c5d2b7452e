"""The pages at former addresses."""

from __future__ import annotations

import re
from pathlib import Path

from catalog.load import load
from tests.support.rendering import pages_of


def test_each_former_address_leads_to_its_page(copy_of_small: Path) -> None:
    for path, slug in (
        ("norte/riego-por-goteo", "riego-viejo"), ("_events/feria-2025/index", "feria-del-agua"),
        ("_challenges/pozos-que-se-secan", "pozos"),
    ):  # fmt: skip
        file = copy_of_small / "practices" / f"{path}.md"
        former = f"direcciones_anteriores: [{slug}]\ntitulo:"
        file.write_text(file.read_text().replace("titulo:", former))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    moved = {page.path: page for page in pages_of(catalog) if page.moved_to}
    assert {path: page.moved_to for path, page in moved.items()} == {
        "practicas/riego-viejo/": "practicas/riego-por-goteo/",
        "desafios/pozos/": "desafios/pozos-que-se-secan/",
        "intercambios/feria-del-agua/": "intercambios/feria-2025/",
        "intercambios/feria-del-agua/reporte/": "intercambios/feria-2025/reporte/",
    }
    for page in moved.values():
        assert page.hidden
    html = moved["practicas/riego-viejo/"].html
    assert 'href="../../practicas/riego-por-goteo/"' in html
    assert "cambió de dirección" in html


def test_an_event_without_a_report_has_no_former_report(copy_of_small: Path) -> None:
    event = copy_of_small / "practices" / "_events" / "feria-2025"
    changes = "direcciones_anteriores: [feria-del-agua]\ncambio: {estado: cancelado, detalle: x}\n"
    text = re.sub(r"testimonios:\n(?: .*\n)+", changes, (event / "index.md").read_text())
    (event / "index.md").write_text(text)
    (event / "riego-por-goteo.md").unlink()
    sheet = copy_of_small / "practices" / "norte" / "riego-por-goteo.md"
    sheet.write_text(sheet.read_text().replace("estadio: avanzado", "estadio: intermedio"))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    assert [page.path for page in pages_of(catalog) if page.moved_to] == [
        "intercambios/feria-del-agua/"
    ]
