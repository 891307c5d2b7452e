"""The browser's modules as they are published, without comments and blanks; and the lists of the
modules that an entry needs, so that a page asks for all of them at once."""

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

# The files of lunr, in the folder where MkDocs ships them.
_LUNR = "templates/search/lunr.js"
_SPANISH = ("lunr-language/lunr.stemmer.support.js", "lunr-language/lunr.es.js")
# Every statement of lunr.js starts a line with the name of its part (`lunr.Index.load = …`). The
# text before the first statement and after the last one makes them a script.
_STATEMENT = re.compile(r"^(?=lunr\.|  ;\(function)", re.MULTILINE)
_PART = re.compile(r"lunr\.(?:Pipeline\.registerFunction\(lunr\.)?(\w+)")
# The parts that build an index, read English, or read lunr's own query language. With them the
# script has 13.9 kB gzipped instead of 9.8, and a first search fetches an eighth more.
_NOT_NEEDED = frozenset(
    {"tokenizer", "stemmer", "stopWordFilter", "trimmer", "Builder", "QueryParseError",
     "QueryLexer", "QueryParser"}
)  # fmt: skip
_IMPORT = re.compile(r'import (?:(?:\{[^{}]*\}|\* as \w+) from )?"(\.{1,2}/[^"]+)\.js";')
_LICENCE = "/*! lunr, MIT; lunr-languages, MPL 1.1 */"


def scripts(theme: Path) -> Iterator[tuple[str, str]]:
    """Yield the address within the site and the published text of each of the browser's modules,
    which are read from the folder `theme`."""
    for script in sorted(theme.glob("js/*/*.js")):
        name = script.relative_to(theme / "js").as_posix()
        yield f"{routes.ASSETS}{name}", minified(script.read_text("utf-8"))


def preloads(theme: Path, entry: str) -> list[str]:
    """The modules that the browser needs before the module `entry` (`"explorer/explorer"`) can run:
    its imports, their imports, and so on, each once, by the names that `routes.script` takes.
    Raises ValueError for an import that is not on one line, or whose path does not begin with
    `"./"` or `"../"`."""
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
    them. Of lunr's parts, it has those that search a built index. Raises ValueError where lunr
    lacks a part that is to be left out: its new parts may then be ones that no search needs."""
    statements = _STATEMENT.split((shipped / _LUNR).read_text("utf-8"))
    parts = [found[1] if (found := _PART.match(text)) else "" for text in statements]
    if missing := _NOT_NEEDED.difference(parts):
        raise ValueError(f"{_LUNR} has no {', '.join(sorted(missing))}.")
    lunr = "".join(
        text for part, text in zip(parts, statements, strict=True) if part not in _NOT_NEEDED
    )
    spanish = ((shipped / name).read_text("utf-8") for name in _SPANISH)
    return "\n;".join((_LICENCE, *map(rjsmin.jsmin, (lunr, *spanish))))
