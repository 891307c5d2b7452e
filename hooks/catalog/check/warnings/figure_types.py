"""The warning about a figure whose words are those of another type: «participaron» in a product."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.check.warnings.notes import unless_explained
from catalog.source.problems import quoted
from catalog.text.folding import fold
from catalog.text.spanish import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import SourceFile, Surroundings
    from catalog.model import Practice
    from catalog.source.problems import Problem


def figures_have_the_type_of_their_words(
    file: SourceFile[Practice], around: Surroundings
) -> Iterator[Problem]:
    """If the detail of a figure has a word that shows a type, it has one that shows its own. The
    words are data (`practices/_taxonomies/tipos-de-cifra.yml`)."""
    kinds = around.catalog.vocabularies.figure_types
    type_of = {fold(word): kind for kind in kinds.values() for word in kind.words}
    for index, figure in enumerate(file.content.figures if type_of else ()):
        found = [word for word in re.findall(r"\w+", fold(figure.detail)) if word in type_of]
        if found and all(type_of[word].id != figure.type for word in found):
            other, own = type_of[found[0]], kinds[figure.type]
            message = (
                f"Dice {quoted(found[0])}, que suele ser de tipo {quoted(other.id)}, y aquí es "
                f"{quoted(lower_first(own.label))}."
            )
            yield from unless_explained(file, ("cifras", index, "tipo"), message, [found[0]])
