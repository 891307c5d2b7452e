"""Looks in finished HTML for anything that could act on its own.

It is the last gate, behind cleaning and escaping, and it trusts neither. It reads the little of
HTML that our templates write (lower-case tags, attributes between double quotes), which every
browser reads alike; whatever it cannot read so, it refuses. What can act in HTML:
https://html.spec.whatwg.org/multipage/webappapis.html#scripting-processing-model
"""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(
    r"<(/?)([a-z][a-z0-9-]*)((?:\s+[a-zA-Z][\w:-]*(?:=\"[^\"]*\")?)*)\s*/?>", re.ASCII
)
# Our own scripts and styles, which stand in the folder of nobody else.
_OURS = re.compile(
    r'<script type="module" src="(?:\./)?(?:\.\./)*assets/catalogo/[a-z-]+\.js"></script>'
    # Data, which no browser runs.
    r'|<script type="application/ld\+json">[^<>]*</script>'
    r'|<link rel="stylesheet" href="(?:\./)?(?:\.\./)*assets/catalogo/[a-z-]+\.css">'
)
_ELEMENTS = frozenset(
    {"applet", "base", "embed", "frame", "frameset", "iframe", "link", "math", "meta",
     "object", "param", "plaintext", "portal", "script", "style", "template", "xmp"}
)  # fmt: skip
_ATTRIBUTE = re.compile(r"\s([a-zA-Z][\w:-]*)(?:=\"([^\"]*)\")?")
_SUSPECT = re.compile(
    r"\s(?:on|style|src|href|cite|action|form|data=|poster|background|xlink|ping|http)",
    re.IGNORECASE,
)
_LINKS = frozenset({"href", "cite"})
_OWN = frozenset(
    {"src", "srcset", "action", "formaction", "data", "poster", "background", "ping", "xlink:href"}
)
_SCHEME = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_SAFE_LINK = re.compile(r"https?://|mailto:", re.IGNORECASE)


class ActiveHtmlError(Exception):
    """A page holds something that could act, and is not published. Its text says what."""


def refuse_active(html: str, path: str) -> None:
    """Raise ActiveHtmlError if the content of the page at `path` holds anything that could act."""
    html = _OURS.sub("", html)
    tags = 0
    for tag in _TAG.finditer(html):
        tags += 1
        if why := _why_active(tag[2], tag[3]):
            raise ActiveHtmlError(f"La página {path} lleva {why}: no se publica.")
    if tags != html.count("<"):
        raise ActiveHtmlError(f"La página {path} lleva un «<» suelto: no se publica.")


def _why_active(name: str, attributes: str) -> str:
    if name in _ELEMENTS:
        return f"un elemento «{name}»"
    if attributes and _SUSPECT.search(attributes):
        for key, value in _ATTRIBUTE.findall(attributes):
            if (key := key.lower()).startswith("on") or key in ("style", "srcdoc", "http-equiv"):
                return f"un atributo «{key}»"
            address = unescape(value)
            if key in _LINKS and _SCHEME.match(address) and not _SAFE_LINK.match(address):
                return f"un enlace a «{address[:30]}»"
            if key in _OWN and _SCHEME.match(address):
                return f"algo de «{address[:30]}»"
    return ""
