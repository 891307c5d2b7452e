"""The browser's scripts on their way out: without comments and blanks, and lunr cut to what
searches."""

from __future__ import annotations

import re

import rjsmin

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


def lunr_for_searching(lunr: str, stemmer_support: str, spanish: str) -> str:
    """Lunr 2.3 and its Spanish stemmer as one classic script, without what an index that is
    already built does not need. Raises ValueError where lunr is not cut as it used to be."""
    for start, end in _NOT_NEEDED:
        lunr, cuts = re.subn(f"{start}.*?(?={end})", "", lunr, flags=re.DOTALL)
        if cuts != 1:
            raise ValueError(f"This lunr.js has no single part from {start} to {end}.")
    licence = "/*! lunr, MIT; lunr-languages, MPL 1.1 */"
    return "\n;".join((licence, *map(rjsmin.jsmin, (lunr, stemmer_support, spanish))))
