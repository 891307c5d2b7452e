"""The pages at former addresses, which lead to where a practice or an event stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.pages import routes
from catalog.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Catalog
    from catalog.pages.templates import Templates


def moved_pages(templates: Templates, catalog: Catalog) -> Iterator[Page]:
    """Yield a page for each former address of a practice, of an event and of its report."""
    for practice in catalog.practices:
        for slug in practice.former_slugs:
            address = routes.practice(practice.slug)
            yield _moved(templates, routes.practice(slug), address, practice.title)
    for event in catalog.events:
        for slug in event.former_slugs:
            yield _moved(templates, routes.event(slug), routes.event(event.slug), event.title)
            report = f"Reporte: {event.title}"
            yield _moved(templates, routes.report(slug), routes.report(event.slug), report)


def _moved(templates: Templates, path: str, address: str, title: str) -> Page:
    return Page(
        path,
        title,
        f"{title}: esta página cambió de dirección.",
        templates,
        "pages/moved.html",
        {"title": title, "address": address},
        hidden=True,
        moved_to=address,
    )
