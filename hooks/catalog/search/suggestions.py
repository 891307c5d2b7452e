"""The suggestions of the search box while the reader types: topics, regions and other values of the
filters, and institutions. The search itself suggests practices."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from catalog.text.folding import fold
from catalog.text.terms import term_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalog.derive.facets import Facet
    from catalog.model import Catalog

# The filters whose values are suggested, with the vocabulary that has other names of these values.
OFFERED = {
    "region": "regions",
    "macrorregion": "macroregions",
    "tema": "topics",
    "nivel": "levels",
    "estadio": "stages",
    "institucion": "institution_types",
}
# The most suggestions of a letter: a list that grew with the catalogue would be slow to fetch. An
# institution that is left out is found by a word of its name that has a rarer first letter.
MOST = 250


def suggestions(catalog: Catalog, facets: Mapping[str, Facet]) -> dict[str, str]:
    """The suggestions by the first letter of any of their words, as JSON: `[[kind, value, label,
    practices, other names], …]`. `kind` is a filter's key, or `q` for an institution, whose name is
    searched. Values of filters come first, and within each group those with most practices."""
    by_letter: dict[str, dict[tuple[str, str], list[object]]] = defaultdict(dict)
    for kind, value, label, count, others in _entries(catalog, facets):
        entry: list[object] = [kind, value, label, count]
        if others:
            entry.append(others)
        for word in words(f"{label} {others}"):
            if term_of[word]:
                by_letter[fold(word)[0]][kind, value] = entry
    return {
        letter: json.dumps(_most(entries), ensure_ascii=False, separators=(",", ":"))
        for letter, entries in sorted(by_letter.items())
    }


def _most(entries: dict[tuple[str, str], list[object]]) -> list[list[object]]:
    by_count = sorted(
        entries.values(), key=lambda entry: (entry[0] == "q", -int(str(entry[3])), entry[2])
    )
    return by_count[:MOST]


def _entries(
    catalog: Catalog, facets: Mapping[str, Facet]
) -> Iterator[tuple[str, str, str, int, str]]:
    for key, vocabulary in OFFERED.items():
        terms = getattr(catalog.vocabularies, vocabulary)
        for value in facets[key].values:
            if value.count and value.id in terms:
                yield key, value.id, value.label, value.count, " ".join(terms[value.id].aliases)
    for value in facets["evento"].values:
        if value.count:
            yield "evento", value.id, value.label, value.count, ""
    institutions = Counter(name for p in catalog.practices for name in p.institutions)
    for name, count in sorted(institutions.items()):
        known = catalog.vocabularies.institution(name)
        yield "q", name, name, count, " ".join(known.aliases) if known else ""
