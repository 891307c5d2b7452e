"""The browser's modules as they are published: without comments and blanks, and with those that an
entry imports listed, so that a page asks for all of them at once."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING

import rjsmin

from catalog.pages import routes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# As MkDocs ships them.
_LUNR = "templates/search/lunr.js"
_SPANISH = ("lunr-language/lunr.stemmer.support.js", "lunr-language/lunr.es.js")
# Every statement of lunr.js starts a line with the name of its part (`lunr.Index.load = …`); what
# comes before the first and after the last one makes them a script.
_STATEMENT = re.compile(r"^(?=lunr\.|  ;\(function)", re.MULTILINE)
_PART = re.compile(r"lunr\.(?:Pipeline\.registerFunction\(lunr\.)?(\w+)")
# The parts that build an index, read English, or read lunr's own query language. With them the
# script would weigh 13.9 kB gzipped and not 9.8, and a first search an eighth more than it did.
_NOT_NEEDED = frozenset(
    {"tokenizer", "stemmer", "stopWordFilter", "trimmer", "Builder", "QueryParseError",
     "QueryLexer", "QueryParser"}
)  # fmt: skip
_IMPORT = re.compile(r'import (?:(?:\{[^{}]*\}|\* as \w+) from )?"(\.{1,2}/[^"]+)\.js";')
_LICENCE = "/*! lunr, MIT; lunr-languages, MPL 1.1 */"


def scripts(theme: Path) -> Iterator[tuple[str, str]]:
    """The address of each of the browser's modules within the site, and its text, read from the
    theme's folder."""
    for script in sorted(theme.glob("js/*/*.js")):
        name = script.relative_to(theme / "js").as_posix()
        yield f"{routes.ASSETS}{name}", minified(script.read_text("utf-8"))


def preloads(theme: Path, entry: str) -> list[str]:
    """The modules that the browser needs before the module `entry` (`"explorer/explorer"`) can run:
    those that it imports, those that these import, and so on, each once, as `routes.script` names
    them. Raises ValueError for an import that is written otherwise than on one line, from `"./"` or
    `"../"`."""
    found = {entry: None}
    for name in (names := [entry]):
        for imported in _imports(theme, name):
            if imported not in found:
                found[imported] = None
                names.append(imported)
    return [name for name in found if name != entry]


def _imports(theme: Path, name: str) -> Iterator[str]:
    folder = PurePosixPath(name).parent
    for line in (theme / "js" / f"{name}.js").read_text("utf-8").splitlines():
        if line.startswith(("import ", "export {", "export *")):
            imported = _IMPORT.fullmatch(line)
            if not imported:
                raise ValueError(f"{name}.js has an import that cannot be preloaded: {line}")
            yield normpath(folder / imported[1])


def minified(script: str) -> str:
    """The script without comments and blanks. Licences (`/*! … */`) stay."""
    return str(rjsmin.jsmin(script, keep_bang_comments=True))


def lunr_for_searching(shipped: Path) -> str:
    """Lunr 2.3 and its Spanish stemmer as one classic script, from the folder where MkDocs ships
    them: of lunr's parts, those that search an index that is already built. Raises ValueError
    where a part that is left out is not there, since others may then be there that nobody needs."""
    statements = _STATEMENT.split((shipped / _LUNR).read_text("utf-8"))
    parts = [found[1] if (found := _PART.match(text)) else "" for text in statements]
    if missing := _NOT_NEEDED.difference(parts):
        raise ValueError(f"{_LUNR} has no {', '.join(sorted(missing))}.")
    lunr = "".join(
        text for part, text in zip(parts, statements, strict=True) if part not in _NOT_NEEDED
    )
    spanish = ((shipped / name).read_text("utf-8") for name in _SPANISH)
    return "\n;".join((_LICENCE, *map(rjsmin.jsmin, (lunr, *spanish))))
