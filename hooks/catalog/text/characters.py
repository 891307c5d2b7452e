"""Find the misfits of a text: characters that no text may hold.

A misfit is invisible, reorders the text beside it, exists only in the font of one program, is what
remains of a letter that was lost between two encodings, or is one accent too many.
Sources: Unicode's general categories (https://www.unicode.org/reports/tr44/), its bidirectional
controls (tr9), and its recommendations on what may hide in a text (tr36).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Characters that few texts have: each of them is looked at by itself.
_UNUSUAL = re.compile(
    "[^\t\n -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf]"
    "|Ã[\x80-\xbf]|Â[\xa0-\xbf]"
)
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Invisible, though Unicode calls them letters, marks or symbols.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")
# Unicode's noncharacters: a block, and the last two numbers of each plane.
_NEVER = frozenset(map(chr, range(0xFDD0, 0xFDF0))) | frozenset(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
# A variation selector chooses the look of the character before it: a sign or an emoji. Behind any
# other character it is invisible.
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SELECTED = re.compile("[0-9#*©®\u203c-\u3299\U0001f000-\U0001faff][\ufe0e\ufe0f]")
# A joiner stands between two emoji and makes one of them: «👩‍🏫».
_BEFORE_JOINER = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]")
_AFTER_JOINER = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff]")
# So many accents on one letter, more than in any language, cover the lines around it.
_PILED = re.compile("[\u0300-\u036f]{4}")
_JOINER = "\u200d"
_LOST = "\N{REPLACEMENT CHARACTER}"

_CONTROL = "Hay un carácter que no se ve. Bórrelo: suele venir de copiar de otro programa."
_HIDDEN = (
    "Hay un carácter invisible. Bórrelo, junto con las letras de sus lados, y vuelva a escribirlas."
)
_REORDERS = "Hay un carácter invisible que cambia el orden de las letras. Bórrelo."
_PRIVATE = (
    "Hay un símbolo que solo existe en la fuente de otro programa, como las viñetas de Word. "
    "Cámbielo por un guion o por una palabra."
)
_ENCODING = (
    "Aquí se perdió una letra: el archivo pasó por otra codificación. Corrija el texto y guárdelo "
    "en UTF-8."
)
_ACCENTS = "Hay demasiados acentos sobre una letra. Deje uno."


def misfits(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position of each misfit in `text`, from 0, and the message about it."""
    if text.isascii() and text.replace("\n", " ").isprintable():
        return
    for found in _UNUSUAL.finditer(text):
        if message := _why_not(text, found.start()):
            yield found.start(), message


def without_misfits(text: str) -> str:
    """The text with a space in place of each misfit, so that the rest can be read."""
    places = {place for place, _ in misfits(text)}
    return (
        "".join(" " if n in places else character for n, character in enumerate(text))
        if places
        else text
    )


def _why_not(text: str, place: int) -> str:
    character = text[place]
    category = unicodedata.category(character)
    if character == _LOST or character in "ÃÂ":
        return _ENCODING
    if character in _DIRECTION:
        return _REORDERS
    if character == _JOINER and _joins(text, place):
        return ""
    if category == "Cc":
        return _CONTROL
    if category in ("Cf", "Zl", "Zp", "Cs") or character in _BLANK or character in _NEVER:
        return _HIDDEN
    if _SELECTORS.match(character) and not (place and _SELECTED.match(text, place - 1)):
        return _HIDDEN
    if category == "Co":
        return _PRIVATE
    if _PILED.match(text, place):
        return _ACCENTS
    return ""


def _joins(text: str, place: int) -> bool:
    return bool(
        _BEFORE_JOINER.match(text, place - 1) and _AFTER_JOINER.match(text, place + 1)
        if place
        else False
    )
