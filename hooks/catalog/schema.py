"""The front matter of sheets, presentations and events, field by field.

This is the one place where the Spanish keys that contributors write meet the English names
that the code uses. A new field is a line here and a line in a template. Checks that need only
the field itself live here; those that need the rest of the sheet or of the catalogue are rules.
Beside each check stands what an editor can hold of it (see `json_schema`), and what VS Code then
says of it (`errorMessage`).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    InstanceOf,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)

from catalog.addresses import HTTPS, MAIL, why_not_https
from catalog.clock import today
from catalog.folding import fold
from catalog.validation import Strict, invalid

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

    from catalog.taxonomies import Taxonomies

FIRST_YEAR = 1990
# Texts that are a number in disguise.
_COMMA = re.compile(r"\s*([0-9]+),([0-9]{1,2})\s*")
_THOUSANDS = re.compile(r"\s*[0-9]{1,3}([ ,.][0-9]{3})+\s*")
_WITH_UNIT = re.compile(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*(%|\w+)\s*")
_WORD_QUOTES = re.compile(r"\s*[“”‘’](.|\n)*")
# From FIRST_YEAR on.
_YEAR = r"(199[0-9]|[2-9][0-9]{3})"
_MONTH = rf"{_YEAR}-(0[1-9]|1[0-2])"
_DAY = rf"{_MONTH}-(0[1-9]|[12][0-9]|3[01])"


class _Shown:
    """What a JSON Schema says of a check that pydantic cannot describe by itself."""

    def __init__(self, **keywords: Any) -> None:
        self.keywords = keywords

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(core) | self.keywords


def _text(*, at_least: int = 1, at_most: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=at_least, max_length=at_most)


def _one_of(taxonomy_name: str) -> AfterValidator:
    """The value is the id of a term of that vocabulary of the validation context."""

    def check(value: str, info: ValidationInfo) -> str:
        taxonomies: Taxonomies = info.context["taxonomies"]  # type: ignore[index]
        taxonomy = getattr(taxonomies, taxonomy_name)
        if value not in taxonomy:
            raise invalid(taxonomy.why_not(value))
        return value

    return AfterValidator(check)


def _all_different(values: list[str]) -> list[str]:
    seen: set[str] = set()
    for place, value in enumerate(values):
        # Case, accents and blanks make no second one.
        if (same := " ".join(fold(value).split())) in seen:
            raise invalid(f"«{value}» está repetido. Déjelo una sola vez.", place=place)
        seen.add(same)
    return values


def _https(value: str) -> str:
    if why := why_not_https(value):
        raise invalid(why)
    return value


def _mail(value: str) -> str:
    if not MAIL.fullmatch(value):
        raise invalid("No es un correo. Escríbalo así: nombre@institucion.gob.pe")
    return value


def _number_or_text(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise invalid(
            "Aquí va un número (536, 40.7) o, si no es uno solo, un texto entre comillas "
            "(«más de 50»)."
        )
    if isinstance(value, str):
        if not value.strip():
            raise invalid("Está vacío. Escriba un valor.")
        if _WORD_QUOTES.fullmatch(value):
            raise invalid('Las comillas de Word no encierran un texto. Use las rectas: ".')
        if found := _COMMA.fullmatch(value):
            raise invalid(f"Escriba los decimales con punto y sin comillas: {found[1]}.{found[2]}")
        if _THOUSANDS.fullmatch(value):
            digits = re.sub(r"[^0-9]", "", value)
            raise invalid(f"Escriba el número sin comas, espacios ni comillas: {digits}")
        if found := _WITH_UNIT.fullmatch(value):
            raise invalid(f"Escriba aquí solo el número, {found[1].replace(',', '.')}, y "
                          f"«{found[2]}» en «unidad».")  # fmt: skip
    return value


def _unquoted(value: object) -> object:
    """A date is one between quotes too."""
    if not isinstance(value, str) or not re.fullmatch(_DAY, value.strip()):
        return value
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise invalid(f"La fecha «{value.strip()}» no existe en el calendario.") from None


def _past(value: date) -> date:
    if value.year < FIRST_YEAR:
        raise invalid(f"Es una fecha de antes de {FIRST_YEAR}. Revise el año.")
    if value > today():
        raise invalid("Es una fecha que todavía no llega. Revise el año y el mes.")
    return value


def _past_year(value: int) -> int:
    if value > today().year:
        raise invalid("Es un año que todavía no llega. Revíselo.")
    return value


def _one_line(value: str) -> str:
    if "\n" in value:
        raise invalid("Va en una sola línea. Júntelo.")
    return value


class PartialDate(str):
    """A date as far as it is known: `2026-04-23`, `2026-04` or `2026`, as ISO 8601 text."""

    @property
    def year(self) -> int:
        """The year, which is always known."""
        return int(self[:4])


def _partial_date(value: object) -> PartialDate:
    value = _unquoted(value)
    known = value.isoformat() if isinstance(value, date) else str(value)
    if isinstance(value, bool) or not re.fullmatch(rf"{_YEAR}|{_MONTH}|{_DAY}", known):
        raise invalid(
            "No es una fecha. Escríbala así: 2026-04-23; o 2026-04 o 2026, si no se sabe más."
        )
    # An event is announced before it comes, and no more than a year before.
    if known > (today() + timedelta(days=366)).isoformat()[: len(known)]:
        raise invalid("Es una fecha de dentro de más de un año. Revise el año y el mes.")
    return PartialDate(known)


_DISGUISED = "|".join(its.pattern for its in (_COMMA, _THOUSANDS, _WITH_UNIT, _WORD_QUOTES))
_ANY_TEXT = _Shown(pattern=r"\S")

Text = Annotated[str, _text(at_most=2000), _ANY_TEXT]
Title = Annotated[
    str,
    _text(at_most=200),
    AfterValidator(_one_line),
    _Shown(pattern=r"^\s*\S[^\n]*\s*$"),
]
Summary = Annotated[str, _text(at_least=80, at_most=320), _ANY_TEXT]
Year = Annotated[int, Field(ge=FIRST_YEAR), AfterValidator(_past_year)]
# JSON has no dates: in an editor's schema they are texts.
Day = Annotated[
    date,
    BeforeValidator(_unquoted),
    AfterValidator(_past),
    _Shown(pattern=f"^{_DAY}$", errorMessage="Escríbala así: 2026-04-23"),
]
Slug = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), _ANY_TEXT]
Https = Annotated[
    Text,
    AfterValidator(_https),
    _Shown(
        pattern=rf"^\s*{HTTPS.pattern}\s*$",
        errorMessage="Debe empezar con https:// y no llevar espacios.",
    ),
]
Mail = Annotated[
    Text,
    AfterValidator(_mail),
    _Shown(
        pattern=rf"^\s*{MAIL.pattern}\s*$",
        errorMessage="Escríbalo así: nombre@institucion.gob.pe",
    ),
]
Value = Annotated[
    int | float | str,
    BeforeValidator(_number_or_text),
    WithJsonSchema(
        {
            "type": ["number", "string"],
            "pattern": rf"^(?!({_DISGUISED})$)\s*\S",
            "errorMessage": "Escriba solo el número: sin comas, sin comillas y sin su unidad.",
        }
    ),
]
FuzzyDate = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(_partial_date),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": FIRST_YEAR, "maximum": 9999},
                {"type": "string", "pattern": f"^{_YEAR}$"},
                {"type": "string", "pattern": f"^{_MONTH}$"},
                {"type": "string", "pattern": f"^{_DAY}$", "format": "date"},
            ]
        }
    ),
]
RegionId = Annotated[str, _one_of("regions"), _Shown(vocabulary="regions")]
MacroregionId = Annotated[str, _one_of("macroregions"), _Shown(vocabulary="macroregions")]
TopicId = Annotated[str, _one_of("topics"), _Shown(vocabulary="topics")]
StageId = Annotated[str, _one_of("stages"), _Shown(vocabulary="stages")]
LevelId = Annotated[str, _one_of("levels"), _Shown(vocabulary="levels")]
EvidenceTypeId = Annotated[str, _one_of("evidence_types"), _Shown(vocabulary="evidence_types")]
FigureTypeId = Annotated[str, _one_of("figure_types"), _Shown(vocabulary="figure_types")]
EventTypeId = Annotated[str, _one_of("event_types"), _Shown(vocabulary="event_types")]
ResourceTypeId = Annotated[str, _one_of("resource_types"), _Shown(vocabulary="resource_types")]
ReplicationStageId = Annotated[
    str, _one_of("replication_stages"), _Shown(vocabulary="replication_stages")
]
FollowUpStateId = Annotated[str, _one_of("follow_up_states"), _Shown(vocabulary="follow_up_states")]
Item = TypeVar("Item")
Different = Annotated[list[Item], AfterValidator(_all_different), _Shown(uniqueItems=True)]


class Evidence(Strict):
    """Something in a document that sustains the stage."""

    type: EvidenceTypeId = Field(alias="tipo", description="Qué es: una norma, un plan, un premio…")
    detail: Text = Field(alias="detalle", description="Qué es y qué prueba.")
    source: Text | None = Field(
        alias="fuente", default=None, description="De qué documento sale, y de qué parte."
    )


class Figure(Strict):
    """A measured result: `value` `unit`, what it counts, and where it started if known."""

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
    """Something that the practice takes, so that whoever adapts it can reckon with it."""

    type: ResourceTypeId = Field(
        alias="tipo", description="Personas, aliados, normas, materiales, dinero, tiempo…"
    )
    detail: Text = Field(alias="detalle", description="Qué hizo falta y para qué.")
    source: Text | None = Field(
        alias="fuente", default=None, description="De qué documento sale, y de qué parte."
    )


class Replication(Strict):
    """Somebody who wants to replicate the practice, or does: how far they are."""

    institution: Title = Field(alias="institucion", description="Quién la replica, o quisiera.")
    region: RegionId | None = Field(
        alias="region", default=None, description="Su región, si se sabe."
    )
    stage: ReplicationStageId = Field(
        alias="estado", description="Hasta dónde llegó: interés, asesoría, adaptación o resultado."
    )
    detail: Text | None = Field(
        alias="detalle", default=None, description="Qué dijo, qué hizo o qué logró."
    )
    when: FuzzyDate | None = Field(
        alias="fecha", default=None, description="Cuándo: 2026-04-23; o 2026-04 o 2026."
    )
    practice: Slug | None = Field(
        alias="practica",
        default=None,
        description="El nombre de su ficha, si lo que hizo tiene una en el catálogo.",
    )
    source: Text | None = Field(
        alias="fuente", default=None, description="De qué documento sale, y de qué parte."
    )


class Contact(Strict):
    """Whom to write to: an office, and the person in it where a source names one."""

    name: Text | None = Field(
        alias="nombre",
        default=None,
        description="Solo si la persona está de acuerdo y su documento la nombra.",
    )
    position: Text = Field(alias="cargo", description="El cargo o la oficina.")
    institution: Text = Field(alias="institucion", description="Su institución.")
    mail: Mail = Field(alias="correo", description="De preferencia, el correo de la oficina.")


class Link(Strict):
    """A page elsewhere that helps to know the practice."""

    title: Text = Field(alias="titulo", description="Qué encontrará quien lo abra.")
    url: Https = Field(alias="enlace", description="Debe empezar con https://")


class Source(Strict):
    """The document, and the part of it, that a sheet was written from."""

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


class Visit(Strict):
    """An institution that an event's participants visited."""

    institution: Text = Field(alias="institucion", description="La institución que se visitó.")
    detail: Text | None = Field(alias="detalle", default=None, description="Qué se vio en ella.")


