"""The tables of the contributors' guide, made from the schema and the vocabularies, so that no
copy of these is kept by hand. The templates in `hooks/theme/blocks/` show the tables.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from catalog.model import CHALLENGE_SECTIONS, PRACTICE_SECTIONS, PRESENTATION_SECTIONS
from catalog.schema.challenge_fields import ChallengeFields
from catalog.schema.event_fields import EventFields, PresentationFields
from catalog.schema.fields import PracticeFields
from catalog.source.layout import VOCABULARY_FILES
from catalog.text.spanish import count, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from catalog.derive.derived import Derived
    from catalog.schema.terms import Requirement
    from catalog.schema.validation import Strict

_MODELS: Mapping[str, type[Strict]] = {
    "ficha": PracticeFields,
    "evento": EventFields,
    "presentacion": PresentationFields,
    "desafio": ChallengeFields,
}
_SECTIONS = {
    "ficha": PRACTICE_SECTIONS,
    "presentacion": PRESENTATION_SECTIONS,
    "desafio": CHALLENGE_SECTIONS,
}


@dataclass(frozen=True)
class FieldRow:
    """A field of the front matter: its Spanish key, and the values that it admits.

    A description of these values is `admits`, then the name of the vocabulary, then `rest`.
    `vocabulary` is the name of its file without `.yml`, empty for a field without a vocabulary.
    `has_parts` is true if the value or its items have fields of their own, which another table
    lists.
    """

    key: str
    required: bool
    admits: str
    vocabulary: str
    rest: str
    has_parts: bool
    description: str


@dataclass(frozen=True)
class FieldTable:
    """The fields of a front matter (`of` is empty), or of the values of its key `of`."""

    of: str
    rows: tuple[FieldRow, ...]


@cache
def field_tables(name: str) -> tuple[FieldTable, ...]:
    """The tables of the file named `ficha`, `evento`, `presentacion` or `desafio`: its own fields
    first, then the fields of each key whose values have fields. They depend on the code alone."""
    schema = _MODELS[name].model_json_schema()
    return tuple(_tables("", schema, schema.get("$defs", {})))


def _tables(of: str, model: dict[str, Any], models: dict[str, Any]) -> Iterator[FieldTable]:
    values = {key: _without_null(value) for key, value in model["properties"].items()}
    rows = (_row(key, value, key in model["required"]) for key, value in values.items())
    yield FieldTable(of, tuple(rows))
    for key, value in values.items():
        if part := _part(value):
            yield from _tables(key, models[part], models)


def _row(key: str, value: dict[str, Any], required: bool) -> FieldRow:
    admits, rest = _admitted(value)
    vocabulary = _vocabulary(value)
    return FieldRow(
        key,
        required,
        admits,
        VOCABULARY_FILES[vocabulary].removesuffix(".yml") if vocabulary else "",
        rest,
        bool(_part(value)),
        value["description"],
    )


def _without_null(value: dict[str, Any]) -> dict[str, Any]:
    """The schema of a field without the choice `null`, which only says that a field is optional."""
    choices = [choice for choice in value.get("anyOf", []) if choice.get("type") != "null"]
    return {**value, "anyOf": []} | choices[0] if len(choices) == 1 else value


def _part(value: dict[str, Any]) -> str:
    """The name of the model of a value or of its items; empty if they have no fields."""
    address = value.get("$ref") or value.get("items", {}).get("$ref", "")
    return str(address).removeprefix("#/$defs/")


def _vocabulary(value: dict[str, Any]) -> str:
    return str(value.get("vocabulary") or value.get("items", {}).get("vocabulary", ""))


def _admitted(value: dict[str, Any]) -> tuple[str, str]:
    """The words that describe the values of a field: the part before the name of its vocabulary and
    the part after."""
    if value.get("type") != "array":
        singular, _ = _nouns(value)
        return singular[0].upper() + singular[1:], ""
    _, plural = _nouns(value["items"])
    least, most = value.get("minItems"), value.get("maxItems")
    amount = "Uno o más" if least else "Lista de"
    if most:
        amount = f"De {least or 0} a {most}"
    return f"{amount} {plural}", ", sin repetir" if value.get("uniqueItems") else ""


def _nouns(value: dict[str, Any]) -> tuple[str, str]:
    """The noun for such a value, in the singular and in the plural."""
    if "$ref" in value:
        return "un grupo", "elementos"
    if "vocabulary" in value:
        return "un valor", "valores"
    kind = value.get("type")
    if kind == "integer":
        least, most = value.get("minimum"), value.get("maximum")
        limits = f" de {least} a {most}" if most else f" desde {least}"
        return f"número entero{limits}", f"números enteros{limits}"
    if kind == "string" and value.get("format") != "date":
        least, most = value.get("minLength", 1), value.get("maxLength")
        limits = f" de hasta {most:,} caracteres" if most else ""
        if least > 1:
            limits = f" de {least} a {most} caracteres"
        return f"texto{limits}", f"textos{limits}"
    if isinstance(kind, list):
        return "número o texto", "números o textos"
    return "fecha", "fechas"


@dataclass(frozen=True)
class VocabularyUse:
    """A vocabulary, by the name of its file without `.yml`, and the fields whose values it lists:
    pairs of a key and its owner, which is another key or `un evento` (empty for a field of the
    sheet itself)."""

    name: str
    fields: tuple[tuple[str, str], ...]


def vocabulary_uses() -> list[VocabularyUse]:
    """The vocabularies that list the values of some field, in their order."""
    found: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    owners = {"ficha": "", "evento": "un evento", "presentacion": "", "desafio": "un desafío"}
    for name, owner in owners.items():
        for table in field_tables(name):
            for row in table.rows:
                if row.vocabulary:
                    found[row.vocabulary][row.key, table.of or owner] = None
    names = (file.removesuffix(".yml") for file in VOCABULARY_FILES.values())
    return [VocabularyUse(name, tuple(found[name])) for name in names if name in found]


def ways_to_meet(requirement: Requirement) -> list[str]:
    """The ways in which a sheet can meet the requirement, in Spanish; each of them is enough."""
    titles = {kind.id: kind.title for kind in PRACTICE_SECTIONS}
    ways = []
    if requirement.sections:
        named = listed(f"«{titles.get(section, section)}»" for section in requirement.sections)
        kind = "la sección" if len(requirement.sections) == 1 else "las secciones"
        ways.append(f"{kind} {named}")
    if requirement.figures:
        ways.append(f"{count(requirement.figures, 'cifra', 'cifras')} o más en «cifras»")
    scopes = ""
    if requirement.scopes:
        scopes = f", con el alcance {_any_of(requirement.scopes)}"
    if requirement.evidence:
        ways.append(f"una evidencia de tipo {_any_of(requirement.evidence)}{scopes}")
    if requirement.expert_comment:
        ways.append("el comentario de un experto en un evento del catálogo")
    return ways


def _any_of(ids: Iterable[str]) -> str:
    return listed((f"«{each}»" for each in ids), "o")


def _fields(name: str, _: Derived) -> dict[str, Any]:
    return {"tables": field_tables(name), "of": name}


def _sections(name: str, _: Derived) -> dict[str, Any]:
    return {"kinds": _SECTIONS[name]}


def _terms(vocabulary: str, derived: Derived) -> dict[str, Any]:
    return {"values": list(getattr(derived.catalog.vocabularies, vocabulary).values())}


GUIDE_BLOCKS: Mapping[str, Callable[[Derived], dict[str, Any]]] = {
    **{f"campos/{name}": partial(_fields, name) for name in _MODELS},
    **{f"secciones/{name}": partial(_sections, name) for name in _SECTIONS},
    **{
        f"valores/{file.removesuffix('.yml')}": partial(_terms, vocabulary)
        for vocabulary, file in VOCABULARY_FILES.items()
    },
    "listas": lambda _: {"uses": vocabulary_uses()},
    "requisitos": lambda _: {"ways_to_meet": ways_to_meet},
}
"""For the name of each block of the guide, the function that gives the values of its template.
`campos/ficha` is the template `campos.html` with the fields of a sheet."""
