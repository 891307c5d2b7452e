"""Turn the Markdown under the front matter into safe HTML, cut into its `##` sections.

cmark-gfm is GitHub's own renderer, so the site shows a text as a contributor previews it on GitHub.
It leaves raw HTML out; nh3 then keeps only the elements listed here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING

import nh3

from catalog.source.markdown import to_html
from catalog.source.problems import nearest, quoted, suggestion
from catalog.text.characters import misfits
from catalog.text.folding import fold
from catalog.text.html import text_of
from catalog.text.safe_urls import why_not_link, why_not_words
from catalog.text.slugs import slug_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from catalog.source.document import Document
    from catalog.source.problems import Problem

MAX_NESTING = 20

_TAGS = {
    "p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li",
    "h3", "h4", "h5", "h6", "a", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes={"https", "http", "mailto"},
    link_rel="noopener nofollow ugc",
)

_TAG = re.compile(r"<(/?)(blockquote|ul|ol|table|h1|h2)\b([^>]*)>")
_LINE = re.compile(r'data-sourcepos="(\d+):')
_RAW_HTML = "<!-- raw HTML omitted -->"
# The box of a task in a list (`- [x]`).
_BOX = re.compile(r'<input type="checkbox"( checked="")? disabled="" />')
# The signs that may stand around a title, and the longest line that is taken for a heading.
_AROUND = " #*_:\N{NO-BREAK SPACE}"
_LONGEST_HEADING = 120
_CODE = re.compile(r'<pre\b[^>]*data-sourcepos="(\d+):\d+-(\d+):')
_FENCE = re.compile(r"\s*(`{3,}|~{3,})\s*")
# The ids that the page of an event gives to its own parts.
_TAKEN_IDS = {
    "contenido", "cifras", "practicas", "visitas", "testimonios", "fotos", "regiones", "fuentes",
    "materiales",
    "notas", "programa", "sintesis", "q", "",
}  # fmt: skip


@dataclass(frozen=True)
class SectionKind:
    """A section that a body may have: `id` is its anchor, `title` its heading, and `about` tells
    contributors, in Spanish, what goes in it."""

    id: str
    title: str
    required: bool = False
    about: str = ""


@dataclass(frozen=True)
class Section:
    """A section as written: safe HTML, and the line of the body where its heading stands."""

    id: str
    title: str
    html: str
    line: int

    @property
    def text(self) -> str:
        """The plain text of the section. It is not kept: the texts of ten thousand sheets would
        take as much memory as their HTML."""
        return text_of(self.html)

    @cached_property
    def items(self) -> tuple[str, ...]:
        """The HTML of each item of the section's lists, or of each paragraph where it has no list.
        An item keeps the lists inside it."""
        return tuple(_items(self.html, "li")) or tuple(_items(self.html, "p"))


def _items(html: str, name: str) -> Iterator[str]:
    """Yield the inner HTML of each `name` element that is not inside another one."""
    depth = start = 0
    for tag in re.finditer(rf"<(/?){name}>", html):
        if not tag[1]:
            start = start if depth else tag.end()
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield html[start : tag.start()].strip()


@dataclass(frozen=True)
class _Part:
    """A top-level heading and the HTML below it, up to the next. `line` is the line of the heading
    in the body. The part before the first heading has level 0 and no title."""

    level: int
    title: str
    html: str
    line: int


def read_sections(
    document: Document, kinds: Sequence[SectionKind] = ()
) -> tuple[tuple[Section, ...], list[Problem]]:
    """The sections of the document's body, in the order of `kinds`, and every Problem.

    Without `kinds`, any heading is allowed, and the sections keep the order of the text. A required
    section is reported as missing only if no heading is like its title: a misspelt heading is
    reported as misspelt.
    """
    if document.body is None:
        return (), []
    html = to_html(document.body)
    if (position := _too_deep(html)) is not None:
        message = f"Hay más de {MAX_NESTING} citas o listas, una dentro de otra. Simplifique."
        return (), [document.body_problem(_lines(html)(position), message)]
    problems = list(_forbidden(document, html))
    sections: dict[str, Section] = {}  # by their folded titles
    preface, *parts = _parts(html)
    # The text of an empty section may be forbidden, or stand under a main title.
    may_be_empty = bool(problems) or any(part.level == 1 for part in parts)
    for part in parts:
        section, problem = _section(document, part, kinds, sections, may_be_empty)
        if problem:
            problems.append(problem)
        elif section:
            sections[fold(section.title)] = section
    titles = [part.title for part in parts]
    absent = [
        kind
        for kind in kinds
        if fold(kind.title) not in sections and not nearest(kind.title, titles)
    ]
    misshapen = {kind: problem for kind in absent if (problem := _misshapen(document, kind, html))}
    problems += [
        misshapen.get(kind) or document.body_problem(1, f"Falta la sección «## {kind.title}».")
        for kind in absent
        if kind.required or kind in misshapen
    ]
    # A misshapen heading at the beginning is not also reported as text before the first heading.
    _, wrong = _section(document, preface, kinds, sections, may_be_empty)
    if wrong and wrong.line not in {problem.line for problem in misshapen.values()}:
        problems.append(wrong)
    if not kinds:
        return tuple(_with_own_anchors(sections.values())), problems
    order = [kind.id for kind in kinds]
    ordered = sorted(sections.values(), key=lambda section: order.index(section.id))
    return tuple(ordered), problems


def _with_own_anchors(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections, each with an anchor of its own. Two titles without letters, or that differ in
    signs alone, would share an anchor."""
    taken: set[str] = set()
    for place, section in enumerate(sections, 1):
        anchor = section.id
        while anchor in taken:
            anchor += f"-{place}"
        taken.add(anchor)
        yield replace(section, id=anchor)


