"""The real site, built without network and served under a sub-path as GitHub Pages serves it, and
a browser. A test fails if one of its pages reports an error or asks another host for a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bench.generated_catalogue import write_catalogue
from catalog.model import Catalog, Practice
from tests.site.support import page_kinds
from tests.site.support.browser_contexts import PATIENCE_MS, PHONE, Contexts, expect_not_found
from tests.site.support.built_page import Element, parsed
from tests.site.support.built_sites import (
    LARGE_SHEETS,
    LARGE_URL,
    REPO_URL,
    SITE_URL,
    LargeSite,
    build_once,
)
from tests.site.support.chromium import LAUNCH_ARGUMENTS, find_chromium
from tests.site.support.expected_results import Expected
from tests.site.support.explorer_page import Explorer
from tests.site.support.extreme_catalogue import write_extreme_catalogue
from tests.site.support.offline_build import build_well
from tests.site.support.repository_copy import copy_of, files_of
from tests.site.support.static_server import serve_folder
from tests.support.catalogues import load_catalogue


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this test run, shared by all of pytest's processes."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def site(root: Path, shared_folder: Path) -> Path:
    """The folder of the built site, whose name is the sub-path that it is published under."""
    folder = shared_folder / "published" / "catalogo"
    folder.parent.mkdir(exist_ok=True)
    variables = {"SITE_URL": SITE_URL, "SITE_DIR": str(folder), "REPO_URL": REPO_URL}
    return build_once(folder, lambda: build_well(root, **variables))


@pytest.fixture(scope="session")
def large(site: Path, shared_folder: Path) -> LargeSite:
    """A catalogue of hundreds of generated sheets, built beside the real site."""
    root = shared_folder / "generated"
    folder = site.with_name("grande")

    def build_large() -> None:
        write_catalogue(root, LARGE_SHEETS)
        build_well(root, SITE_URL=LARGE_URL, SITE_DIR=str(folder), REPO_URL=REPO_URL)

    build_once(folder, build_large)
    return LargeSite(folder, load_catalogue(root))


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Element]:
    """Every page of the site, by its address within it: `practicas/<slug>/`, `404.html`."""
    files = sorted(site.rglob("*.html"))
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): parsed(file)
        for file in files
        if "datos" not in file.parts[len(site.parts) :]  # cards, which are parts of a page
    }


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the site's first page, `http://127.0.0.1:<port>/catalogo/`."""
    with serve_folder(site.parent, not_found=site / "404.html") as address:
        yield f"{address}{site.name}/"


@pytest.fixture(scope="session")
def extreme_site(site: Path, server: str, root: Path, shared_folder: Path) -> str:
    """The address of the site of the extreme catalogue, beside the real site."""
    folder = site.with_name("extremos")

    def build_extremes() -> None:
        repository = shared_folder / "extremes"
        write_extreme_catalogue(root, repository)
        build_well(repository, SITE_DIR=str(folder), SITE_URL="https://x.org/extremos/")

    build_once(folder, build_extremes)
    return server.replace("/catalogo/", "/extremos/")


@pytest.fixture(scope="session")
def large_server(server: str, large: LargeSite) -> str:
    """The address of the large site's first page."""
    return server.replace("/catalogo/", f"/{large.site.name}/")


# Copies of the repository, to change and to build


@pytest.fixture
def copy(tmp_path: Path, root: Path) -> Path:
    """A copy of the sources of the site, which the test may change."""
    return copy_of(root, tmp_path / "repository")


@pytest.fixture(scope="session")
def built_copy(shared_folder: Path, root: Path) -> Path:
    """A copy in which a site was built. Every test reads it, and none may change it."""
    repository = shared_folder / "built"

    def build_copy() -> None:
        unfinished = copy_of(root, shared_folder / "unfinished")
        build_well(unfinished)
        unfinished.rename(repository)

    build_once(repository, build_copy)
    return repository


@pytest.fixture
def published(copy: Path, built_copy: Path) -> dict[str, bytes]:
    """The files of a site that the copy already holds."""
    return files_of(shutil.copytree(built_copy / "site", copy / "site"))


@pytest.fixture
def practice(catalog: Catalog) -> Practice:
    """A practice whose sheet a test may change in its copy of the repository."""
    return catalog.practices[0]


# Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = find_chromium()
    assert path, "There is no Chromium: run `python -m tests.site.support.chromium`."
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MS)
        opened = playwright.chromium.launch(executable_path=path, args=LAUNCH_ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser, server: str) -> Contexts:
    return Contexts(browser, server)


@pytest.fixture
def complaints() -> list[str]:
    """The errors, warnings and refused requests of the test's pages. A test that causes some of
    them on purpose removes them with `expect_complaints`."""
    return []


@pytest.fixture
def open_page(contexts: Contexts, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens blank pages, each in a browser context of its own, with Playwright's options.

    The test fails at its end if a page wrote a warning or an error, threw an error, had a request
    refused, or asked another host for a file.
    """
    yield partial(contexts.open_page, complaints)
    contexts.take_back()
    assert not complaints


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A blank page on a wide screen."""
    return open_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def visit(
    open_page: Callable[..., Page], catalog: Catalog, complaints: list[str]
) -> Callable[..., Page]:
    """Opens a page of some kind on a screen of some width, and waits until it is complete."""
    addresses = page_kinds.addresses(catalog)

    def open_kind(kind: str, width: int, **options: object) -> Page:
        page = open_page(viewport={"width": width, "height": 800}, **options)
        response = page.goto(addresses[kind])
        if kind == "404":
            expect_not_found(response, complaints)
        if kind == "explorer" and options.get("java_script_enabled", True):
            page.locator("[data-practice]").first.wait_for()
        return page

    return open_kind


@pytest.fixture
def explorer(page: Page) -> Explorer:
    """The explorer on a wide screen."""
    return Explorer(page)


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Explorer:
    """The explorer on a phone."""
    return Explorer(open_page(**PHONE))


@pytest.fixture(scope="session")
def expected(catalog: Catalog, site: Path) -> Expected:
    """The results that the real site should show."""
    return Expected(catalog, site)


@pytest.fixture(scope="session")
def expected_large(large: LargeSite) -> Expected:
    """The results that the large site should show."""
    return Expected(large.catalog, large.site)


@pytest.fixture(scope="session")
def sample(expected: Expected) -> Practice:
    """A practice with a value in every filter."""
    return next(
        p for p in expected.catalog.practices if p.levels and all(expected.values(p).values())
    )


@pytest.fixture(scope="session")
def slugs(catalog: Catalog) -> list[str]:
    """The slug of every practice, in the order of the catalogue."""
    return [practice.slug for practice in catalog.practices]
