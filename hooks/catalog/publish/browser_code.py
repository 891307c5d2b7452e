"""The browser's modules as they are published: without comments and blanks, those of some folders
joined in one file; and the lists of the files that an entry needs, so that a page asks for all of
them at once."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
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
# The folders that are published as one file each, `search/search.js` for `search/`: whatever
# imports one of their modules soon needs nearly all of them. No two modules of such a folder may
# declare the same name.
JOINED = ("shared", "search")
_IN_JOINED = re.compile(rf'"\.\./({"|".join(JOINED)})/[\w-]+\.js"')
_IMPORT = re.compile(r'import (?:(?:\{[^{}]*\}|\* as \w+) from )?"(\.{1,2}/[^"]+)\.js";')
_LICENCE = "/*! lunr, MIT; lunr-languages, MPL 1.1 */"


def scripts(theme: Path) -> Iterator[tuple[str, str]]:
    """Yield the address within the site and the published text of each of the browser's scripts,
    whose modules are read from the folder `theme`."""
    modules = [file.relative_to(theme / "js") for file in theme.glob("js/*/*.js")]
    for script in sorted({published(module.with_suffix("").as_posix()) for module in modules}):
        joined = script.partition("/")[0] in JOINED
        text = _joined(theme, script) if joined else _source(theme, script)
        yield routes.script(script), minified(_IN_JOINED.sub(r'"../\1/\1.js"', text))


def published(name: str) -> str:
    """The script that the module `name` is published in: `"search/search"` for `"search/terms"`,
    and `"explorer/chips"` for `"explorer/chips"`. The names are those that `routes.script` takes.
    """
    folder = name.partition("/")[0]
    return f"{folder}/{folder}" if folder in JOINED else name


def preloads(theme: Path, entry: str) -> list[str]:
    """The scripts that the browser needs before the module `entry` (`"explorer/explorer"`) can run:
    those of its imports, of their imports, and so on, each once. Raises ValueError for an import
    that is not on one line, or whose path does not begin with `"./"` or `"../"`."""
    found = {entry: None}
    for name in (names := [entry]):
        for imported in _imports(theme, name):
            if imported not in found:
                found[imported] = None
                names.append(imported)
    return list(dict.fromkeys(published(name) for name in found if name != entry))


def _joined(theme: Path, script: str) -> str:
    """The modules of the folder of `script` as one, each after those that it imports."""
    folder = (theme / "js" / script).parent
    modules = [f"{folder.name}/{file.stem}" for file in sorted(folder.glob("*.js"))]
    within = {name: [i for i in _imports(theme, name) if i in modules] for name in modules}
    lines = [
        line
        for name in TopologicalSorter(within).static_order()
        for line in _source(theme, name).splitlines()
        if not (line.startswith("import ") and '"./' in line)
    ]
    imports = [line for line in lines if line.startswith("import ")]
    return "\n".join([*dict.fromkeys(imports), *(line for line in lines if line not in imports)])


def _source(theme: Path, name: str) -> str:
    return (theme / "js" / f"{name}.js").read_text("utf-8")


def _imports(theme: Path, name: str) -> Iterator[str]:
    folder = PurePosixPath(name).parent
    for line in _source(theme, name).splitlines():
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
