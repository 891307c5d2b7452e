"""The addresses that a text may link to: complete, safe, and without a password.

A browser reads an address by https://url.spec.whatwg.org and mends some faults on its own (spaces,
backslashes, quotes). Such an address is refused, so that the browser opens the address that is
read."""

from __future__ import annotations

import re

# A page's host has a name, in letters that Spanish has: those of others may look the same.
# Said so that an editor's JSON Schema can hold the same: those have no flags.
HTTPS = re.compile(
    r"[Hh][Tt][Tt][Pp][Ss]://([0-9A-Za-zÀ-ÿ_-]+\.)+(?![0-9]+([:/?#\s]|$))[0-9A-Za-zÀ-ÿ_-]+"
    r'(:[0-9]{1,5})?([/?#][^\s\\"<>^`{|}]*)?'
)
_CREDENTIALS = re.compile(r"[a-z][a-z+.-]*://[^/?#]*@", re.IGNORECASE)
MAIL = re.compile(
    r"[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]+(-+[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}"
)


def why_not_https(address: str) -> str:
    """The message about the fault of a page's address, or "" for a good address."""
    if _CREDENTIALS.match(address):
        return "La dirección lleva un usuario o una contraseña antes de «@». Bórrelos."
    if address[:7].lower() == "http://":
        return "No es una dirección segura. Cambie http:// por https:// y compruebe que se abre."
    if not HTTPS.fullmatch(address):
        return "No es una dirección completa. Debe empezar con https:// y no llevar espacios."
    return ""


def why_not_link(address: str) -> str:
    """The message about the fault of a link in a text, or "". A link may lead to a mail address
    too."""
    if not address:
        return "No lleva a ninguna parte, o su dirección no se admite. Debe empezar con https://"
    if address[:7].lower() == "mailto:":
        if MAIL.fullmatch(address[7:]):
            return ""
        return "No es un correo. Escríbalo así: nombre@institucion.gob.pe"
    return why_not_https(address)