def _parts(html: str) -> Iterator[_Part]:
    """Cut the HTML at its top-level `<h1>` and `<h2>`; headings inside lists and quotes stay."""
    depth = 0
    level, title, line, start = 0, "", 1, 0
    for tag in _TAG.finditer(html):
        closing, name, attributes = tag.groups()
        if name not in ("h1", "h2"):
            depth += -1 if closing else 1
        elif depth == 0 and not closing:
            yield _Part(level, title, html[start : tag.start()], line)
            found = _LINE.search(attributes)
            line = int(found[1]) if found else line
            level = int(name[1])
            end = html.index(f"</{name}>", tag.end())
            title = text_of(html[tag.end() : end])
            start = end + len(f"</{name}>")
    yield _Part(level, title, html[start:], line)


def _section(
    document: Document,
    part: _Part,
    kinds: Sequence[SectionKind],
    before: dict[str, Section],
    may_be_empty: bool,
) -> tuple[Section | None, Problem | None]:
    is_empty = not text_of(part.html)
    if part.level == 0:
        if is_empty:
            return None, None
        line = int(found[1]) if (found := _LINE.search(part.html)) else 1
        message = "Hay texto antes del primer título. Póngalo bajo un título «## …»."
        return None, document.body_problem(line, message)
    if part.level == 1:
        message = (
            "Sobra un título principal: el título va en los datos. Use «## » para cada sección."
        )
        return None, document.body_problem(part.line, message)
    kind = next((kind for kind in kinds if fold(kind.title) == fold(part.title)), None)
    if kinds and kind is None:
        message = f"La sección {quoted(part.title)} no existe."
        titles = [kind.title for kind in kinds]
        message += suggestion(part.title, titles) or f" Las secciones son: {', '.join(titles)}."
        return None, document.body_problem(part.line, message)
    if fold(part.title) in before:
        message = f"La sección {quoted(part.title)} está repetida. Júntelas en una."
        return None, document.body_problem(part.line, message)
    if is_empty and not may_be_empty:
        message = f"La sección {quoted(part.title)} está vacía. Escríbala o bórrela."
        return None, document.body_problem(part.line, message)
    html = _CLEANER.clean(_BOX.sub(_as_text, part.html)).strip()
    title = kind.title if kind else part.title
    return Section(kind.id if kind else _anchor_of(title), title, html, part.line), None


def _as_text(box: re.Match[str]) -> str:
    return "☑" if box[1] else "☐"


