"""Measures a search in a real Chromium: bytes from an empty cache, and time per keystroke.

A Probe holds all that is known of a page: the place of its search box, and the sign that a query is
answered. If the page changes, only its probe has to change.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from bench.programs import NotMeasuredError
from tests.site.support.chromium import LAUNCH_ARGUMENTS, find_chromium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bench.counting_server import CountingServer

CPU_SLOWDOWN = 4
_ANSWER_LIMIT_MS = 30_000
_IDLE_SECONDS = 0.5
# The results are complete once nothing has changed for this long.
_QUIET_MS = 500
_FEWEST = 5
_MOST_FAILURES = 3

# `window.benchAnswer` resolves to the milliseconds from the next input event to the last change of
# the results.
_WATCH = """({box, results, quiet, limit}) => {
  window.benchAnswer = new Promise((resolve, reject) => {
    let start = 0;
    let timer = 0;
    const tooLong = setTimeout(() => reject(new Error("no answer in time")), limit);
    const observer = new MutationObserver(() => {
      if (!start) return;
      const seen = performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        clearTimeout(tooLong);
        resolve(seen - start);
      }, quiet);
    });
    for (const place of document.querySelectorAll(results)) {
      observer.observe(place, {childList: true, characterData: true, subtree: true});
    }
    const listening = {capture: true, once: true};
    document.querySelector(box).addEventListener(
      "input", () => { start = performance.now(); }, listening);
  });
  window.benchAnswer.catch(() => {});
}"""


def belongs_to_search(path: str) -> bool:
    """Whether a file serves the search: it is no HTML document, no stylesheet and no image."""
    name = path.rpartition("/")[2]
    return name not in ("", "index.html") and not name.endswith((".css", ".svg", ".ico", ".png"))


@dataclass(frozen=True)
class Probe:
    """The place of a site's search, and the sign by which its page shows that a query is answered.

    `page` is the path of the page. `box` and `results` are CSS selectors: of the search box, and of
    the elements that change with the results. `answered` is a JavaScript expression, true once the
    results are on screen. `address` goes between the page's path and a query; if it is empty, the
    query is typed. `is_search` tells whether the file of a path counts as the search's.
    """

    page: str
    box: str
    results: str
    answered: str
    address: str = ""
    is_search: Callable[[str], bool] = belongs_to_search


@dataclass(frozen=True)
class Transfer:
    """The bytes of the search's files and of all files, and the number of files, of one visit."""

    search: int
    total: int
    files: int


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """The headless Chromium that the tests use. Raises NotMeasuredError where there is none."""
    path = find_chromium()
    if path is None:
        raise NotMeasuredError("there is no Chromium")
    try:
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=path, args=LAUNCH_ARGUMENTS)
            try:
                yield opened
            finally:
                opened.close()
    except BrowserError as error:
        raise NotMeasuredError(f"Chromium: {str(error).splitlines()[0][:160]}") from error


def first_search(browser: Browser, served: CountingServer, probe: Probe, query: str) -> Transfer:
    """The transfer of a first search, from an empty cache to the results."""
    with _blank_page(browser) as page:
        served.take()
        _ask(page, served, probe, query)
        return _transfer(served, probe)


def first_view(browser: Browser, served: CountingServer, probe: Probe) -> Transfer:
    """The transfer of the page without a query, from an empty cache."""
    with _blank_page(browser) as page:
        served.take()
        page.goto(served.address + probe.page)
        page.wait_for_function(probe.answered)
        _wait_until_idle(page, served)
        return _transfer(served, probe)


def keystrokes(
    browser: Browser, served: CountingServer, probe: Probe, queries: Sequence[str], limit: float
) -> list[float]:
    """Milliseconds from the last letter of each query to its results, on a processor CPU_SLOWDOWN
    times slower. Each query is typed once before, so that its files are in the cache.

    Stops after `limit` seconds, or when several queries fail. Raises NotMeasuredError where too few
    queries were answered.
    """
    end = time.monotonic() + limit
    taken: list[float] = []
    trouble, failures = "no time left", 0
    with _blank_page(browser) as page:
        session = page.context.new_cdp_session(page)
        _ask(page, served, probe, queries[0])
        for query in queries:
            if time.monotonic() > end:
                break
            try:
                for text in (query, "", query[:-1]):
                    _answer(page, probe, partial(_retype, page, probe, text))
                    _wait_until_idle(page, served, 0.1)
                session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
                taken.append(_answer(page, probe, partial(page.keyboard.type, query[-1])))
            except BrowserError as error:
                trouble = str(error).splitlines()[0][:120]
                failures += 1
                if failures > _MOST_FAILURES:
                    break
            finally:
                session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    if len(taken) < min(_FEWEST, len(queries)):
        raise NotMeasuredError(f"{len(taken)} of {len(queries)} queries were answered: {trouble}")
    return taken


def _ask(page: Page, served: CountingServer, probe: Probe, query: str) -> None:
    address = served.address + probe.page
    if probe.address:
        page.goto(f"{address}{probe.address}{quote(query)}")
    else:
        page.goto(address)
        page.fill(probe.box, query)
    page.wait_for_function(probe.answered)
    _wait_until_idle(page, served)


def _retype(page: Page, probe: Probe, text: str) -> None:
    """Replace the text of the box, and type its last letter: some pages only listen to keys."""
    page.fill(probe.box, text[:-1] if text else "x")
    if text:
        page.keyboard.type(text[-1])
    else:
        page.locator(probe.box).press("Backspace")


def _answer(page: Page, probe: Probe, act: Callable[[], None]) -> float:
    page.evaluate(_WATCH, {"box": probe.box, "results": probe.results, "quiet": _QUIET_MS,
                           "limit": _ANSWER_LIMIT_MS})  # fmt: skip
    act()
    return float(page.evaluate("window.benchAnswer"))


def _wait_until_idle(page: Page, served: CountingServer, seconds: float = _IDLE_SECONDS) -> None:
    """Wait until the server has had no request for `seconds`."""
    end = time.monotonic() + _ANSWER_LIMIT_MS / 1000
    while served.idle_seconds < seconds:
        if time.monotonic() > end:
            raise NotMeasuredError("the page never stops asking for files")
        page.wait_for_timeout(50)


def _transfer(served: CountingServer, probe: Probe) -> Transfer:
    taken = served.take()
    search = sum(sent for path, sent in taken if probe.is_search(path))
    return Transfer(search, sum(sent for _, sent in taken), len(taken))


@contextlib.contextmanager
def _blank_page(browser: Browser) -> Iterator[Page]:
    """A page in a context of its own, whose cache is empty."""
    # `wait_for_function` evaluates text in the page, which the site's content policy refuses.
    context = browser.new_context(
        locale="es-PE", viewport={"width": 1280, "height": 900}, bypass_csp=True
    )
    context.set_default_timeout(_ANSWER_LIMIT_MS)
    try:
        yield context.new_page()
    finally:
        context.close()
