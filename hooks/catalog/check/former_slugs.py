"""The former slugs of a file, whose addresses lead to its page, are no other file's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.source.layout import wrong_slug
from catalog.source.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalog.check.context import SourceFile
    from catalog.model import Challenge, Event, Practice
    from catalog.source.problems import Problem


def slugs_of_others(
    file: SourceFile[Practice] | SourceFile[Event] | SourceFile[Challenge],
    in_use: Mapping[str, str],
    former: Mapping[str, str],
) -> Iterator[Problem]:
    """Yield a Problem for each former slug that is no slug, that some file has now, or that was
    another file's. `in_use` and `former` map the slugs of today and of before to paths; `former`
    lacks those of files that have errors."""
    for index, slug in enumerate(file.content.former_slugs):
        if message := wrong_slug(slug):
            pass
        elif slug in in_use:
            message = f"Es el nombre de {in_use[slug]}. Quítelo: esa dirección ya tiene página."
        elif former.get(slug, file.content.path) != file.content.path:
            message = f"{quoted(slug)} también está en {former[slug]}. Déjelo en uno solo."
        else:
            continue
        yield file.document.problem(("direcciones_anteriores", index), message)
