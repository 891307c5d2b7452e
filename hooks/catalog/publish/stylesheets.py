"""The site's stylesheets. Each `hooks/theme/css/<name>.css` names the files that it joins, in their
order and with the cascade layer of each, and is published as one minified file.

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

# The stylesheets to which pages link. Only these are published.
PUBLISHED = ("catalogo.css", "choose.css")
_IMPORT = re.compile(r'^@import "([a-z/-]+\.css)" layer\(([a-z]+)\);$', re.MULTILINE)


def stylesheets(theme: Path) -> Iterator[tuple[str, str]]:
    """Yield the address within the site and the text of each published stylesheet."""
    for name in PUBLISHED:
        yield f"{routes.ASSETS}{name}", joined(theme / "css" / name)


def imports(stylesheet: Path) -> list[tuple[str, str]]:
    """The files that a stylesheet joins: the path of each within the folder, and its layer."""
    return _IMPORT.findall(stylesheet.read_text("utf-8"))


def joined(stylesheet: Path) -> str:
    """The text of a published stylesheet: its own rules, then those of its imports, minified."""
    parts = [_minified(_IMPORT.sub("", stylesheet.read_text("utf-8")))]
    for layer, files in groupby(imports(stylesheet), key=lambda imported: imported[1]):
        # The files are minified before they are wrapped: within `@layer { }` rcssmin takes
        # `.a :is(b)` for a declaration, and changes it to `.a:is(b)`.
        rules = [_minified((stylesheet.parent / name).read_text("utf-8")) for name, _ in files]
        parts.append(f"@layer {layer}{{{''.join(rules)}}}")
    return "".join(parts)


def _minified(css: str) -> str:
    return str(rcssmin.cssmin(css))
