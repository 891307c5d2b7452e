"""The prebuilt search index: what `lunr.Index.load` takes in the browser.

Terms are analysed here and, for queries, in the browser, so lunr's own pipelines stay empty.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lunr.builder import Builder

from catalog.analysis import STOP_WORDS, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Catalog, Practice

# Titles weigh more than topics and institutions, those more than the summary, that more than
# the body.
FIELD_BOOSTS = {"title": 12, "topics": 6, "summary": 3, "body": 1}


def search_index(catalog: Catalog) -> str:
    """JSON: `{"stopWords": [...], "index": <lunr index>}`, whose refs are slugs."""
    if not catalog.practices:
        return json.dumps({"stopWords": STOP_WORDS, "index": None})
    builder = Builder()
    builder.ref("slug")
    for field, boost in FIELD_BOOSTS.items():
        builder.field(field, boost=boost)
    for practice in catalog.practices:
        texts = _texts(catalog, practice)
        fields: dict[str, object] = {name: terms(text) for name, text in texts.items()}
        builder.add({"slug": practice.slug, **fields})
    # lunr counts a term once for each field that has it, so that the commonest would seem rarer
    # than they are: the number of documents is told on the same scale.
    builder.document_count *= len(FIELD_BOOSTS)
    index = builder.build().serialize()
    return json.dumps(
        {"stopWords": STOP_WORDS, "index": index}, ensure_ascii=False, separators=(",", ":")
    )


def _texts(catalog: Catalog, practice: Practice) -> dict[str, str]:
    """Everything that can be found in a practice, by the field that weighs it."""
    taxonomies = catalog.taxonomies
    return {
        "title": practice.title,
        "topics": " ".join(
            (
                taxonomies.regions[practice.region].label,
                *practice.institutions,
                *(taxonomies.topics[topic].label for topic in practice.topics),
                *(taxonomies.levels[level].label for level in practice.levels),
                taxonomies.stages[practice.stage].label,
            )
        ),
        "summary": practice.summary,
        "body": " ".join(_body(catalog, practice)),
    }


def _body(catalog: Catalog, practice: Practice) -> Iterator[str]:
    for section in practice.sections:
        yield section.text
    for figure in practice.figures:
        yield f"{figure.value} {figure.unit} {figure.detail}"
    for evidence in practice.evidence:
        yield evidence.detail
    yield from practice.awards
    if practice.start_year:
        yield str(practice.start_year)
    for level in practice.levels:
        yield catalog.taxonomies.levels[level].description
    for contact in practice.contacts:
        yield f"{contact.name or ''} {contact.position} {contact.institution}"
    for event, presentation in catalog.presentations.get(practice.slug, []):
        yield event.title
        if presentation.expert:
            yield f"{presentation.expert.name} {presentation.expert.position}"
        for section in presentation.sections:
            yield section.text
