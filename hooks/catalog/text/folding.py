"""One spelling for every way of writing a word: lower case, without accents.

The browser does the same in `theme/js/shared/folding.js`: `tests/site/search/test_twins.py` holds
both alike.
"""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]+")


def fold(text: str) -> str:
    """Lower-case `text` and drop its accents («Junín» → «junin», «niño» → «nino»)."""
    if text.isascii():  # most words: no accents to look for
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text.lower()))


def name_key(name: str) -> str:
    """The key of a name: the same for names that differ only in capitals, accents or spaces."""
    return " ".join(fold(name).split())
