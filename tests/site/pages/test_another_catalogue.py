"""A catalogue for another sector is made by changing data alone: sheets, vocabularies, pages and
`mkdocs.yml`. This one is about farming."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from catalog.schema.region_map import MAP_FILE
from tests.site.support.offline import build

BLOCKS = (
    "portada", "recientes", "mapa", "temas", "estadios", "ruta", "agenda", "red",
    "campos/ficha", "secciones/ficha", "listas", "valores/temas", "requisitos",
)  # fmt: skip
WORDS_OF_THE_OTHER = ("gestión educativa", "UGEL", "MINEDU", "Perú", "escolar")


@pytest.fixture(scope="module")
def farming(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The built site of the farming catalogue."""
    made = tmp_path_factory.mktemp("farming")
    shutil.copytree(root / "hooks", made / "hooks")
    shutil.copytree(root / "tests" / "catalogue" / "practices", made / "practices")
    docs = made / "docs"
    docs.mkdir()
    asked = "\n\n".join(f'<div data-bloque="{name}"></div>' for name in BLOCKS)
    (docs / "index.md").write_text(f"# Prácticas del campo\n\n{asked}\n")
    for name in ("ruta", "contribuir", "acerca"):
        (docs / f"{name}.md").write_text(f"# {name.title()}\n")
    settings = (root / "mkdocs.yml").read_text()
    start, end = settings.index("nav:"), settings.index("theme:")
    menu = ("index", "practicas/index", "ruta", "contribuir", "acerca")
    nav = "nav:\n" + "".join(f"  - {name}.md\n" for name in menu)
    settings = settings[:start] + nav + settings[end:]
    name = next(line for line in settings.splitlines() if line.startswith("site_name:"))
    words = next(line for line in settings.splitlines() if line.startswith("site_description:"))
    settings = settings.replace(name, "site_name: Prácticas del campo")
    settings = settings.replace(words, "site_description: Lo que otros ya sembraron.")
    (made / "mkdocs.yml").write_text(settings)
    built = build(made)
    assert built.returncode == 0, built.stdout + built.stderr
    return made / "site"


def test_data_alone_makes_a_catalogue_of_another_sector(farming: Path) -> None:
    assert (farming / "practicas" / "riego-por-goteo" / "index.html").exists()
    assert (farming / "temas" / "mercados" / "index.html").exists()
    assert "Feria de prácticas 2025" in (farming / "index.html").read_text()
    cards = [card.read_text() for card in sorted(farming.glob("datos/busqueda/*/ficha-[01].html"))]
    found = [slug for card in cards for slug in re.findall('data-practice="([^"]+)"', card)]
    assert sorted(found) == ["banco-de-semillas", "riego-por-goteo"]


def test_no_word_of_the_first_catalogue_is_left_in_the_other(farming: Path) -> None:
    pages = [*farming.rglob("*.html"), *(f for f in farming.glob("datos/**/*") if f.is_file())]
    assert len(pages) > 20
    left = {
        (page.relative_to(farming).as_posix(), word)
        for page in pages
        for word in WORDS_OF_THE_OTHER
        if word in page.read_text()
    }
    assert left == set()


def test_the_taxonomies_of_both_have_the_same_files(root: Path) -> None:
    def shape(folder: Path) -> dict[str, type]:
        return {
            file.name: type(yaml.safe_load(file.read_text()))
            for file in (folder / "practices" / "_taxonomies").glob("*.yml")
            if file.name != MAP_FILE  # which a catalogue may do without
        }

    assert shape(root) == shape(root / "tests" / "catalogue")
