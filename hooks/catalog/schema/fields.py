"""The front matter of a sheet, field by field; `event_fields.py` has that of events, and
`challenge_fields.py` that of challenges.

These modules give each Spanish key that contributors write the English name that the code uses.
A new field is a line here and a line in a template. A check of one value alone belongs to a type
of `field_types.py`. A check that needs the rest of the sheet or of the catalogue is a rule of
`check/`.
"""

from __future__ import annotations

from pydantic import Field

from catalog.schema.field_types import (
    Day,
    Different,
    EvidenceScopeId,
    EvidenceTypeId,
    FigureTypeId,
    Https,
    InstitutionName,
    LevelId,
    Mail,
    PastDate,
    RegionId,
    ReplicationStateId,
    ResourceTypeId,
    Slug,
    StageId,
    Summary,
    Text,
    Title,
    TopicId,
    Value,
    Year,
)
from catalog.schema.validation import Strict


class Evidence(Strict):
    """A document, or a part of one, that sustains the stage."""

    type: EvidenceTypeId = Field(alias="tipo", description="Qué es: una norma, un plan, un premio…")
    scope: EvidenceScopeId | None = Field(
        alias="alcance",
        default=None,
        description="Qué hace con la práctica, si es una norma, un plan o un convenio.",
    )
    document: Text | None = Field(
        alias="documento",
        default=None,
        description="El nombre y el número del documento, si la crea, la aprueba o la incorpora.",
    )
    detail: Text = Field(alias="detalle", description="Qué es y qué prueba.")
    source: Text | None = Field(
        alias="fuente", default=None, description="De qué documento sale, y de qué parte."
    )


class Figure(Strict):
    """A result that was counted or measured: its value and unit, and its baseline if known."""

    value: Value = Field(
        alias="valor",
        description="Un número sin comas de miles y con punto decimal. Si no es uno solo, un texto "
        "entre comillas.",
    )
    unit: Text = Field(alias="unidad", description='Qué se cuenta. Si es un porcentaje, "%".')
    detail: Text = Field(alias="detalle", description="Qué se contó o qué cambió, en una frase.")
    type: FigureTypeId = Field(
        alias="tipo", description="Lo que se hizo, lo que quedó o lo que cambió."
    )
    baseline: Value | None = Field(
        alias="linea_base", default=None, description="De dónde se partió, en la misma unidad."
    )
    source: Text | None = Field(
        alias="fuente", default=None, description="De qué documento sale, y de qué parte."
    )


class Resource(Strict):
    """Something that the practice needs. Institutions that adapt it can plan for it."""

    type: ResourceTypeId = Field(
        alias="tipo", description="Personas, aliados, respaldo, materiales, dinero, tiempo…"
    )
    detail: Text = Field(alias="detalle", description="Qué había y para qué.")
    source: Text | None = Field(
        alias="fuente", default=None, description="De qué documento sale, y de qué parte."
    )


class Step(Strict):
    """A step of a transfer: the state that it brought the replication to, and its evidence."""

    state: ReplicationStateId = Field(alias="estado", description="A qué estado llegó.")
    when: PastDate = Field(alias="fecha", description="Cuándo: 2026-04-23; o 2026-04 o 2026.")
    detail: Text | None = Field(alias="detalle", default=None, description="Qué se hizo.")
    evidence: Text | None = Field(
        alias="evidencia", default=None, description="El documento que lo prueba."
    )


class Replication(Strict):
    """An institution that replicates the practice or would like to, and the state it reached."""

    institution: InstitutionName = Field(
        alias="institucion", description="Quién la replica, o quisiera."
    )
    region: RegionId | None = Field(
        alias="region", default=None, description="Su región, si se sabe."
    )
    state: ReplicationStateId = Field(
        alias="estado", description="Hasta dónde llegó: interés, asesoría, adaptación o resultado."
    )
    detail: Text | None = Field(
        alias="detalle", default=None, description="Qué dijo, qué hizo o qué logró."
    )
    when: PastDate | None = Field(
        alias="fecha", default=None, description="Cuándo: 2026-04-23; o 2026-04 o 2026."
    )
    practice: Slug | None = Field(
        alias="practica",
        default=None,
        description="El nombre de su ficha, si lo que hizo tiene una en el catálogo.",
    )
    steps: list[Step] = Field(
        alias="pasos",
        default_factory=list,
        description="El camino de la transferencia: cada estado, cuándo llegó y con qué prueba.",
    )
    source: Text | None = Field(
        alias="fuente", default=None, description="De qué documento sale, y de qué parte."
    )


