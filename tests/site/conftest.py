"""The real site, built without network and served under a sub-path as GitHub Pages serves it,
and a browser that fails the test whose page complains or asks anything of another host."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bench.corpus import write_catalogue
from catalog.load import load
from catalog.model import Catalog, Practice
from tests.site.support import kinds
from tests.site.support.browser_contexts import Contexts
from tests.site.support.built_page import Element, parsed
from tests.site.support.chromium import ARGUMENTS, find
from tests.site.support.expected import Expected
from tests.site.support.explorer_page import PHONE, Explorer
from tests.site.support.offline import build
from tests.site.support.repository import copy_of, files_of
from tests.site.support.serving import serving

SITE_URL = "https://ejemplo.org/catalogo/"
LARGE_URL = "https://ejemplo.org/grande/"
# So many that the index is cut in dozens of pieces, and results in dozens of pages.
LARGE = 240
REPO_URL = "https://github.com/ejemplo/catalogo"


@dataclass(frozen=True)
class Large:
    """A large catalogue, and the folder of its built site."""

    site: Path
    catalog: Catalog
    # As seen from the real site's first page.
    address: str = "../grande/"


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, whose name is the sub-path that it is published under."""
    folder = tmp_path_factory.mktemp("published") / "catalogo"
    built = build(root, SITE_URL=SITE_URL, SITE_DIR=str(folder), REPO_URL=REPO_URL)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Large:
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
    with serving(site.parent, not_found=site / "404.html") as address:
        yield f"{address}{site.name}/"


@pytest.fixture(scope="session")
def large_server(server: str, large: Large) -> str:
    """The address of the large site's first page."""
    return server.replace("/catalogo/", f"/{large.site.name}/")


# A copy of the repository, to spoil and to build


@pytest.fixture
def copy(tmp_path: Path, root: Path) -> Path:
    """A copy of what the site is made of."""
    return copy_of(root, tmp_path / "repository")


@pytest.fixture(scope="session")
def built_copy(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A copy in which a site was built. It is everyone's: none may change it."""
    made = copy_of(root, tmp_path_factory.mktemp("built") / "repository")
    built = build(made)
    assert built.returncode == 0, built.stdout + built.stderr
    return made


@pytest.fixture
def published(copy: Path, built_copy: Path) -> dict[str, bytes]:
    """The files of a site that stands already in the copy."""
    return files_of(shutil.copytree(built_copy / "site", copy / "site"))


@pytest.fixture
def practice(catalog: Catalog) -> Practice:
    """A practice to spoil."""
    return catalog.practices[0]


# Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = find()
    assert path, "There is no Chromium: run `python tests/site/chromium.py`."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser, server: str) -> Contexts:
    return Contexts(browser, server)


@pytest.fixture
def complaints() -> list[str]:
    """What went wrong in the test's pages. A test that means one of these takes it out."""
    return []


@pytest.fixture
def open_page(contexts: Contexts, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens blank pages, each in a browser context of its own, with Playwright's options.

    The test fails in the end if any of them wrote a warning or an error, threw, had a request
    refused, or asked another host for anything.
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
    """Opens the page of a kind on a screen of a width, and waits until it is complete."""
    addresses = kinds.addresses(catalog)

    def open_kind(kind: str, width: int, **options: object) -> Page:
        page = open_page(viewport={"width": width, "height": 800}, **options)
        response = page.goto(addresses[kind])
        if kind == "404":
            kinds.expect_not_found(response, complaints)
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
