"""The front matter of sheets, presentations and events, field by field.

This is the one place where the Spanish keys that contributors write meet the English names
that the code uses. A new field is a line here and a line in a template. Checks that need only
the field itself live here; those that need the rest of the sheet or of the catalogue are rules.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    InstanceOf,
    StringConstraints,
    ValidationInfo,
)

from catalog.addresses import MAIL, why_not_https
from catalog.clock import today
from catalog.validation import Strict, invalid

if TYPE_CHECKING:
    from catalog.taxonomies import Taxonomies

FIRST_YEAR = 1990


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
    repeated = next((value for n, value in enumerate(values) if value in values[:n]), None)
    if repeated is not None:
        raise invalid(f"«{repeated}» está repetido. Déjelo una sola vez.")
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
        if found := re.fullmatch(r"\s*([0-9]+),([0-9]{1,2})\s*", value):
            raise invalid(f"Escriba los decimales con punto y sin comillas: {found[1]}.{found[2]}")
        if re.fullmatch(r"\s*[0-9]{1,3}([ ,.][0-9]{3})+\s*", value):
            digits = re.sub(r"[^0-9]", "", value)
            raise invalid(f"Escriba el número sin comas, espacios ni comillas: {digits}")
        if found := re.fullmatch(r"\s*([0-9]+(?:[.,][0-9]+)?)\s*(%|\w+)\s*", value):
            raise invalid(f"Escriba aquí solo el número, {found[1].replace(',', '.')}, y "
                          f"«{found[2]}» en «unidad».")  # fmt: skip
    return value


def _past(value: date) -> date:
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
    if isinstance(value, date):
        return PartialDate(value.isoformat())
    if isinstance(value, int) and FIRST_YEAR <= value <= 9999:
        return PartialDate(value)
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", value):
        return PartialDate(value)
    raise invalid(
        "No es una fecha. Escríbala así: 2026-04-23; o 2026-04 o 2026, si no se sabe más."
    )


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_one_line),
]
Summary = Annotated[str, StringConstraints(strip_whitespace=True, min_length=80, max_length=320)]
Year = Annotated[int, Field(ge=FIRST_YEAR), AfterValidator(_past_year)]
Day = Annotated[date, AfterValidator(_past)]
Slug = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Https = Annotated[Text, AfterValidator(_https)]
Mail = Annotated[Text, AfterValidator(_mail)]
Value = Annotated[int | float | str, BeforeValidator(_number_or_text)]
FuzzyDate = Annotated[InstanceOf[PartialDate], BeforeValidator(_partial_date)]
RegionId = Annotated[str, _one_of("regions")]
MacroregionId = Annotated[str, _one_of("macroregions")]
TopicId = Annotated[str, _one_of("topics")]
StageId = Annotated[str, _one_of("stages")]
LevelId = Annotated[str, _one_of("levels")]
EvidenceTypeId = Annotated[str, _one_of("evidence_types")]
FigureTypeId = Annotated[str, _one_of("figure_types")]
EventTypeId = Annotated[str, _one_of("event_types")]
Distinct = AfterValidator(_all_different)


class Evidence(Strict):
    """Something in a document that sustains the stage."""

    type: EvidenceTypeId = Field(alias="tipo")
    detail: Text = Field(alias="detalle")
    source: Text | None = Field(alias="fuente", default=None)


class Figure(Strict):
    """A measured result: `value` `unit`, what it counts, and where it started if known."""

    value: Value = Field(alias="valor")
    unit: Text = Field(alias="unidad")
    detail: Text = Field(alias="detalle")
    type: FigureTypeId = Field(alias="tipo")
    baseline: Value | None = Field(alias="linea_base", default=None)
    source: Text | None = Field(alias="fuente", default=None)


class Contact(Strict):
    """Whom to write to: an office, and the person in it where a source names one."""

    name: Text | None = Field(alias="nombre", default=None)
    position: Text = Field(alias="cargo")
    institution: Text = Field(alias="institucion")
    mail: Mail = Field(alias="correo")


class Link(Strict):
    """A page elsewhere that helps to know the practice."""

    title: Text = Field(alias="titulo")
    url: Https = Field(alias="enlace")


class Source(Strict):
    """The document, and the part of it, that a sheet was written from."""

    document: Text = Field(alias="documento")
    part: Text = Field(alias="parte")
    url: Https | None = Field(alias="enlace", default=None)


class Photo(Strict):
    """A picture in the sheet's own folder."""

    file: Text = Field(alias="archivo")
    alt: Text = Field(alias="texto_alternativo")
    caption: Text | None = Field(alias="leyenda", default=None)
    consent: Text | None = Field(alias="consentimiento", default=None)


