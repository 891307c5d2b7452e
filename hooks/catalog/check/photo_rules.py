"""The rules of the photos that a sheet or an event names: one function a rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from catalog.check.consent import is_given, shows_children, what_to_do
from catalog.model import Event, Practice
from catalog.source.photos import why_not
from catalog.source.problems import nearest, quoted, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import SourceFile, Surroundings
    from catalog.source.problems import Problem

Illustrated = TypeVar("Illustrated", Practice, Event)

# Signs alone, the name of a file, «Foto 1».
_SAYS_NOTHING = re.compile(
    r"[\W\d_]*|\S*\.(jpe?g|png|webp|heic)|(foto|fotografía|imagen|img|dsc)[\W\d_]*", re.IGNORECASE
)


def photos_of_the_folder_are_named(
    file: SourceFile[Illustrated], around: Surroundings
) -> Iterator[Problem]:
    """The sheet or event names every photo of its folder."""
    folder = _folder(file)
    present = around.tree.photos.get(folder, set())
    named = {photo.file for photo in file.content.photos}
    # A misspelt name is reported once, where it is written.
    misspelt = {nearest(name, present) for name in named if name not in present}
    for name in sorted(present - named - misspelt):
        message = (
            f"Falta mencionar la foto {quoted(name)} de {folder}/. Añádala a «fotos», con su "
            "texto alternativo, o bórrela."
        )
        yield file.document.problem(("fotos",), message)


def photos_are_in_their_folder(
    file: SourceFile[Illustrated], around: Surroundings
) -> Iterator[Problem]:
    """Each photo that is named stands in the folder of the sheet or event."""
    folder = _folder(file)
    present = around.tree.photos.get(folder, set())
    misnamed = around.tree.misnamed.get(folder, set())  # the layout reports these
    for index, photo in enumerate(file.content.photos):
        if photo.file not in present | misnamed:
            message = (
                "Escriba solo el nombre del archivo, sin carpetas."
                if "/" in photo.file or "\\" in photo.file
                else f"No está la foto {quoted(photo.file)} en {folder}/. Suba la foto a esa "
                f"carpeta, o corrija el nombre.{suggestion(photo.file, present)}"
            )
            yield file.document.problem(("fotos", index, "archivo"), message)


def photos_can_be_published(
    file: SourceFile[Illustrated], around: Surroundings
) -> Iterator[Problem]:
    """Each photo is named once, and its file is a picture that the site can show."""
    folder = _folder(file)
    seen: set[str] = set()
    for index, photo in enumerate(file.content.photos):
        if photo.file not in around.tree.photos.get(folder, set()):
            continue
        if photo.file in seen:
            message = f"La foto {quoted(photo.file)} está repetida. Déjela una sola vez."
            yield file.document.problem(("fotos", index, "archivo"), message)
        elif wrong := why_not(around.tree.root / folder / photo.file):
            yield file.document.problem(("fotos", index, "archivo"), wrong)
        seen.add(photo.file)


def alternative_text_says_something(
    file: SourceFile[Illustrated], _: Surroundings
) -> Iterator[Problem]:
    """The alternative text of a photo says what it shows."""
    for index, photo in enumerate(file.content.photos):
        if _SAYS_NOTHING.fullmatch(photo.alt):
            message = f"{quoted(photo.alt)} no dice qué se ve. Dígalo, para quien no puede verlo."
            yield file.document.problem(("fotos", index, "texto_alternativo"), message)


def photos_of_children_have_consent(
    file: SourceFile[Illustrated], _: Surroundings
) -> Iterator[Problem]:
    """A photo whose words speak of children has a consent."""
    for index, photo in enumerate(file.content.photos):
        if shows_children(f"{photo.alt}. {photo.caption or ''}") and not is_given(photo.consent):
            message = f"En la foto hay niños o estudiantes. {what_to_do(photo.consent)}"
            yield file.document.problem(("fotos", index), message)


def _folder(file: SourceFile[Illustrated]) -> str:
    """The folder of a file's photos: `practices/ica/x` for `practices/ica/x.md`, and the event's
    own for `practices/_events/x/index.md`."""
    return file.content.path.removesuffix("/index.md").removesuffix(".md")


PHOTO_RULES = (
    photos_of_the_folder_are_named,
    photos_are_in_their_folder,
    photos_can_be_published,
    alternative_text_says_something,
    photos_of_children_have_consent,
)
