"""An index fetched in pieces gives the results of the whole index: the same documents, in the same
order, with the same scores.

lunr.py builds the whole index, and lunr loads it in the browser. Queries are those of readers:
words of the sheets as they are written, without accents, half typed, replaced by other words for
the same thing, and mistyped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random

import pytest
from playwright.sync_api import Page

from catalog.pages import routes
from catalog.search.files import MANIFEST
from catalog.text.folding import fold
from catalog.text.terms import term_of
from tests.site.support.browser_modules import run_in_browser
from tests.site.support.expected_results import Expected, texts_of
from tests.support.rendering import search_files_of
from tests.support.whole_index import whole_index

QUERIES = 400
FIRST = 10
PRECISION = 1e-9
MANNERS = ("as written", "without accents", "half typed", "in other words", "mistyped")
_COMPARE = """
async ({ load, search }, { whole, queries, first, precision }) => {
  const { plan } = await load("search/query-plan");
  const { best, boosts, match } = await load("search/ranking");
  const { words, term } = await load("search/terms");
  const { lunr, index, language } = search;
  const serialised = JSON.parse(whole);
  const wholeIndex = lunr.Index.load(serialised);
  const known = new Set(serialised.invertedIndex.map(([term]) => term));
  const different = [];
  const found = [];
  for (const query of queries) {
    // Note the first place in which two rankings differ, and the results there.
    const compare = (what, wanted, given) => {
      if (wanted.length !== given.length) {
        different.push(`«${query}», ${what}: ${wanted.length} documents and not ${given.length}`);
        return;
      }
      const place = wanted.findIndex((result, at) => result.document !== given[at].document ||
        Math.abs(result.score - given[at].score) > precision);
      if (place >= 0) different.push(
        `«${query}», ${what}, ${place}: ${JSON.stringify([wanted[place], given[place]])}`);
    };

    const planned = await plan(query, index, language);
    const { whole: every, some, scores } = match(planned, index);
    // Without terms lunr would give every document.
    const results = planned.groups.length === 0 ? [] : wholeIndex.query((asked) => {
      for (const [term, boost] of boosts(planned)) asked.term(term, { boost });
    });
    const theirs = results.map(({ ref, score }) => ({ document: Number(ref), score }));
    compare("all", theirs, best(lunr, index, planned, some, scores, some.length));
    for (const count of [1, first]) {
      compare(`the first ${count}`, theirs.slice(0, count),
        best(lunr, index, planned, some, scores, count));
    }

    const hasGroup = ({ matchData }, terms) => terms.some((term) => term in matchData.metadata);
    const theirEvery = results
      .filter((result) => planned.groups.every((terms) => hasGroup(result, terms)))
      .map(({ ref }) => Number(ref)).sort((a, b) => a - b);
    if (String(theirEvery) !== String([...every])) different.push(`«${query}»: every word`);

    const answer = await search.find(query);
    const practices = new Set(answer.practices);
    const theirFirst = theirs.filter((result) => practices.has(result.document)).slice(0, first);
    const ourFirst = search.best(answer, answer.practices, first);
    if (String(theirFirst.map((result) => result.document)) !== String(ourFirst)) {
      different.push(`«${query}»: first practices`);
    }

    // The plan asks for every word that the whole index has, and for no other word.
    const asked = planned.groups.flat();
    const terms = words(query).map((word) => term(word, language)).filter(Boolean);
    for (const wanted of terms) {
      if (!known.has(wanted) || asked.includes(wanted)) continue;
      different.push(`«${query}»: ${wanted} is not asked for`);
    }
    for (const given of asked) {
      if (!known.has(given)) different.push(`«${query}»: the index lacks ${given}`);
    }
    found.push(theirs.length);
  }
  return { different, found };
}
"""


def test_the_published_index_is_cut_from_the_whole_index(
    expected: Expected, expected_large: Expected
) -> None:
    """The comparison below is about the published files, as they equal those made here."""
    for results in (expected, expected_large):
        for name, text in search_files_of(results.catalog, results.written).by_path().items():
            assert (results.site / routes.DATA / name).read_text("utf-8") == text, name
    manifest = json.loads((expected_large.site / routes.DATA / MANIFEST).read_text("utf-8"))
    assert len(manifest["pieces"].split(" ")) > 50


@pytest.mark.parametrize("which", ["the real catalogue", "hundreds of sheets"])
def test_the_pieces_rank_as_the_whole_index_does(
    page: Page,
    request: pytest.FixtureRequest,
    which: str,
) -> None:
    is_large = which == "hundreds of sheets"
    expected: Expected = request.getfixturevalue("expected_large" if is_large else "expected")
    address: str = request.getfixturevalue("large_server" if is_large else "server")
    queries = list(_queries(expected))
    whole = whole_index(expected.catalog, expected.written).serialize()
    asked = {"whole": json.dumps(whole), "queries": queries}
    compared = run_in_browser(
        page, address, _COMPARE, {**asked, "first": FIRST, "precision": PRECISION}
    )
    assert compared["different"] == []
    # Nearly all queries find something, and many find much, so that there are results to compare.
    found = compared["found"]
    assert len(found) == QUERIES
    assert sum(count > 0 for count in found) > 0.9 * QUERIES
    assert sum(count > FIRST for count in found) > 0.3 * QUERIES


def _queries(expected: Expected) -> Iterator[str]:
    """Yield queries of one to four words near each other in a sheet, in each manner of typing."""
    random = Random(20)
    texts = [text for practice in expected.catalog.practices for text in texts_of(practice)]
    spoken = [re.findall(r"[^\W_]+", text) for text in texts]
    acronyms = expected.catalog.vocabularies.acronyms.values()
    names = [name for term in acronyms for name in term.names]
    for number in range(QUERIES):
        manner = MANNERS[number % len(MANNERS)]
        sheet_words = random.choice([words for words in spoken if len(words) > 4])
        start = random.randrange(len(sheet_words) - 4)
        typed = random.sample(sheet_words[start : start + 8], k=random.randint(1, 4))
        if not any(term_of[word] for word in typed):
            typed.append("gestión")
        if manner == "in other words":
            typed[random.randrange(len(typed))] = random.choice(names)
        query = " ".join(typed)
        if manner == "without accents":
            query = fold(query)
        if manner == "half typed" and len(typed[-1]) > 4:
            query = query[: -random.randint(1, len(typed[-1]) - 3)]
        if manner == "mistyped":
            query = _mistyped(query, random)
        yield query


def _mistyped(query: str, random: Random) -> str:
    """The query with one letter missed, doubled, swapped with the next, or replaced."""
    place = random.randrange(len(query))
    letter = query[place : place + 1]
    following = query[place + 1 : place + 2]
    wrong = random.choice(["", letter * 2, following + letter, random.choice("aeiosrnl")])
    rest = place + 1 + (wrong == following + letter and bool(following))
    return query[:place] + wrong + query[rest:]
