"""The files of the search: the pieces of the index, the words, the suggestions, the columns that
filter and order, the result cards, and a manifest.

Documents are numbered in the order of `search_documents`: practices first.
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from catalog.model import Practice
from catalog.search.concepts import Concepts
from catalog.search.documents import search_documents
from catalog.search.filter_columns import filter_column, order_columns
from catalog.search.index import FIELD_BOOSTS, Analyser, build_index
from catalog.search.packing import index_pieces
from catalog.search.spelling import lexicon
from catalog.search.suggestions import suggestions
from catalog.text.email_obfuscation import unharvested
from catalog.text.terms import STOP_WORDS, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from catalog.derive.derived import Derived
    from catalog.model import Catalog
    from catalog.schema.terms import Term
    from catalog.schema.vocabularies import Vocabulary
    from catalog.search.documents import Subject, WrittenPage
    from catalog.search.index import Counted, Index

MANIFEST = "busqueda.json"
# The beginning of the names of the files with result cards.
CARD = "ficha-"
# The end of every file but the manifest, by which the browser knows that none was cut short.
END = "~"
# The most words that the lexicon keeps of those that one document alone has. A sheet of a few
# thousand words has one or two hundred of them.
OWN_WORDS = 500


class SearchFiles(NamedTuple):
    """The text of each file by its name, and the manifest, which names their folder. The name of
    the folder is a digest of the texts, so that a browser never mixes the files of two builds."""

    folder: str
    texts: dict[str, str]
    manifest: str

    def by_path(self) -> dict[str, str]:
        """Every text by the path of its file, relative to the folder of the site's data."""
        return {self.folder + name: text for name, text in self.texts.items()} | {
            MANIFEST: self.manifest
        }


NO_SEARCH = SearchFiles("", {}, "")


class Search:
    """Makes the search's files. Kept between builds, it analyses only new documents."""

    def __init__(self) -> None:
        self._acronyms: Vocabulary[Term] | None = None
        self._analyser = Analyser(Concepts([]))

    def index(
        self, catalog: Catalog, written: Iterable[WrittenPage]
    ) -> tuple[Index, list[Subject], list[Counted]]:
        """The whole index, and by document number the subjects and the counts of the documents."""
        if self._acronyms != catalog.vocabularies.acronyms:
            self._acronyms = catalog.vocabularies.acronyms
            self._analyser = Analyser(Concepts(self._acronyms.values()))
        found = [
            (document.subject, self._analyser.count(document.texts))
            for document in search_documents(catalog, written)
        ]
        counted = [counts for _, counts in found]
        index = build_index(counted, self._analyser.term_numbers)
        return index, [subject for subject, _ in found], counted

    def files(
        self, derived: Derived, written: Iterable[WrittenPage], card_of: Callable[[Subject], str]
    ) -> SearchFiles:
        """Every file of the search. `card_of` gives the HTML of the result card of a subject, so
        that the browser needs no template of its own."""
        catalog = derived.catalog
        index, subjects, counted = self.index(catalog, written)
        pieces = list(index_pieces(index))
        known_words = lexicon(self._documents_with(counted))
        practices = [subject for subject in subjects if isinstance(subject, Practice)]
        by_key = derived.facets
        offered = suggestions(catalog, by_key)
        files = {f"{number}.txt": text for number, (_, text) in enumerate(pieces)}
        files |= {f"palabras-{sound}.txt": text for sound, text in known_words.items()}
        files |= {f"sugerencias-{letter}.json": text for letter, text in offered.items()}
        for key, facet in by_key.items():
            files[f"filtro-{key}.json"] = filter_column(facet, practices)
        orders = order_columns(practices, catalog)
        files |= {f"orden-{key}.txt": text for key, text in orders.items()}
        files |= {
            f"{CARD}{number}.txt": _card(subject, card_of(subject))
            for number, subject in enumerate(subjects)
        }
        manifest = {
            "folder": f"busqueda/{_digest(files)}/",
            "practices": len(practices),
            "documents": index.documents,
            "fields": list(FIELD_BOOSTS),
            "pieces": " ".join(start for start, _ in pieces),
            "sounds": "".join(known_words),
            "letters": "".join(offered),
            "stopWords": " ".join(STOP_WORDS),
            "concepts": "\n".join(
                ",".join((concept, *forms))
                for concept, forms in self._analyser.concepts.forms.items()
                if concept in index.postings
            ),
        }
        return SearchFiles(
            str(manifest["folder"]),
            {name: unharvested(text) + END for name, text in files.items()},
            json.dumps(manifest, ensure_ascii=False, separators=(",", ":")),
        )

    def _documents_with(self, counted: Iterable[Counted]) -> dict[str, int]:
        """The number of documents in which each word occurs.

        The names of concepts that are one word count too, as if one document had them: they may be
        mistyped like any word. Of the words that occur in it alone, a document adds at most
        OWN_WORDS, so that no document can fill the list.
        """
        names = list(self._analyser.word_numbers)
        numbers: Counter[int] = Counter()
        for document in counted:
            numbers.update(document.words)
        known = {names[number]: count for number, count in numbers.items() if count > 1}
        for document in counted:
            own = sorted(names[number] for number in document.words if numbers[number] == 1)
            known |= dict.fromkeys(own[:OWN_WORDS], 1)
        entries = self._acronyms.values() if self._acronyms else ()
        others = (words(name) for entry in entries for name in entry.names)
        return {name[0]: 1 for name in others if len(name) == 1} | known


def _card(subject: Subject, html: str) -> str:
    """The text of the file of a result card: a line of JSON, `[slug, title]`, and the HTML of the
    card. The slug is empty where the subject is no practice. The line has no `<`, so that no title
    is markup."""
    slug = subject.slug if isinstance(subject, Practice) else ""
    data = json.dumps([slug, subject.title], ensure_ascii=False).replace("<", "\\u003c")
    return f"{data}\n{html}"


def _digest(files: dict[str, str]) -> str:
    digest = sha256()
    for name, text in files.items():
        digest.update(f"{name}\0{text}\0".encode("utf-8", "replace"))
    return digest.hexdigest()[:12]
