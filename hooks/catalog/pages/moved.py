"""The pages at former addresses, which lead to where a practice, an event or a challenge is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.pages import routes
from catalog.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Catalog
    from catalog.pages.templates import Templates


def moved_pages(templates: Templates, catalog: Catalog) -> Iterator[Page]:
    """Yield a page for each former address of a practice, of a challenge, of an event and of its
    report."""
    for practice in catalog.practices:
        for slug in practice.former_slugs:
            address = routes.practice(practice.slug)
            yield _moved(templates, routes.practice(slug), address, practice.title)
    for challenge in catalog.challenges:
        for slug in challenge.former_slugs:
            address = routes.challenge(challenge.slug)
            yield _moved(templates, routes.challenge(slug), address, challenge.title)
    for event in catalog.events:
        for slug in event.former_slugs:
            yield _moved(templates, routes.event(slug), routes.event(event.slug), event.title)
            if not catalog.was_held(event):
                continue  # it has no report
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
