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

# As MkDocs ships them, and what of each only builds an index, reads lunr's own query language or
# tells words apart in lunr's way: from where each part starts to where the next one does.
_NOT_NEEDED = {
    "templates/search/lunr.js": (
        (r"/\*!\n \* lunr\.tokenizer\n", r"/\*!\n \* lunr\.Pipeline\n"),
        (r"/\*!\n \* lunr\.stemmer\n", r"/\*!\n \* lunr\.TokenSet\n"),
        (r"/\*!\n \* lunr\.Builder\n", r"lunr\.MatchData = function"),
        (r"lunr\.QueryParseError = function", r";\(function \(root, factory\)"),
    ),
    "lunr-language/lunr.stemmer.support.js": (
        (r"lunr\.trimmerSupport = \{", r"\}\n\}\)\);"),
    ),
    "lunr-language/lunr.es.js": (
        (r"/\* lunr trimmer function \*/", r"/\* lunr stemmer function \*/"),
        (r"lunr\.Pipeline\.registerFunction\(lunr\.es\.stemmer", r"\};\n\}\)\)"),
    ),
}  # fmt: skip
_IMPORT = re.compile(r'import (?:\{[^{}]*\} from )?"(\.{1,2}/[^"]+)\.js";')
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
    """The same script in fewer bytes. Licences (`/*! … */`) stay."""
    return str(rjsmin.jsmin(script, keep_bang_comments=True))


def lunr_for_searching(shipped: Path) -> str:
    """Lunr 2.3 and its Spanish stemmer as one classic script, from the folder where MkDocs ships
    them, without what searching an index that is already built does not need. Raises ValueError
    where lunr does not have the parts that it used to have."""
    scripts = [_LICENCE]
    for name, parts in _NOT_NEEDED.items():
        script = (shipped / name).read_text("utf-8")
        for start, end in parts:
            script, cuts = re.subn(f"{start}.*?(?={end})", "", script, flags=re.DOTALL)
            if cuts != 1:
                raise ValueError(f"{name} has no single part from {start} to {end}.")
        scripts.append(rjsmin.jsmin(script))
    return "\n;".join(scripts)
