"""Excerpts of a section: how its text begins, cut where a sentence ends.

The excerpt of a list is its first items, and of each item the words in bold that it begins with and
its first sentence.
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
# A paragraph's first sentence stands however long it is, and those after it while they fit.
_FITS = 260
_LEAD = re.compile(r"(?:<p>)?<strong>(.*?)</strong>(.*)", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
# What may end a sentence, where another begins.
_END = re.compile(r"(\w*)[.!?…]+[»”\")\]]*(?= [«“\"(¿¡]*[A-ZÁÉÍÓÚÑ0-9])")
_SHORT = set("sr sra srta dr dra ing lic mg prof econ psic av jr nro núm art pág".split())


@dataclass(frozen=True)
class Point:
    """An item of a list: its words in bold, if it begins with any, and its first sentence."""

    lead: str
    text: str


@dataclass(frozen=True)
class Excerpt:
    """The text that a section begins with, or the first points of its list and how many follow."""

    text: str = ""
    points: tuple[Point, ...] = ()
    more: int = 0


def excerpt(section: Section) -> Excerpt:
    """The beginning of a section. A paragraph that ends in a colon goes with the list that follows
    it. If a table follows, the section's list stands in its place."""
    listed = re.search(r"<[ou]l\b", section.html)
    opening = _PARAGRAPH.search(section.html, 0, listed.start() if listed else len(section.html))
    text = _beginning(_plain(opening[1])) if opening else ""
    if not listed or (text and not text.endswith(":")):
        return Excerpt(text or _beginning(section.text))
    announced = opening and not section.html[opening.end() : listed.start()].strip()
    points = tuple(point(html) for html in section.items[:ITEMS])
    return Excerpt(text if announced else "", points, len(section.items) - len(points))


def leads(section: Section) -> tuple[str, ...]:
    """The words in bold that each item of the section's list begins with, if all do."""
    found = tuple(point(html).lead.rstrip(".") for html in section.items)
    return found if all(found) else ()


def steps(section: Section) -> Excerpt:
    """The bold beginning of each item of the section's list; if an item has none, the beginning of
    the section."""
    named = leads(section)
    return Excerpt(points=tuple(Point(lead, "") for lead in named)) if named else excerpt(section)


def point(html: str) -> Point:
    """The beginning of an item of a list, given its HTML."""
    own = re.split(r"<[ou]l\b", html)[0]  # without the list inside it, unless it announces one
    own = html if _plain(own).endswith(":") else own
    found = _LEAD.match(own)
    lead = _plain(found[1]) if found else ""
    if found and re.search(r"[.:?!…]»?$", lead):
        return Point(lead, sentences(_plain(found[2]))[0])
    return Point("", sentences(_plain(own))[0])


def sentences(text: str) -> list[str]:
    """The sentences of a text, whole: none ends after an initial (`E. Pérez`) or what is written
    short before a name (`Dra. Pérez`)."""
    ends = [end.end() for end in _END.finditer(text) if not _abbreviated(end[1])]
    return [text[start:end].strip() for start, end in pairwise([0, *ends, len(text)])]


def _abbreviated(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or word.lower() in _SHORT


def _plain(html: str) -> str:
    """Its words. What is in bold or a link may be part of one, so that it parts none."""
    return text_of(re.sub(r"</?(?:strong|em|a|code)\b[^>]*>", "", html))


def _beginning(text: str) -> str:
    first, *others = sentences(text)
    for sentence in others:
        if len(first) + len(sentence) >= _FITS:
            break
        first = f"{first} {sentence}"
    return first
