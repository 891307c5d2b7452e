"""The frame that pages of one kind share: rendered once, and filled for each page.

The site generator renders the frame with marks in the places of a page's own words. Frame cuts it
at the marks, once. The words that fill a frame are never searched for marks.
"""

from __future__ import annotations

import re

from markupsafe import escape

SLOTS = ("title", "description", "canonical", "source", "content")
_NEEDED = {"title", "description", "content"}


def mark(slot: str) -> str:
    """The mark that holds the place of `slot` while the frame is rendered. It has null characters,
    which no text can hold, since HTML and YAML forbid them, and which escaping does not change."""
    return f"\0{slot}\0"


WORDS = {slot: mark(slot) for slot in ("title", "description")}
"""The marks of the words that every page has."""


class Frame:
    """A frame ready to be filled. `html` holds the mark of each slot, any number of times."""

    def __init__(self, html: str) -> None:
        """Raises ValueError if `html` has no mark for the content, the title or the description."""
        # Pieces of text alternate with names of slots.
        self._pieces = re.split(f"\0({'|'.join(SLOTS)})\0", html)
        if missing := _NEEDED - set(self._pieces[1::2]):
            raise ValueError(f"The frame has no place for {', '.join(sorted(missing))}.")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frame) and self._pieces == other._pieces

    def __hash__(self) -> int:
        return hash(tuple(self._pieces))

    def fill(self, content: str, **words: str) -> str:
        """The HTML of a page. `content` is HTML and is not changed; all other words are escaped."""
        filling = {slot: str(escape(text)) for slot, text in words.items()} | {"content": content}
        pieces = self._pieces.copy()
        pieces[1::2] = [filling[slot] for slot in pieces[1::2]]
        return "".join(pieces)
