"""From the folder of a catalogue to a Catalog, or to every Problem of every file in it."""

from __future__ import annotations

import gc
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from catalog.check.event_rules import EVENT_RULES, PRESENTATION_RULES
from catalog.check.practice_rules import PRACTICE_RULES, Sheet, Shelf
from catalog.check.privacy import personal_data
from catalog.check.unfinished import MARK, pending
from catalog.check.warnings.doubts import EVENT_DOUBTS, PRACTICE_DOUBTS, PRESENTATION_DOUBTS
from catalog.model import (
    PRACTICE_SECTIONS,
    PRESENTATION_SECTIONS,
    Catalog,
    Event,
    Practice,
    Presentation,
)
from catalog.schema.fields import EventFields, PracticeFields, PresentationFields
from catalog.schema.validation import PartlyRead, Strict, UnreadError, sound, validated
from catalog.schema.vocabularies import Vocabularies, load_vocabularies
from catalog.source.front_matter import MAX_BYTES, parse_sheet, parse_text
from catalog.source.layout import read_tree
from catalog.source.plain_files import read
from catalog.source.problems import Severity
from catalog.source.sections import SectionKind, read_sections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from catalog.source.problems import Problem

Content = TypeVar("Content", Practice, Event, Presentation)
# Which fields were given, of each content: nobody asks, and it takes more than many a field does.
_NOT_KEPT: set[str] = set()


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Reading and printing make no garbage in cycles. To look for it, Python would walk all that
    has been read over and over, which takes a fourth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass
class Memory:
    """What one `load` leaves to the next: the vocabularies, and what was read of each file, by
    its path, with the bytes that it had. Nothing of it holds with other vocabularies."""

    vocabularies: Vocabularies | None = None
    files: dict[str, tuple[bytes, tuple[Any, list[Problem]]]] = field(default_factory=dict)


def load(root: Path, memory: Memory | None = None) -> tuple[Catalog | None, list[Problem]]:
    """Read the catalogue at `root` (the folder that holds `practices/`).

    Returns the Catalog and its warnings; or None and every Problem, in order of file and line.
    Given the same `memory` again, files that did not change are not parsed again, and what was
    made of them is the same object.
    """
    vocabularies, problems = load_vocabularies(root)
    if vocabularies is None:
        return None, sorted(problems + read_tree(root)[1])
    if memory and memory.vocabularies != vocabularies:
        memory.vocabularies, memory.files = vocabularies, {}
    if memory and memory.vocabularies:
        vocabularies = memory.vocabularies
    with nothing_collected():
        catalog, problems = _Loader(root, vocabularies, memory).load()
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if failed else catalog), sorted(problems)


Rule: TypeAlias = "Callable[[Sheet[Content], Shelf], Iterator[Problem]]"


def _asked(
    sheets: Sequence[Sheet[Content] | None], rules: Sequence[Rule[Content]], shelf: Shelf
) -> Iterator[Problem]:
    """What each of the rules says of each of the sheets, as far as they could be read."""
    for sheet in filter(None, sheets):
        for rule in rules:
            with suppress(UnreadError):
                yield from rule(sheet, shelf)


