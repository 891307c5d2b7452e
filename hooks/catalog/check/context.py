"""The two arguments of a rule: a file as it was read, and its surroundings in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Generic, TypeVar

from catalog.model import Catalog, Challenge, Event, Practice, Presentation
from catalog.source.problems import quoted, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.source.document import Document
    from catalog.source.layout import Tree

AnyContent = TypeVar("AnyContent", Practice, Event, Presentation, Challenge)
# The content that names the institutions behind it and their contacts.
Signed = TypeVar("Signed", Practice, Challenge)


@dataclass(frozen=True)
class SourceFile(Generic[AnyContent]):
    """A file: its text with the place of every value (`document`), and its content. A file with
    mistakes is not `whole`: its content holds the part that could be read (see
    `schema.validation.PartlyRead`)."""

    document: Document
    content: AnyContent
    whole: bool = True


@dataclass(frozen=True)
class Surroundings:
    """The catalogue as far as it could be read, and the paths of all of its files.

    `unread` holds the paths of the files with problems of their own. A rule that depends on such a
    file cannot judge, and reports nothing.
    """

    catalog: Catalog
    tree: Tree
    unread: frozenset[str]

    @cached_property
    def in_doubt(self) -> set[str]:
        """The slugs of the practices whose presentations could not all be read."""
        events = self.tree.events
        return self.tree.in_doubt | {
            slug
            for (event, slug), path in self.tree.presentations.items()
            if event not in events or path in self.unread or events[event] in self.unread
        }

    @cached_property
    def not_held(self) -> dict[str, Event]:
        """The events that are still to come, or that will not be, by their slugs."""
        held = self.catalog.was_held
        return {event.slug: event for event in self.catalog.events if not held(event)}

    @cached_property
    def former_practices(self) -> dict[str, str]:
        """For each former slug of a practice, the path of the first sheet that names it."""
        return _formers(self.catalog.practices)

    @cached_property
    def former_events(self) -> dict[str, str]:
        """For each former slug of an event, the path of the first event that names it."""
        return _formers(self.catalog.events)

    @cached_property
    def former_challenges(self) -> dict[str, str]:
        """For each former slug of a challenge, the path of the first one that names it."""
        return _formers(self.catalog.challenges)

    def no_such_practice(self, slug: str) -> str:
        """The message about a slug that no practice has. It gives the slug that the practice has
        now, or else the nearest one."""
        message = f"No existe una práctica {quoted(slug)}."
        if path := self.former_practices.get(slug):
            return f"{message} Ahora se llama «{PurePosixPath(path).stem}»."
        return message + suggestion(slug, self.tree.sheets)

    @cached_property
    def first_in_order(self) -> dict[tuple[str, int], str]:
        """For each event's slug and place in its order, the path of the first presentation that
        has this place."""
        first: dict[tuple[str, int], str] = {}
        for event in self.catalog.events:
            for presentation in event.presentations:  # already by order, then by path
                first.setdefault((event.slug, presentation.order), presentation.path)
        return first


def _formers(items: Iterable[Practice | Event | Challenge]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in sorted(items, key=lambda item: item.path):
        for slug in item.former_slugs:
            found.setdefault(slug, item.path)
    return found
