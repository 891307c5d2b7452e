"""The site's stylesheets: each `hooks/theme/css/<name>.css` names the files that it is joined from,
in their order and with the cascade layer of each, and is published minified as one file.

A line `@import "components/fold.css" layer(components);` is plain CSS, with the meaning that it has
in a browser: https://drafts.csswg.org/css-cascade-5/#at-import
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import rcssmin

from catalog.pages import routes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The stylesheets that pages link, and so the only ones published.
PUBLISHED = ("catalogo.css", "choose.css")
_IMPORT = re.compile(r'^@import "([a-z/-]+\.css)" layer\(([a-z]+)\);$', re.MULTILINE)


def stylesheets(theme: Path) -> Iterator[tuple[str, str]]:
    """The address of each published stylesheet within the site, and its text."""
    for name in PUBLISHED:
        yield f"{routes.ASSETS}{name}", joined(theme / "css" / name)


def imports(stylesheet: Path) -> list[tuple[str, str]]:
    """The files that a stylesheet is joined from: the path of each within the folder, and its
    layer."""
    return _IMPORT.findall(stylesheet.read_text("utf-8"))


def joined(stylesheet: Path) -> str:
    """A published stylesheet: its own rules, then those of its imports, minified."""
    parts = [_minified(_IMPORT.sub("", stylesheet.read_text("utf-8")))]
    for layer, files in groupby(imports(stylesheet), key=lambda imported: imported[1]):
        # Minified before they are wrapped: within `@layer { }` rcssmin takes `.a :is(b)` for a
        # declaration, and joins it to `.a:is(b)`.
        rules = [_minified((stylesheet.parent / name).read_text("utf-8")) for name, _ in files]
        parts.append(f"@layer {layer}{{{''.join(rules)}}}")
    return "".join(parts)


def _minified(css: str) -> str:
    return str(rcssmin.cssmin(css))