class _Loader:
    """One reading of a catalogue: gathers the problems while the files are read."""

    def __init__(self, root: Path, vocabularies: Vocabularies, memory: Memory | None) -> None:
        self.root = root
        self.vocabularies = vocabularies
        self.memory = memory
        self.problems: list[Problem] = []
        self.unread: set[str] = set()

    def load(self) -> tuple[Catalog, list[Problem]]:
        tree, self.problems = read_tree(self.root)
        for path in tree.pages:
            self._page(path)
        practices = [
            self._read(path, PracticeFields, PRACTICE_SECTIONS, Practice, {"slug": slug})
            for slug, path in tree.sheets.items()
        ]
        presentations = [
            self._read(
                path,
                PresentationFields,
                PRESENTATION_SECTIONS,
                Presentation,
                {"practice_slug": slug, "event_slug": event},
            )
            for (event, slug), path in tree.presentations.items()
        ]
        at_event: dict[str, list[Presentation]] = {slug: [] for slug in tree.events}
        for sheet in presentations:
            if sheet and sheet.whole and sheet.content.event_slug in at_event:
                at_event[sheet.content.event_slug].append(sheet.content)
        events = [self._event(slug, path, at_event[slug]) for slug, path in tree.events.items()]
        catalog = Catalog(
            (sheet.content for sheet in practices if sheet and sheet.whole),
            (sheet.content for sheet in events if sheet and sheet.whole),
            self.vocabularies,
        )
        shelf = Shelf(catalog, tree, frozenset(self.unread))
        self.problems += _asked(practices, PRACTICE_RULES, shelf)
        self.problems += _asked(events, EVENT_RULES, shelf)
        self.problems += _asked(presentations, PRESENTATION_RULES, shelf)
        # Doubts compare files: what could not be read is not counted wrong, and what must be mended
        # is not buried.
        if not self.problems:
            self.problems += _asked(practices, PRACTICE_DOUBTS, shelf)
            self.problems += _asked(events, EVENT_DOUBTS, shelf)
            self.problems += _asked(presentations, PRESENTATION_DOUBTS, shelf)
        return catalog, self.problems

    def _page(self, path: str) -> None:
        """What a hand-written page may not hold either. What it does hold is MkDocs' to read."""
        raw, problems = read(self.root, path, MAX_BYTES)
        if not problems:
            document, problems = parse_text(path, raw)
            problems += personal_data(document, raw)
        self.problems += problems

    def _event(
        self, slug: str, path: str, presentations: list[Presentation]
    ) -> Sheet[Event] | None:
        presentations.sort(key=lambda presentation: (presentation.order, presentation.path))
        identity = {"slug": slug, "presentations": ()}
        sheet = self._read(path, EventFields, (), Event, identity)
        if sheet is None or not sheet.whole:
            return sheet
        event = sheet.content.model_copy(update={"presentations": tuple(presentations)})
        return Sheet(sheet.document, event)

    def _read(
        self,
        path: str,
        model: type[Strict],
        kinds: Sequence[SectionKind],
        made: type[Content],
        identity: dict[str, Any],
    ) -> Sheet[Content] | None:
        """What one file holds, as one of `made`, noting its problems; None where none of it could
        be read. `identity` is what the file does not say of itself."""
        raw, unreadable = read(self.root, path, MAX_BYTES)
        if unreadable:
            self.problems += unreadable
            self.unread.add(path)
            return None
        before = self.memory.files.get(path) if self.memory else None
        sheet: Sheet[Content] | None
        if before and before[0] == raw:
            sheet, problems = before[1]
        else:
            sheet, problems = self._parse(path, raw, model, kinds, made, identity)
        if self.memory:
            self.memory.files[path] = raw, (sheet, problems)
        if problems:
            self.problems += problems
            self.unread.add(path)
        return sheet

    def _parse(
        self,
        path: str,
        raw: bytes,
        model: type[Strict],
        kinds: Sequence[SectionKind],
        made: type[Content],
        identity: dict[str, Any],
    ) -> tuple[Sheet[Content] | None, list[Problem]]:
        document, problems = parse_sheet(path, raw)
        is_sure = not problems and document.data is not None
        context = {"vocabularies": self.vocabularies}
        fields = None
        if document.data is not None:
            fields, wrong_fields = validated(model, document, context=context)
            # A value that could not be read for sure is told once.
            told = {(problem.line, problem.column) for problem in problems}
            problems += [its for its in wrong_fields if (its.line, its.column) not in told]
        sections, wrong_sections = read_sections(document, kinds)
        problems += wrong_sections
        problems += personal_data(document, raw)
        if MARK.encode() in raw:
            problems += pending(document)
        known = identity | {"path": path} | ({} if wrong_sections else {"sections": sections})
        if fields is not None and not problems:
            document.forget()
            content = made.model_construct(_NOT_KEPT, **fields.__dict__, **known)
            return Sheet(document, content), []
        if not is_sure:
            return None, problems
        known |= fields.__dict__ if fields is not None else sound(model, document, context)
        return Sheet(document, cast("Content", PartlyRead(known)), whole=False), problems
