"""Read the folder of a catalogue into a Catalog, or into every Problem of every file in it."""

from __future__ import annotations

import gc
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from catalog.check.challenge_rules import CHALLENGE_RULES
from catalog.check.context import AnyContent, SourceFile, Surroundings
from catalog.check.event_rules import EVENT_RULES
from catalog.check.practice_rules import PRACTICE_RULES
from catalog.check.presentation_rules import PRESENTATION_RULES
from catalog.check.privacy import personal_data
from catalog.check.unfinished import MARK, unfinished
from catalog.check.warnings.all_warnings import (
    CHALLENGE_WARNINGS,
    EVENT_WARNINGS,
    PRACTICE_WARNINGS,
    PRESENTATION_WARNINGS,
)
from catalog.clock import today
from catalog.model import (
    CHALLENGE_SECTIONS,
    PRACTICE_SECTIONS,
    PRESENTATION_SECTIONS,
    Catalog,
    Challenge,
    Event,
    Practice,
    Presentation,
)
from catalog.schema.challenge_fields import ChallengeFields
from catalog.schema.event_fields import EventFields, PresentationFields
from catalog.schema.fields import PracticeFields
from catalog.schema.validation import PartlyRead, Strict, UnreadError, sound, validated
from catalog.schema.vocabularies import Vocabularies, load_vocabularies
from catalog.source.front_matter import MAX_BYTES, parse_sheet, parse_text
from catalog.source.layout import read_tree
from catalog.source.plain_files import read
from catalog.source.problems import Severity
from catalog.source.sections import SectionKind, read_sections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from catalog.source.problems import Problem

# Pydantic keeps in each object the set of the fields that were given, which takes more memory than
# many a field. All objects share this empty set instead.
_NO_FIELDS_SET: set[str] = set()


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Stop the garbage collector while a catalogue is read or printed. Neither makes cyclic
    garbage, and the collector would walk all objects again and again: a fourth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass
class ReadFiles:
    """The files that one `load` leaves to the next: for each path, the bytes of the file, its
    content and its Problems. They are valid only for these vocabularies and this day."""

    vocabularies: Vocabularies | None = None
    today: date | None = None
    files: dict[str, tuple[bytes, tuple[Any, list[Problem]]]] = field(default_factory=dict)


def load(root: Path, before: ReadFiles | None = None) -> tuple[Catalog | None, list[Problem]]:
    """Read the catalogue at `root` (the folder that holds `practices/`).

    Returns the Catalog and its warnings; or None and every Problem, in order of file and line.
    Where `before` is given, a file that did not change since the last `load` with it is not parsed
    again, and its content is the same object. `before` is brought up to date.
    """
    vocabularies, problems = load_vocabularies(root)
    if vocabularies is None:
        return None, sorted(problems + read_tree(root)[1])
    now = today()
    if before and (before.vocabularies, before.today) != (vocabularies, now):
        before.vocabularies, before.today, before.files = vocabularies, now, {}
    if before and before.vocabularies:
        vocabularies = before.vocabularies
    with without_garbage_collection():
        catalog, problems = _Loader(root, vocabularies, now, before).load()
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if failed else catalog), sorted(problems)


Rule: TypeAlias = "Callable[[SourceFile[AnyContent], Surroundings], Iterator[Problem]]"


def _apply(
    rules: Sequence[Rule[AnyContent]],
    files: Sequence[SourceFile[AnyContent] | None],
    around: Surroundings,
) -> Iterator[Problem]:
    """Yield the problems that the rules find in the files, as far as the files could be read."""
    for file in filter(None, files):
        for rule in rules:
            with suppress(UnreadError):
                yield from rule(file, around)


