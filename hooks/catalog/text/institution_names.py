"""One key for every way of writing the name of an institution of the sector.

«Unidad de Gestión Educativa Local N.º 07», «U.G.E.L. 7» and «UGEL 07» have the same key.
"""

from __future__ import annotations

import re
from functools import lru_cache

from catalog.text.folding import fold

# The offices by their full names, which documents use as often as the acronyms.
_ACRONYMS = (
    ("unidad de gestion educativa local", "ugel"),
    ("unidad gestion educativa local", "ugel"),
    ("direccion regional de educacion", "dre"),
    ("gerencia regional de educacion", "gre"),
    ("institucion educativa", "ie"),
)
# Words that some write and others leave out.
_SKIPPED = frozenset({"de", "del", "n", "no", "nro", "num", "numero"})
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")


# The sheets of a catalogue name the same institutions again and again.
@lru_cache(maxsize=4096)
def institution_key(name: str) -> str:
    """The key of a name: without capitals, accents, signs, the words of `_SKIPPED`, or zeros before
    a number, and with acronyms in place of the full names of offices."""
    text = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", fold(name))
    text = f" {' '.join(re.findall(r'[a-z]+|[0-9]+', text))} "
    for full, acronym in _ACRONYMS:
        text = text.replace(f" {full} ", f" {acronym} ")
    words = (word.lstrip("0") or "0" if word.isdigit() else word for word in text.split())
    return " ".join(word for word in words if word not in _SKIPPED)
