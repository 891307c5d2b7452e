"""Practices made up from another one."""

from __future__ import annotations

from catalog.model import Practice


def practice_like(model: Practice, slug: str, **changes: object) -> Practice:
    """The practice `model` under another slug, which is its title too, and with these changes."""
    return Practice.model_construct(**{**model.__dict__, "slug": slug, "title": slug, **changes})