class _Loader:
    """One reading of a catalogue, which gathers the problems of its files."""

    def __init__(
        self, root: Path, vocabularies: Vocabularies, now: date, before: ReadFiles | None
    ) -> None:
        self.root = root
        self.vocabularies = vocabularies
        self.today = now
        self.before = before
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
        for file in presentations:
            if file and file.whole and file.content.event_slug in at_event:
                at_event[file.content.event_slug].append(file.content)
        events = [self._event(slug, path, at_event[slug]) for slug, path in tree.events.items()]
        challenges = [
            self._read(path, ChallengeFields, CHALLENGE_SECTIONS, Challenge, {"slug": slug})
            for slug, path in tree.challenges.items()
        ]
        catalog = Catalog(
            (file.content for file in practices if file and file.whole),
            (file.content for file in events if file and file.whole),
            self.vocabularies,
            self.today,
            (file.content for file in challenges if file and file.whole),
        )
        around = Surroundings(catalog, tree, frozenset(self.unread))
        self.problems += _apply(PRACTICE_RULES, practices, around)
        self.problems += _apply(EVENT_RULES, events, around)
        self.problems += _apply(PRESENTATION_RULES, presentations, around)
        self.problems += _apply(CHALLENGE_RULES, challenges, around)
        # Warnings compare files: they would miscount those that could not be read, and bury the
        # errors.
        if not self.problems:
            self.problems += _apply(PRACTICE_WARNINGS, practices, around)
            self.problems += _apply(EVENT_WARNINGS, events, around)
            self.problems += _apply(PRESENTATION_WARNINGS, presentations, around)
            self.problems += _apply(CHALLENGE_WARNINGS, challenges, around)
        return catalog, self.problems

    def _page(self, path: str) -> None:
        """Check a hand-written page for bad characters and numbers of people. MkDocs reads the
        rest of the page."""
        raw, problems = read(self.root, path, MAX_BYTES)
        if not problems:
            document, problems = parse_text(path, raw)
            problems += personal_data(document, raw)
        self.problems += problems

    def _event(
        self, slug: str, path: str, presentations: list[Presentation]
    ) -> SourceFile[Event] | None:
        presentations.sort(key=lambda presentation: (presentation.order, presentation.path))
        identity = {"slug": slug, "presentations": ()}
        file = self._read(path, EventFields, (), Event, identity)
        if file is None or not file.whole:
            return file
        event = file.content.model_copy(update={"presentations": tuple(presentations)})
        return SourceFile(file.document, event)

    def _read(
        self,
        path: str,
        model: type[Strict],
        kinds: Sequence[SectionKind],
        content_type: type[AnyContent],
        identity: dict[str, Any],
    ) -> SourceFile[AnyContent] | None:
        """The file at `path` with its content as a `content_type`, or None if nothing could be
        read. Its problems are gathered. `identity` holds the values that the path gives."""
        raw, unreadable = read(self.root, path, MAX_BYTES)
        if unreadable:
            self.problems += unreadable
            self.unread.add(path)
            return None
        known = self.before.files.get(path) if self.before else None
        file: SourceFile[AnyContent] | None
        if known and known[0] == raw:
            file, problems = known[1]
        else:
            file, problems = self._parse(path, raw, model, kinds, content_type, identity)
        if self.before:
            self.before.files[path] = raw, (file, problems)
        if problems:
            self.problems += problems
            self.unread.add(path)
        return file

    def _parse(
        self,
        path: str,
        raw: bytes,
        model: type[Strict],
        kinds: Sequence[SectionKind],
        content_type: type[AnyContent],
        identity: dict[str, Any],
    ) -> tuple[SourceFile[AnyContent] | None, list[Problem]]:
        document, problems = parse_sheet(path, raw)
        is_certain = not problems and document.data is not None
        context = {"vocabularies": self.vocabularies, "today": self.today}
        fields = None
        if document.data is not None:
            fields, wrong_fields = validated(model, document, context=context)
            # A value whose reading is uncertain is reported once, by the parser.
            reported = {(problem.line, problem.column) for problem in problems}
            problems += [
                problem
                for problem in wrong_fields
                if (problem.line, problem.column) not in reported
            ]
        sections, wrong_sections = read_sections(document, kinds)
        problems += wrong_sections
        problems += personal_data(document, raw)
        if MARK.encode() in raw:
            problems += unfinished(document)
        values = identity | {"path": path} | ({} if wrong_sections else {"sections": sections})
        if fields is not None and not problems:
            document.forget()
            content = content_type.model_construct(_NO_FIELDS_SET, **fields.__dict__, **values)
            return SourceFile(document, content), []
        if not is_certain:
            return None, problems
        values |= fields.__dict__ if fields is not None else sound(model, document, context)
        return SourceFile(document, cast("AnyContent", PartlyRead(values)), whole=False), problems
