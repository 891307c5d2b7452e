"""Refuses finished HTML that holds anything that could act on its own.

This is the last check, after cleaning and escaping, and it trusts neither. It reads only the part
of HTML that our templates write (lower-case tags, attributes between double quotes), which every
browser reads alike, and refuses everything else. The things that can act in HTML:
https://html.spec.whatwg.org/multipage/webappapis.html#scripting-processing-model
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

# Each part can match in one way only, so the pattern never backtracks (`++`, `*+`).
_TAG = re.compile(
    r"</?[a-z][a-z0-9-]*+(?:\s++[a-zA-Z][\w:-]*+(?:=\"[^\"]*+\")?)*+\s*+/?>", re.ASCII
)
_NAME = re.compile(r"[a-z][a-z0-9-]*")
# Our own scripts and styles: no other files stand in their folder.
_OURS = re.compile(
    r'<script type="module" src="(?:\./)?(?:\.\./)*assets/catalogo/[a-z-]+/[a-z-]+\.js"></script>'
    # Data, which no browser runs.
    r'|<script type="application/ld\+json">[^<>]*</script>'
    r'|<link rel="stylesheet" href="(?:\./)?(?:\.\./)*assets/catalogo/[a-z-]+\.css">'
)
# The elements that a page may have, none of which can act. All others are refused, future ones too.
_PASSIVE = frozenset(
    "a abbr address article aside b bdi bdo blockquote br button caption cite code col colgroup"
    " data dd del details dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr i img input ins kbd label legend li main mark nav noscript ol optgroup option p"
    " picture pre q rp rt ruby s samp section select small source span strong sub summary sup table"
    " tbody td tfoot th thead time tr u ul var wbr"
    " svg circle desc ellipse g line path polygon polyline rect text title tspan".split()
)
_ATTRIBUTE = re.compile(r"\s([a-zA-Z][\w:-]*)(?:=\"([^\"]*)\")?")
_SUSPECT = re.compile(
    r"\s(?:on|style|src|href|cite|action|form|data=|poster|background|xlink|ping|http)",
    re.IGNORECASE,
)
# The addresses that may lead to other sites, since the reader chooses to follow them. All others
# must be of this site.
_LINKS = frozenset({("a", "href"), ("blockquote", "cite"), ("q", "cite")})
_ADDRESSES = frozenset(
    {"href", "cite", "src", "srcset", "action", "formaction", "data", "poster", "background",
     "ping", "xlink:href"}
)  # fmt: skip
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_SAFE_LINK = re.compile(r"https?://|mailto:", re.IGNORECASE)
# The characters of an address that browsers may ignore
# (https://url.spec.whatwg.org/#concept-basic-url-parser).
_PASSED_OVER = re.compile(r"[\0-\x20]")


class ActiveHtmlError(Exception):
    """A page is not published, because it holds the thing that the message names and could act."""


def refuse_active(html: str, path: str) -> None:
    """Raise ActiveHtmlError if the content of the page at `path` holds anything that could act."""
    html = _OURS.sub("", html)
    tags = _TAG.findall(html)
    for tag in dict.fromkeys(tags):
        if why := _why_active(tag):
            raise ActiveHtmlError(f"{_named(path)} lleva {why}: no se publica.")
    if len(tags) != html.count("<"):
        raise ActiveHtmlError(f"{_named(path)} lleva un «<» suelto: no se publica.")


def _named(path: str) -> str:
    return f"La página {path}" if path else "La página de inicio"


# The cache pays: most tags of a site are on every page.
@lru_cache(maxsize=4096)
def _why_active(tag: str) -> str:
    name = _NAME.findall(tag)[0]
    if name not in _PASSIVE:
        return f"un elemento «{name}»"
    if _SUSPECT.search(tag):
        for key, value in _ATTRIBUTE.findall(tag):
            if (key := key.lower()).startswith("on") or key in ("style", "srcdoc", "http-equiv"):
                return f"un atributo «{key}»"
            if key not in _ADDRESSES:
                continue
            # A photo of several sizes has several addresses.
            for address in unescape(value).split(",") if key == "srcset" else [unescape(value)]:
                address = _PASSED_OVER.sub("", address)
                if not _SCHEME.match(address):
                    continue
                if (name, key) not in _LINKS:
                    return f"algo de «{address[:30]}»"
                if not _SAFE_LINK.match(address):
                    return f"un enlace a «{address[:30]}»"
    return ""
