"""The text and the ids of HTML that this project wrote or cleaned itself."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape


# Enough for all sections of a catalogue: `serve` asks for their text at each edit.
@lru_cache(maxsize=8192)
def text_of(html: str) -> str:
    """The text of an HTML fragment: without tags, entities read, single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def ids_of(html: str) -> set[str]:
    """The ids of the elements, which are the places that a link into the page can lead to."""
    return set(re.findall(' id="([^"]+)"', html))