class Contact(Strict):
    """An office to write to, and the person in it where a source names one."""

    name: Text | None = Field(
        alias="nombre",
        default=None,
        description="Solo si la persona está de acuerdo y su documento la nombra.",
    )
    position: Text = Field(alias="cargo", description="El cargo o la oficina.")
    institution: Text = Field(alias="institucion", description="Su institución.")
    mail: Mail = Field(alias="correo", description="De preferencia, el correo de la oficina.")
    doubt: Text | None = Field(
        alias="duda",
        default=None,
        description="Lo que conviene confirmar antes de escribirle. Se lee junto al correo.",
    )


class Link(Strict):
    """A page or file of another site."""

    title: Text = Field(alias="titulo", description="Qué encontrará quien lo abra.")
    url: Https = Field(alias="enlace", description="Debe empezar con https://")


class Source(Strict):
    """A document that the sheet was written from, and the part of it."""

    document: Text = Field(
        alias="documento", description="El nombre completo; entre paréntesis, quién y cuándo."
    )
    part: Text = Field(alias="parte", description="La parte que usó, o «Completo».")
    url: Https | None = Field(
        alias="enlace",
        default=None,
        description="La dirección del documento. Debe empezar con https://",
    )


class Photo(Strict):
    """A picture in the sheet's own folder."""

    file: Text = Field(
        alias="archivo", description="El nombre exacto del archivo: jpg, jpeg, png o webp."
    )
    alt: Text = Field(
        alias="texto_alternativo", description="Qué se ve, para quien no puede verla."
    )
    caption: Text | None = Field(
        alias="leyenda", default=None, description="Lo que se lee al pie de la foto."
    )
    consent: Text | None = Field(
        alias="consentimiento",
        default=None,
        description="Quién autorizó que se publique y cómo consta, sin sus datos.",
    )


class PracticeFields(Strict):
    """The front matter of a sheet: `practices/<region>/<slug>.md`."""

    title: Title = Field(alias="titulo", description="El nombre de la práctica, sin punto final.")
    summary: Summary = Field(
        alias="resumen",
        description="De 80 a 320 caracteres: qué problema había, quién hizo qué y qué se logró.",
    )
    region: RegionId = Field(
        alias="region", description="La región: la misma que da nombre a la carpeta."
    )
    institutions: Different[InstitutionName] = Field(
        alias="instituciones", min_length=1, description="Quiénes la conducen, una por línea."
    )
    topics: Different[TopicId] = Field(
        alias="temas",
        min_length=1,
        max_length=4,
        description="De 1 a 4 temas, el más propio primero.",
    )
    levels: Different[LevelId] = Field(
        alias="niveles",
        default_factory=list,
        description="Niveles o modalidades que atiende, si constan en las fuentes.",
    )
    stage: StageId = Field(
        alias="estadio",
        description="El estadio que alcanzó. Se comprueba con las evidencias y las cifras.",
    )
    start_year: Year | None = Field(
        alias="anio_inicio",
        default=None,
        description="El año en que empezó, si una fuente lo dice.",
    )
    evidence: list[Evidence] = Field(
        alias="evidencias", default_factory=list, description="Lo que sustenta el estadio."
    )
    figures: list[Figure] = Field(
        alias="cifras", default_factory=list, description="Lo que se contó o se midió."
    )
    resources: list[Resource] = Field(
        alias="recursos",
        default_factory=list,
        description="Con qué contó el equipo para hacerla, según las fuentes.",
    )
    awards: list[Text] = Field(
        alias="reconocimientos",
        default_factory=list,
        description="Premios, menciones y resoluciones de felicitación, uno por línea.",
    )
    contacts: list[Contact] = Field(
        alias="contactos",
        default_factory=list,
        description="A quién escribir. Solo datos de trabajo; nunca teléfonos ni DNI.",
    )
    former_slugs: Different[Slug] = Field(
        alias="direcciones_anteriores",
        default_factory=list,
        description="Los nombres que tuvo antes el archivo: sus direcciones llevan a esta.",
    )
    adapted_from: Slug | None = Field(
        alias="adaptada_de",
        default=None,
        description="El nombre de la ficha de la práctica que adaptó, si partió de una.",
    )
    replications: list[Replication] = Field(
        alias="replicas",
        default_factory=list,
        description="Quiénes la replican o quisieran hacerlo.",
    )
    links: list[Link] = Field(
        alias="enlaces",
        default_factory=list,
        description="Páginas que ayudan a conocer la práctica.",
    )
    sources: list[Source] = Field(
        alias="fuentes",
        min_length=1,
        description="Los documentos de los que sale la ficha: al menos uno.",
    )
    photos: list[Photo] = Field(
        alias="fotos",
        default_factory=list,
        description="Las fotos de la ficha, que están en su carpeta.",
    )
    notes: list[Text] = Field(
        alias="notas",
        default_factory=list,
        description="Lo que las fuentes callan o contradicen, y por qué eligió un dato.",
    )
    review_date: Day = Field(
        alias="fecha_revision",
        description="El día en que revisó la ficha: año-mes-día.",
    )
