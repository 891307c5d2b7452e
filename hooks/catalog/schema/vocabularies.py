"""The controlled vocabularies: `practices/_taxonomies/*.yml`, one list of terms a file.

A new region or topic is a new item there; the code names no region and no topic. The terms are
shown in the order of their file. The folder may also hold the map of the regions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import Field, StringConstraints

from catalog.schema.region_map import RegionsMap
from catalog.schema.validation import Strict, validated
from catalog.source.front_matter import MAX_BYTES, parse_yaml
from catalog.source.layout import MAP, VOCABULARIES, VOCABULARY_FILES
from catalog.source.plain_files import read
from catalog.source.problems import Problem, quoted, suggestion
from catalog.text.folding import fold
from catalog.text.slugs import SLUG

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.source.document import Document

Id = Annotated[str, StringConstraints(pattern=f"^{SLUG}$", max_length=60)]
# The pattern is for editors, which do not strip spaces: a label has some other character.
Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=r"\S")
]


class Term(Strict):
    """One value of a vocabulary. `parent` is the id of a term of a wider vocabulary."""

    id: Id = Field(
        alias="id",
        description="Con minúsculas sin tilde, cifras y guiones. No se cambia: está en las "
        "direcciones.",
    )
    label: Label = Field(alias="label", description="El nombre que se muestra.")
    description: str = Field(alias="description", default="", description="Qué quiere decir.")
    parent: str | None = Field(
        alias="parent", default=None, description="El id de la macrorregión, si es una región."
    )
    aliases: list[Label] = Field(
        alias="aliases", default_factory=list, description="Otras maneras de decirlo."
    )

    @property
    def names(self) -> list[str]:
        """The label and the other names of the term."""
        return [self.label, *self.aliases]


class Requirement(Strict):
    """A requirement of a stage. To meet any one of its conditions is enough."""

    id: Id = Field(alias="id", description="Con minúsculas sin tilde, cifras y guiones.")
    label: Label = Field(alias="label", description="Lo que se pide, como se muestra.")
    sections: list[Label] = Field(
        alias="secciones", default_factory=list, description="La ficha tiene todas estas secciones."
    )
    figures: int | None = Field(
        alias="cifras", default=None, ge=1, description="La ficha tiene al menos tantas cifras."
    )
    evidence: list[Label] = Field(
        alias="evidencias",
        default_factory=list,
        description="La ficha tiene una evidencia de alguno de estos tipos.",
    )
    expert_comment: bool = Field(
        alias="comentario_experto",
        default=False,
        description="Un experto la comentó en un intercambio.",
    )

    @property
    def has_conditions(self) -> bool:
        """Whether something can meet the requirement."""
        return bool(self.sections or self.figures or self.evidence or self.expert_comment)


class Stage(Term):
    """A maturity stage: a term that lists what it requires beyond the stage before it."""

    requirements: list[Requirement] = Field(
        alias="requisitos",
        default_factory=list,
        description="Lo que pide, además de lo que piden los anteriores.",
    )


AnyTerm = TypeVar("AnyTerm", bound=Term, covariant=True)


@dataclass(frozen=True)
class Vocabulary(Mapping[str, AnyTerm]):
    """A vocabulary: its terms by id, in the order of its file."""

    name: str
    terms: dict[str, AnyTerm]

    def __getitem__(self, key: str) -> AnyTerm:
        return self.terms[key]

    def __contains__(self, key: object) -> bool:
        return key in self.terms

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def position(self, term_id: str) -> int:
        """The place of a term in its vocabulary, from 1."""
        return list(self.terms).index(term_id) + 1

    def why_not(self, value: str) -> str:
        """The message about a value that is not the id of a term. It gives the nearest id, or all
        of them."""
        if not value:
            return "Está vacío. Escriba un valor."
        message = f"{quoted(value)} no es válido."
        wanted = fold(value)
        for term in self.terms.values():
            if wanted in map(fold, term.names):
                return f"{message} ¿Quiso decir «{term.id}»?"
        choices = f" Elija entre: {', '.join(self.terms)}." if self.terms else ""
        return message + (suggestion(value, self.terms) or choices)


@dataclass(frozen=True)
class Vocabularies:
    """Every vocabulary of the catalogue."""

    macroregions: Vocabulary[Term]
    regions: Vocabulary[Term]
    topics: Vocabulary[Term]
    stages: Vocabulary[Stage]
    levels: Vocabulary[Term]
    evidence_types: Vocabulary[Term]
    figure_types: Vocabulary[Term]
    event_types: Vocabulary[Term]
    institution_types: Vocabulary[Term]
    resource_types: Vocabulary[Term]
    replication_states: Vocabulary[Term]
    follow_up_states: Vocabulary[Term]
    advice_themes: Vocabulary[Term]
    acronyms: Vocabulary[Term]
    map: RegionsMap | None = None


# A catalogue may lack the files of these vocabularies.
_OPTIONAL = {"resource_types", "replication_states", "follow_up_states", "advice_themes"}
_PARENTS = {"regions": "macroregions"}


def load_vocabularies(root: Path) -> tuple[Vocabularies | None, list[Problem]]:
    """Read the vocabularies of the catalogue at `root`. Returns them, or None and every Problem."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, file_name in VOCABULARY_FILES.items():
        path = f"{VOCABULARIES}/{file_name}"
        try:
            raw, wrong = read(root, path, MAX_BYTES)
        except FileNotFoundError:
            if name in _OPTIONAL:
                found[name] = Vocabulary(name, {})
                continue
            raw, wrong = b"", [Problem(path, 1, 1, "", "Falta este vocabulario. Cree el archivo.")]
        except NotADirectoryError:
            raw, wrong = b"", [Problem(path, 1, 1, "", f"{VOCABULARIES} no es una carpeta.")]
        if not wrong:
            found[name], wrong = _read(name, path, raw, found)
        # Without a vocabulary that has problems, references to its terms are not checked.
        if wrong:
            found.pop(name, None)
        problems += wrong
    found["map"], wrong = _read_map(root, found.get("regions"))
    problems += wrong
    return (None, problems) if problems else (Vocabularies(**found), [])


