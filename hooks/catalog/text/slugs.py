"""Slugs: names that can stand in an address, made of plain letters, digits and hyphens."""

from __future__ import annotations

import re

from catalog.text.folding import fold

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
"""The pattern of a slug, for Python and for a JSON Schema."""


def slug_of(text: str) -> str:
    """The slug of a text: `"Día 1: las prácticas"` → `"dia-1-las-practicas"`. It is empty where the
    text has neither a letter from a to z nor a digit."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
