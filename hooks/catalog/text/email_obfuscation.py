"""Write mail addresses so that people can read them, and programs that harvest addresses cannot.

Every published address is written `ana (arroba) ugel.gob.pe`. In the text of a page,
`shared/mail-links.js` makes a link of it.
"""

from __future__ import annotations

import re

MARK = '<span class="mail">'
_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@((?:[\w-]+\.)+[^\W\d_]{2,})")
_PART = re.compile(
    rf'<a href="mailto:([^"?]+)[^>]*>(.*?)</a>|<[^<>@]*@[^<>]*>|{_MAIL.pattern}', flags=re.DOTALL
)
# The attributes of a tag that may be rewritten: not those that hold an address of the web, such as
# `https://example.org/@name`.
_WORDS = re.compile(r'(?<= )(?!href=|src=|srcset=|cite=)[\w-]+="[^"]*"')


def unharvested(text: str) -> str:
    """A text that is not HTML, with each mail address obfuscated."""
    return _MAIL.sub(r"\1 (arroba) \2", text) if "@" in text else text


def unharvested_html(html: str) -> str:
    """A piece of HTML, with each mail address obfuscated. A link to one becomes the text of the
    link and then the address."""
    pieces: list[str] = []
    done = 0
    while (at := html.find("@", done)) >= 0:
        start, end = _around(html, done, at)
        pieces += html[done:start], _PART.sub(_shown, html[start:end])
        done = end
    return "".join(pieces) + html[done:]


def _around(html: str, done: int, at: int) -> tuple[int, int]:
    """The start and the end of the tag, the link to a mail address, or the text that holds the
    position `at`. The start is not before `done`."""
    opened, closed = html.rfind("<", done, at), html.rfind(">", done, at)
    if opened <= closed:
        end = html.find("<", at)
        return max(closed + 1, done), len(html) if end < 0 else end
    ending = "</a>" if html.startswith('<a href="mailto:', opened) else ">"
    end = html.find(ending, at)
    return opened, len(html) if end < 0 else end + len(ending)


def _shown(part: re.Match[str]) -> str:
    link, label, name, domain = part.groups()
    if name:
        return f"{MARK}{name} (arroba) {domain}</span>"
    if not link:
        return _WORDS.sub(lambda words: unharvested(words[0]), part[0])
    shown = f"{MARK}{unharvested(link)}</span>"
    return shown if label.strip() == link else f"{unharvested_html(label)} ({shown})"
