"""The page of a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.check.stage_requirements import checklist, missing_for
from catalog.clock import over_a_year_before
from catalog.derive.lineage import lineage
from catalog.pages import routes
from catalog.pages.page import Page

if TYPE_CHECKING:
    from catalog.model import Catalog, Practice
    from catalog.pages.templates import Templates


def practice_page(templates: Templates, catalog: Catalog, practice: Practice) -> Page:
    """The page of one practice of the catalogue."""
    presentations = catalog.presentations.get(practice.slug, [])
    checks = checklist(practice, catalog)
    reached = catalog.vocabularies.stages.position(practice.stage)
    later_stages = list(catalog.vocabularies.stages.values())[reached:]
    resource_types = catalog.vocabularies.resource_types
    listed_types = {resource.type for resource in practice.resources}
    values = {
        "practice": practice,
        "presentations": presentations,
        "checks": checks,
        "next_stage": later_stages[0] if later_stages else None,
        "missing": missing_for(later_stages[0].id, checks) if later_stages else [],
        "related": catalog.related[practice.slug],
        "overdue": over_a_year_before(practice.review_date, catalog.today),
        "lineage": lineage(practice, catalog),
        "offered_to": catalog.offered_to.get(practice.slug, []),
        "required": sum(len(group.checks) for group in checks),
        "met": sum(check.met for group in checks for check in group.checks),
        "silent": [
            resource_type.label
            for resource_type in resource_types.values()
            if resource_type.id not in listed_types
        ],
    }
    return Page(
        routes.practice(practice.slug),
        practice.title,
        practice.summary,
        templates,
        "pages/practice.html",
        values,
        practice.path,
    )
