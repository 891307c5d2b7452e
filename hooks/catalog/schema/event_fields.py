"""The front matter of an event and of a presentation, field by field. See `fields.py`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from catalog.schema.field_types import (
    AdviceThemeId,
    AttendanceModeId,
    Different,
    EventChangeId,
    EventDate,
    EventDay,
    EventTypeId,
    FollowUpStateId,
    Hour,
    Https,
    InstitutionName,
    MacroregionId,
    PastDate,
    RegionId,
    Slug,
    Text,
    Title,
)
from catalog.schema.fields import Figure, Link, Photo, Source
from catalog.schema.validation import Strict


class Visit(Strict):
    """An institution that an event's participants visited."""

    institution: Text = Field(alias="institucion", description="La institución que se visitó.")
    detail: Text | None = Field(alias="detalle", default=None, description="Qué se vio en ella.")


class Testimonial(Strict):
    """The words of a participant, as reported speech, and the practice that they are about."""

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


class Slot(Strict):
    """An activity at its hour. Slots of one hour in several rooms are parallel."""

    hour: Hour = Field(alias="hora", description='A qué hora empieza: "09:00".')
    activity: Text = Field(alias="actividad", description="Qué se hace.")
    room: Text | None = Field(alias="sala", default=None, description="En qué sala o mesa.")


class Registration(Strict):
    """The way to take part in an event that is to come."""

    how: Text = Field(alias="como", description="Quiénes pueden y qué deben hacer.")
    url: Https | None = Field(
        alias="enlace", default=None, description="El formulario. Debe empezar con https://"
    )
    until: EventDay | None = Field(
        alias="hasta", default=None, description="El último día para inscribirse."
    )


class EventChange(Strict):
    """A change of an event that had been announced. It is told, and nothing is deleted."""

    state: EventChangeId = Field(
        alias="estado", description="Si se trasladó, se pospuso o se canceló."
    )
    detail: Text = Field(alias="detalle", description="Qué cambió y por qué, en una frase.")
    when: PastDate | None = Field(
        alias="fecha", default=None, description="Cuándo se avisó: 2026-04-23; o 2026-04 o 2026."
    )


class ProgramDay(Strict):
    """One day of an event, with its activities in order, or with their hours."""

    day: EventDay = Field(alias="fecha", description="Qué día: 2026-04-23.")
    title: Title = Field(alias="titulo", description="De qué trató el día.")
    place: Text | None = Field(alias="lugar", default=None, description="Dónde fue.")
    activities: list[Text] = Field(
        alias="actividades",
        default_factory=list,
        description="Lo que se hizo, en orden, una por línea.",
    )
    slots: list[Slot] = Field(
        alias="horario",
        default_factory=list,
        description="Lo mismo con horas y salas, si se saben.",
    )


class FollowUp(Strict):
    """The state of one of the expert's opportunities for improvement, some time after the event."""

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
    when: PastDate | None = Field(
        alias="fecha", default=None, description="Desde cuándo: 2026-09-15; o 2026-09 o 2026."
    )


class Expert(Strict):
    """The expert who commented on a practice at an event."""

    name: Text = Field(alias="nombre", description="Quién comentó la práctica.")
    position: Text = Field(alias="cargo", description="Su cargo y su institución.")


class PresentationFields(Strict):
    """The front matter of a presentation: `practices/_events/<event>/<slug>.md`."""

    order: Annotated[int, Field(ge=1, le=999)] = Field(
        alias="orden", description="Su lugar en el programa del evento."
    )
    teams: Different[InstitutionName] = Field(
        alias="equipos",
        default_factory=list,
        description="Quiénes la presentaron, si no fueron todos los que la conducen.",
    )
    expert: Expert | None = Field(
        alias="experto", default=None, description="Quién la comentó, si alguien lo hizo."
    )
    other_experts: list[Expert] = Field(
        alias="otros_expertos",
        default_factory=list,
        description="Los demás que la comentaron, si fueron varios.",
    )
    advice_themes: list[AdviceThemeId] = Field(
        alias="temas_de_recomendaciones",
        default_factory=list,
        description="El tema de cada recomendación, en el orden en que están.",
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
    start_date: EventDate = Field(
        alias="fecha_inicio",
        description="El primer día: 2026-04-23; o 2026-04 o 2026, si no se sabe más.",
    )
    end_date: EventDate | None = Field(
        alias="fecha_fin", default=None, description="El último día, escrito igual."
    )
    place: Text | None = Field(alias="lugar", default=None, description="La ciudad y el local.")
    mode: AttendanceModeId | None = Field(
        alias="modalidad",
        default=None,
        description="Si se asiste en persona, en línea o de ambos modos.",
    )
    url: Https | None = Field(
        alias="enlace",
        default=None,
        description="La sala en línea o la página del evento. Debe empezar con https://",
    )
    registration: Registration | None = Field(
        alias="inscripcion", default=None, description="Cómo inscribirse, y hasta cuándo."
    )
    change: EventChange | None = Field(
        alias="cambio", default=None, description="Si se trasladó, se pospuso o se canceló."
    )
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
        alias="cifras", default_factory=list, description="Lo que se contó o se midió."
    )
    program: list[ProgramDay] = Field(
        alias="programa", default_factory=list, description="Lo que se hizo cada día, en orden."
    )
    visits: list[Visit] = Field(
        alias="visitas", default_factory=list, description="Las instituciones que se visitaron."
    )
    materials: list[Link] = Field(
        alias="materiales",
        default_factory=list,
        description="Lo que se puede llevar: diapositivas, grabaciones, documentos.",
    )
    testimonials: list[Testimonial] = Field(
        alias="testimonios", default_factory=list, description="Lo que dijeron los participantes."
    )
    former_slugs: Different[Slug] = Field(
        alias="direcciones_anteriores",
        default_factory=list,
        description="Los nombres que tuvo antes la carpeta: sus direcciones llevan a esta.",
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
