"""Whether a work address is a public institution's, as far as its domain tells.

Peru gives `.gob.pe`, `.edu.pe` and `.mil.pe` to the State, to schools and to the armed forces
(https://punto.pe); what people use instead is mostly one of a few free services.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from catalog.folding import fold

PUBLIC = ("gob.pe", "edu.pe", "mil.pe")
FREE = ("gmail.com", "hotmail.com", "hotmail.es", "outlook.com", "outlook.es", "yahoo.com",
        "yahoo.es", "live.com", "icloud.com", "ymail.com", "msn.com", "protonmail.com")  # fmt: skip
# How alike two domains are where one is the other mistyped: one letter of six differs.
_ALIKE = 0.83


def domain_of(mail: str) -> str:
    """What stands behind the «@», in lower case."""
    return mail.rpartition("@")[2].lower()


def is_public(domain: str) -> bool:
    """Whether it ends as those of public institutions do."""
    return domain.endswith(tuple(f".{ending}" for ending in PUBLIC))


def meant(domain: str, institution: str) -> str | None:
    """The domain that was most likely meant, where this one looks mistyped; None where it does
    not. `institution` is whose it should be: `drepassco.gob.pe` is near «DRE Pasco»."""
    if domain in FREE:
        return None
    if is_public(domain):
        label, _, rest = domain.partition(".")
        own = re.sub(r"[^a-z0-9]", "", fold(institution))
        same = _squeezed(label) == _squeezed(own)
        return f"{own}.{rest}" if not same and get_close_matches(label, [own], 1, _ALIKE) else None
    for ending in PUBLIC:  # something behind the end: `dre-cusco.gob.pe.com`
        before, found, _ = domain.partition(f".{ending}.")
        if found:
            return f"{before}.{ending}"
    if near := get_close_matches(domain, FREE, 1, _ALIKE):
        return near[0]
    *names_before, second, last = domain.split(".")
    endings = get_close_matches(f"{second}.{last}", PUBLIC, 1, _ALIKE)
    return ".".join([*names_before, endings[0]]) if names_before and endings else None


def _squeezed(name: str) -> str:
    """The name without hyphens, nor zeros before its number: `ugel-07` is «UGEL 7»."""
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", re.sub(r"[^a-z0-9]", "", name))
