"""The styles as they are published: the files of `theme/css/` in a written order, and minified.

The order is the cascade's: of two rules of one weight, the later wins. A file more is a line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import rcssmin

from catalog.pages import routes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# By its published name, each stylesheet and the files that it is made of.
SHEETS = {
    "catalogo.css": (
        "tokens",
        "base",
        "frame",
        "components/search-box",
        "components/cards",
        "components/stage",
        "pages/practice",
        "components/figures",
        "components/steps",
        "pages/practice-adapting",
        "components/chart",
        "components/map-list",
        "pages/explorer",
        "components/suggestions",
        "wide-screens",
        "pages/event",
        "print",
        "components/choices",
        "pages/guide",
    ),
    # For the three pages that help to choose, beside the other.
    "choose.css": ("pages/choosing",),
}


def stylesheets(theme: Path) -> Iterator[tuple[str, str]]:
    """The address of each stylesheet within the site, and its text, from the theme's folder."""
    for name, files in SHEETS.items():
        texts = ((theme / "css" / f"{file}.css").read_text("utf-8") for file in files)
        yield f"{routes.ASSETS}{name}", str(rcssmin.cssmin("\n".join(texts)))