def _read_map(
    root: Path, regions: Vocabulary[Term] | None
) -> tuple[RegionsMap | None, list[Problem]]:
    """The map of the regions, or None where there is no map or it cannot be read; and its
    Problems."""
    path = MAP
    try:
        raw, problems = read(root, path, MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return None, []
    if problems:
        return None, problems
    document, problems = parse_yaml(path, raw)
    if problems:
        return None, problems
    drawn, problems = validated(RegionsMap, document)
    if drawn and regions is not None:
        for region, place in drawn.named():
            if region not in regions:
                problems.append(
                    document.problem(place, regions.why_not(region), of_key=place[-1] == region)
                )
    return drawn, problems


def _read(
    name: str, path: str, raw: bytes, before: Mapping[str, Vocabulary[Term]]
) -> tuple[Vocabulary[Term], list[Problem]]:
    """One vocabulary, checked against those that were read `before` it."""
    document, problems = parse_yaml(path, raw)
    if not problems and not isinstance(document.data, list):
        problems.append(Problem(path, 1, 1, "", "Aquí va una lista de términos («- id: …»)."))
    terms: dict[str, Term] = {}
    for index in range(0 if problems else len(document.data)):
        term, wrong = validated(Stage if name == "stages" else Term, document, at=(index,))
        problems += wrong
        if term is None:
            continue
        if term.id in terms:
            message = f"El id {quoted(term.id)} está repetido. Cada término lleva el suyo."
            problems.append(document.problem((index, "id"), message))
        if term.id == "index":
            message = "El id «index» está reservado. Póngale otro."
            problems.append(document.problem((index, "id"), message))
        problems += _dangling(name, document, index, term, before)
        terms[term.id] = term
    return Vocabulary(name, terms), problems


def _dangling(
    name: str, document: Document, index: int, term: Term, before: Mapping[str, Vocabulary[Term]]
) -> Iterator[Problem]:
    """Yield a Problem for each reference of a term to a term that is not in the other
    vocabulary."""
    if term.parent is not None and name not in _PARENTS:
        yield document.problem((index, "parent"), "Aquí no va «parent».")
    elif term.parent is not None:
        parents = before.get(_PARENTS[name])
        if parents is not None and term.parent not in parents:
            yield document.problem((index, "parent"), parents.why_not(term.parent))
    for number, requirement in enumerate(term.requirements if isinstance(term, Stage) else ()):
        if not requirement.has_conditions:
            message = (
                "Nada lo cumple. Añada «secciones», «cifras», «evidencias» o «comentario_experto»."
            )
            yield document.problem((index, "requisitos", number), message)
        if (kinds := before.get("evidence_types")) is not None:
            for place, kind in enumerate(requirement.evidence):
                if kind not in kinds:
                    where = (index, "requisitos", number, "evidencias", place)
                    yield document.problem(where, kinds.why_not(kind))