class Testimonial(Strict):
    """What a participant said, as reported speech, and the practice it was about."""

    text: Text = Field(alias="texto", description="Lo que dijo, contado por usted.")
    author: Text = Field(alias="autor", description="Quién lo dijo.")
    institution: Text = Field(alias="institucion", description="Su institución.")
    practice: Slug | None = Field(
        alias="practica", default=None, description="El nombre de la ficha de la que habla."
    )
    consent: Text | None = Field(
        alias="consentimiento",
        default=None,
        description="Quién autorizó que se publique y cómo consta, sin sus datos.",
    )


class ProgramDay(Strict):
    """What was done on one day of an event, in its order."""

    day: FuzzyDate = Field(alias="fecha", description="Qué día: 2026-04-23.")
    title: Title = Field(alias="titulo", description="De qué trató el día.")
    place: Text | None = Field(alias="lugar", default=None, description="Dónde fue.")
    activities: list[Text] = Field(
        alias="actividades", min_length=1, description="Lo que se hizo, en orden, una por línea."
    )


class FollowUp(Strict):
    """What became of one of the expert's opportunities for improvement."""

    opportunity: Annotated[int, Field(ge=1, le=99)] = Field(
        alias="oportunidad",
        description="Cuál: su lugar en «## Oportunidades de mejora», desde 1.",
    )
    state: FollowUpStateId = Field(
        alias="estado", description="Si está pendiente, en curso o atendida."
    )
    detail: Text | None = Field(
        alias="detalle", default=None, description="Qué se hizo, o qué falta."
    )
    evidence: Text | None = Field(
        alias="evidencia",
        default=None,
        description="El documento que lo prueba. Una atendida la necesita.",
    )
    when: FuzzyDate | None = Field(
        alias="fecha", default=None, description="Desde cuándo: 2026-09-15; o 2026-09 o 2026."
    )


