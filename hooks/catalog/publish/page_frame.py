"""The frame that pages of a kind share: rendered once, and filled for each of them.

The site generator renders it around marks, where a page's own words will go; here it is cut at
them, once. What fills it is never searched, so nothing that a page says can pass for a mark.
"""

from __future__ import annotations

import re

from markupsafe import escape

SLOTS = ("title", "description", "canonical", "source", "content")
_NEEDED = {"title", "description", "content"}


def mark(slot: str) -> str:
    """The mark for `slot` while the frame is rendered. It holds a null character: no text has one,
    since HTML and YAML forbid it, and escaping leaves it alone."""
    return f"\0{slot}\0"


WORDS = {slot: mark(slot) for slot in ("title", "description")}
"""The marks of what every page says of itself."""


class Frame:
    """A frame ready to be filled. `html` holds the mark of each slot, any number of times."""

    def __init__(self, html: str) -> None:
        """Raises ValueError if the frame would lose the page's content or its words."""
        # Text and the names of slots take turns.
        self._pieces = re.split(f"\0({'|'.join(SLOTS)})\0", html)
        if missing := _NEEDED - set(self._pieces[1::2]):
            raise ValueError(f"The frame has no place for {', '.join(sorted(missing))}.")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frame) and self._pieces == other._pieces

    def __hash__(self) -> int:
        return hash(tuple(self._pieces))

    def fill(self, content: str, **words: str) -> str:
        """The page: `content` is HTML and stands as it is, all other words are escaped."""
        filling = {slot: str(escape(text)) for slot, text in words.items()} | {"content": content}
        pieces = self._pieces.copy()
        pieces[1::2] = [filling[slot] for slot in pieces[1::2]]
        return "".join(pieces)
