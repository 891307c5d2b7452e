"""What must hold between a file and the rest of the catalogue: one function a rule.

A rule takes a `Sheet` (a file as parsed, and what was read from it) and the `Shelf` it stands
on, and yields a Problem for each thing that does not hold. To add a rule, write the function
and name it in the tuple at the end. What concerns one field alone is checked in `schema`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from catalog.body import words
from catalog.consent import is_child, is_given, shows_children
from catalog.folding import fold
from catalog.model import Catalog, Event, Practice, Presentation, is_announced
from catalog.photos import why_not
from catalog.problems import nearest, quoted, suggestion
from catalog.stages import checklist, missing_for
from catalog.tree import slug_meant
from catalog.wording import announced, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.document import Document
    from catalog.problems import Problem
    from catalog.schema import Photo, Replication
    from catalog.tree import Tree

Content = TypeVar("Content", Practice, Event, Presentation)

# Signs alone, the name of a file, «Foto 1».
_SAYS_NOTHING = re.compile(
    r"[\W\d_]*|\S*\.(jpe?g|png|webp|heic)|(foto|fotografía|imagen|img|dsc)[\W\d_]*", re.IGNORECASE
)

# The sections of a commentary of which each item is an idea.
_OF_IDEAS = ("oportunidades-de-mejora", "recomendaciones")


@dataclass(frozen=True)
class Sheet(Generic[Content]):
    """A source file: where its values stand, and what they mean. Of one that is not `whole`, with
    mistakes of its own, the content holds what could be read (see `validation.PartlyRead`)."""

    document: Document
    content: Content
    whole: bool = True


@dataclass(frozen=True)
class Shelf:
    """Everything around a sheet: what could be read of the catalogue, and all of its files.

    `unread` holds the paths of files with problems of their own: what depends on them cannot
    be judged, and is not reported twice.
    """

    catalog: Catalog
    tree: Tree
    unread: frozenset[str]

    @cached_property
    def in_doubt(self) -> set[str]:
        """The slugs of the practices whose presentations could not all be read."""
        events = self.tree.events
        return self.tree.in_doubt | {
            slug
            for (event, slug), path in self.tree.presentations.items()
            if event not in events or path in self.unread or events[event] in self.unread
        }

    @cached_property
    def announced(self) -> dict[str, Event]:
        """The events that are still to come, by their slugs."""
        return {event.slug: event for event in self.catalog.events if is_announced(event)}

    @cached_property
    def first_in_order(self) -> dict[tuple[str, int], str]:
        """For each event and place in its order, the path of the first presentation there."""
        first: dict[tuple[str, int], str] = {}
        for event in self.catalog.events:
            for other in event.presentations:  # already by order, then by path
                first.setdefault((event.slug, other.order), other.path)
        return first


def region_is_its_folder(sheet: Sheet[Practice], _: Shelf) -> Iterator[Problem]:
    """A sheet stands in the folder of its region."""
    folder = sheet.content.path.split("/")[1]
    if sheet.content.region == slug_meant(folder) != folder:
        message = f"La carpeta {quoted(folder)} debe llamarse {quoted(sheet.content.region)}. "
        yield sheet.document.problem(("region",), f"{message}Cámbiele el nombre.")
    elif sheet.content.region != folder:
        yield sheet.document.problem(
            ("region",),
            f"La ficha está en la carpeta {quoted(folder)}, pero su región es "
            f"{quoted(sheet.content.region)}. Cambie la región o mueva el archivo.",
        )


def stage_is_sustained(sheet: Sheet[Practice], shelf: Shelf) -> Iterator[Problem]:
    """The declared stage's requirements, and those of the stages before it, are all met."""
    practice, catalog = sheet.content, shelf.catalog
    if practice.slug in shelf.in_doubt:
        return
    presentations = catalog.presentations.get(practice.slug, [])
    checks = checklist(practice, presentations, catalog.taxonomies)
    if missing := missing_for(practice.stage, checks):
        wanted = "; ".join(check.requirement.label for check in missing)
        yield sheet.document.problem(
            ("estadio",),
            f"Para el estadio {quoted(practice.stage)} falta: {wanted}. Añádalo con su "
            "fuente, o declare un estadio anterior.",
        )


def review_follows_the_start(sheet: Sheet[Practice], _: Shelf) -> Iterator[Problem]:
    """Nobody reviews the sheet of a practice that has not begun."""
    reviewed = sheet.content.review_date.year
    if sheet.content.start_year and sheet.content.start_year > reviewed:
        message = f"La ficha se revisó en {reviewed}, antes de ese año. Corrija uno de los dos."
        yield sheet.document.problem(("anio_inicio",), message)


