"""The pieces of hand-written pages that are made from the catalogue.

A page asks for one by name: `<div data-bloque="estadios"></div>`. A new one is a template,
`hooks/theme/blocks/<name>.html`, and a line in `_VALUES` with what it shows. Blocks whose names
differ after a slash (`valores/temas`) share the template before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from catalog.derive.facets import facets
from catalog.derive.network import STANDS_OUT, Level, network, transferring
from catalog.derive.panorama import last_and_next, newest, requirements_met
from catalog.pages.draw.table_bars import with_bars
from catalog.pages.guide import GUIDE_BLOCKS
from catalog.pages.site_info import NOWHERE
from catalog.pages.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from catalog.model import Catalog
    from catalog.pages.site_info import Home

LATEST = 3
# The practices that are named at a stop of the route, and of each level of the network.
AT_A_STOP = 6
AT_A_LEVEL = 30
_BLOCK = re.compile(r'<div data-bloque="([a-z/-]+)"></div>')


def _counted(catalog: Catalog) -> dict[str, Any]:
    return {"facets": facets(catalog)}


_VALUES: Mapping[str, Callable[[Catalog], dict[str, Any]]] = {
    "portada": lambda its: {**_counted(its), "total": len(its.practices), "events": its.events},
    "recientes": lambda its: {"newest": newest(its, LATEST), "total": len(its.practices)},
    "mapa": _counted,
    "temas": _counted,
    "estadios": _counted,
    "ruta": lambda its: {
        **_counted(its),
        "met": requirements_met(its),
        "total": len(its.practices),
        "shown": AT_A_STOP,
    },
    "agenda": lambda its: dict(zip(("last", "next"), last_and_next(its), strict=True)),
    "red": lambda its: {
        "network": network(its),
        "levels": Level,
        "stands_out": STANDS_OUT,
        "transferring": transferring(its),
        "shown": AT_A_LEVEL,
    },
    **GUIDE_BLOCKS,
}


BLOCKS = tuple(_VALUES)
"""The names of the pieces."""


def with_blocks(html: str, catalog: Catalog, path: str, home: Home = NOWHERE) -> str:
    """The hand-written page at `path`, with the pieces and the bars that it asks for. Raises
    KeyError, with what to tell its author, for a name that is none."""
    html = with_bars(html)
    if not _BLOCK.search(html):
        return html
    templates = Templates(catalog, home)

    def block(asked: re.Match[str]) -> str:
        if asked[1] not in _VALUES:
            raise KeyError(f"no existe el bloque «{asked[1]}».")
        template = f"blocks/{asked[1].partition('/')[0]}.html"
        return templates.render(template, path, **_VALUES[asked[1]](catalog))

    return _BLOCK.sub(block, html)