class Expert(Strict):
    """Who commented on a practice at an event."""

    name: Text = Field(alias="nombre", description="Quién comentó la práctica.")
    position: Text = Field(alias="cargo", description="Su cargo y su institución.")


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
    institutions: Different[Title] = Field(
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
        alias="cifras", default_factory=list, description="Resultados contados o medidos."
    )
    resources: list[Resource] = Field(
        alias="recursos",
        default_factory=list,
        description="Lo que hizo falta para aplicarla, según las fuentes.",
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


class PresentationFields(Strict):
    """The front matter of a presentation: `practices/_events/<event>/<slug>.md`."""

    order: Annotated[int, Field(ge=1, le=999)] = Field(
        alias="orden", description="Su lugar en el programa del evento."
    )
    expert: Expert | None = Field(
        alias="experto", default=None, description="Quién la comentó, si alguien lo hizo."
    )
    follow_up: list[FollowUp] = Field(
        alias="seguimiento",
        default_factory=list,
        description="Qué pasó después con cada oportunidad de mejora.",
    )
    sources: list[Source] = Field(
        alias="fuentes",
        default_factory=list,
        description="Los documentos de los que sale el comentario.",
    )
    notes: list[Text] = Field(
        alias="notas", default_factory=list, description="Lo que las fuentes callan o contradicen."
    )


class EventFields(Strict):
    """The front matter of an event: `practices/_events/<event>/index.md`."""

    title: Title = Field(alias="titulo", description="El nombre del evento, sin punto final.")
    type: EventTypeId = Field(alias="tipo", description="Qué evento fue.")
    macroregion: MacroregionId | None = Field(
        alias="macrorregion",
        default=None,
        description="La macrorregión que lo organizó, si fue de una.",
    )
    start_date: FuzzyDate = Field(
        alias="fecha_inicio",
        description="El primer día: 2026-04-23; o 2026-04 o 2026, si no se sabe más.",
    )
    end_date: FuzzyDate | None = Field(
        alias="fecha_fin", default=None, description="El último día, escrito igual."
    )
    place: Text | None = Field(alias="lugar", default=None, description="La ciudad y el local.")
    host_region: RegionId | None = Field(
        alias="region_sede", default=None, description="La región donde fue."
    )
    organizers: list[Text] = Field(
        alias="organizan",
        default_factory=list,
        description="Quiénes lo organizaron, uno por línea.",
    )
    regions: Different[RegionId] = Field(
        alias="regiones", min_length=1, description="Las regiones que participaron."
    )
    guest_regions: Different[RegionId] = Field(
        alias="regiones_invitadas",
        default_factory=list,
        description="Las que fueron invitadas: ninguna de «regiones».",
    )
    figures: list[Figure] = Field(
        alias="cifras", default_factory=list, description="Resultados contados o medidos."
    )
    program: list[ProgramDay] = Field(
        alias="programa", default_factory=list, description="Lo que se hizo cada día, en orden."
    )
    visits: list[Visit] = Field(
        alias="visitas", default_factory=list, description="Las instituciones que se visitaron."
    )
    testimonials: list[Testimonial] = Field(
        alias="testimonios", default_factory=list, description="Lo que dijeron los participantes."
    )
    sources: list[Source] = Field(
        alias="fuentes", min_length=1, description="Los documentos de los que sale: al menos uno."
    )
    photos: list[Photo] = Field(
        alias="fotos",
        default_factory=list,
        description="Las fotos del evento, que están en su carpeta.",
    )
    notes: list[Text] = Field(
        alias="notas", default_factory=list, description="Lo que las fuentes callan o contradicen."
    )
