"""Warnings about counts in a text that the lists of its file contradict: one function a warning.

A count is compared with a list only if it surely counts the same things: «las 11 UGEL» are all of
them, «11 UGEL» may be some.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from catalog.check.warnings.notes import unless_explained
from catalog.source.problems import quoted
from catalog.text.folding import fold
from catalog.text.numerals import is_rough, numbers
from catalog.text.spanish import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import SourceFile, Surroundings
    from catalog.model import Event, Practice
    from catalog.source.document import Path
    from catalog.source.problems import Problem
    from catalog.source.sections import Section

# Kinds of institution that sheets list by name: the first word of the name → its plural in texts.
_KINDS = {"UGEL": "UGEL", "DRE": "DRE", "GRE": "GRE", "Municipalidad": "municipalidades"}
_THE_SO_MANY = {
    kind: re.compile(rf"\b(?:las|sus) +\S+(?: y \S+)? +{several}\b", re.IGNORECASE)
    for kind, several in _KINDS.items()
}


def institutions_are_as_many_as_stated(
    file: SourceFile[Practice], _: Surroundings
) -> Iterator[Problem]:
    """A sheet that says «las 11 UGEL» lists eleven, if it lists several."""
    practice = file.content
    listed = Counter(name.partition(" ")[0] for name in practice.institutions)
    for kind, several in _KINDS.items():
        for where, text in _texts(practice) if listed[kind] > 1 else ():
            found = _THE_SO_MANY[kind].finditer(text) if several in text else ()
            for phrase in dict.fromkeys(match[0] for match in found):
                stated = [int(number.value) for number in numbers(fold(phrase))]
                if stated and stated != [listed[kind]]:
                    message = f"Dice {quoted(phrase)}, y «instituciones» tiene {listed[kind]}."
                    yield from unless_explained(file, where, message, [*stated, several])


def _texts(practice: Practice) -> Iterator[tuple[Path | Section, str]]:
    """Yield each text of a sheet that may state counts, with its field or section."""
    yield ("resumen",), practice.summary
    for index, figure in enumerate(practice.figures):
        yield ("cifras", index, "detalle"), figure.detail
    for section in practice.sections:
        yield section, section.text


class Count(NamedTuple):
    """A count that a text states: its value, its words, and its field or section."""

    value: int
    words: str
    where: Path | Section


# The texts that may follow a count of all. Other words may make it a count of some.
_OF_ALL = (
    r"(?= *(?:[.,;:)\n]|$)| (?:con|y|en|a|de gestion|presentad[ao]s|representad[ao]s|participantes"
    r"|expuest[ao]s|compartid[ao]s|del pais|del peru)\b)"
)
_PRACTICES = re.compile(rf" (?:buenas )?practicas{_OF_ALL}")
_REGIONS = re.compile(rf" regiones{_OF_ALL}")
_EXPERTS = re.compile(rf" expert[oa]s{_OF_ALL}")
# The second line of a text is the detail of a figure, which may speak of the visits instead.
_VISITED = re.compile(
    r" (?:instituciones|escuelas)(?: educativas)?(?: visitadas\b|(?=\n.*\b(?:visit|pasant)))"
)


def event_counts_what_it_has(file: SourceFile[Event], _: Surroundings) -> Iterator[Problem]:
    """The counts of practices, regions, experts and visits in an event are those of its lists."""
    event = file.content
    experts = len(
        {
            fold(expert.name)
            for presentation in event.presentations
            for expert in presentation.experts
        }
    )
    members, guests = len(event.regions), len(event.guest_regions)
    practices, visits = len(event.presentations), len(event.visits)
    kinds = (
        ("prácticas", _PRACTICES, {practices}, count(practices, "presentación", "presentaciones")),
        ("regiones", _REGIONS, {members + guests, members, guests},
         count(members + guests, "región", "regiones")),
        ("expertos", _EXPERTS, {experts}, count(experts, "experto", "expertos")),
        ("visitadas", _VISITED, {visits}, count(visits, "visita", "visitas")),
    )  # fmt: skip
    texts: list[tuple[Path | Section, str]] = [
        *(
            (("cifras", n, "valor"), f"{f.value} {f.unit}\n{f.detail}")
            for n, f in enumerate(event.figures)
        ),
        *((section, section.text) for section in event.sections),
    ]
    numbered = [(where, text, fold(text), numbers(fold(text))) for where, text in texts]
    for name, pattern, right, there in kinds:
        stated = [
            Count(int(number.value), text[number.start : found.end()], where)
            for where, text, folded, numbers_in in numbered
            for number in numbers_in
            if (found := pattern.match(folded, number.end))
            if number.value.is_integer() and not is_rough(folded, number)
        ]
        whole = any(claim.value in right for claim in stated)
        by_parts = (
            sum(claim.value for claim in stated if not isinstance(claim.where, tuple)) in right
        )
        for claim in stated if any(right) else ():  # without a list there is nothing to compare
            # A text that counts all of them may also count some, or count them day by day.
            few = not isinstance(claim.where, tuple) and (
                by_parts or (whole and claim.value <= max(right) / 2)
            )
            if claim.value in right or few:
                continue
            message = f"Dice {quoted(claim.words)}, y aquí este evento tiene {there}."
            yield from unless_explained(file, claim.where, message, [claim.value, name])
