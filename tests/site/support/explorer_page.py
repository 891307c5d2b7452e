"""The explorer's page: the actions of a reader, and the results that the page shows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as NotInTime

from tests.site.support.browser_contexts import PATIENCE_MS

SETTLED = "() => !document.querySelector('[data-explorer]').hasAttribute('aria-busy')"
_CARDS = "[data-results] [data-practice]"
_SHOWN = f"[...document.querySelectorAll('{_CARDS}')].map((card) => card.dataset.practice)"


class Explorer:
    """The explorer of the site at `root`, an address relative to the real site's first page."""

    def __init__(self, page: Page, root: str = "") -> None:
        self.page = page
        self.root = root
        self.input = page.get_by_label("¿Qué problema quiere resolver?")
        self.count = page.locator("[data-result-count]")
        self.label = page.locator("[data-result-label]")
        self.reading = page.locator("[data-reading]")
        self.chips = page.locator("[data-chips] button")
        self.ways_out = page.locator("[data-ways-out] button")
        self.others = page.locator("[data-others] a")
        self.order = page.get_by_label("Ordenar por")
        self.more = page.locator("[data-more]")
        self.cards = page.locator(_CARDS)
        self.opener = page.get_by_role("button", name=re.compile("^Filtros"))
        self.panel = page.locator("[data-panel]")

    def open(self, query: str = "", chosen: Mapping[str, Sequence[str]] | None = None) -> Explorer:
        """Open the address of a request, and wait for its answer."""
        request = {"q": [query] if query else [], **(chosen or {})}
        return self.open_address(f"?{urlencode(request, doseq=True)}")

    def open_address(self, address: str = "") -> Explorer:
        self.page.goto(f"{self.root}practicas/{address}")
        self.page.locator("[data-result-count]:not(:empty)").wait_for(state="attached")
        return self.settle()

    def settle(self) -> Explorer:
        """Wait until the answer to the request is complete, with its counts and ways out."""
        self.page.wait_for_function(SETTLED)
        return self

    def ask(self, query: str) -> Explorer:
        """Write a query in the box and send it."""
        self.input.fill(query)
        self.input.press("Enter")
        return self.settle()

    def unfold(self) -> None:
        """Open the families of the filters, whose choices are folded away in a long filter."""
        families = self.page.locator("[data-facet] details")
        families.evaluate_all("all => { for (const family of all) family.open = true; }")

    def box(self, key: str, value: str) -> Locator:
        self.unfold()
        return self.page.locator(f'input[name="{key}"][value="{value}"]')

    def ticked(self) -> dict[str, set[str]]:
        """The boxes that are ticked, by filter."""
        boxes = self.page.locator("[data-facet] input:checked")
        pairs = boxes.evaluate_all("boxes => boxes.map((box) => [box.name, box.value])")
        return {key: {value for name, value in pairs if name == key} for key, _ in pairs}

    def slugs(self) -> list[str]:
        """The slugs of the practices in the results, in their order."""
        return self.page.evaluate(_SHOWN)

    def titles(self) -> list[str]:
        return self.page.locator(f"{_CARDS} h3").all_inner_texts()

    def offered(self, key: str) -> dict[str, int]:
        """The count beside each choice of a filter that the reader can see or unfold."""
        self.unfold()
        places = self.page.locator(f'[data-facet="{key}"] [data-count]:visible')
        return dict(places.evaluate_all("all => all.map((p) => [p.dataset.count, +p.innerText])"))

    def given(self, key: str) -> dict[str, int]:
        """The number of practices that each choice of a filter gives when it alone is ticked."""
        self.unfold()
        boxes = self.page.locator(f'[data-facet="{key}"] [type=checkbox]:visible')
        pairs = boxes.evaluate_all(
            f"""async (boxes) => {{
              const isSettled = {SETTLED};
              const settled = async () => {{
                while (!isSettled()) await new Promise((done) => setTimeout(done));
              }};
              const pairs = [];
              let ticked = null;
              for (const box of boxes) {{
                ticked?.click();
                box.click();
                ticked = box;
                await settled();
                pairs.push([box.value, document.querySelector("[data-result-count]").innerText]);
              }}
              ticked?.click();
              await settled();
              return pairs;
            }}"""
        )
        return {value: int(count) for value, count in pairs}

    def request(self) -> dict[str, list[str]]:
        """The request in the page's address: the values of each key."""
        asked = parse_qs(urlsplit(self.page.url).query)
        return {key: values if key == "q" else sorted(values) for key, values in asked.items()}

    def expect_request(self, query: str = "", **chosen: Iterable[str]) -> None:
        wanted = {"q": [query] if query else [], **{k: sorted(v) for k, v in chosen.items()}}
        wanted = {key: values for key, values in wanted.items() if values}
        self.wait("() => location.search", lambda _: self.request() == wanted)
        assert self.request() == wanted

    def expect_results(self, wanted: Iterable[str]) -> None:
        """Wait until the results are these practices, and the page shows their number."""
        slugs = sorted(wanted)
        self.wait(f"() => {_SHOWN}.sort()", lambda shown: shown == slugs)
        assert sorted(self.slugs()) == slugs
        expect(self.count).to_have_text(str(len(slugs)))

    def wait(self, expression: str, holds: Callable[[object], bool]) -> None:
        """Wait until `holds` is true of the value of `expression`, or until the value has not
        changed for PATIENCE_MS. The caller asserts again, for the message."""
        value = self.page.evaluate(expression)
        while not holds(value):
            try:
                handle = self.page.wait_for_function(
                    f"(before) => {{ const now = ({expression})();"
                    " return JSON.stringify(now) === before ? null : { now }; }",
                    arg=json.dumps(value, separators=(",", ":"), ensure_ascii=False),
                    timeout=PATIENCE_MS,
                )
            except NotInTime:
                return
            value = handle.json_value()["now"]
