"""Find the numbers that identify or reach a person: none may be published.

Peru's Ley 29733 protects them. The national identity document (DNI) has eight digits, with or
without the check digit behind a hyphen (https://www.gob.pe/235); a mobile telephone has nine, and
the first is a 9. A number does not show whether it is a child's, so all are refused.
A date is no such number. Neither is a number that the words beside it call a sum of money or the
number of a document.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# The numbers in an address of the web or of mail are not a person's, except in these three forms.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)\S+@\S+", re.IGNORECASE)
_MOBILE_IN_ADDRESS = re.compile(r"(?:\bwa\.me/|\bphone=|\btel:)(\+?(?:51)?9[0-9]{8})(?![0-9])")
_DNI_IN_MAIL = re.compile(r"(?<![\w.+-])([0-9]{8})@")
_MOBILE_IN_MAIL = re.compile(r"(?<![\w.+-])(9[0-9]{8})@")

# Eight digits, and at most one sign between two of them. The text may be the bytes of a file read
# as Latin-1, where a sign of UTF-8 takes several characters.
_EIGHT_DIGITS = re.compile(r"[0-9](?:(?:[ ._*-]|\*\*|\xc2\xa0|\xe2\x80[\x80-\xbf])?[0-9]){7}")
# The texts that most often have eight digits: a day, two years, and the number of a norm.
_USUAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}(?:-|\xe2\x80[\x80-\xbf])20[0-9]{2}")
# A character reference of HTML («&#57;») and the bytes of a full-width digit may be digits too.
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
_ROUND_OR_DATE = re.compile(r".*0000|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_CURRENCY_OR_DOCUMENT = re.compile(
    r"(?:S/\.?|[$€]|\b(?:SNIP|CUI|expediente|exp|resolución|oficio|informe|partida"
    r"|partida registral))[ .:]*(?:N\.?\s?[°º]\s?)?$",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r" ?(?:de )?(?:soles|dólares)\b", re.IGNORECASE)
# Blanks other than a space or a line break, and digits of other scripts.
_ODD = re.compile(r"[^\S\n ]|(?![0-9])\d")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def numbers_of_people(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position of each number of a person in `text`, from 0, and the message about it.
    The message repeats only two characters of the number, since messages are public too."""
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
                _ROUND_OR_DATE.fullmatch(re.sub("[^0-9]", "", found[1]))
                or _CURRENCY_OR_DOCUMENT.search(before)
                or _CURRENCY.match(text, found.end())
            ):
                yield found, what


def _plain(text: str) -> str:
    """The text with ASCII digits, hyphens and spaces in place of all others, so that every
    position stays the same."""
    if text.isascii():
        return text
    text = _ODD.sub(lambda odd: " " if odd[0].isspace() else str(unicodedata.decimal(odd[0])), text)
    return _DASHES.sub("-", text)


def may_have_any(text: str) -> bool:
    """Whether the text may hold the number of a person: a quick test that most texts fail."""
    return any(sign in text for sign in _DISGUISED) or any(
        not _USUAL.fullmatch(found[0]) for found in _EIGHT_DIGITS.finditer(text)
    )
