"""Mail addresses as people read them, and programs that gather addresses do not.

Wherever one stands in what is published, it is written `ana (arroba) ugel.gob.pe`; where it is a
page's text, `mail.js` makes it a link.
"""

from __future__ import annotations

import re

MARK = '<span class="mail">'
_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@((?:[\w-]+\.)+[^\W\d_]{2,})")
_PART = re.compile(
    rf'<a href="mailto:([^"?]+)[^>]*>(.*?)</a>|<[^<>@]*@[^<>]*>|{_MAIL.pattern}', flags=re.DOTALL
)
# What leads somewhere must stay as it is: `https://example.org/@name`.
_WORDS = re.compile(r'(?<= )(?!href=|src=|srcset=|cite=)[\w-]+="[^"]*"')


def unharvested(text: str) -> str:
    """A text that is not HTML."""
    return _MAIL.sub(r"\1 (arroba) \2", text) if "@" in text else text


def unharvested_html(html: str) -> str:
    """A piece of HTML. What a link to an address says goes before the address."""
    return _PART.sub(_shown, html) if "@" in html else html


def _shown(part: re.Match[str]) -> str:
    link, said, name, domain = part.groups()
    if name:
        return f"{MARK}{name} (arroba) {domain}</span>"
    if not link:
        return _WORDS.sub(lambda words: unharvested(words[0]), part[0])
    shown = f"{MARK}{unharvested(link)}</span>"
    return shown if said.strip() == link else f"{unharvested_html(said)} ({shown})"
