"""The real site, built without network and served under a sub-path as GitHub Pages serves it,
and a browser that fails the test whose page complains or asks anything of another host."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    Response,
    sync_playwright,
)

from bench.corpus import write_catalogue
from catalog.load import load
from catalog.model import Catalog, Practice
from tests.site.expected import Expected
from tests.site.explorer_page import PHONE, Explorer

SITE_URL = "https://ejemplo.org/catalogo/"
LARGE_URL = "https://ejemplo.org/grande/"
# So many that the index is cut in dozens of pieces, and results in dozens of pages.
LARGE = 240
REPO_URL = "https://github.com/ejemplo/catalogo"

# `mkdocs` with no network. It stops at once, so that no library can swallow the refusal.
_OFFLINE = """
import os, socket, sys

def refuse(*arguments, **_):
    print("the build asked for the network:", arguments, file=sys.stderr, flush=True)
    os._exit(97)

for name in ("connect", "connect_ex", "sendto", "sendmsg"):
    setattr(socket.socket, name, refuse)
for name in ("getaddrinfo", "gethostbyname", "create_connection"):
    setattr(socket, name, refuse)

from mkdocs.__main__ import cli

cli()
"""

_BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    # No name is ever looked up: what asks for another host fails here, and is reported below.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def environment(**values: str) -> dict[str, str]:
    """This process's environment, without what would change a build, and with `values`."""
    kept = {key: value for key, value in os.environ.items() if key not in ("SITE_URL", "SITE_DIR")}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", **values}


@dataclass(frozen=True)
class Large:
    """A large catalogue, and the folder of its built site."""

    site: Path
    catalog: Catalog
    # As seen from the real site's first page.
    address: str = "../grande/"


@pytest.fixture(scope="session")
def build() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `mkdocs build --strict` without network in a repository."""

    def run(repository: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", _OFFLINE, "build", "--strict"],
            cwd=repository,
            env=environment(**variables),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def site(
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    build: Callable[..., subprocess.CompletedProcess[str]],
) -> Path:
    """The folder of the built site, whose name is the sub-path that it is published under."""
    folder = tmp_path_factory.mktemp("published") / "catalogo"
    built = build(root, SITE_URL=SITE_URL, SITE_DIR=str(folder), REPO_URL=REPO_URL)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def large(
    site: Path,
    tmp_path_factory: pytest.TempPathFactory,
    build: Callable[..., subprocess.CompletedProcess[str]],
) -> Large:
    """A catalogue of hundreds of generated sheets, built beside the real site."""
    root = tmp_path_factory.mktemp("generated")
    write_catalogue(root, LARGE)
    folder = site.with_name("grande")
    built = build(root, SITE_URL=LARGE_URL, SITE_DIR=str(folder), REPO_URL=REPO_URL)
    assert built.returncode == 0, built.stdout + built.stderr
    catalog, problems = load(root)
    assert catalog is not None, "\n".join(map(str, problems))
    return Large(folder, catalog)


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the site's first page, `http://127.0.0.1:<port>/catalogo/`."""
    handler = partial(_PagesHandler, directory=str(site.parent), not_found=site / "404.html")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}/{site.name}/"
        served.shutdown()


@pytest.fixture(scope="session")
def large_server(server: str, large: Large) -> str:
    """The address of the large site's first page."""
    return server.replace("/catalogo/", f"/{large.site.name}/")


class _PagesHandler(SimpleHTTPRequestHandler):
    """Serves files as GitHub Pages does: the site's own 404 page where there is none."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, not_found: Path, **options: Any) -> None:
        self.not_found = not_found
        super().__init__(*arguments, **options)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        content = self.not_found.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    chromium = runpy.run_path(str(Path(__file__).with_name("chromium.py")))
    path = chromium["find"]()
    assert path, "There is no Chromium: run `python tests/site/chromium.py`."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=_BROWSER_ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def complaints() -> list[str]:
    """What went wrong in the test's pages. A test that means one of these takes it out."""
    return []


@pytest.fixture
def open_page(
    browser: Browser, server: str, complaints: list[str]
) -> Iterator[Callable[..., Page]]:
    """Opens blank pages, each in a browser context of its own, with Playwright's options.

    The test fails in the end if any of them wrote a warning or an error, threw, had a request
    refused, or asked another host for anything.
    """
    contexts = []

    def open_one(**options: Any) -> Page:
        context = browser.new_context(base_url=server, locale="es-PE", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        _listen(page, server, complaints)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A blank page on a wide screen."""
    return open_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def explorer(page: Page) -> Explorer:
    """The explorer on a wide screen."""
    return Explorer(page)


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Explorer:
    """The explorer on a phone."""
    return Explorer(open_page(viewport=PHONE, has_touch=True, is_mobile=True))


@pytest.fixture(scope="session")
def expected(catalog: Catalog, site: Path) -> Expected:
    """What should be found on the real site."""
    return Expected(catalog, site)


@pytest.fixture(scope="session")
def expected_large(large: Large) -> Expected:
    """What should be found on the large one."""
    return Expected(large.catalog, large.site)


@pytest.fixture(scope="session")
def sample(expected: Expected) -> Practice:
    """A practice with a value in every filter."""
    return next(p for p in expected.catalog.practices if all(expected.values(p).values()))


@pytest.fixture(scope="session")
def slugs(catalog: Catalog) -> list[str]:
    """Every practice, in the catalogue's order."""
    return [practice.slug for practice in catalog.practices]


def _listen(page: Page, server: str, complaints: list[str]) -> None:
    host = server.removesuffix("catalogo/")

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
        # Leaving a page aborts what it was still waiting for, and without JavaScript the browser
        # preloads no module.
        if request.failure not in ("net::ERR_ABORTED", "csp"):
            complaints.append(f"failed: {request.url} ({request.failure})")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"page error: {error}"))
    page.on("dialog", lambda dialog: (complaints.append("a dialog opened"), dialog.dismiss()))
    page.on("request", on_request)
    page.on("response", on_response)
    page.on("requestfailed", on_failure)
