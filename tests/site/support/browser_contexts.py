"""Blank pages for the tests, each in a browser context of its own, and the errors of these pages.

Making a context takes longer than most tests run in one. So the contexts of a finished test are
emptied and lent to the next test. One tab of each context stays open, as opening a window takes
nearly as long. Routes and scripts cannot be emptied: tests set them on a page, not on its context.
Permissions belong to a context: they are part of the `options` that it is made with.
"""

from __future__ import annotations

from collections import defaultdict
from http import HTTPStatus
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "has_touch": True,
    "is_mobile": True,
}
"""Playwright's options for a small phone."""


PATIENCE_MS = 15_000
"""The milliseconds that a test waits for a page at most, on a machine that may be busy."""


class Contexts:
    """The contexts of a browser's tests, on a site whose first page is at `address`."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address
        self._free: defaultdict[str, list[_Reused]] = defaultdict(list)
        self._lent: list[tuple[str, _Reused]] = []

    def open_page(self, complaints: list[str], **options: Any) -> Page:
        """A blank page in a context with Playwright's `options`. Each warning and error of the
        page, and each request that is refused or made to another host, is added to `complaints`."""
        kind = repr(sorted(options.items()))
        free = self._free[kind]
        lent = free.pop() if free else self._new(options)
        self._lent.append((kind, lent))
        page = lent.context.new_page()
        _listen(page, self._address, complaints)
        return page

    def take_back(self) -> None:
        """Close the pages of the test that ended, and delete all that they stored."""
        while self._lent:
            kind, lent = self._lent.pop()
            lent.empty()
            self._free[kind].append(lent)

    def _new(self, options: dict[str, Any]) -> _Reused:
        context = self._browser.new_context(base_url=self._address, locale="es-PE", **options)
        context.set_default_timeout(PATIENCE_MS)
        return _Reused(context, self._address)


class _Reused:
    """A context that tests use one after another, and its tab that is never closed."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self._origin = address.removesuffix("/catalogo/")
        self._tab = context.new_page()
        self._tools = context.new_cdp_session(self._tab)

    def empty(self) -> None:
        for page in self.context.pages:
            if page != self._tab:
                page.close()
        self.context.clear_cookies()
        self._tools.send(
            "Storage.clearDataForOrigin", {"origin": self._origin, "storageTypes": "all"}
        )


def _listen(page: Page, address: str, complaints: list[str]) -> None:
    host = address.removesuffix("catalogo/")

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"console {message.type}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((host, "data:", "blob:")):
            complaints.append(f"another host: {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            complaints.append(f"status {response.status}: {response.url}")

    def on_failure(request: Request) -> None:
        # The browser aborts the open requests of a page that is left, and refuses to preload
        # modules when JavaScript is off.
        if request.failure not in ("net::ERR_ABORTED", "csp"):
            complaints.append(f"failed: {request.url} ({request.failure})")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"page error: {error}"))
    page.on("dialog", lambda dialog: (complaints.append("a dialog opened"), dialog.dismiss()))
    page.on("request", on_request)
    page.on("response", on_response)
    page.on("requestfailed", on_failure)


def expect_complaints(complaints: list[str], text: str) -> None:
    """Remove the complaints with this text, which the test caused; fail if there is none."""
    others = [complaint for complaint in complaints if text not in complaint]
    assert len(others) < len(complaints), f"no complaint has «{text}»: {complaints}"
    complaints[:] = others


def expect_not_found(response: Response | None, complaints: list[str]) -> None:
    """Fail unless the page does not exist, and remove the complaint of the browser about it."""
    assert response is not None
    assert response.status == HTTPStatus.NOT_FOUND
    expect_complaints(complaints, "404")
