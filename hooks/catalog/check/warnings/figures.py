"""Warnings about texts that contradict the figures of a sheet: one function a warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.check.warnings.figure_agreement import Figures
from catalog.check.warnings.notes import unless_explained
from catalog.source.problems import quoted
from catalog.text.spanish import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.check.context import AnyContent, SourceFile, Surroundings
    from catalog.check.warnings.figure_agreement import Difference
    from catalog.model import Event, Practice, Presentation
    from catalog.source.document import Path
    from catalog.source.problems import Problem
    from catalog.source.sections import Section


def figures_agree_with_their_sheet(
    file: SourceFile[Practice], _: Surroundings
) -> Iterator[Problem]:
    """The summary and the sections give each figure as «cifras» does."""
    practice = file.content
    texts = [section.text for section in practice.sections]
    figures = Figures(practice.figures, texts)
    for difference in figures.differences(practice.summary, results=True):
        yield from _warned(file, ("resumen",), difference, "las cifras")
    for section, text in zip(practice.sections, texts, strict=True):
        for difference in figures.differences(text, results=section.id == "resultados"):
            yield from _warned(file, section, difference, "las cifras")
    for place, (stated, figure, unit) in figures.mistyped():
        here = quoted(f"{number(figure)} {unit}")
        message = f"Ninguna sección dice {here}, y una dice {quoted(number(stated))}."
        yield from unless_explained(file, ("cifras", place, "valor"), message, [stated, figure])


def presentation_agrees_with_the_sheet(
    file: SourceFile[Presentation], around: Surroundings
) -> Iterator[Problem]:
    """A presentation gives each figure as the practice's sheet does."""
    practice = around.catalog.by_slug[file.content.practice_slug]
    figures = Figures(practice.figures)
    for section in file.content.sections:
        for difference in figures.differences(section.text, results=True):
            yield from _warned(file, section, difference, "la ficha", practice.notes)


def event_agrees_with_its_sheets(
    file: SourceFile[Event], around: Surroundings
) -> Iterator[Problem]:
    """An event gives each figure as the sheets of the practices presented there do."""
    event = file.content
    practices = [
        around.catalog.by_slug[presentation.practice_slug] for presentation in event.presentations
    ]
    figures = Figures(figure for practice in practices for figure in practice.figures)
    notes = [note for practice in practices for note in practice.notes]
    path_of = {
        (figure.value, figure.unit): practice.path
        for practice in practices
        for figure in practice.figures
    }
    texts: list[tuple[Path | Section, str]] = [
        *((("cifras", n, "valor"), f"{f.value} {f.unit}") for n, f in enumerate(event.figures)),
        *((section, section.text) for section in event.sections),
        *(
            (("testimonios", n, "texto"), testimonial.text)
            for n, testimonial in enumerate(event.testimonials)
        ),
    ]
    for where, text in texts:
        for difference in figures.differences(text, results=False):
            there = path_of[difference.figure, difference.unit]
            yield from _warned(file, where, difference, there, notes)


def _warned(
    file: SourceFile[AnyContent],
    where: Path | Section,
    difference: Difference,
    there: str,
    other_notes: Sequence[str] = (),
) -> Iterator[Problem]:
    """The warning about one difference. `there` names, in Spanish, the place of the figure."""
    here = quoted(f"{number(difference.stated)} {difference.unit}")
    message = f"Aquí dice {here}, y en {there}, {quoted(number(difference.figure))}."
    about = [difference.stated, difference.figure]
    yield from unless_explained(file, where, message, about, other_notes)
