"""The files of a catalogue, sorted by what they are, before any of them is read.

    practices/<region>/<slug>.md          a sheet         practices/<region>/<slug>/  its photos
    practices/_events/<event>/index.md    an event        practices/_events/<event>/  its photos
    practices/_events/<event>/<slug>.md   a presentation  practices/_taxonomies/      vocabularies

Anything else under `practices/` is a Problem: nothing is ignored in silence.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from catalog.problems import Problem, quoted
from catalog.regions_map import MAP_FILE
from catalog.taxonomies import FILES, SLUG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_SLUG = 80
# `index` is each folder's own page, and a number one of the pages of a long list.
RESERVED_SLUGS = re.compile(r"index|[0-9]+")
PHOTO = re.compile(r"[a-z0-9][a-z0-9._-]*\.(jpg|jpeg|png|webp)", re.IGNORECASE)


@dataclass
class Tree:
    """Paths relative to the catalogue's root, with forward slashes.

    `sheets` maps a slug to its path; `events` an event's slug to its index; `presentations` a
    pair (event, practice) to its path; `photos` a folder to the names of the photos in it.
    """

    sheets: dict[str, str] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    presentations: dict[tuple[str, str], str] = field(default_factory=dict)
    photos: dict[str, set[str]] = field(default_factory=dict)


def read_tree(root: Path) -> tuple[Tree, list[Problem]]:
    """Sort every file under `root/practices`, and report those that are out of place."""
    tree, problems = Tree(), []
    for path in _files(root, "practices"):
        if (root / path).is_symlink():
            message = "Es un enlace simbólico. Ponga el archivo mismo."
            problems.append(Problem(path, 1, 1, "", message))
        elif message := _place(tree, path):
            problems.append(Problem(path, 1, 1, "", message))
    folders = {path.removesuffix(".md") for path in tree.sheets.values()}
    folders |= {path.rpartition("/")[0] for path in tree.events.values()}
    for folder in sorted(tree.photos.keys() - folders):
        message = "Esta carpeta de fotos no corresponde a ninguna ficha. Use el nombre de la ficha."
        problems.append(Problem(folder, 1, 1, "", message))
    for (event, slug), path in tree.presentations.items():
        if event not in tree.events:
            message = f"No existe el evento {quoted(event)}: falta su archivo index.md."
            problems.append(Problem(path, 1, 1, "", message))
        elif slug not in tree.sheets:
            message = (
                f"No existe una práctica {quoted(slug)}. El archivo lleva el nombre de su ficha."
            )
            problems.append(Problem(path, 1, 1, "", message))
    return tree, problems


def _files(root: Path, folder: str) -> Iterator[str]:
    """Every file and link below, in a fixed order; hidden ones are left out."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(root, path)
        else:
            yield path


def _place(tree: Tree, path: str) -> str:
    """Put the file where it belongs in the tree, or say why it belongs nowhere."""
    _, *folders, name = path.split("/")
    stem = name.removesuffix(".md")
    match folders:
        case ["_taxonomies"]:
            known = name in FILES.values() or name == MAP_FILE
            return "" if known else "Este archivo no es un vocabulario conocido."
        case [_, _] if PHOTO.fullmatch(name):
            tree.photos.setdefault(path.rpartition("/")[0], set()).add(name)
            return ""
        case ["_events", event] if name.endswith(".md"):
            if wrong := _wrong_slug(event) or ("" if stem == "index" else _wrong_slug(stem)):
                return wrong
            if stem == "index":
                tree.events[event] = path
            else:
                tree.presentations[event, stem] = path
            return ""
        case [region] if not region.startswith("_") and name.endswith(".md"):
            if wrong := _wrong_slug(stem):
                return wrong
            if stem in tree.sheets:
                return (
                    f"El nombre {quoted(stem)} ya lo usa {tree.sheets[stem]}. "
                    "Póngale otro nombre al archivo."
                )
            tree.sheets[stem] = path
            return ""
    return (
        "Este archivo no va aquí. Las fichas van en practices/<región>/<ficha>.md y sus fotos "
        "(jpg, png o webp) en practices/<región>/<ficha>/."
    )


def _wrong_slug(slug: str) -> str:
    if not re.fullmatch(SLUG, slug) or len(slug) > MAX_SLUG:
        return (
            f"El nombre {quoted(slug)} no sirve como dirección. Use minúsculas sin tilde, cifras y "
            f"guiones, hasta {MAX_SLUG} caracteres."
        )
    if RESERVED_SLUGS.fullmatch(slug):
        return f"El nombre {quoted(slug)} está reservado. Póngale otro nombre al archivo."
    return ""
