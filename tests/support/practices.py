"""Copies of practices and catalogues with changes."""

from __future__ import annotations

from datetime import date

from catalog.model import Catalog, Practice


def practice_like(model: Practice, slug: str, **changes: object) -> Practice:
    """A copy of `model` with these changes, and with `slug` as its slug and its title."""
    return Practice.model_construct(**{**model.__dict__, "slug": slug, "title": slug, **changes})


def read_on(today: date, catalog: Catalog) -> Catalog:
    """The catalogue as if it had been read on another day."""
    return Catalog(catalog.practices, catalog.events, catalog.vocabularies, today)