class Visit(Strict):
    """An institution that an event's participants visited."""

    institution: Text = Field(alias="institucion")
    detail: Text | None = Field(alias="detalle", default=None)


class Testimonial(Strict):
    """What a participant said, as reported speech, and the practice it was about."""

    text: Text = Field(alias="texto")
    author: Text = Field(alias="autor")
    institution: Text = Field(alias="institucion")
    practice: Slug | None = Field(alias="practica", default=None)
    consent: Text | None = Field(alias="consentimiento", default=None)


class Expert(Strict):
    """Who commented on a practice at an event."""

    name: Text = Field(alias="nombre")
    position: Text = Field(alias="cargo")


class PracticeFields(Strict):
    """The front matter of a sheet: `practices/<region>/<slug>.md`."""

    title: Title = Field(alias="titulo")
    summary: Summary = Field(alias="resumen")
    region: RegionId = Field(alias="region")
    institutions: Annotated[list[Title], Distinct] = Field(alias="instituciones", min_length=1)
    topics: Annotated[list[TopicId], Distinct] = Field(alias="temas", min_length=1, max_length=4)
    levels: Annotated[list[LevelId], Distinct] = Field(alias="niveles", default_factory=list)
    stage: StageId = Field(alias="estadio")
    start_year: Year | None = Field(alias="anio_inicio", default=None)
    evidence: list[Evidence] = Field(alias="evidencias", default_factory=list)
    figures: list[Figure] = Field(alias="cifras", default_factory=list)
    awards: list[Text] = Field(alias="reconocimientos", default_factory=list)
    contacts: list[Contact] = Field(alias="contactos", default_factory=list)
    links: list[Link] = Field(alias="enlaces", default_factory=list)
    sources: list[Source] = Field(alias="fuentes", min_length=1)
    photos: list[Photo] = Field(alias="fotos", default_factory=list)
    notes: list[Text] = Field(alias="notas", default_factory=list)
    review_date: Day = Field(alias="fecha_revision")


class PresentationFields(Strict):
    """The front matter of a presentation: `practices/_events/<event>/<slug>.md`."""

    order: Annotated[int, Field(ge=1, le=999)] = Field(alias="orden")
    expert: Expert | None = Field(alias="experto", default=None)
    sources: list[Source] = Field(alias="fuentes", default_factory=list)
    notes: list[Text] = Field(alias="notas", default_factory=list)


class EventFields(Strict):
    """The front matter of an event: `practices/_events/<event>/index.md`."""

    title: Title = Field(alias="titulo")
    type: EventTypeId = Field(alias="tipo")
    macroregion: MacroregionId | None = Field(alias="macrorregion", default=None)
    start_date: FuzzyDate = Field(alias="fecha_inicio")
    end_date: FuzzyDate | None = Field(alias="fecha_fin", default=None)
    place: Text | None = Field(alias="lugar", default=None)
    host_region: RegionId | None = Field(alias="region_sede", default=None)
    organizers: list[Text] = Field(alias="organizan", default_factory=list)
    regions: Annotated[list[RegionId], Distinct] = Field(alias="regiones", min_length=1)
    guest_regions: Annotated[list[RegionId], Distinct] = Field(
        alias="regiones_invitadas", default_factory=list
    )
    figures: list[Figure] = Field(alias="cifras", default_factory=list)
    visits: list[Visit] = Field(alias="visitas", default_factory=list)
    testimonials: list[Testimonial] = Field(alias="testimonios", default_factory=list)
    sources: list[Source] = Field(alias="fuentes", min_length=1)
    photos: list[Photo] = Field(alias="fotos", default_factory=list)
    notes: list[Text] = Field(alias="notas", default_factory=list)
