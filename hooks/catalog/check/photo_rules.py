"""The rules of the photos that a sheet or an event names: one function a rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.check.consent import is_given, shows_children
from catalog.source.photos import why_not
from catalog.source.problems import nearest, quoted, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import SourceFile, Surroundings
    from catalog.model import Event, Practice
    from catalog.schema.fields import Photo
    from catalog.source.document import Document
    from catalog.source.problems import Problem

# Alternative texts that describe nothing: signs alone, the name of a file, «Foto 1».
_SAYS_NOTHING = re.compile(
    r"[\W\d_]*|\S*\.(jpe?g|png|webp|heic)|(foto|fotografía|imagen|img|dsc)[\W\d_]*", re.IGNORECASE
)


def practice_photos_are_sound(
    file: SourceFile[Practice], around: Surroundings
) -> Iterator[Problem]:
    """The photos that a sheet names are those of its folder, and each can be published."""
    folder = file.content.path.removesuffix(".md")
    return _photos_are_sound(file.document, file.content.photos, folder, around)


def event_photos_are_sound(file: SourceFile[Event], around: Surroundings) -> Iterator[Problem]:
    """The photos that an event names are those of its folder, and each can be published."""
    folder = file.content.path.rpartition("/")[0]
    return _photos_are_sound(file.document, file.content.photos, folder, around)


def _photos_are_sound(
    document: Document, photos: list[Photo], folder: str, around: Surroundings
) -> Iterator[Problem]:
    """The files of the folder and the named photos are the same, each once. Each photo can be
    published, is described, and has a consent if it shows children."""
    present = around.tree.photos.get(folder, set())
    named = [photo.file for photo in photos]
    # A misspelt name is reported once, where it is written.
    misspelt = {nearest(name, present) for name in named if name not in present}
    for name in sorted(present - set(named) - misspelt):
        message = (
            f"Nadie nombra la foto {quoted(name)} de {folder}/. Añádala a «fotos», con su texto "
            "alternativo, o bórrela."
        )
        yield document.problem(("fotos",), message)
    misnamed = around.tree.misnamed.get(folder, set())  # the layout reports these
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
        elif wrong := why_not(around.tree.root / folder / photo.file):
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
