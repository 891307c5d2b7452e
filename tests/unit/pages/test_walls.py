"""The walls of challenges and of initiatives, and the pages of challenges."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from catalog.load import load
from catalog.model import Catalog
from catalog.pages.walls import initiatives
from tests.support.rendering import filled, page_at, pages_of

CHALLENGE = "desafios/pozos-que-se-secan/"


def test_a_wall_exists_where_something_stands_on_it(small: Catalog, copy_of_small: Path) -> None:
    paths = {page.path for page in pages_of(small)}
    assert {"desafios/", CHALLENGE, "iniciativas/"} <= paths
    cover = '<div data-bloque="portada"></div>'
    assert 'href="desafios/"' in filled(cover, small, "").replace("./", "")
    shutil.rmtree(copy_of_small / "practices" / "_challenges")
    (copy_of_small / "practices" / "sur" / "banco-de-semillas.md").unlink()
    bare, problems = load(copy_of_small)
    assert bare, problems
    assert not {"desafios/", CHALLENGE, "iniciativas/"} & {page.path for page in pages_of(bare)}
    assert "desafios/" not in filled(cover, bare, "")
    assert "desafios/" not in filled('<div data-bloque="muros"></div>', bare, "comunidad/")


def test_a_challenge_shows_what_it_was_offered_and_what_may_serve(small: Catalog) -> None:
    html = page_at(CHALLENGE, small)
    offered, serving = html.partition('id="sirven"')[::2]
    assert "Acordaron visitar tres parcelas." in offered
    assert "practicas/riego-por-goteo/" in offered
    assert "practicas/banco-de-semillas/" in serving
    assert "Trata de semillas. Es de la misma región." in serving
    assert "practicas/riego-por-goteo/" not in serving
    assert "Se ofreció a este desafío" in page_at("practicas/riego-por-goteo/", small)
    assert "Se ofreció" not in page_at("practicas/banco-de-semillas/", small)


def test_the_wall_of_challenges_has_the_values_that_its_filters_ask_for(small: Catalog) -> None:
    html = page_at("desafios/", small)
    item = re.search(r"<li class=\"wall__item\" ([^>]+)>", html)
    assert item
    assert item[1] == 'data-region="sur" data-tema="agua semillas" data-estado="acompanado"'
    assert re.findall(r'<option value="([^"]+)"', html) == ["sur", "agua", "semillas", "acompanado"]


def test_an_initiative_stands_under_each_requirement_that_it_lacks(small: Catalog) -> None:
    lacking = {
        needed.id: [practice.slug for practice in practices]
        for needed, practices in initiatives(small)
    }
    assert lacking == {"cifras": ["banco-de-semillas"]}
    assert "Les falta: al menos una cifra que la respalde" in page_at("iniciativas/", small)


def test_the_community_counts_its_replications_by_state(copy_of_small: Path) -> None:
    sheet = copy_of_small / "practices" / "norte" / "riego-por-goteo.md"
    replications = "replicas:\n" + "".join(
        f"  - institucion: Comunidad {number}\n    estado: {state}\n"
        for number, state in enumerate(["interes", "interes", "adaptacion"])
    )
    sheet.write_text(sheet.read_text().replace("fecha_revision", f"{replications}fecha_revision"))
    catalog, problems = load(copy_of_small)
    assert catalog, problems
    html = filled('<div data-bloque="muros"></div>', catalog, "comunidad/")
    assert "<strong>2</strong> muestras de interés en replicar" in html
    assert "<strong>1</strong> réplica en adaptación" in html
