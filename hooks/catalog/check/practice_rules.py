"""What must hold between a practice's sheet and the rest of the catalogue: one function a rule.

A rule takes a `Sheet` (a file as parsed, and what was read from it) and the `Shelf` it stands
on, and yields a Problem for each thing that does not hold. To add a rule, write the function
and name it in the tuple at the end; those of events are in `event_rules`. What concerns one field
alone is checked by its kind of value (`values`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from catalog.check.consent import is_given, shows_children
from catalog.check.stage_requirements import checklist, missing_for
from catalog.model import Catalog, Event, Practice, Presentation, is_announced
from catalog.source.layout import slug_meant
from catalog.source.photos import why_not
from catalog.source.problems import nearest, quoted, suggestion
from catalog.text.folding import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.schema.fields import Photo, Replication
    from catalog.source.document import Document
    from catalog.source.layout import Tree
    from catalog.source.problems import Problem

Content = TypeVar("Content", Practice, Event, Presentation)

# Signs alone, the name of a file, «Foto 1».
_SAYS_NOTHING = re.compile(
    r"[\W\d_]*|\S*\.(jpe?g|png|webp|heic)|(foto|fotografía|imagen|img|dsc)[\W\d_]*", re.IGNORECASE
)


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
    checks = checklist(practice, presentations, catalog.vocabularies)
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
    return photos_are_sound(sheet.document, sheet.content.photos, folder, shelf)


def photos_are_sound(
    document: Document, photos: list[Photo], folder: str, shelf: Shelf
) -> Iterator[Problem]:
    """Each photo is in the folder of its sheet, once, and can be published."""
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
    names = {name_key(one.institution) for one in (its, other)}
    known = ((its.region, other.region), (its.practice, other.practice))
    return len(names) == 1 and not any(one and two and one != two for one, two in known)


PRACTICE_RULES = (
    region_is_its_folder,
    stage_is_sustained,
    review_follows_the_start,
    practice_photos_are_sound,
    adaptation_names_a_practice,
    replications_agree_with_their_sheets,
    replications_are_told_once,
)
