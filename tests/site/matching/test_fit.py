"""`fit.js` over made-up practices: their points, their order, and those that are left out."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.site.support.browser_modules import run_in_browser

# `all` has the values in which each practice differs from `base`; its place is its document.
_FITTEST = """
async ({ load }, { asked, base, all }) => {
  const { POINTS, fittest, points } = await load("matching/fit");
  const made = all.map((values, document) => ({ ...base, ...values, document }));
  return {
    order: fittest(made, asked).map((practice) => practice.document),
    points: made.map((practice) => points(practice, asked)),
    POINTS,
  };
}
"""
_EMPTY_FORM = {
    "region": "", "macroregion": "", "institution": "", "level": "", "topic": "", "words": [],
}  # fmt: skip
_UNLIKE = {
    "relevance": 0, "region": "puno", "macroregions": [], "institutions": [], "levels": [],
    "topics": [], "stage": 0, "standings": [],
}  # fmt: skip


def _fittest(page: Page, root: str, asked: dict[str, Any], *all_: dict[str, Any]) -> Any:
    argument = {"asked": {**_EMPTY_FORM, **asked}, "base": _UNLIKE, "all": all_}
    return run_in_browser(page, root, _FITTEST, argument)


def _problem(*weights: float) -> dict[str, Any]:
    """A problem of words with these weights."""
    return {"words": [{"text": f"w{at}", "weight": weight} for at, weight in enumerate(weights)]}


def _standings(standings: str) -> dict[str, Any]:
    """The standing of each word in a practice, by letter: talked about, mentioned or unsaid."""
    names = {"t": "talked", "m": "mentioned", "-": "unsaid"}
    return {"standings": [names[letter] for letter in standings]}


def test_the_problem_weighs_more_than_the_reader_s_place(page: Page, server: str) -> None:
    asked = {
        **_problem(1, 1), "region": "ica", "macroregion": "centro", "institution": "ugel",
        "level": "primaria", "topic": "lectura",
    }  # fmt: skip
    says = {**_standings("tt"), "relevance": 1}
    silent = _standings("--")
    place = {"region": "ica", "levels": ["primaria"], "institutions": ["ugel"]}
    found = _fittest(
        page,
        server,
        asked,
        says,
        {**says, "region": "ica"},
        {**says, "macroregions": ["centro"]},
        {**says, "levels": ["primaria"], "institutions": ["ugel"]},
        {**silent, **place, "stage": 1},
        {**says, "topics": ["lectura"]},
        {**silent, "topics": ["lectura"]},
        {**says, **place, "topics": ["lectura"], "stage": 1},
    )
    assert found["order"] == [7, 5, 3, 1, 2, 0, 6]
    assert found["points"][7] == 100
    most = found["POINTS"]
    assert most["words"] + most["relevance"] + most["topic"] > (
        most["region"] + most["level"] + most["institution"] + most["stage"]
    )


@pytest.mark.parametrize(
    ("weights", "practices", "shown"),
    [
        pytest.param([2], ["t", "m", "-"], [0], id="talk leaves out mentions"),
        pytest.param([2], ["m", "-", "m"], [0, 2], id="a mention is enough if no practice talks"),
        pytest.param([0.1], ["t", "m", "-"], [0], id="a common word alone"),
        pytest.param([2, 0.1], ["-t", "t-", "tm"], [2, 1], id="the rarer word decides"),
        pytest.param([2, 2, 2, 0.1], ["---t", "---m"], [], id="too little of the problem"),
        pytest.param([2, 2, 2], ["t--", "tt-", "ttt"], [2, 1], id="too little beside the best"),
        pytest.param([0.2] * 4, ["mmmm", "tttt", "tttm"], [1, 2], id="mentions of the common"),
    ],
)
def test_rare_words_weigh_more_than_common_ones_and_talk_more_than_mentions(
    page: Page, server: str, weights: list[float], practices: list[str], shown: list[int]
) -> None:
    found = _fittest(page, server, _problem(*weights), *map(_standings, practices))
    assert found["order"] == shown


def test_a_word_weighs_less_the_more_practices_say_it(page: Page, server: str) -> None:
    weights, common = run_in_browser(
        page,
        server,
        """async ({ load }) => {
          const { weightOf, isCommon } = await load("matching/fit");
          const all = [1, 5, 10, 30, 60, 90, 100].map((saying) => weightOf(100, saying));
          return [all, all.map((weight) => isCommon({ text: "", weight }))];
        }""",
    )
    assert weights == sorted(weights, reverse=True)
    assert 0 < weights[-1] < weights[0] / 100
    assert common == [False, False, False, False, False, True, True]
