"""Warnings about dates of a sheet that contradict one another, or the events of the practice: one
function a warning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.check.warnings.notes import unless_explained
from catalog.source.problems import quoted
from catalog.text.spanish import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import SourceFile, Surroundings
    from catalog.model import Practice
    from catalog.source.document import Path
    from catalog.source.problems import Problem

# The year of something done. Plans name their years otherwise: «PAT 2026», «al 2036», «2026-2030».
_DONE_IN = re.compile(r"(?:^|\b(?:en|de|desde) )(20[0-9]{2})(?![\w/–-])")


def start_precedes_its_events(
    file: SourceFile[Practice], around: Surroundings
) -> Iterator[Problem]:
    """A practice began before it was presented, or in the same year. This is a warning because two
    people wrote the two dates, and there may have been a pilot."""
    practice = file.content
    for event, _ in around.catalog.presentations.get(practice.slug, []):
        last = event.end_date or event.start_date
        if not around.catalog.was_held(event):
            continue
        if practice.start_year and practice.start_year > last.year:
            message = (
                f"Dice que empezó en {practice.start_year}, y se presentó antes, en "
                f"{quoted(event.title)} ({last.year})."
            )
            yield from unless_explained(file, ("anio_inicio",), message, [str(last.year)])


def review_follows_its_events(
    file: SourceFile[Practice], around: Surroundings
) -> Iterator[Problem]:
    """The sheet was reviewed after every event where the practice was presented."""
    practice = file.content
    for event, _ in around.catalog.presentations.get(practice.slug, []):
        last = event.end_date or event.start_date
        # An event that was not held, or is not over, asks for no review.
        if not around.catalog.was_held(event) or around.catalog.is_under_way(event):
            continue
        if practice.review_date.isoformat()[: len(last)] < last:
            message = (
                f"La ficha se revisó antes de {quoted(event.title)} ({day(last)}), donde se "
                "presentó la práctica: puede faltarle lo que allí se supo."
            )
            yield from unless_explained(file, ("fecha_revision",), message, [str(last.year)])
            return


def facts_precede_the_review(file: SourceFile[Practice], _: Surroundings) -> Iterator[Problem]:
    """No evidence, figure or award is dated after the year in which the sheet was reviewed."""
    practice = file.content
    texts: list[tuple[Path, str]] = [
        *(
            (("evidencias", n, "detalle"), evidence.detail)
            for n, evidence in enumerate(practice.evidence)
        ),
        *((("cifras", n, "detalle"), figure.detail) for n, figure in enumerate(practice.figures)),
        *((("reconocimientos", n), award) for n, award in enumerate(practice.awards)),
    ]
    for path, text in texts:
        for year in map(int, _DONE_IN.findall(text)):
            if year > practice.review_date.year:
                message = f"Habla de {year}, y la ficha se revisó en {practice.review_date.year}."
                yield from unless_explained(file, path, message, [str(year)])
