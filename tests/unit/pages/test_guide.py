"""The tables of the contributors' guide agree with the schema and the vocabularies."""

from __future__ import annotations

import re

import pytest

from catalog.model import Catalog
from catalog.pages.guide import GUIDE_BLOCKS, FieldRow, field_tables, vocabulary_uses, ways_to_meet
from catalog.schema.event_fields import EventFields, PresentationFields
from catalog.schema.fields import PracticeFields
from catalog.schema.terms import Requirement
from catalog.schema.validation import Strict
from tests.support.rendering import filled


def rows(name: str, of: str = "") -> dict[str, FieldRow]:
    table = next(table for table in field_tables(name) if table.of == of)
    return {row.key: row for row in table.rows}


def cells(catalog: Catalog, block: str) -> list[list[str]]:
    """The words of each cell of a block's table, a list for each row."""
    html = filled(f'<div data-bloque="{block}"></div>', catalog, "guia/listas/")
    return [
        [" ".join(re.sub("<[^>]*>", "", cell).split()) for cell in re.findall("<td>.*?</td>", row)]
        for row in re.findall("<tr>(.*?)</tr>", html.replace("\n", " "))
    ]


@pytest.mark.parametrize(
    ("name", "model"),
    [("ficha", PracticeFields), ("evento", EventFields), ("presentacion", PresentationFields)],
)
def test_every_key_has_a_row_that_says_whether_it_is_required(
    name: str, model: type[Strict]
) -> None:
    wanted = {field.alias: field.is_required() for field in model.model_fields.values()}
    assert {key: row.required for key, row in rows(name).items()} == wanted


def test_the_items_of_a_key_have_a_table_of_their_own() -> None:
    assert [table.of for table in field_tables("presentacion")] == [
        "", "experto", "otros_expertos", "seguimiento", "fuentes",
    ]  # fmt: skip
    assert rows("presentacion")["experto"].has_parts
    assert not rows("presentacion")["notas"].has_parts


@pytest.mark.parametrize(
    ("of", "key", "admits", "vocabulary", "rest"),
    [
        ("", "titulo", "Texto de hasta 200 caracteres", "", ""),
        ("", "resumen", "Texto de 80 a 320 caracteres", "", ""),
        ("", "region", "Un valor", "regiones", ""),
        ("", "temas", "De 1 a 4 valores", "temas", ", sin repetir"),
        ("", "instituciones", "Uno o más textos de hasta 200 caracteres", "", ", sin repetir"),
        ("", "reconocimientos", "Lista de textos de hasta 2,000 caracteres", "", ""),
        ("", "anio_inicio", "Número entero desde 1990", "", ""),
        ("", "fecha_revision", "Fecha", "", ""),
        ("", "adaptada_de", "Texto", "", ""),
        ("cifras", "linea_base", "Número o texto", "", ""),
        ("replicas", "fecha", "Fecha", "", ""),
        ("replicas", "region", "Un valor", "regiones", ""),
    ],
)
def test_the_values_that_a_field_admits_are_described_in_words(
    of: str, key: str, admits: str, vocabulary: str, rest: str
) -> None:
    row = rows("ficha", of)[key]
    assert (row.admits, row.vocabulary, row.rest) == (admits, vocabulary, rest)


def test_a_number_is_described_with_its_limits() -> None:
    assert rows("presentacion")["orden"].admits == "Número entero de 1 a 999"


def test_a_vocabulary_names_the_fields_that_take_its_values() -> None:
    used = {use.name: use.fields for use in vocabulary_uses()}
    assert used["tipos-de-cifra"] == (("tipo", "cifras"),)
    assert used["tipos-de-evento"] == (("tipo", "un evento"),)
    assert ("region", "") in used["regiones"]
    assert "siglas" not in used


def test_the_ways_to_meet_a_requirement_are_described_in_words() -> None:
    requirement = Requirement(
        id="x", label="X", secciones=["problema", "resultados"], cifras=2,
        evidencias=["norma"], comentario_experto=True,
    )  # fmt: skip
    assert ways_to_meet(requirement) == [
        "las secciones «Problema» y «Resultados»",
        "2 cifras o más en «cifras»",
        "una evidencia de tipo «norma»",
        "el comentario de un experto en un evento del catálogo",
    ]


def test_the_values_of_a_list_are_those_of_the_catalogue(small: Catalog) -> None:
    topics = small.vocabularies.topics.values()
    shown = cells(small, "valores/temas")[1:]
    assert shown == [[topic.id, topic.label + topic.description, topic.parent] for topic in topics]


def test_a_list_without_values_says_so(small: Catalog) -> None:
    html = filled('<div data-bloque="valores/temas-de-recomendacion"></div>', small, "guia/")
    assert bool(small.vocabularies.advice_themes) is ("<table" in html)


@pytest.mark.parametrize("block", GUIDE_BLOCKS)
def test_every_block_has_content_in_a_small_catalogue(small: Catalog, block: str) -> None:
    assert filled(f'<div data-bloque="{block}"></div>', small, "guia/").strip()
