"""The rules of the links in a front matter: its sources, its links and its materials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.model import Event, Practice
from catalog.text.safe_urls import why_not_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.check.context import AnyContent, SourceFile, Surroundings
    from catalog.source.problems import Problem


def links_say_where_they_lead(file: SourceFile[AnyContent], _: Surroundings) -> Iterator[Problem]:
    """The words of a link do not name a site other than the one that it leads to."""
    content = file.content
    named = [
        (("fuentes", place, "documento"), source.document, source.url)
        for place, source in enumerate(content.sources)
    ]
    lists = {"enlaces": content.links} if isinstance(content, Practice) else {}
    if isinstance(content, Event):
        lists = {"materiales": content.materials}
    for key, links in lists.items():
        named += [
            ((key, place, "titulo"), link.title, link.url) for place, link in enumerate(links)
        ]
    for where, words, address in named:
        if address and (why := why_not_words(words, address)):
            yield file.document.problem(where, why)


LINK_RULES = (links_say_where_they_lead,)
