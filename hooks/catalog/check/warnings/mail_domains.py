"""Whether a work address is a public institution's, as far as its domain tells.

Peru gives `.gob.pe`, `.edu.pe` and `.mil.pe` to the State, to schools and to the armed forces
(https://punto.pe); what people use instead is mostly one of a few free services.
"""

from __future__ import annotations

import re

from catalog.text.folding import fold
from catalog.text.typos import is_slip

PUBLIC = ("gob.pe", "edu.pe", "mil.pe")
FREE = ("gmail.com", "hotmail.com", "hotmail.es", "outlook.com", "outlook.es", "yahoo.com",
        "yahoo.es", "live.com", "icloud.com", "ymail.com", "msn.com", "protonmail.com")  # fmt: skip


def domain_of(mail: str) -> str:
    """What stands behind the «@», in lower case."""
    return mail.rpartition("@")[2].lower()


def is_public(domain: str) -> bool:
    """Whether it ends as those of public institutions do."""
    return domain.endswith(tuple(f".{ending}" for ending in PUBLIC))


def meant(domain: str, institution: str) -> str | None:
    """The domain that was most likely meant, where this one looks mistyped; None where it does
    not. `institution` is whose it should be: `drepassco.gob.pe` is near «DRE Pasco»."""
    name, _, ending = domain.partition(".")
    if is_public(domain):
        own = re.sub(r"[^a-z0-9]", "", fold(institution))
        bare, same = _bare(name), _bare(own)
        # `drecusco` may well be the domain of what is called «GRE Cusco» today.
        return f"{own}.{ending}" if bare[:1] == same[:1] and is_slip(bare, same) else None
    for public in PUBLIC:  # something behind the end: `dre-cusco.gob.pe.com`
        before, found, _ = domain.partition(f".{public}.")
        if found:
            return f"{before}.{public}"
    if domain not in FREE:
        for free in FREE:
            its_name, _, its_ending = free.partition(".")
            if _alike(name, its_name) and _alike(ending, its_ending):
                return free
    before, _, last = domain.rpartition(".")
    before, _, second = before.rpartition(".")
    near = next((public for public in PUBLIC if is_slip(f"{second}.{last}", public)), None)
    return f"{before}.{near}" if before and near else None


def _alike(one: str, other: str) -> bool:
    return one == other or is_slip(one, other)


def _bare(name: str) -> str:
    """A name without hyphens, nor zeros before its number: `ugel-07` is «UGEL 7»."""
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", re.sub(r"[^a-z0-9]", "", name))
