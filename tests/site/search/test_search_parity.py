"""An index fetched in pieces gives what the whole one gives: the same documents, in the same
order, with the same scores.

lunr.py builds the whole index, and lunr loads it in the browser. Queries are those of readers:
words of the sheets as they stand, without accents, half typed, said otherwise, and mistyped.
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
MANNERS = ("as it stands", "without accents", "half typed", "said otherwise", "mistyped")
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
    // The first place in which two rankings differ, and what stands there.
    const compare = (what, wanted, given) => {
      if (wanted.length !== given.length) {
        different.push(`«${query}», ${what}: ${wanted.length} documents and not ${given.length}`);
        return;
      }
      const place = wanted.findIndex((one, at) => one.document !== given[at].document ||
        Math.abs(one.score - given[at].score) > precision);
      if (place >= 0) different.push(
        `«${query}», ${what}, ${place}: ${JSON.stringify([wanted[place], given[place]])}`);
    };

    const planned = await plan(query, index, language);
    const { whole: every, some, scores } = match(planned, index);
    // Asked for nothing, lunr gives everything.
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
    const theirFirst = theirs.filter((one) => practices.has(one.document)).slice(0, first);
    const ourFirst = search.best(answer, answer.practices, first);
    if (String(theirFirst.map((one) => one.document)) !== String(ourFirst)) {
      different.push(`«${query}»: first practices`);
    }

    // The plan asks for every word that the whole index has, and for nothing that it has not.
    const asked = planned.groups.flat();
    const terms = words(query).map((word) => term(word, language)).filter(Boolean);
    for (const one of terms) {
      if (!known.has(one) || asked.includes(one)) continue;
      different.push(`«${query}»: ${one} is not asked for`);
    }
    for (const one of asked) {
      if (!known.has(one)) different.push(`«${query}»: nobody wrote ${one}`);
    }
    found.push(theirs.length);
  }
  return { different, found };
}
"""


def test_the_published_index_is_the_whole_one_in_pieces(
    expected: Expected, expected_large: Expected
) -> None:
    """So the comparison below is made of the same texts as the site."""
    for its in (expected, expected_large):
        for name, text in search_files_of(its.catalog, its.written).by_path().items():
            assert (its.site / routes.DATA / name).read_text("utf-8") == text, name
    manifest = json.loads((expected_large.site / routes.DATA / MANIFEST).read_text("utf-8"))
    assert len(manifest["pieces"].split(" ")) > 50


@pytest.mark.parametrize("which", ["the real catalogue", "hundreds of sheets"])
def test_pieces_rank_as_the_whole_index_does(
    page: Page,
    request: pytest.FixtureRequest,
    which: str,
) -> None:
    is_large = which == "hundreds of sheets"
    its: Expected = request.getfixturevalue("expected_large" if is_large else "expected")
    address: str = request.getfixturevalue("large_server" if is_large else "server")
    queries = list(_queries(its))
    whole = whole_index(its.catalog, its.written).serialize()
    asked = {"whole": json.dumps(whole), "queries": queries}
    compared = run_in_browser(
        page, address, _COMPARE, {**asked, "first": FIRST, "precision": PRECISION}
    )
    assert compared["different"] == []
    # Nearly all of them find something, and many of them much: there was something to compare.
    found = compared["found"]
    assert len(found) == QUERIES
    assert sum(count > 0 for count in found) > 0.9 * QUERIES
    assert sum(count > FIRST for count in found) > 0.3 * QUERIES


def _queries(its: Expected) -> Iterator[str]:
    """One to four words that stand near each other in a sheet, in every manner of typing."""
    random = Random(20)
    texts = [text for practice in its.catalog.practices for text in texts_of(practice)]
    spoken = [re.findall(r"[^\W_]+", text) for text in texts]
    forms = [name for one in its.catalog.vocabularies.acronyms.values() for name in one.names]
    for number in range(QUERIES):
        manner = MANNERS[number % len(MANNERS)]
        its_words = random.choice([words for words in spoken if len(words) > 4])
        start = random.randrange(len(its_words) - 4)
        typed = random.sample(its_words[start : start + 8], k=random.randint(1, 4))
        if not any(term_of[word] for word in typed):
            typed.append("gestión")
        if manner == "said otherwise":
            typed[random.randrange(len(typed))] = random.choice(forms)
        query = " ".join(typed)
        if manner == "without accents":
            query = fold(query)
        if manner == "half typed" and len(typed[-1]) > 4:
            query = query[: -random.randint(1, len(typed[-1]) - 3)]
        if manner == "mistyped":
            query = _mistyped(query, random)
        yield query


def _mistyped(query: str, random: Random) -> str:
    """A letter is missed, doubled, swapped with its neighbour, or another."""
    place = random.randrange(len(query))
    letter = query[place : place + 1]
    following = query[place + 1 : place + 2]
    wrong = random.choice(["", letter * 2, following + letter, random.choice("aeiosrnl")])
    rest = place + 1 + (wrong == following + letter and bool(following))
    return query[:place] + wrong + query[rest:]
