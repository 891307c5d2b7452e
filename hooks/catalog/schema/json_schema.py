"""The front matter and the vocabularies as JSON Schemas, for editors and forms.

They are made from the models that the check uses, with the terms of the vocabularies as choices. A
schema cannot say everything (that a date has come, that a file exists), so the check has the last
word; a test keeps the two in agreement. Draft: https://json-schema.org/draft/2020-12
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from catalog.schema.challenge_fields import ChallengeFields
from catalog.schema.event_fields import EventFields, PresentationFields
from catalog.schema.fields import PracticeFields
from catalog.schema.terms import EventChangeType, FigureType, Institution, Stage, Term, Topic

if TYPE_CHECKING:
    from pydantic_core import core_schema

    from catalog.schema.validation import Strict
    from catalog.schema.vocabularies import Vocabularies

MODELS: dict[str, tuple[str, type[Strict]]] = {
    "ficha": ("Los datos de una ficha", PracticeFields),
    "presentacion": ("Los datos de una presentación", PresentationFields),
    "evento": ("Los datos de un evento", EventFields),
    "desafio": ("Los datos de un desafío", ChallengeFields),
    "vocabulario": ("Los términos de un vocabulario", Term),
    "estadios": ("Los estadios, con lo que pide cada uno", Stage),
    "temas": ("Los temas, con sus cercanos", Topic),
    "tipos-de-cifra": ("Los tipos de cifra, con sus casos", FigureType),
    "cambios-de-evento": ("Los cambios de un evento", EventChangeType),
    "instituciones": ("Las instituciones", Institution),
}
"""The title and the model of each schema, by the name of the schema."""


class _Generator(GenerateJsonSchema):
    """Leaves out everything that would mislead a contributor: generated titles, defaults, English
    docstrings, and null, which is never a right value."""

    schema_dialect = "https://json-schema.org/draft/2020-12/schema"

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        made = super().model_schema(schema)
        return {key: value for key, value in made.items() if key not in ("title", "description")}


def json_schema(name: str, vocabularies: Vocabularies) -> str:
    """The JSON Schema of one of `MODELS`, as the text of a file. The schema of a vocabulary
    describes its whole list of terms."""
    title, model = MODELS[name]
    made = model.model_json_schema(schema_generator=_Generator)
    definitions = made.pop("$defs", {})
    if issubclass(model, Term):
        made = {"type": "array", "items": made}
    head = {"$schema": _Generator.schema_dialect, "title": title}
    whole = _with_choices(head | made | {"$defs": definitions}, vocabularies)
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _with_choices(part: Any, vocabularies: Vocabularies) -> Any:
    """The schema with the terms of a vocabulary in place of the name of each vocabulary."""
    if isinstance(part, list):
        return [_with_choices(item, vocabularies) for item in part]
    if not isinstance(part, dict):
        return part
    part = {key: _with_choices(value, vocabularies) for key, value in part.items()}
    if name := part.pop("vocabulary", None):
        terms = getattr(vocabularies, name).values()
        part["enum"] = [term.id for term in terms]
        # Editors show these beside the choices. The keyword is not part of the standard.
        part["enumDescriptions"] = [
            f"{term.label}. {term.description}" if term.description else term.label
            for term in terms
        ]
    return part
