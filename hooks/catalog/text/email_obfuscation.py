"""Mail addresses in a form that people read and that programs which gather addresses do not.

Every published address is written `ana (arroba) ugel.gob.pe`; in the text of a page,
`shared/mail-links.js` makes it a link."""

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
    """Obfuscate the mail addresses of a text that is not HTML."""
    return _MAIL.sub(r"\1 (arroba) \2", text) if "@" in text else text


def unharvested_html(html: str) -> str:
    """Obfuscate the mail addresses of a piece of HTML. The words of a mail link go before its
    address."""
    pieces: list[str] = []
    done = 0
    while (at := html.find("@", done)) >= 0:
        start, end = _around(html, done, at)
        pieces += html[done:start], _PART.sub(_shown, html[start:end])
        done = end
    return "".join(pieces) + html[done:]


def _around(html: str, done: int, at: int) -> tuple[int, int]:
    """The start and the end of the tag, mail link or text that holds the place `at`. Nothing before
    `done` is looked at."""
    opened, closed = html.rfind("<", done, at), html.rfind(">", done, at)
    if opened <= closed:
        end = html.find("<", at)
        return max(closed + 1, done), len(html) if end < 0 else end
    ending = "</a>" if html.startswith('<a href="mailto:', opened) else ">"
    end = html.find(ending, at)
    return opened, len(html) if end < 0 else end + len(ending)


def _shown(part: re.Match[str]) -> str:
    link, said, name, domain = part.groups()
    if name:
        return f"{MARK}{name} (arroba) {domain}</span>"
    if not link:
        return _WORDS.sub(lambda words: unharvested(words[0]), part[0])
    shown = f"{MARK}{unharvested(link)}</span>"
    return shown if said.strip() == link else f"{unharvested_html(said)} ({shown})"
