"""Answers of the server that come late, and answers that never come."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route

from tests.site.support.browser_contexts import expect_complaints

Address = str | re.Pattern[str]
"""A pattern of addresses, as Playwright's `page.route` takes it."""


def hold_answers(page: Page, address: Address) -> Callable[[], None]:
    """Hold back the answers from `address`, and return the function that lets them go.

    The function waits until some answer has been asked for. Answers asked for later are not held.
    """
    held: list[Route] = []
    is_open = False

    def on_route(route: Route) -> None:
        if is_open:
            route.continue_()
        else:
            held.append(route)

    def let_go() -> None:
        nonlocal is_open
        for _ in range(200):
            if not held:
                page.wait_for_timeout(50)
        assert held, f"{address} was not asked for"
        is_open = True
        for route in held:
            route.continue_()

    page.route(address, on_route)
    return let_go


@contextmanager
def refused_answers(page: Page, address: Address, complaints: list[str]) -> Iterator[None]:
    """Within the block nothing at `address` can be fetched; the browser's complaints about it are
    removed from `complaints`."""
    refused = 0

    def refuse(route: Route) -> None:
        nonlocal refused
        refused += 1
        route.abort()

    page.route(address, refuse)
    yield
    # The browser complains of each refusal in two events, the failed request and a line of its
    # console, which may come late on a busy machine.
    for _ in range(200):
        arrived = sum("ERR_FAILED" in complaint for complaint in complaints)
        if refused and arrived >= 2 * refused:
            break
        page.wait_for_timeout(50)
    page.unroute(address)
    expect_complaints(complaints, "ERR_FAILED")
