"""Read a file of the catalogue safely, whatever a stranger put in its place."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from catalog.source.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path


def read(root: Path, path: str, limit: int) -> tuple[bytes, list[Problem]]:
    """The bytes of the file at `path` below `root`, or the Problem that keeps it from being read.
    Only a plain file is opened, and at most `limit` + 1 bytes of it are read. Raises
    FileNotFoundError if nothing is there, and NotADirectoryError if a folder of the path is a
    file."""
    if message := why_not_plain(os.lstat(root / path).st_mode):
        return b"", [Problem(path, 1, 1, "", message)]
    try:
        with (root / path).open("rb") as file:
            raw = file.read(limit + 1)
    except PermissionError:
        return b"", [Problem(path, 1, 1, "", "No hay permiso para leer el archivo. Déselo.")]
    if len(raw) > limit:
        message = f"El archivo pesa más de {limit // 1024} kB. Redúzcalo."
        return b"", [Problem(path, 1, 1, "", message)]
    return raw, []


def why_not_plain(mode: int) -> str:
    """The message about an entry with this mode (`stat.st_mode`), or "" for a plain file."""
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISLNK(mode):
        return "Es un enlace simbólico. Ponga el archivo mismo."
    if stat.S_ISDIR(mode):
        return "Es una carpeta, y aquí va un archivo."
    return "No es un archivo de verdad, sino un dispositivo o un canal. Bórrelo."
