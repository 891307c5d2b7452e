"""The results that a site should show, from its Catalog and from the whole index in Python.

The browser takes its results from the pieces of the index; both results must be equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from html import unescape
from pathlib import Path

from catalog.derive.facets import facets
from catalog.model import Catalog, Practice
from catalog.search.concepts import Concepts
from catalog.search.documents import WrittenPage
from catalog.search.files import Search
from catalog.search.index import Index
from catalog.text.terms import term_of, words

Chosen = Mapping[str, Sequence[str]]


class Expected:
    """The results of a catalogue whose site is built in the folder `site`."""

    def __init__(self, catalog: Catalog, site: Path) -> None:
        self.catalog = catalog
        self.site = site
        self.facets = facets(catalog)
        self.concepts = Concepts(catalog.vocabularies.acronyms.values())

    # Filters

    @property
    def keys(self) -> list[str]:
        """The keys of the filters, in the order of the explorer."""
        return list(self.facets)

    def values(self, practice: Practice) -> dict[str, list[str]]:
        """A practice's values in each filter."""
        return {key: list(facet.ids_of(practice)) for key, facet in self.facets.items()}

    def used(self, key: str) -> list[str]:
        """The values of a filter that some practice has."""
        return sorted({value for p in self.catalog.practices for value in self.values(p)[key]})

    def passing(self, chosen: Chosen) -> set[str]:
        """The slugs of the practices with a chosen value in every filter that has one."""
        return {
            practice.slug
            for practice in self.catalog.practices
            if all(
                set(values) & set(self.facets[key].ids_of(practice))
                for key, values in chosen.items()
                if values
            )
        }

    def alone(self, chosen: Chosen, key: str, found: Iterable[str]) -> dict[str, set[str]]:
        """By value of the filter `key`, the slugs of `found` that remain if that value is the only
        one of its filter, with the other filters as `chosen`."""
        others = self.passing({**chosen, key: []}) & set(found)
        return {
            value: {slug for slug in others if value in self._values_of[slug][key]}
            for value in self.used(key)
        }

    @cached_property
    def _values_of(self) -> dict[str, dict[str, list[str]]]:
        return {practice.slug: self.values(practice) for practice in self.catalog.practices}

    # Words

    @cached_property
    def written(self) -> list[WrittenPage]:
        """The pages written by hand, as the search reads them, from the built site."""
        return list(_written(self.site))

    @cached_property
    def whole(self) -> tuple[Index, list[str]]:
        """The whole index, and for each document its slug, or its address if it is a page."""
        index, subjects, _ = Search().index(self.catalog, self.written)
        return index, [
            subject.path if isinstance(subject, WrittenPage) else subject.slug
            for subject in subjects
        ]

    def found(self, query: str) -> set[str]:
        """The slugs of the practices with every word of a query, or with the word's concept."""
        found = set(self.catalog.by_slug)
        for word in words(query):
            if term_of[word]:
                found &= self.with_any(self.concepts.terms([word]))
        return found

    def with_any(self, terms: Iterable[str]) -> set[str]:
        """The slugs of the practices with at least one of these terms."""
        index, slugs = self.whole
        documents = {
            document
            for term in terms
            for postings in index.postings.get(term, [])
            for document in postings[::2]
        }
        return {slugs[document] for document in documents} & set(self.catalog.by_slug)

    @cached_property
    def slugs_by_word(self) -> dict[str, set[str]]:
        """The slugs that a word finds, for each word of the sheets with five letters or more."""
        text = " ".join(text for practice in self.catalog.practices for text in texts_of(practice))
        long = dict.fromkeys(re.findall(r"[^\W\d_]{5,}", text.lower()))
        return {word: self.found(word) for word in long if term_of[word]}


def listings(catalog: Catalog) -> Iterator[tuple[str, str, list[Practice]]]:
    """Yield each listing as its folder, its value and its practices: `temas`, `lectura`, […]."""
    terms, practices = catalog.vocabularies, catalog.practices
    for region in terms.regions:
        yield "regiones", region, [p for p in practices if p.region == region]
    for topic in terms.topics:
        yield "temas", topic, [p for p in practices if topic in p.topics]
    for stage in terms.stages:
        yield "estadios", stage, [p for p in practices if p.stage == stage]


def texts_of(practice: Practice) -> Iterator[str]:
    """Yield the texts of a sheet."""
    yield practice.title
    yield practice.summary
    for section in practice.sections:
        yield section.text


# The content of a page, without the links to other pages that the frame puts around it.
_CONTENT = re.compile(
    r'id="contenido">(?:\s*<nav class="breadcrumb".*?</nav>)?(.*?)'
    r'(?:<p class="section-next">|<nav class="section-nav"|<p class="edit">|</article>)',
    re.DOTALL,
)


def _written(site: Path) -> Iterator[WrittenPage]:
    """Yield the written pages that the cards of the search name, in the order of the cards'
    numbers, each with the text of its page."""
    cards = site.glob("datos/busqueda/*/ficha-*.txt")
    for card in sorted(cards, key=lambda card: int(card.stem.removeprefix("ficha-"))):
        text = card.read_text("utf-8")
        if '<span class="found__kind">Página</span>' not in text:
            continue
        found = re.search(r'class="found" href="\.\./([^"]*)">([^<]*)<', text)
        assert found, text
        page = (site / found[1] / "index.html").read_text("utf-8")
        description = re.search(r'<meta name="description" content="([^"]*)"', page)
        content = _CONTENT.search(page)
        assert description, found[1]
        assert content, found[1]
        # The search reads only the title and description of a page made from the catalogue.
        html = content[1] if 'class="page is-written' in page else ""
        yield WrittenPage(found[1], unescape(found[2]), unescape(description[1]), html)
