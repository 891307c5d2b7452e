"""The site: its name, its absolute address, the address of its sources, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.text.safe_urls import MAIL, why_not_https

# The keys of `extra.responsable` in mkdocs.yml.
_KEYS = ("nombre", "correo", "privacidad")


@dataclass(frozen=True)
class Responsible:
    """The institution that answers for the catalogue: its `name`, its `mail`, and the mail or the
    address of its contact for personal data (`privacy`). All are empty where nobody does."""

    name: str = ""
    mail: str = ""
    privacy: str = ""


@dataclass(frozen=True)
class SiteInfo:
    """The site's `name` and `url` (`"https://example.org/catalogo/"`), the address of its
    repository on GitHub, if it has one, and who answers for it."""

    name: str
    url: str
    repository: str = ""
    responsible: Responsible = Responsible()

    def absolute(self, path: str) -> str:
        """The absolute address of the page at `path` of the site."""
        return f"{self.url.rstrip('/')}/{path}"


def responsible(given: object) -> Responsible:
    """Who answers for the catalogue, from the value of `extra.responsable` in mkdocs.yml. Raises
    ValueError, with a message for whoever edits that file, where the value is wrong."""
    if not given:
        return Responsible()
    if not isinstance(given, Mapping) or given.keys() - set(_KEYS):
        raise ValueError(f"extra.responsable lleva {', '.join(_KEYS)}, y nada más.")
    if not all(isinstance(value, str | None) for value in given.values()):
        raise ValueError("extra.responsable lleva textos.")
    values = {key: (given.get(key) or "").strip() for key in _KEYS}
    if not any(values.values()):
        return Responsible()
    name, mail, privacy = (values[key] for key in _KEYS)
    if not name:
        raise ValueError("Falta extra.responsable.nombre: la institución que responde.")
    if not MAIL.fullmatch(mail):
        raise ValueError("extra.responsable.correo no es un correo: nombre@institucion.gob.pe")
    if privacy and not MAIL.fullmatch(privacy) and (why := why_not_https(privacy)):
        raise ValueError(f"extra.responsable.privacidad: va un correo o una dirección. {why}")
    return Responsible(name, mail, privacy or mail)