def practice_photos_are_sound(sheet: Sheet[Practice], shelf: Shelf) -> Iterator[Problem]:
    """The photos that a sheet names are those of its folder, and nobody is shown who should not."""
    folder = sheet.content.path.removesuffix(".md")
    return _photos(sheet.document, sheet.content.photos, folder, shelf)


def event_photos_are_sound(sheet: Sheet[Event], shelf: Shelf) -> Iterator[Problem]:
    """The same, for an event."""
    folder = sheet.content.path.rpartition("/")[0]
    return _photos(sheet.document, sheet.content.photos, folder, shelf)


def _photos(
    document: Document, photos: list[Photo], folder: str, shelf: Shelf
) -> Iterator[Problem]:
    present = shelf.tree.photos.get(folder, set())
    named = [photo.file for photo in photos]
    # One that is only misspelt is told once, where it is named.
    misspelt = {nearest(name, present) for name in named if name not in present}
    for name in sorted(present - set(named) - misspelt):
        message = (
            f"Nadie nombra la foto {quoted(name)} de {folder}/. Añádala a «fotos», con su texto "
            "alternativo, o bórrela."
        )
        yield document.problem(("fotos",), message)
    misnamed = shelf.tree.misnamed.get(folder, set())  # told of the file itself
    for index, photo in enumerate(photos):
        if photo.file in misnamed:
            pass
        elif photo.file not in present:
            message = (
                "Escriba solo el nombre del archivo, sin carpetas."
                if "/" in photo.file or "\\" in photo.file
                else f"No está la foto {quoted(photo.file)} en {folder}/. Suba la foto a esa "
                f"carpeta, o corrija el nombre.{suggestion(photo.file, present)}"
            )
            yield document.problem(("fotos", index, "archivo"), message)
        elif photo.file in named[:index]:
            message = f"La foto {quoted(photo.file)} está repetida. Déjela una sola vez."
            yield document.problem(("fotos", index, "archivo"), message)
        elif wrong := why_not(shelf.tree.root / folder / photo.file):
            yield document.problem(("fotos", index, "archivo"), wrong)
        if _SAYS_NOTHING.fullmatch(photo.alt):
            message = f"{quoted(photo.alt)} no dice qué se ve. Dígalo, para quien no puede verlo."
            yield document.problem(("fotos", index, "texto_alternativo"), message)
        if shows_children(f"{photo.alt}. {photo.caption or ''}") and not is_given(photo.consent):
            message = (
                "En la foto hay niños o estudiantes. Añada «consentimiento»: quién autorizó que "
                "se publique y dónde consta, sin sus datos."
            )
            yield document.problem(("fotos", index), message)


def adaptation_names_a_practice(sheet: Sheet[Practice], shelf: Shelf) -> Iterator[Problem]:
    """A practice is adapted from another one of the catalogue, and none, at any remove, from
    itself."""
    slug = sheet.content.adapted_from
    if not slug:
        return
    if slug not in shelf.tree.sheets:
        message = f"No existe una práctica {quoted(slug)}.{suggestion(slug, shelf.tree.sheets)}"
        yield sheet.document.problem(("adaptada_de",), message)
        return
    before = _origins(slug, shelf)
    if sheet.content.slug in before:
        own = before.index(sheet.content.slug)
        way = " → ".join([sheet.content.slug, *before[: own + 1]])
        message = f"Una práctica no puede salir de sí misma: {way}. Quite la que sobra."
        yield sheet.document.problem(("adaptada_de",), message)


def _origins(slug: str | None, shelf: Shelf) -> list[str]:
    """That practice, the one that it was adapted from, and so on, each once."""
    before: list[str] = []
    while slug and slug not in before:
        before.append(slug)
        origin = shelf.catalog.by_slug.get(slug)
        slug = origin.adapted_from if origin else None
    return before


