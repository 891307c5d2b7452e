"""The warning about institutions that the vocabulary does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.load import load

SHEET = "practices/norte/riego-por-goteo.md"
VOCABULARY = """- id: ugel-norte
  label: UGEL Norte
  tipo: cooperativa
  parent: norte
  aliases: [UGELN]
"""


def messages(root: Path, name: str) -> list[str]:
    (root / "practices/_taxonomies/instituciones.yml").write_text(VOCABULARY)
    sheet = root / SHEET
    text = sheet.read_text()
    head, _, rest = text.partition("instituciones:")
    _, _, rest = rest.partition("\ntemas:")
    sheet.write_text(f"{head}instituciones: [{name}]\ntemas:{rest}")
    catalog, problems = load(root)
    assert catalog, problems
    return [problem.message for problem in problems if problem.path == SHEET]


@pytest.mark.parametrize("name", ["UGEL Norte", "ugel  norte", "UGELN", "U.G.E.L. Norte"])
def test_a_known_institution_takes_its_label(name: str, copy_of_small: Path) -> None:
    assert messages(copy_of_small, name) == []
    catalog, _ = load(copy_of_small)
    assert catalog
    assert catalog.by_slug["riego-por-goteo"].institutions == ["UGEL Norte"]


def test_a_misspelt_institution_gets_a_suggestion(copy_of_small: Path) -> None:
    (message,) = messages(copy_of_small, "UGEL Nortte")
    assert message == (
        "«UGEL Nortte» no está entre las instituciones conocidas. ¿Quiso decir «UGEL Norte»? "
        "Corríjalo, o explíquelo en «notas» (mencione «UGEL Nortte»)."
    )


def test_an_institution_unlike_any_is_accepted_with_a_warning(copy_of_small: Path) -> None:
    (message,) = messages(copy_of_small, "Cooperativa del Valle")
    assert "¿Quiso decir" not in message
    assert message.startswith("«Cooperativa del Valle» no está entre las instituciones conocidas.")


def test_a_catalogue_without_the_vocabulary_has_no_warning(copy_of_small: Path) -> None:
    _, problems = load(copy_of_small)
    assert problems == []
