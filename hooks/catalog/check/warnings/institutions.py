"""The warning about an institution that is not in the vocabulary, which may be misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.check.warnings.notes import unless_explained
from catalog.source.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import Signed, SourceFile, Surroundings
    from catalog.source.problems import Problem


def institutions_are_known(file: SourceFile[Signed], around: Surroundings) -> Iterator[Problem]:
    """The institutions of a sheet are in the vocabulary of institutions, if there is one."""
    known = around.catalog.vocabularies
    if not known.institutions:
        return
    for index, name in enumerate(file.content.institutions):
        if known.institution(name):
            continue
        near = known.institution_like(name)
        meant = f" ¿Quiso decir {quoted(near.label)}?" if near else ""
        message = f"{quoted(name)} no está entre las instituciones conocidas.{meant}"
        yield from unless_explained(file, ("instituciones", index), message, [name])