def replications_agree_with_their_sheets(sheet: Sheet[Practice], shelf: Shelf) -> Iterator[Problem]:
    """A replication that has a sheet of its own is told by both sheets."""
    origins = _origins(sheet.content.adapted_from, shelf)
    for index, replication in enumerate(sheet.content.replications):
        slug = replication.practice
        if not slug:
            continue
        if slug not in shelf.tree.sheets:
            message = f"No existe una práctica {quoted(slug)}.{suggestion(slug, shelf.tree.sheets)}"
            yield sheet.document.problem(("replicas", index, "practica"), message)
            continue
        its = shelf.catalog.by_slug.get(slug)
        if slug == sheet.content.slug:
            message = "Es esta misma ficha. Quite «practica»."
        elif its and its.adapted_from == sheet.content.slug:
            continue
        elif slug in origins:
            message = "De ella salió esta práctica: no puede ser su réplica. Quite «practica»."
        elif not its:  # it could not be read
            continue
        elif its.adapted_from:
            message = (
                f"{its.path} dice que adaptó {quoted(its.adapted_from)}. Corrija allí "
                "«adaptada_de», o quite «practica» de aquí."
            )
        else:
            message = (
                f"{its.path} no dice que adaptó esta práctica. Añádale «adaptada_de: "
                f"{sheet.content.slug}», o quite «practica» de aquí."
            )
        yield sheet.document.problem(("replicas", index, "practica"), message)


def replications_are_told_once(sheet: Sheet[Practice], _: Shelf) -> Iterator[Problem]:
    """Who replicates the practice is told and counted once. Of one name there may be several, in
    other regions, or with other sheets."""
    told: list[Replication] = []
    for index, its in enumerate(sheet.content.replications):
        if its.practice and any(its.practice == other.practice for other in told):
            key, value = "practica", its.practice
        elif any(_is_the_same(its, other) for other in told):
            key, value = "institucion", its.institution
        else:
            told.append(its)
            continue
        message = (
            f"{quoted(value)} ya está en otra réplica. Deje una sola, con el estado al que llegó."
        )
        yield sheet.document.problem(("replicas", index, key), message)


def _is_the_same(its: Replication, other: Replication) -> bool:
    """Whether both are of one institution, as far as they say."""
    names = {" ".join(fold(one.institution).split()) for one in (its, other)}
    known = ((its.region, other.region), (its.practice, other.practice))
    return len(names) == 1 and not any(one and two and one != two for one, two in known)


