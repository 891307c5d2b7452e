"""The front matter of a challenge, field by field. See `fields.py`."""

from __future__ import annotations

from pydantic import Field

from catalog.schema.field_types import (
    ChallengeStateId,
    Day,
    Different,
    InstitutionName,
    LevelId,
    PastDate,
    RegionId,
    Slug,
    Text,
    Title,
    TopicId,
)
from catalog.schema.fields import Contact, Source
from catalog.schema.validation import Strict


class Answer(Strict):
    """A practice of the catalogue that somebody offered to a challenge."""

    practice: Slug = Field(alias="practica", description="El nombre de la ficha que se ofreció.")
    institution: InstitutionName | None = Field(
        alias="institucion", default=None, description="Quién la ofreció."
    )
    when: PastDate | None = Field(
        alias="fecha", default=None, description="Cuándo: 2026-04-23; o 2026-04 o 2026."
    )
    detail: Text | None = Field(
        alias="detalle", default=None, description="Qué se hizo con ella, o qué se acordó."
    )


class ChallengeFields(Strict):
    """The front matter of a challenge: `practices/_challenges/<slug>.md`."""

    title: Title = Field(alias="titulo", description="El problema, en pocas palabras.")
    region: RegionId = Field(alias="region", description="La región que lo tiene.")
    institutions: Different[InstitutionName] = Field(
        alias="instituciones", min_length=1, description="Quiénes lo plantean, una por línea."
    )
    topics: Different[TopicId] = Field(
        alias="temas",
        min_length=1,
        max_length=4,
        description="De 1 a 4 temas, el más propio primero.",
    )
    levels: Different[LevelId] = Field(
        alias="niveles", default_factory=list, description="Niveles o modalidades a los que afecta."
    )
    state: ChallengeStateId = Field(
        alias="estado", description="Si está abierto, acompañado o resuelto."
    )
    date: Day = Field(alias="fecha", description="El día en que se planteó: año-mes-día.")
    contacts: list[Contact] = Field(
        alias="contactos",
        default_factory=list,
        description="A quién escribir. Solo datos de trabajo; nunca teléfonos ni DNI.",
    )
    answers: list[Answer] = Field(
        alias="respuestas",
        default_factory=list,
        max_length=50,
        description="Las prácticas del catálogo que alguien le ofreció.",
    )
    former_slugs: Different[Slug] = Field(
        alias="direcciones_anteriores",
        default_factory=list,
        description="Los nombres que tuvo antes el archivo: sus direcciones llevan a esta.",
    )
    sources: list[Source] = Field(
        alias="fuentes",
        default_factory=list,
        description="Los documentos que muestran el problema, si los hay.",
    )
    notes: list[Text] = Field(
        alias="notas", default_factory=list, description="Lo que conviene saber, una por línea."
    )
