"""The pages at former addresses."""

from __future__ import annotations

from pathlib import Path

from catalog.load import load
from tests.support.rendering import pages_of


def test_each_former_address_leads_to_its_page(copy_of_small: Path) -> None:
    for path, slug in (
        ("norte/riego-por-goteo", "riego-viejo"), ("_events/feria-2025/index", "feria-del-agua"),
    ):  # fmt: skip
        file = copy_of_small / "practices" / f"{path}.md"
        former = f"direcciones_anteriores: [{slug}]\nfuentes:"
        file.write_text(file.read_text().replace("fuentes:", former))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    moved = {page.path: page for page in pages_of(catalog) if page.moved_to}
    assert {path: page.moved_to for path, page in moved.items()} == {
        "practicas/riego-viejo/": "practicas/riego-por-goteo/",
        "intercambios/feria-del-agua/": "intercambios/feria-2025/",
        "intercambios/feria-del-agua/reporte/": "intercambios/feria-2025/reporte/",
    }
    for page in moved.values():
        assert page.hidden
    html = moved["practicas/riego-viejo/"].html
    assert 'href="../../practicas/riego-por-goteo/"' in html
    assert "cambió de dirección" in html
