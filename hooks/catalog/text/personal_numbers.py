"""Numbers that identify or reach a person, which are never published.

Peru's Ley 29733 protects them. The national identity document (DNI) has eight digits, with or
without the check digit behind a hyphen (https://www.gob.pe/235); a mobile telephone has nine, the
first a 9. A number does not say whose it is, so a child's is refused like any other. A number that
the words beside it call a sum of money, a date or the number of a document is accepted."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# The numbers in an address are not a person's, except in these.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+", re.IGNORECASE)
_MOBILE_IN_ADDRESS = re.compile(r"(?:\bwa\.me/|\bphone=|\btel:)(\+?(?:51)?9[0-9]{8})(?![0-9])")
_DNI_IN_MAIL = re.compile(r"(?<![\w.+-])([0-9]{8})@")
_MOBILE_IN_MAIL = re.compile(r"(?<![\w.+-])(9[0-9]{8})@")

# Eight digits as bytes read in Latin-1, whatever sign stands between two of them.
_EIGHT_DIGITS = re.compile(r"[0-9](?:(?:[ ._*-]|\*\*|\xc2\xa0|\xe2\x80[\x80-\xbf])?[0-9]){7}")
# Most numbers of so many digits: a day, two years, or the number of a norm.
_USUAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}(?:-|\xe2\x80[\x80-\xbf])20[0-9]{2}")
# Digits of other kinds, and characters spelt by number.
_DISGUISED = ("&", "\xef\xbc")
_NAMED_DNI = re.compile(
    r"\bD\.?\s?N\.?\s?I(?![a-z])[^0-9\n]{0,40}(?!(?:19|20)[0-9]{2}-20)"
    r"([0-9](?:[ ._-]?[0-9]){7})(?![0-9])",
    re.IGNORECASE,
)
_BARE_DNI = re.compile(r"(?<![\w.,/-])([0-9]{8}(?:-[0-9])?)(?![\w/]|[.,-][0-9])")
_NAMED_MOBILE = re.compile(
    r"\b(?:cel|celular|tel|telf|telefono|teléfono|tlf|movil|móvil|whatsapp|fono)"
    r"(?![a-zñáéíóú])[^0-9\n]{0,8}?((?:\+?51[ -]?)?9(?:[ ._-]?[0-9]){8})(?![0-9])",
    re.IGNORECASE,
)
_BARE_MOBILE = re.compile(
    r"(?<![\w.,/-])((?:\+?51[ .-]?)?(?:9[0-9]{2}[ .-]?[0-9]{3}[ .-]?[0-9]{3}"
    r"|9[0-9]{4}[ -][0-9]{4}|9[0-9]{3}[ -][0-9]{5}|9[0-9] [0-9]{3} [0-9]{4}"
    r"|9[0-9]{2} [0-9]{2} [0-9]{2} [0-9]{2}))(?![\w/]|[.,-][0-9])"
)
_DNI, _MOBILE = "el DNI de una persona", "el celular de una persona"
_NAMED = ((_NAMED_DNI, _DNI), (_NAMED_MOBILE, _MOBILE))
_BARE = ((_BARE_DNI, _DNI), (_BARE_MOBILE, _MOBILE))

# A number that is not a person's: a round one, a date, a sum of money, the number of a document.
_NOBODYS = re.compile(r".*0000|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_OF_WHAT = re.compile(
    r"(?:S/\.?|[$€]|\b(?:SNIP|CUI|expediente|exp|resolución|oficio|informe|partida"
    r"|partida registral))[ .:]*(?:N\.?\s?[°º]\s?)?$",
    re.IGNORECASE,
)
_MONEY = re.compile(r" ?(?:de )?(?:soles|dólares)\b", re.IGNORECASE)
# Blanks that are no space or line, and digits of other scripts.
_ODD = re.compile(r"[^\S\n ]|(?![0-9])\d")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def numbers_of_people(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place in `text` of each number of a person, and the message about it. The message
    does not repeat the number, since messages are public too."""
    text = _plain(text)
    if not may_have_any(text):
        return
    reported: set[int] = set()
    for found, what in _found(text):
        if found.start(1) in reported:
            continue
        reported.add(found.start(1))
        message = (
            f"El número que empieza con «{found[1][:2]}…» parece {what}. Bórrelo: aquí no van "
            "datos personales. Si es una cantidad, sepárela con comas: 12,345,678."
        )
        yield found.start(1), message


def _found(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for pattern, what in ((_MOBILE_IN_ADDRESS, _MOBILE), (_DNI_IN_MAIL, _DNI),
                          (_MOBILE_IN_MAIL, _MOBILE)):  # fmt: skip
        yield from ((found, what) for found in pattern.finditer(text))
    text = _ADDRESS.sub(lambda address: " " * len(address[0]), text)
    for pattern, what in _NAMED:
        yield from ((found, what) for found in pattern.finditer(text))
    for pattern, what in _BARE:
        for found in pattern.finditer(text):
            before = text[max(0, found.start() - 40) : found.start()]
            if not (
                _NOBODYS.fullmatch(re.sub("[^0-9]", "", found[1]))
                or _OF_WHAT.search(before)
                or _MONEY.match(text, found.end())
            ):
                yield found, what


def _plain(text: str) -> str:
    """The text with every digit, dash and blank replaced by that of a keyboard. Places stay the
    same."""
    if text.isascii():
        return text
    text = _ODD.sub(lambda odd: " " if odd[0].isspace() else str(unicodedata.decimal(odd[0])), text)
    return _DASHES.sub("-", text)


def may_have_any(text: str) -> bool:
    """Whether the text has enough digits to hold the number of a person: a quick no for most."""
    return any(sign in text for sign in _DISGUISED) or any(
        not _USUAL.fullmatch(found[0]) for found in _EIGHT_DIGITS.finditer(text)
    )
