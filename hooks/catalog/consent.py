"""Where a child may be seen or heard, somebody must have agreed, and the sheet says who and how.

Peru's Ley 29733 and its regulation (D.S. 016-2024-JUS) ask for it. Who is a child is told by the
words of the sheet: better to ask once too often.
"""

from __future__ import annotations

import re

from catalog.folding import fold

_CHILD = re.compile(
    r"\b(nin[oa]s?|bebes?|infantes?|parvul[oa]s?|menor(es)? de edad|adolescentes?|estudiantes?"
    r"|escolar(es)?|alumn[oa]s?|colegial(es|as)?|hij[oa]s?)\b"
)
# Who speaks of a child, and is none.
_ADULT = re.compile(
    r"\b(madres?|padres?|papa|mama|apoderad[oa]s?|famili\w+|docentes?|profesor\w*|maestr[oa]s?"
    r"|director\w*|tutor\w*|especialistas?|ex ?alumn[oa]s?|egresad[oa]s?|universitari[oa]s?)\b"
)
_AGE = re.compile(r"\b([0-9]|1[0-7]) anos\b")


def shows_children(text: str) -> bool:
    """Whether a picture so described may show a child."""
    folded = fold(text)
    return bool(_CHILD.search(folded) or _AGE.search(folded))


def is_child(author: str) -> bool:
    """Whether somebody so named may be a child."""
    folded = fold(author)
    return shows_children(author) and not _ADULT.search(folded)
