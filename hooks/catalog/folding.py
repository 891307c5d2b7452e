"""One spelling for every way of writing a word: lower case, without accents.

The browser does the same in `templates/assets/js/analyse.js`; a test holds both together.
"""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Lower-case `text` and drop its accents («Junín» → «junin», «niño» → «nino»)."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
