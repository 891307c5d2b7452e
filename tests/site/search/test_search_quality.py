"""Each query of `tests/content/queries.yml` finds the practice, event or page that it means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from catalog.model import Catalog
from tests.site.support.browser_modules import run_in_browser
from tests.site.support.explorer_page import Explorer

Line = dict[str, Any]
FIRST = 3
# By the key of a line, the form in which a card of the search names the wanted result.
KINDS = {"finds": "{}", "event": "../intercambios/{}/", "page": "../{}"}
_ANSWERS = """
async ({ root, load }, { queries, first }) => {
  const { answer } = await load("explorer/answer");
  const { reading } = await load("explorer/status-words");
  const parser = new DOMParser();
  const parsed = (html) => parser.parseFromString(html, "text/html");
  const answers = [];
  for (const query of queries) {
    const found = await answer({ query, chosen: new Map(), order: "" });
    const cards = (documents) =>
      Promise.all(documents.map((document) => found.index.card(document)))
        .then((fetched) => fetched.map(({ html }) => parsed(html)));
    const practices = await cards(await found.first(first));
    const others = await cards(found.others.slice(0, first));
    answers.push({
      practices: practices.map((card) => card.querySelector("[data-practice]").dataset.practice),
      others: others.map((card) => card.querySelector("a").getAttribute("href")),
      reading: reading(found.search.plan, query),
    });
  }
  return answers;
}
"""


@pytest.fixture(scope="session")
def lines(root: Path) -> list[Line]:
    return yaml.safe_load((root / "tests" / "content" / "queries.yml").read_text("utf-8"))


def _wanted(line: Line) -> list[str]:
    """The slugs or addresses in a line, of which the search must find at least one."""
    kind = next(kind for kind in KINDS if kind in line)
    names = [line[kind]] if isinstance(line[kind], str) else line[kind]
    return [KINDS[kind].format(name) for name in names]


def test_every_line_names_results_that_exist(
    lines: list[Line], catalog: Catalog, site: Path
) -> None:
    assert len(lines) > 200
    for line in lines:
        assert len(KINDS.keys() & line.keys()) == 1, line
        assert str(line["query"]).strip(), line
        for wanted in _wanted(line):
            if wanted.startswith("../"):
                assert (site / wanted.removeprefix("../") / "index.html").is_file(), line
            else:
                assert wanted in catalog.by_slug, line


def test_no_query_is_repeated(lines: list[Line]) -> None:
    queries = [str(line["query"]) for line in lines]
    assert sorted(queries) == sorted(set(queries))


def test_every_query_finds_a_wanted_result_among_the_first_three(
    page: Page, server: str, lines: list[Line]
) -> None:
    queries = [str(line["query"]) for line in lines]
    answers = run_in_browser(page, server, _ANSWERS, {"queries": queries, "first": FIRST})
    missed = list(_missed(lines, answers))
    assert not missed, "\n".join([f"{len(missed)} of {len(lines)}:", *missed])


def _missed(lines: list[Line], answers: list[dict[str, Any]]) -> Iterator[str]:
    for line, answer in zip(lines, answers, strict=True):
        wanted = _wanted(line)
        found = answer["others" if wanted[0].startswith("../") else "practices"]
        if not set(wanted) & set(found):
            reading = f" ({answer['reading']})" if answer["reading"] else ""
            yield f"«{line['query']}»{reading}: {' or '.join(wanted)} is not in {found}"


def test_the_explorer_shows_the_results_of_its_modules(
    explorer: Explorer, lines: list[Line]
) -> None:
    """Only some lines are tried in the page itself, as all of them would take minutes."""
    explorer.open_address()
    for line in lines[::40]:
        wanted = _wanted(line)
        explorer.ask(str(line["query"]))
        others = explorer.others.evaluate_all(
            "links => links.map((a) => a.pathname.replace('/catalogo/', '../'))"
        )
        found = {*explorer.slugs()[:FIRST], *others}
        assert set(wanted) & found, line
