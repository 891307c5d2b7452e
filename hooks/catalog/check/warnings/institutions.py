"""The warning about an institution that is not in the vocabulary, which may be misspelt."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from catalog.check.warnings.notes import unless_explained
from catalog.source.problems import quoted
from catalog.text.institution_names import institution_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import Signed, SourceFile, Surroundings
    from catalog.source.problems import Problem

# How alike two names must be, from 0 to 1, for one to be a slip of the other: «UGEL Angares» is
# like «UGEL Angaraes», and «UGEL Ejemplo» is like none.
ALIKE = 0.85


def institutions_are_known(file: SourceFile[Signed], around: Surroundings) -> Iterator[Problem]:
    """The institutions of a sheet are in the vocabulary of institutions, if there is one."""
    known = around.catalog.vocabularies
    if not known.institutions:
        return
    for index, name in enumerate(file.content.institutions):
        if known.institution(name):
            continue
        by_key = known.institutions_by_key
        near = get_close_matches(institution_key(name), by_key, n=1, cutoff=ALIKE)
        meant = f" ¿Quiso decir {quoted(by_key[near[0]].label)}?" if near else ""
        message = f"{quoted(name)} no está entre las instituciones conocidas.{meant}"
        yield from unless_explained(file, ("instituciones", index), message, [name])