def _anchor_of(title: str) -> str:
    """The anchor of a section whose title is the author's own: no id of the page's own parts."""
    name = slug_of(title)
    return f"{name}-texto".strip("-") if name in _TAKEN_IDS else name


def _misshapen(document: Document, kind: SectionKind, html: str) -> Problem | None:
    """A Problem at the line that was meant as the heading of this kind of section: bold text, a
    heading of another level, one with a no-break space after its `##`, one that a block hides, or
    for a required section its title alone. None without such a line."""
    lines = (document.body or "").rstrip().split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > _LONGEST_HEADING or fold(line.strip(_AROUND)) != fold(kind.title):
            continue
        code = next((c for c in _CODE.finditer(html) if int(c[1]) <= number <= int(c[2])), None)
        if code and _ends(lines, int(code[1]), int(code[2])):
            continue  # an example
        if code or re.match(" {0,3}##[ \t]", line):
            message = (
                f"El título «## {kind.title}» no se lee: más arriba empieza un bloque de código "
                "(```) o un comentario (<!--) que no se cierra. Bórrelo."
            )
        # The title of a section that may be absent can also be a word of the text.
        elif kind.required or re.match(r" {0,3}(#|\*\*|__)", line):
            message = f"El título de una sección se escribe así: «## {kind.title}»."
        else:
            continue
        if "\N{NO-BREAK SPACE}" in line:
            message += " El espacio que hay es de los de Word: bórrelo y escríbalo de nuevo."
        return document.body_problem(number, message)
    return None


def _ends(lines: Sequence[str], first: int, last: int) -> bool:
    """Whether the block of code between these lines ends before the text does, or with a fence like
    the one that it begins with."""
    fence = _FENCE.fullmatch(lines[last - 1]) if last == len(lines) else None
    return last < len(lines) or bool(fence and lines[first - 1].lstrip()[:1] == fence[1][0])


def _forbidden(document: Document, html: str) -> Iterator[Problem]:
    """Yield a Problem for the raw HTML, the images, the bad links and the misfits of the body. The
    same message is given once a line."""
    line_at = _lines(html)
    found: dict[tuple[int, str], None] = {}
    if (position := html.find(_RAW_HTML)) >= 0:
        message = "El texto lleva HTML. Quítelo: use Markdown («**negrita**», «- lista»)."
        found[_line_of_raw_html(document, line_at(position)), message] = None
    for image in re.finditer(r"<img\b", html):
        message = "Las fotos no van en el texto, sino en «fotos», en los datos de la ficha."
        found[line_at(image.start()), message] = None
    for link in re.finditer(r'<a href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL):
        address = unescape(link[1])
        if why := why_not_link(address) or why_not_words(text_of(link[2]), address):
            found[line_at(link.start()), f"Enlace {quoted(address)}: {why}"] = None
    if "&" in (document.body or ""):  # a character may be spelt by its number: `&#8203;`
        for place, message in misfits(html):
            found[line_at(place), message] = None
    for line, message in found:
        yield document.body_problem(line, message)


def _too_deep(html: str) -> int | None:
    """The position where lists and quotes nest deeper than MAX_NESTING, or None. The time to clean
    such HTML grows with the square of its depth."""
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2] not in ("h1", "h2"):
            depth += -1 if tag[1] else 1
        if depth > MAX_NESTING:
            return tag.start()
    return None


def _lines(html: str) -> Callable[[int], int]:
    """A function from a position in the HTML to the line of the source that is there."""
    marks = [(mark.start(), int(mark[1])) for mark in _LINE.finditer(html)]
    starts = [start for start, _ in marks]

    def line_at(position: int) -> int:
        before = bisect_right(starts, position)
        return marks[before - 1][1] if before else 1

    return line_at


def _line_of_raw_html(document: Document, line: int) -> int:
    """The first line from `line` on that looks like HTML: cmark gives only the line of its block,
    or of one before."""
    source = (document.body or "").split("\n")
    while line < len(source) and not re.search(r"<[A-Za-z/!?]", source[line - 1]):
        line += 1
    return line
