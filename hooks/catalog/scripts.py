"""The browser's scripts on their way out: without comments and blanks, and lunr in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rjsmin

if TYPE_CHECKING:
    from collections.abc import Iterable


def minified(script: str) -> str:
    """The same script in fewer bytes. Licences (`/*! … */`) stay."""
    return str(rjsmin.jsmin(script, keep_bang_comments=True))


def joined(scripts: Iterable[str]) -> str:
    """Classic scripts as one, each after those that it needs."""
    return "\n;".join(map(minified, scripts))
