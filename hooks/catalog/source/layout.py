"""The files of a catalogue, sorted by what they are, before any of them is read.

    practices/<region>/<slug>.md          a sheet         practices/<region>/<slug>/  its photos
    practices/_events/<event>/index.md    an event        practices/_events/<event>/  its photos
    practices/_events/<event>/<slug>.md   a presentation  practices/_taxonomies/      vocabularies
    practices/_challenges/<slug>.md       a challenge

Any other file under `practices/` is a Problem, and so is a sheet outside it. Only hidden files are
ignored in silence.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from catalog.source.front_matter import MAX_BYTES
from catalog.source.plain_files import read, why_not_plain
from catalog.source.problems import Problem, nearest, quoted, suggestion
from catalog.text.personal_numbers import numbers_of_people
from catalog.text.slugs import SLUG, slug_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VOCABULARIES = "practices/_taxonomies"
# In the order in which they are read: a vocabulary comes after those that it refers to.
VOCABULARY_FILES = {
    "macroregions": "macrorregiones.yml",
    "regions": "regiones.yml",
    "topic_families": "familias-de-temas.yml",
    "topics": "temas.yml",
    "levels": "niveles.yml",
    "evidence_types": "tipos-de-evidencia.yml",
    "evidence_scopes": "alcances.yml",
    "stages": "estadios.yml",
    "figure_types": "tipos-de-cifra.yml",
    "event_types": "tipos-de-evento.yml",
    "attendance_modes": "modalidades.yml",
    "event_changes": "cambios-de-evento.yml",
    "institution_types": "tipos-de-institucion.yml",
    "institutions": "instituciones.yml",
    "resource_types": "tipos-de-recurso.yml",
    "replication_states": "estados-de-replica.yml",
    "follow_up_states": "estados-de-seguimiento.yml",
    "challenge_states": "estados-de-desafio.yml",
    "advice_themes": "temas-de-recomendacion.yml",
    "acronyms": "siglas.yml",
}
MAP = f"{VOCABULARIES}/mapa.yml"
"""The map of the regions, which a catalogue may lack."""

MAX_SLUG = 80
# `index` is the page of a folder, and a number is a page of a long list. The others name devices in
# Windows, where the catalogue could not be cloned
# (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
RESERVED_SLUGS = re.compile(r"index|[0-9]+|con|prn|aux|nul|com[0-9]|lpt[0-9]")
PHOTO = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}\.(jpg|jpeg|png|webp)", re.IGNORECASE)
# The kinds of picture that telephones and chats save, and that the site does not show.
_OTHER_PICTURE = re.compile(r".+\.(heic|heif|jfif|gif|bmp|tiff?|avif)", re.IGNORECASE)
_PICTURE = re.compile(r"(.+)\.(jpg|jpeg|png|webp)", re.IGNORECASE)
# The places, no deeper, of sheets whose authors forgot to go into practices/ first.
_ASTRAY = ("*.md", "[!.]*/*.md", "[!.]*/[!.]*/*.md")
_SHEET = re.compile(rb"(\xef\xbb\xbf)?---[ \t\r]*\n((?!---).*\n)*?titulo:")
_ENDING = re.compile(r"(\.[a-z]{2,4})+$", re.IGNORECASE)
# The deepest file of a catalogue is practices/_events/<event>/<file>.
DEPTH = 4
_OUT_OF_PLACE = (
    "Este archivo no va aquí. Las fichas van en practices/<región>/<ficha>.md y sus fotos "
    "(jpg, png o webp) en practices/<región>/<ficha>/."
)
# The site generator would publish any other file as it is: a photo with the place where it was
# taken, a drawing with its script.
_NO_PAGE = (
    "En docs solo van páginas escritas a mano, que terminan en «.md»: lo demás se publicaría sin "
    "revisarlo. Bórrelo; las fotos van con su ficha."
)


@dataclass
class Tree:
    """The files of a catalogue, as paths relative to `root` with forward slashes.

    `sheets` maps the slug of a practice to the path of its sheet; `events` maps the slug of an
    event to the path of its index; `challenges` maps the slug of a challenge to its path;
    `presentations` maps a pair of slugs (event, practice) to a path. `photos` and `misnamed` map a
    folder to the names of its photos: valid ones, and those that no photo may have. `pages` holds
    the paths of the hand-written pages. `in_doubt` holds the slugs of practices whose presentations
    may be among the misplaced files.
    """

    root: Path
    sheets: dict[str, str] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    challenges: dict[str, str] = field(default_factory=dict)
    presentations: dict[tuple[str, str], str] = field(default_factory=dict)
    photos: dict[str, set[str]] = field(default_factory=dict)
    misnamed: dict[str, set[str]] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    in_doubt: set[str] = field(default_factory=set)


def read_tree(root: Path) -> tuple[Tree, list[Problem]]:
    """Sort every file under `root/practices` and `root/docs`, and report those that are out of
    place there, and sheets elsewhere in `root`."""
    tree = Tree(root)
    problems: list[Problem] = []
    misplaced: set[str] = set()
    for path, message in _walk(root, "practices"):
        wrong = message or _place(tree, path)
        if wrong:
            problems.append(Problem(path, 1, 1, "", wrong))
            misplaced.add(slug_meant(path))
            if _PICTURE.fullmatch(path):  # so that no rule calls it missing
                folder, _, name = path.rpartition("/")
                tree.misnamed.setdefault(folder, set()).add(name)
            if path.startswith("practices/_events/") and (root / path).is_dir():
                tree.in_doubt |= {slug_meant(file.name) for file in (root / path).iterdir()}
    for path, message in _walk(root, "docs", depth=20):
        if wrong := message or ("" if path.endswith(".md") else _NO_PAGE):
            problems.append(Problem(path, 1, 1, "", wrong))
        else:
            tree.pages.append(path)
    problems += [Problem(path, 1, 1, "", _OUT_OF_PLACE) for path in _astray(root)]
    folders = {path.removesuffix(".md") for path in tree.sheets.values()}
    folders |= {path.rpartition("/")[0] for path in tree.events.values()}
    for folder in sorted(tree.photos.keys() - folders):
        if slug_meant(folder) not in misplaced:
            message = "Estas fotos no son de ninguna ficha. La carpeta lleva el nombre de la ficha."
            near = suggestion(folder.rpartition("/")[2], tree.sheets)
            problems.append(Problem(folder, 1, 1, "", message + near))
    problems += _loose_presentations(tree, misplaced)
    return tree, problems


def _astray(root: Path) -> Iterator[str]:
    """Yield the path of each file that looks like a sheet and is not under practices/."""
    for path in sorted(path for pattern in _ASTRAY for path in root.glob(pattern)):
        name = path.relative_to(root).as_posix()
        if not name.startswith("practices/") and _SHEET.match(read(root, name, MAX_BYTES)[0]):
            yield name


def slug_meant(path: str) -> str:
    """The slug that was most likely meant by the name of a file: `x/Mi Ficha.md` → `mi-ficha`."""
    return slug_of(path.rpartition("/")[2].removesuffix(".md"))


def _loose_presentations(tree: Tree, misplaced: set[str]) -> Iterator[Problem]:
    """Yield a Problem for each presentation whose event or practice does not exist, unless the
    file of that event or practice is only misnamed."""
    for (event, slug), path in tree.presentations.items():
        if event not in tree.events:
            tree.in_doubt.add(slug)
            if "index" in misplaced:
                continue
            message = f"No existe el evento {quoted(event)}: falta su archivo index.md."
            yield Problem(path, 1, 1, "", message + suggestion(event, tree.events))
        elif slug not in tree.sheets and slug not in misplaced:
            message = (
                f"No existe una práctica {quoted(slug)}. El archivo lleva el nombre de su ficha."
            )
            if near := nearest(slug, tree.sheets):
                tree.in_doubt.add(near)
            yield Problem(path, 1, 1, "", message + suggestion(slug, tree.sheets))


def _walk(root: Path, folder: str, depth: int = DEPTH) -> Iterator[tuple[str, str]]:
    """Yield the path of each file below `folder`, and of each folder that cannot be entered, with
    the message about it, or "". The order is fixed, and hidden entries are left out."""
    try:
        entries = sorted(
            os.scandir(root / folder), key=lambda entry: (entry.name.lower(), entry.name.swapcase())
        )  # of two names that differ only in case, the one in lower case comes first
    except NotADirectoryError:
        yield folder, "Es un archivo, y aquí va una carpeta."
        return
    except (FileNotFoundError, PermissionError) as error:
        if isinstance(error, PermissionError):
            yield folder, "No hay permiso para leer la carpeta. Déselo."
        return
    if (root / folder).is_symlink():
        yield folder, why_not_plain(os.lstat(root / folder).st_mode)
        return
    seen: dict[str, str] = {}
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        first = seen.setdefault(entry.name.lower(), entry.name)
        if first != entry.name:
            message = f"Ya hay {quoted(first)}, que solo se distingue por las mayúsculas. Deje uno."
            inside = list(_walk(root, path, depth)) if entry.is_dir(follow_symlinks=False) else []
            yield from ((below, message) for below, _ in inside or [(path, "")])
        elif not entry.is_dir(follow_symlinks=False):
            yield path, why_not_plain(entry.stat(follow_symlinks=False).st_mode)
        elif path.count("/") >= depth:
            yield path, "Esta carpeta está dentro de demasiadas otras. Bórrela."
        elif folder == "practices/_events" and (wrong := wrong_slug(entry.name)):
            yield path, wrong
        else:
            yield from _walk(root, path, depth)


def _place(tree: Tree, path: str) -> str:
    """Add the file to the tree. Returns "", or the message about a file that has no place there."""
    _, *folders, name = path.split("/")
    stem = name.removesuffix(".md")
    match folders:
        case ["_taxonomies"]:
            known = name in VOCABULARY_FILES.values() or path == MAP
            return "" if known else "Este archivo no es ninguna de las listas de valores."
        case ["_challenges", *deeper] if deeper or not name.endswith(".md"):
            return (
                "Este archivo no va aquí. Un desafío es un solo archivo, sin fotos ni carpetas: "
                "practices/_challenges/<desafío>.md."
            )
        case [_, _] if PHOTO.fullmatch(name):
            tree.photos.setdefault(path.rpartition("/")[0], set()).add(name)
            return ""
        case [_, _] if picture := _PICTURE.fullmatch(name):
            tree.misnamed.setdefault(path.rpartition("/")[0], set()).add(name)
            near = f"{slug_meant(picture[1])[:70]}.{picture[2].lower()}"
            return (
                "El nombre de una foto lleva letras sin tilde ni eñe, cifras y guiones, sin "
                f"espacios. Cámbielo aquí y en «fotos». Por ejemplo: {quoted(near)}."
            )
        case [_, _] if _OTHER_PICTURE.fullmatch(name):
            tree.misnamed.setdefault(path.rpartition("/")[0], set()).add(name)
            return (
                "Una foto es jpg, png o webp. Ábrala en un programa de imágenes, guárdela como "
                "JPEG y suba esa."
            )
        case ["_events", event, *_] if len(folders) > 2 or not name.endswith(".md"):
            return (
                "Este archivo no va aquí. Las fotos de un evento (jpg, png o webp) van en "
                f"practices/_events/{event}/, sin otra carpeta dentro."
            )
        case ["_events", event] if name.endswith(".md"):
            if stem == "index":
                tree.events[event] = path
                return ""
            if wrong := wrong_slug(stem):
                tree.in_doubt.add(slug_meant(path))
                return wrong
            tree.presentations[event, stem] = path
            return ""
        case ["_challenges"] if name.endswith(".md"):
            if wrong := wrong_slug(stem):
                return wrong
            tree.challenges[stem] = path
            return ""
        case [region] if not region.startswith("_") and name.endswith(".md"):
            if wrong := wrong_slug(stem):
                return wrong
            if stem in tree.sheets:
                return (
                    f"El nombre {quoted(stem)} ya lo usa {tree.sheets[stem]}. "
                    "Póngale otro nombre al archivo."
                )
            tree.sheets[stem] = path
            return ""
        case [region] if not region.startswith("_") and not _PICTURE.fullmatch(name):
            near = slug_meant(_ENDING.sub("", name)) or "mi-practica"
            return (
                "Aquí van las fichas, y su nombre termina en «.md». Si esta es una, llámela "
                f"«{near}.md»; si no, bórrela."
            )
    return _OUT_OF_PLACE


def wrong_slug(slug: str) -> str:
    """The message about a name that cannot be part of an address, or "" for one that can."""
    if not re.fullmatch(SLUG, slug) or len(slug) > MAX_SLUG:
        meant = slug_meant(slug)[:MAX_SLUG].strip("-")
        near = f" Por ejemplo: «{meant}»." if meant else ""
        return (
            f"El nombre {quoted(slug)} no sirve como dirección. Use minúsculas sin tilde, cifras y "
            f"guiones, hasta {MAX_SLUG} caracteres.{near}"
        )
    if RESERVED_SLUGS.fullmatch(slug):
        return f"El nombre {quoted(slug)} está reservado. Póngale otro nombre al archivo."
    return next((message for _, message in numbers_of_people(slug.replace("-", " "))), "")
