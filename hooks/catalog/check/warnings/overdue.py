"""Warnings about sheets that were last reviewed more than a year ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.check.warnings.notes import warning
from catalog.clock import over_a_year_before
from catalog.source.front_matter import parse_sheet
from catalog.text.spanish import day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.model import Catalog
    from catalog.source.problems import Problem


def overdue_reviews(catalog: Catalog, root: Path) -> Iterator[Problem]:
    """Yield a warning for each sheet of the catalogue at `root` without a review for a year. Time
    alone brings this warning, so `catalogo check` gives it and a build does not."""
    for practice in catalog.practices:
        if over_a_year_before(practice.review_date, catalog.today):
            document, _ = parse_sheet(practice.path, (root / practice.path).read_bytes())
            message = (
                f"Por revisar de nuevo: la ficha se revisó el {day(practice.review_date)}, hace "
                "más de un año. Compruebe que sus datos y contactos siguen vigentes y ponga la "
                "fecha de hoy."
            )
            yield warning(document.problem(("fecha_revision",), message))
