"""From the folder of a catalogue to a Catalog, or to every Problem of every file in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from catalog.body import SectionKind, read_sections
from catalog.model import (
    PRACTICE_SECTIONS,
    PRESENTATION_SECTIONS,
    Catalog,
    Event,
    Practice,
    Presentation,
)
from catalog.parse import parse_sheet
from catalog.problems import Severity
from catalog.rules import EVENT_RULES, PRACTICE_RULES, PRESENTATION_RULES, Sheet, Shelf
from catalog.schema import EventFields, PracticeFields, PresentationFields
from catalog.taxonomies import Taxonomies, load_taxonomies
from catalog.tree import read_tree
from catalog.validation import Strict, validated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from catalog.body import Section
    from catalog.document import Document
    from catalog.problems import Problem

Fields = TypeVar("Fields", bound=Strict)


def load(root: Path) -> tuple[Catalog | None, list[Problem]]:
    """Read the catalogue at `root` (the folder that holds `practices/`).

    Returns the Catalog and its warnings; or None and every Problem, in order of file and line.
    """
    taxonomies, problems = load_taxonomies(root)
    if taxonomies is None:
        return None, sorted(problems)
    catalog, problems = _Loader(root, taxonomies).load()
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if failed else catalog), sorted(problems)


class _Loader:
    """One reading of a catalogue: gathers the problems while the files are read."""

    def __init__(self, root: Path, taxonomies: Taxonomies) -> None:
        self.root = root
        self.taxonomies = taxonomies
        self.problems: list[Problem] = []
        self.unread: set[str] = set()

    def load(self) -> tuple[Catalog, list[Problem]]:
        tree, self.problems = read_tree(self.root)
        practices = [self._practice(slug, path) for slug, path in tree.sheets.items()]
        presentations = [
            self._presentation(event, slug, path)
            for (event, slug), path in tree.presentations.items()
        ]
        at_event: dict[str, list[Presentation]] = {slug: [] for slug in tree.events}
        for sheet in presentations:
            if sheet and sheet.content.event_slug in at_event:
                at_event[sheet.content.event_slug].append(sheet.content)
        events = [self._event(slug, path, at_event[slug]) for slug, path in tree.events.items()]
        catalog = Catalog(
            (sheet.content for sheet in practices if sheet),
            (sheet.content for sheet in events if sheet),
            self.taxonomies,
        )
        shelf = Shelf(catalog, tree, frozenset(self.unread))
        for practice in filter(None, practices):
            for practice_rule in PRACTICE_RULES:
                self.problems += practice_rule(practice, shelf)
        for event in filter(None, events):
            for event_rule in EVENT_RULES:
                self.problems += event_rule(event, shelf)
        for presentation in filter(None, presentations):
            for presentation_rule in PRESENTATION_RULES:
                self.problems += presentation_rule(presentation, shelf)
        return catalog, self.problems

    def _practice(self, slug: str, path: str) -> Sheet[Practice] | None:
        document, fields, sections = self._read(path, PracticeFields, PRACTICE_SECTIONS)
        if fields is None:
            return None
        practice = Practice.model_construct(
            **fields.__dict__, slug=slug, path=path, sections=sections
        )
        return Sheet(document, practice)

    def _presentation(self, event: str, slug: str, path: str) -> Sheet[Presentation] | None:
        document, fields, sections = self._read(path, PresentationFields, PRESENTATION_SECTIONS)
        if fields is None:
            return None
        presentation = Presentation.model_construct(
            **fields.__dict__, practice_slug=slug, event_slug=event, path=path, sections=sections
        )
        return Sheet(document, presentation)

    def _event(
        self, slug: str, path: str, presentations: list[Presentation]
    ) -> Sheet[Event] | None:
        document, fields, sections = self._read(path, EventFields, ())
        if fields is None:
            return None
        presentations.sort(key=lambda presentation: (presentation.order, presentation.path))
        event = Event.model_construct(
            **fields.__dict__,
            slug=slug,
            path=path,
            sections=sections,
            presentations=tuple(presentations),
        )
        return Sheet(document, event)

    def _read(
        self, path: str, model: type[Fields], kinds: Sequence[SectionKind]
    ) -> tuple[Document, Fields | None, tuple[Section, ...]]:
        """Parse and validate one file, noting its problems; no fields where it has any."""
        document, problems = parse_sheet(path, (self.root / path).read_bytes())
        if not problems:
            context = {"taxonomies": self.taxonomies}
            fields, wrong_fields = validated(model, document, context=context)
            sections, wrong_sections = read_sections(document, kinds)
            problems = wrong_fields + wrong_sections
            if not problems:
                return document, fields, sections
        self.problems += problems
        self.unread.add(path)
        return document, None, ()
