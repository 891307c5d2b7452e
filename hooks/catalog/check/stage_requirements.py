"""The checklist of the stages: the requirements of each stage, and what meets them in a practice.

The requirements are data (`practices/_taxonomies/estadios.yml`). `decisions/stage-rule.md` gives
their sources: the text of the Route, and the ministry's contest of good practices.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.model import PRACTICE_SECTIONS
from catalog.text.spanish import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Catalog, Practice
    from catalog.schema.fields import Evidence
    from catalog.schema.terms import Requirement, Stage
    from catalog.schema.vocabularies import Vocabularies


@dataclass(frozen=True)
class Check:
    """One requirement checked on a practice. `met_by` lists what meets it, in Spanish words.
    `lacking` names the requirement and, where a practice has some of its sections, the others."""

    requirement: Requirement
    met_by: tuple[str, ...]
    lacking: str

    @property
    def met(self) -> bool:
        """Whether anything in the practice meets the requirement."""
        return bool(self.met_by)


@dataclass(frozen=True)
class StageChecks:
    """The requirements that one stage adds."""

    stage: Stage
    checks: tuple[Check, ...]

    @property
    def missing(self) -> tuple[Check, ...]:
        """The requirements that nothing in the practice meets."""
        return tuple(check for check in self.checks if not check.met)


def checklist(practice: Practice, catalog: Catalog) -> tuple[StageChecks, ...]:
    """Every stage in its order, with each of its requirements checked on the practice."""
    evidence = _Evidence(practice, catalog)
    return tuple(
        StageChecks(stage, tuple(map(evidence.check, stage.requirements)))
        for stage in catalog.vocabularies.stages.values()
    )


def missing_for(stage_id: str, checks: Sequence[StageChecks]) -> list[Check]:
    """The requirements of `stage_id`, and of the stages before it, that the practice lacks."""
    missing: list[Check] = []
    for stage_checks in checks:
        missing += stage_checks.missing
        if stage_checks.stage.id == stage_id:
            break
    return missing


def scopes_asked(vocabularies: Vocabularies) -> dict[str, set[str]]:
    """For each type of evidence of which some requirement asks the scope, the scopes that it
    accepts."""
    asked: dict[str, set[str]] = {}
    for stage in vocabularies.stages.values():
        for requirement in stage.requirements:
            for kind in requirement.evidence if requirement.scopes else ():
                asked.setdefault(kind, set()).update(requirement.scopes)
    return asked


class _Evidence:
    """What a practice has that may meet a requirement."""

    def __init__(self, practice: Practice, catalog: Catalog) -> None:
        self._terms = catalog.vocabularies
        self._evidence = practice.evidence
        self._sections = {section.id: section.title for section in practice.sections}
        self._figures = len(practice.figures)
        self._comments = {
            f"Comentario de {expert.name} ({event.title})": expert.name
            for event, presentation in catalog.presentations.get(practice.slug, [])
            if catalog.was_held(event)
            for expert in presentation.experts
        }

    def check(self, requirement: Requirement) -> Check:
        """The requirement, checked on the practice."""
        sections = {kind.id: kind.title for kind in PRACTICE_SECTIONS}
        absent = [section for section in requirement.sections if section not in self._sections]
        lacking = requirement.label
        if 0 < len(absent) < len(requirement.sections):
            lacking += f" (falta {listed(f'«{sections.get(each, each)}»' for each in absent)})"
        return Check(requirement, self.met_by(requirement), lacking)

    def met_by(self, requirement: Requirement) -> tuple[str, ...]:
        """The things that meet the requirement, each in a few Spanish words."""
        sustaining = [
            self._in_words(item)
            for item in self._evidence
            if not (requirement.expert_comment and self._is_a_comment_here(item))
            if item.type in requirement.evidence
            and (item.scope in requirement.scopes or not requirement.scopes)
        ]
        found = list(dict.fromkeys(sustaining))
        if requirement.sections and all(s in self._sections for s in requirement.sections):
            found.append(", ".join(self._sections[section] for section in requirement.sections))
        if requirement.figures and self._figures >= requirement.figures:
            count = self._figures
            found.append(f"{count} cifras documentadas" if count > 1 else "1 cifra documentada")
        if requirement.expert_comment:
            found += self._comments.keys()
        return tuple(found)

    def _is_a_comment_here(self, item: Evidence) -> bool:
        """Whether the evidence tells a comment that an event of the catalogue has."""
        return any(expert in item.detail for expert in self._comments.values())

    def _in_words(self, item: Evidence) -> str:
        label = self._terms.evidence_types[item.type].label
        if item.scope is None:
            return label
        document = f": {item.document}" if item.document else ""
        return f"{label}. {self._terms.evidence_scopes[item.scope].label}{document}"