def program_is_in_the_events_days(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """The programme tells the event's own days, each once and in their order."""
    event = sheet.content
    last = event.end_date or event.start_date
    before = ""
    for index, its in enumerate(event.program):
        outside = its.day[: len(event.start_date)] < event.start_date or (
            its.day[: len(last)] > last
        )
        if outside:
            message = f"El {day(its.day)} no es un día del evento. Revise las fechas."
        elif its.day <= before:
            message = "Los días van en orden, cada uno una vez. Ordénelos."
        else:
            before = its.day
            continue
        yield sheet.document.problem(("programa", index, "fecha"), message)


def event_ends_after_it_starts(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """An event's last day is not before its first, and as much is known of the two: without a day,
    a span reads wrong."""
    event = sheet.content
    if event.end_date and len(event.end_date) != len(event.start_date):
        example = "2026-04-23 y 2026-04-24; o 2026-04 y 2026-05; o 2026 y 2027"
        message = f"Escriba las dos fechas con el mismo detalle: {example}. O quite «fecha_fin»."
        yield sheet.document.problem(("fecha_fin",), message)
    elif event.end_date and event.end_date < event.start_date:
        message = f"El evento termina antes de empezar ({event.start_date}). Revise las fechas."
        yield sheet.document.problem(("fecha_fin",), message)


def guests_are_not_members(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """A region takes part in an event either as a member or as a guest."""
    for index, region in enumerate(sheet.content.guest_regions):
        if region in sheet.content.regions:
            message = f"{quoted(region)} ya está en «regiones». Déjela en una sola lista."
            yield sheet.document.problem(("regiones_invitadas", index), message)


def testimonials_name_practices(sheet: Sheet[Event], shelf: Shelf) -> Iterator[Problem]:
    """The practice that a testimonial speaks of exists."""
    for index, testimonial in enumerate(sheet.content.testimonials):
        slug = testimonial.practice
        if slug and slug not in shelf.tree.sheets:
            message = f"No existe una práctica {quoted(slug)}.{suggestion(slug, shelf.tree.sheets)}"
            yield sheet.document.problem(("testimonios", index, "practica"), message)


def testimonials_of_children_have_consent(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """Somebody agreed that what a child said be published."""
    for index, testimonial in enumerate(sheet.content.testimonials):
        child = is_child(testimonial.author, testimonial.institution)
        if child and not is_given(testimonial.consent):
            message = (
                "Parece el testimonio de un menor de edad. Añada «consentimiento»: quién autorizó "
                "que se publique y dónde consta, sin sus datos."
            )
            yield sheet.document.problem(("testimonios", index), message)


def testimonials_follow_the_event(sheet: Sheet[Event], _: Shelf) -> Iterator[Problem]:
    """Nobody tells how an event was before it is."""
    if sheet.content.testimonials and is_announced(sheet.content):
        yield sheet.document.problem(("testimonios",), _too_soon(sheet.content), of_key=True)


def commentary_follows_the_event(sheet: Sheet[Presentation], shelf: Shelf) -> Iterator[Problem]:
    """Nobody comments on a practice, nor follows that up, before it is presented."""
    its = sheet.content
    if event := shelf.announced.get(its.event_slug):
        for key, told in (("experto", its.expert), ("seguimiento", its.follow_up)):
            if told:
                yield sheet.document.problem((key,), _too_soon(event), of_key=True)
        for section in its.sections:
            yield sheet.document.body_problem(section.line, _too_soon(event))


def _too_soon(event: Event) -> str:
    when = announced(event.start_date, event.end_date)
    return f"El evento será {when}: esto todavía no pasó. Bórrelo, o revise las fechas del evento."


def ideas_stand_in_items(sheet: Sheet[Presentation], _: Shelf) -> Iterator[Problem]:
    """Two of the sections are shown, numbered and counted idea by idea: what stands in none would
    be on no page."""
    for section in sheet.content.sections:
        if section.id not in _OF_IDEAS:
            continue
        outside = section.text
        for item in section.items:
            outside = outside.replace(words(item), "", 1).strip()
        if outside:
            message = (
                f"{quoted(outside)} no está en la lista, y no se publicaría. Escriba cada idea en "
                "su propio guion: «- »."
            )
            yield sheet.document.body_problem(section.line, message)


def order_is_its_own(sheet: Sheet[Presentation], shelf: Shelf) -> Iterator[Problem]:
    """No two presentations of an event have the same place in its order."""
    mine = sheet.content
    first = shelf.first_in_order.get((mine.event_slug, mine.order), mine.path)
    if first != mine.path:
        message = f"El orden {mine.order} ya lo tiene {first}. Use otro número."
        yield sheet.document.problem(("orden",), message)


def follow_up_is_of_an_opportunity(sheet: Sheet[Presentation], shelf: Shelf) -> Iterator[Problem]:
    """Each follow-up is of one of the expert's opportunities, which no other is of; what is said
    to be done has its evidence."""
    section = sheet.content.section("oportunidades-de-mejora")
    count = len(section.items) if section else 0
    last = list(shelf.catalog.taxonomies.follow_up_states.values())[-1:]
    followed = [its.opportunity for its in sheet.content.follow_up]
    for index, its in enumerate(sheet.content.follow_up):
        if its.opportunity > count:
            message = (
                f"«## Oportunidades de mejora» tiene {count}. Escriba un número del 1 al {count}."
                if count
                else "Falta la lista de «## Oportunidades de mejora», de las que esto cuenta una."
            )
            yield sheet.document.problem(("seguimiento", index, "oportunidad"), message)
        elif its.opportunity in followed[:index]:
            message = f"La oportunidad {its.opportunity} ya tiene su seguimiento. Júntelos."
            yield sheet.document.problem(("seguimiento", index, "oportunidad"), message)
        if [its.state] == [state.id for state in last] and not its.evidence:
            message = "Falta «evidencia»: qué documento prueba que está atendida."
            yield sheet.document.problem(("seguimiento", index), message)


def commentary_has_its_expert(sheet: Sheet[Presentation], shelf: Shelf) -> Iterator[Problem]:
    """Somebody made the commentary: the pages say whose it is, and show none of nobody's."""
    if sheet.content.event_slug in shelf.announced:
        return  # there is none to have
    if sheet.content.sections and not sheet.content.expert:
        message = "Falta «experto»: quién hizo este comentario. Añádalo, o borre el comentario."
        yield sheet.document.body_problem(sheet.content.sections[0].line, message)


PRACTICE_RULES = (
    region_is_its_folder,
    stage_is_sustained,
    review_follows_the_start,
    practice_photos_are_sound,
    adaptation_names_a_practice,
    replications_agree_with_their_sheets,
    replications_are_told_once,
)
EVENT_RULES = (
    event_ends_after_it_starts,
    guests_are_not_members,
    testimonials_name_practices,
    testimonials_of_children_have_consent,
    testimonials_follow_the_event,
    event_photos_are_sound,
    program_is_in_the_events_days,
)
PRESENTATION_RULES = (
    order_is_its_own,
    ideas_stand_in_items,
    commentary_has_its_expert,
    commentary_follows_the_event,
    follow_up_is_of_an_opportunity,
)
