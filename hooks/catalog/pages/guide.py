"""The tables of the contributors' guide that are made from the schema and the vocabularies, so that
the guide says what the check asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalog.model import PRACTICE_SECTIONS
from catalog.schema.fields import EventFields, PracticeFields, PresentationFields
from catalog.source.layout import VOCABULARY_FILES
from catalog.text.spanish import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.schema.validation import Strict
    from catalog.schema.vocabularies import Term, Vocabularies
    from catalog.source.sections import SectionKind

# The pages of the guide, in their order: their address below `guia/`, and their name in its menu.
GUIDE = (
    ("ficha", "La ficha"),
    ("texto", "El texto"),
    ("listas", "Las listas"),
    ("proponer", "Proponerla"),
    ("errores", "Los mensajes"),
    ("intercambios", "Intercambios"),
    ("datos-personales", "Datos personales"),
)
MODELS: dict[str, type[Strict]] = {
    "datos-de-la-ficha": PracticeFields,
    "datos-del-evento": EventFields,
    "datos-de-la-presentacion": PresentationFields,
}
LISTS = {file.removesuffix(".yml"): name for name, file in VOCABULARY_FILES.items()}
"""The name of each vocabulary by the stem of its file: `"temas"` → `"topics"`."""


@dataclass(frozen=True)
class FieldRow:
    """A field of the front matter: its key, what it takes, and what it is for."""

    key: str
    required: bool
    kind: str
    description: str


@dataclass(frozen=True)
class FieldTable:
    """The fields of a file or, where `of` names one of its keys, of each item under that key."""

    of: str
    rows: tuple[FieldRow, ...]


def field_tables(block: str) -> tuple[FieldTable, ...]:
    """The tables of one of MODELS: the file's own fields, and those of the items under them."""
    schema = MODELS[block].model_json_schema()
    tables = [FieldTable("", tuple(_rows(schema)))]
    for key, field in schema["properties"].items():
        if nested := _nested(field):
            item = schema["$defs"][nested]
            tables.append(FieldTable(key, tuple(_rows(item))))
    return tuple(tables)


def vocabulary_terms(file: str, vocabularies: Vocabularies) -> list[Term]:
    """The terms of the vocabulary in that file, given without its ending."""
    return list(getattr(vocabularies, LISTS[file]).values())


def sections() -> tuple[SectionKind, ...]:
    """The sections that the text of a sheet may have."""
    return PRACTICE_SECTIONS


def _rows(schema: dict[str, Any]) -> Iterator[FieldRow]:
    required = schema.get("required", ())
    for key, field in schema["properties"].items():
        yield FieldRow(key, key in required, _kind(field), field.get("description", ""))


def _nested(field: dict[str, Any]) -> str:
    """The name of the definition of the field's items, if they have fields of their own."""
    choices = [field, field.get("items", {}), *field.get("anyOf", ())]
    found = next((choice["$ref"] for choice in choices if "$ref" in choice), "")
    return str(found).rpartition("/")[2]


def _kind(field: dict[str, Any]) -> str:
    """What a field takes, in Spanish, from its JSON Schema."""
    if "anyOf" in field:
        choices = [choice for choice in field["anyOf"] if choice.get("type") != "null"]
        return _kind(choices[0]) if len(choices) == 1 else "una fecha, o el mes o el año"
    if field.get("type") == "array":
        return _list(field)
    if "$ref" in field:
        return "datos propios: véalos abajo"
    if vocabulary := field.get("vocabulary"):
        return f"un valor de la lista de {_file_of(vocabulary)}"
    if isinstance(field.get("type"), list):
        return "un número o un texto"
    if field.get("type") == "integer":
        return "un número entero"
    if field.get("format") == "date":
        return "una fecha"
    return _text(field)


def _list(field: dict[str, Any]) -> str:
    least, most = field.get("minItems", 0), field.get("maxItems")
    item = field["items"]
    of = f" de {_file_of(item['vocabulary'])}" if "vocabulary" in item else ""
    if most:
        return f"una lista de {least} a {most} valores{of}"
    return f"una lista{of}, con uno al menos" if least else f"una lista{of}"


def _text(field: dict[str, Any]) -> str:
    least, most = field.get("minLength", 0), field.get("maxLength")
    if most and least > 1:
        return f"un texto de {number(least)} a {number(most)} caracteres"
    return f"un texto de hasta {number(most)} caracteres" if most else "un texto"


def _file_of(vocabulary: str) -> str:
    return VOCABULARY_FILES[vocabulary].removesuffix(".yml").replace("-", " ")
