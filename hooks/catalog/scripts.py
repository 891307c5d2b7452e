"""The browser's scripts on their way out: without comments and blanks, and lunr cut to what
searches."""

from __future__ import annotations

import re

from typing import TYPE_CHECKING

import rjsmin

if TYPE_CHECKING:
    from pathlib import Path

# As MkDocs ships them.
_LUNR = "templates/search/lunr.js"
_SPANISH = ("lunr-language/lunr.stemmer.support.js", "lunr-language/lunr.es.js")
# What only builds an index or reads lunr's own query language: from where each part starts to
# where the next one does.
_NOT_NEEDED = (
    (r"/\*!\n \* lunr\.tokenizer\n", r"/\*!\n \* lunr\.Pipeline\n"),
    (r"/\*!\n \* lunr\.stemmer\n", r"/\*!\n \* lunr\.stopWordFilter\n"),
    (r"/\*!\n \* lunr\.trimmer\n", r"/\*!\n \* lunr\.TokenSet\n"),
    (r"/\*!\n \* lunr\.Builder\n", r"lunr\.MatchData = function"),
    (r"lunr\.QueryParseError = function", r";\(function \(root, factory\)"),
)


def minified(script: str) -> str:
    """The same script in fewer bytes. Licences (`/*! … */`) stay."""
    return str(rjsmin.jsmin(script, keep_bang_comments=True))


def lunr_for_searching(shipped: Path) -> str:
    """lunr 2.3 and its Spanish stemmer as one classic script, from the folder where MkDocs ships
    them, without what an index that is already built does not need. Raises ValueError where lunr
    does not have the parts that it used to have."""
    lunr = (shipped / _LUNR).read_text("utf-8")
    for start, end in _NOT_NEEDED:
        lunr, cuts = re.subn(f"{start}.*?(?={end})", "", lunr, flags=re.DOTALL)
        if cuts != 1:
            raise ValueError(f"This lunr.js has no single part from {start} to {end}.")
    spanish = [(shipped / name).read_text("utf-8") for name in _SPANISH]
    licence = "/*! lunr, MIT; lunr-languages, MPL 1.1 */"
    return "\n;".join((licence, *map(rjsmin.jsmin, (lunr, *spanish))))
