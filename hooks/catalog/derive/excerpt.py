"""Excerpts of a section: the beginning of its text, cut where a sentence ends.

The excerpt of a list is its first items. The excerpt of an item is the words in bold at its start
and its first sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from catalog.text.html import text_of

if TYPE_CHECKING:
    from catalog.source.sections import Section

ITEMS = 3
# The most characters of an excerpt of a paragraph; its first sentence is kept at any length.
_FITS = 260
_LEAD = re.compile(r"(?:<p>)?<strong>(.*?)</strong>(.*)", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
# The signs that may end a sentence, before a space and the start of another sentence.
_END = re.compile(r"(\w*)[.!?…]+[»”\")\]]*(?= [«“\"(¿¡]*[A-ZÁÉÍÓÚÑ0-9])")
_SHORT = set("sr sra srta dr dra ing lic mg prof econ psic av jr nro núm art pág".split())


@dataclass(frozen=True)
class Point:
    """An item of a list: the words in bold at its start, if any, and its first sentence."""

    lead: str
    text: str


@dataclass(frozen=True)
class Excerpt:
    """The text at the start of a section, or the first points of its list; `more` items follow."""

    text: str = ""
    points: tuple[Point, ...] = ()
    more: int = 0


def excerpt(section: Section) -> Excerpt:
    """The excerpt of a section: its first paragraph, or the first points of its list.

    The list is used where no paragraph stands before it, or where that paragraph ends in a colon.
    The paragraph goes with the points only if the list follows it directly: the colon may announce
    a table, which has no excerpt.
    """
    listed = re.search(r"<[ou]l\b", section.html)
    opening = _PARAGRAPH.search(section.html, 0, listed.start() if listed else len(section.html))
    text = _beginning(_plain(opening[1])) if opening else ""
    if not listed or (text and not text.endswith(":")):
        return Excerpt(text or _beginning(section.text))
    announced = opening and not section.html[opening.end() : listed.start()].strip()
    points = tuple(point(html) for html in section.items[:ITEMS])
    return Excerpt(text if announced else "", points, len(section.items) - len(points))


def leads(section: Section) -> tuple[str, ...]:
    """The words in bold at the start of each item of the section's list; empty if one has none."""
    found = tuple(point(html).lead.rstrip(".") for html in section.items)
    return found if all(found) else ()


def steps(section: Section) -> Excerpt:
    """The words in bold of every item of the section's list, as points without text. If an item has
    no words in bold, the excerpt of the section."""
    named = leads(section)
    return Excerpt(points=tuple(Point(lead, "") for lead in named)) if named else excerpt(section)


def point(html: str) -> Point:
    """The excerpt of an item of a list, given its HTML."""
    own = re.split(r"<[ou]l\b", html)[0]  # without an inner list, unless a colon announces the list
    own = html if _plain(own).endswith(":") else own
    found = _LEAD.match(own)
    lead = _plain(found[1]) if found else ""
    if found and re.search(r"[.:?!…]»?$", lead):
        return Point(lead, sentences(_plain(found[2]))[0])
    return Point("", sentences(_plain(own))[0])


def sentences(text: str) -> list[str]:
    """The whole sentences of a text. The dot after an initial (`E. Pérez`) or an abbreviation
    (`Dra. Pérez`) ends no sentence."""
    ends = [end.end() for end in _END.finditer(text) if not _abbreviated(end[1])]
    return [text[start:end].strip() for start, end in pairwise([0, *ends, len(text)])]


def _abbreviated(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or word.lower() in _SHORT


def _plain(html: str) -> str:
    """The text of some HTML. Tags of bold and links leave no space: they may stand in a word."""
    return text_of(re.sub(r"</?(?:strong|em|a|code)\b[^>]*>", "", html))


def _beginning(text: str) -> str:
    first, *others = sentences(text)
    for sentence in others:
        if len(first) + len(sentence) >= _FITS:
            break
        first = f"{first} {sentence}"
    return first
