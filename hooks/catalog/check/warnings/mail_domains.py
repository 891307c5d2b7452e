"""Warnings about mail addresses whose domain is mistyped, or not of a public institution.

Peru gives `.gob.pe`, `.edu.pe` and `.mil.pe` to the State, to schools and to the armed forces
(https://punto.pe). Most other addresses are of a few free services.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalog.check.warnings.notes import unless_explained
from catalog.source.problems import quoted
from catalog.text.folding import fold
from catalog.text.typos import is_typo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import Signed, SourceFile, Surroundings
    from catalog.source.problems import Problem

PUBLIC = ("gob.pe", "edu.pe", "mil.pe")
FREE = ("gmail.com", "hotmail.com", "hotmail.es", "outlook.com", "outlook.es", "yahoo.com",
        "yahoo.es", "live.com", "icloud.com", "ymail.com", "msn.com", "protonmail.com")  # fmt: skip


def mails_are_of_institutions(file: SourceFile[Signed], _: Surroundings) -> Iterator[Problem]:
    """The address of each contact is in the domain of a public institution, and is well written, or
    carries its doubt beside it."""
    for index, contact in enumerate(file.content.contacts):
        if contact.doubt:
            continue
        domain = domain_of(contact.mail)
        near = domain_meant(domain, contact.institution)
        if near:
            message = (
                f"El dominio {quoted(domain)} parece mal escrito. ¿Quiso decir {quoted(near)}?"
            )
        elif not is_public(domain):
            endings = ", ".join(f".{ending}" for ending in PUBLIC)
            message = f"El correo de {quoted(domain)} no es de una institución pública ({endings})."
        else:
            continue
        # A note may leave the ending out, unless the warning is about the ending.
        name, _dot, ending = domain.partition(".")
        about = name if domain in FREE or (near and near.endswith(f".{ending}")) else domain
        yield from unless_explained(file, ("contactos", index, "correo"), message, [about])


def domain_of(mail: str) -> str:
    """The domain of a mail address, in lower case."""
    return mail.rpartition("@")[2].lower()


def is_public(domain: str) -> bool:
    """Whether a domain ends as those of public institutions do."""
    return domain.endswith(tuple(f".{ending}" for ending in PUBLIC))


def domain_meant(domain: str, institution: str) -> str | None:
    """The domain that was most likely meant, or None where `domain` does not look mistyped.
    `institution` is the name of its owner: `drepassco.gob.pe` is near «DRE Pasco»."""
    name, _, ending = domain.partition(".")
    if is_public(domain):
        own = re.sub(r"[^a-z0-9]", "", fold(institution))
        bare, same = _bare(name), _bare(own)
        # Another first letter is no typo: `drecusco` may be the domain of «GRE Cusco», once a DRE.
        return f"{own}.{ending}" if bare[:1] == same[:1] and is_typo(bare, same) else None
    for public in PUBLIC:  # an ending behind the ending: `dre-cusco.gob.pe.com`
        before, found, _ = domain.partition(f".{public}.")
        if found:
            return f"{before}.{public}"
    if domain not in FREE:
        for free in FREE:
            free_name, _, free_ending = free.partition(".")
            if _alike(name, free_name) and _alike(ending, free_ending):
                return free
    before, _, last = domain.rpartition(".")
    before, _, second = before.rpartition(".")
    near = next((public for public in PUBLIC if is_typo(f"{second}.{last}", public)), None)
    return f"{before}.{near}" if before and near else None


def _alike(first: str, second: str) -> bool:
    return first == second or is_typo(first, second)


def _bare(name: str) -> str:
    """The letters and digits of a name, without zeros before a number: `ugel-07` → `ugel7`."""
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", re.sub(r"[^a-z0-9]", "", name))
