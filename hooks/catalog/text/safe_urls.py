"""Check the address of a link: it must be complete and safe, and hold no password.

A browser reads an address by https://url.spec.whatwg.org, and mends spaces, backslashes and quotes
on its own. An address with these is refused here, so that the browser opens the address as written.
"""

from __future__ import annotations

import re

# The host is a name, in letters of Latin-1: those of other alphabets may look the same. The pattern
# has no flags, since an editor's JSON Schema takes it too and has none.
HTTPS = re.compile(
    r"[Hh][Tt][Tt][Pp][Ss]://([0-9A-Za-zÀ-ÿ_-]+\.)+(?![0-9]+([:/?#\s]|$))[0-9A-Za-zÀ-ÿ_-]+"
    r'(:[0-9]{1,5})?([/?#][^\s\\"<>^`{|}]*)?'
)
_CREDENTIALS = re.compile(r"[a-z][a-z+.-]*://[^/?#]*@", re.IGNORECASE)
MAIL = re.compile(
    r"[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]+(-+[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}"
)


# An address in the words of a link, which a reader takes for where the link leads.
_ADDRESS_IN_WORDS = re.compile(r"(?:https?://|www\.)([^\s/?#:]+)", re.IGNORECASE)


def why_not_words(words: str, address: str) -> str:
    """The message about the words of a link that name the host of another address, or ""."""
    host = _host(address)
    for named in _ADDRESS_IN_WORDS.findall(words):
        if _without_www(named) != host:
            return "Sus palabras nombran otro sitio. Ponga en ellas qué se encontrará al abrirlo."
    return ""


def _host(address: str) -> str:
    return _without_www(re.split("[/?#:]", address.partition("://")[2], maxsplit=1)[0])


def _without_www(host: str) -> str:
    return host.lower().removeprefix("www.").rstrip(".,;)")


def why_not_https(address: str) -> str:
    """The message about an address that cannot be a page's, or "" for one that can."""
    if _CREDENTIALS.match(address):
        return "La dirección lleva un usuario o una contraseña antes de «@». Bórrelos."
    if address[:7].lower() == "http://":
        return "No es una dirección segura. Cambie http:// por https:// y compruebe que se abre."
    if not HTTPS.fullmatch(address):
        return "No es una dirección completa. Debe empezar con https:// y no llevar espacios."
    return ""


def why_not_link(address: str) -> str:
    """The message about an address to which a text may not link, or "". A text may link to a page
    or to a mail address."""
    if not address:
        return "No lleva a ninguna parte, o su dirección no se admite. Debe empezar con https://"
    if address[:7].lower() == "mailto:":
        if MAIL.fullmatch(address[7:]):
            return ""
        return "No es un correo. Escríbalo así: nombre@institucion.gob.pe"
    return why_not_https(address)
