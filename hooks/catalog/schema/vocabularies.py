"""The controlled vocabularies: `practices/_taxonomies/*.yml`, one list of terms a file.

A new region or topic is a new item there; the code names no region and no topic. The terms are
shown in the order of their file. The folder may also hold the map of the regions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from catalog.schema.region_map import RegionsMap
from catalog.schema.terms import EventChangeType, FigureType, Institution, Stage, Term, Topic
from catalog.schema.validation import validated
from catalog.source.front_matter import MAX_BYTES, parse_yaml
from catalog.source.layout import MAP, VOCABULARIES, VOCABULARY_FILES
from catalog.source.plain_files import read
from catalog.source.problems import Problem, quoted, suggestion
from catalog.text.folding import fold
from catalog.text.institution_names import institution_key

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.source.document import Document

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
    topic_families: Vocabulary[Term]
    topics: Vocabulary[Topic]
    stages: Vocabulary[Stage]
    levels: Vocabulary[Term]
    evidence_types: Vocabulary[Term]
    evidence_scopes: Vocabulary[Term]
    figure_types: Vocabulary[FigureType]
    event_types: Vocabulary[Term]
    attendance_modes: Vocabulary[Term]
    event_changes: Vocabulary[EventChangeType]
    institution_types: Vocabulary[Term]
    institutions: Vocabulary[Institution]
    resource_types: Vocabulary[Term]
    replication_states: Vocabulary[Term]
    follow_up_states: Vocabulary[Term]
    challenge_states: Vocabulary[Term]
    advice_themes: Vocabulary[Term]
    acronyms: Vocabulary[Term]
    map: RegionsMap | None = None

    @cached_property
    def _institutions_by_key(self) -> dict[str, Institution]:
        known = self.institutions.values()
        return {institution_key(name): term for term in known for name in term.names}

    # A name that is not in the vocabulary is on many sheets, and each comparison takes long.
    @cached_property
    def _institutions_alike(self) -> dict[str, Institution | None]:
        return {}

    def institution(self, name: str) -> Institution | None:
        """The institution of this name, however the name is written; None where the vocabulary has
        no such institution."""
        return self._institutions_by_key.get(institution_key(name))

    def institution_like(self, name: str) -> Institution | None:
        """The institution of which this name is likely a slip, or None: «UGEL Angares» is like
        «UGEL Angaraes», and «UGEL Ejemplo» is like none."""
        key, known = institution_key(name), self._institutions_alike
        if key not in known:
            near = get_close_matches(key, self._institutions_by_key, n=1, cutoff=_ALIKE)
            known[key] = self._institutions_by_key[near[0]] if near else None
        return known[key]


# How alike two names must be, from 0 to 1, for one to be a slip of the other.
_ALIKE = 0.85
# A catalogue may lack the files of these vocabularies.
_OPTIONAL = {
    "topic_families",
    "evidence_scopes",
    "institutions",
    "attendance_modes",
    "event_changes",
    "resource_types",
    "replication_states",
    "follow_up_states",
    "challenge_states",
    "advice_themes",
}
_PARENTS = {"regions": "macroregions", "topics": "topic_families", "institutions": "regions"}
# The vocabularies whose terms say more than other terms.
TERM_OF: dict[str, type[Term]] = {
    "topics": Topic,
    "stages": Stage,
    "figure_types": FigureType,
    "event_changes": EventChangeType,
    "institutions": Institution,
}


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
            raw, wrong = (
                b"",
                [Problem(path, 1, 1, "", "Falta esta lista de valores. Cree el archivo.")],
            )
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
        term, wrong = validated(TERM_OF.get(name, Term), document, at=(index,))
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
    if name == "institutions":
        problems += _same_names(document, terms.values())
    vocabulary = Vocabulary(name, terms)
    for index, term in enumerate(terms.values() if not problems else ()):
        for place, near in enumerate(term.near if isinstance(term, Topic) else ()):
            if near not in vocabulary or near == term.id:
                where = (index, "cercanos", place)
                problems.append(document.problem(where, vocabulary.why_not(near)))
    return vocabulary, problems


def _same_names(document: Document, terms: Iterable[Term]) -> Iterator[Problem]:
    """Yield a Problem for each institution with a name that another one has."""
    owners: dict[str, str] = {}
    for index, term in enumerate(terms):
        for name in term.names:
            owner = owners.setdefault(institution_key(name), term.id)
            if owner != term.id:
                message = f"{quoted(name)} ya es un nombre de {quoted(owner)}. Déjelo en una sola."
                yield document.problem((index, "label"), message)


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
    if isinstance(term, Institution):
        types = before.get("institution_types")
        if types is not None and term.type not in types:
            yield document.problem((index, "tipo"), types.why_not(term.type))
    for number, requirement in enumerate(term.requirements if isinstance(term, Stage) else ()):
        where = (index, "requisitos", number)
        if not requirement.has_conditions:
            message = (
                "Nada lo cumple. Añada «secciones», «cifras», «evidencias» o «comentario_experto»."
            )
            yield document.problem(where, message)
        for key, vocabulary, ids in (
            ("evidencias", "evidence_types", requirement.evidence),
            ("alcances", "evidence_scopes", requirement.scopes),
        ):
            known = before.get(vocabulary)
            for place, value in enumerate(ids if known is not None else ()):
                if known is not None and value not in known:
                    yield document.problem((*where, key, place), known.why_not(value))
