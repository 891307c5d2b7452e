"""A catalogue for another sector is made by changing data alone: sheets, vocabularies, pages and
`mkdocs.yml`. This one is about farming."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from catalog.source.layout import MAP
from tests.site.support.built_sites import build_once
from tests.site.support.offline_build import build_well

BLOCKS = (
    "portada", "recientes", "mapa", "temas", "estadios", "ruta", "agenda", "red",
    "campos/ficha", "secciones/ficha", "listas", "valores/temas", "requisitos",
)  # fmt: skip
WORDS_OF_THE_FIRST = ("gestión educativa", "UGEL", "MINEDU", "Perú", "escolar")


@pytest.fixture(scope="session")
def farming(shared_folder: Path, root: Path) -> Path:
    """The folder of the farming catalogue's built site."""
    repository = shared_folder / "farming"

    def build_farming() -> None:
        _write_farming(root, repository)
        build_well(repository, SITE_DIR=str(repository.with_name("farming-site")))

    return build_once(repository.with_name("farming-site"), build_farming)


def _write_farming(root: Path, repository: Path) -> None:
    """Write a repository with the code of `root` and with other sheets, pages and settings."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "hooks", repository / "hooks", ignore=ignored)
    shutil.copytree(root / "tests" / "catalogue" / "practices", repository / "practices")
    docs = repository / "docs"
    docs.mkdir()
    blocks = "\n\n".join(f'<div data-bloque="{name}"></div>' for name in BLOCKS)
    (docs / "index.md").write_text(f"# Prácticas del campo\n\n{blocks}\n")
    for name in ("ruta", "contribuir", "acerca"):
        (docs / f"{name}.md").write_text(f"# {name.title()}\n")
    settings = (root / "mkdocs.yml").read_text()
    menu = ("index", "practicas/index", "ruta", "contribuir", "acerca")
    for key, value in {
        "site_name": " Prácticas del campo\n",
        "site_description": " Lo que otros ya sembraron.\n",
        "nav": "\n" + "".join(f"  - {name}.md\n" for name in menu) + "\n",
    }.items():
        # A key and the indented or empty lines that follow it.
        settings, count = re.subn(
            rf"^{key}:.*\n(?:[ \t].*\n|\n)*", f"{key}:{value}", settings, flags=re.MULTILINE
        )
        assert count == 1, key
    (repository / "mkdocs.yml").write_text(settings)


def test_data_alone_makes_a_catalogue_of_another_sector(farming: Path) -> None:
    assert (farming / "practicas" / "riego-por-goteo" / "index.html").exists()
    assert (farming / "temas" / "mercados" / "index.html").exists()
    assert "Feria de prácticas 2025" in (farming / "index.html").read_text()
    cards = [card.read_text() for card in sorted(farming.glob("datos/busqueda/*/ficha-[01].txt"))]
    found = [slug for card in cards for slug in re.findall('data-practice="([^"]+)"', card)]
    assert sorted(found) == ["banco-de-semillas", "riego-por-goteo"]


def test_the_second_catalogue_has_no_word_of_the_first(farming: Path) -> None:
    pages = [*farming.rglob("*.html"), *(f for f in farming.glob("datos/**/*") if f.is_file())]
    assert len(pages) > 20
    left = {
        (page.relative_to(farming).as_posix(), word)
        for page in pages
        for word in WORDS_OF_THE_FIRST
        if word in page.read_text()
    }
    assert left == set()


def test_both_catalogues_have_the_same_vocabulary_files(root: Path) -> None:
    def shape(folder: Path) -> dict[str, type]:
        return {
            file.name: type(yaml.safe_load(file.read_text()))
            for file in (folder / "practices" / "_taxonomies").glob("*.yml")
            if file != folder / MAP  # which a catalogue need not have
        }

    assert shape(root) == shape(root / "tests" / "catalogue")
