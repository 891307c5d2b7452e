"""The pages and files that are written again when a served catalogue changes."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.pages.site_info import SiteInfo
from catalog.publish import builder as building
from catalog.publish.builder import Build, Builder, Content
from catalog.publish.inert_html import ActiveHtmlError
from catalog.publish.page_frame import mark
from catalog.search.files import NO_SEARCH

SITE = SiteInfo("X", "https://x/")
LOG = logging.getLogger("test")
SHEET = "practices/sur/banco-de-semillas.md"
OTHER = "practices/norte/riego-por-goteo.md"


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


FRAME = f"<title>{mark('title')}</title>{mark('description')}<main>{mark('content')}</main>"


class Serving:
    """A builder that serves a copy of the small catalogue, and the pages that it wrote last."""

    content: Content

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder = root, folder
        self.builder = Builder(serves=True)
        self.frame = FRAME
        self.written: set[str] = set()

    def build(self) -> set[str]:
        """Build the site, and return the addresses of the pages that were written."""
        self.written.clear()
        self.content = read(self.builder, self.root)
        build = self.builder.begin(self.content, self.folder)
        build.draft.mkdir(parents=True, exist_ok=True)
        build.write([], {"practicas/"}, lambda *_: self.frame)
        build.finish(refused=False)
        pages = self.content.pages.values()
        return {page.path for page in pages if page.file in self.written}


def read(builder: Builder, root: Path) -> Content:
    content = builder.read(root, SITE, LOG)
    assert content
    return content


@pytest.fixture
def serving(copy_of_small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Serving:
    made = Serving(copy_of_small, tmp_path / "served")
    real: Callable[..., None] = Build._write_text

    def spy(build: Build, path: str, text: str) -> None:
        made.written.add(path)
        real(build, path, text)

    monkeypatch.setattr(Build, "_write_text", spy)
    made.build()
    return made


def test_nothing_is_written_again_when_nothing_changed(serving: Serving) -> None:
    counting = {"practicas/", "panorama/", "estilo/"}
    assert serving.build() <= counting, "the filters are made anew each time"


def test_a_changed_sheet_is_written_again_with_the_pages_that_show_it(serving: Serving) -> None:
    edit(serving.root, OTHER, "Riego por goteo", "Riego nuevo")
    written = serving.build()
    assert {
        "practicas/riego-por-goteo/", "intercambios/feria-2025/", "regiones/norte/", "todas/",
    } <= written  # fmt: skip
    assert "practicas/banco-de-semillas/" not in written
    assert "regiones/sur/" not in written
    for path in ("practicas/riego-por-goteo/", "intercambios/feria-2025/", "todas/"):
        assert "Riego nuevo" in (serving.folder / path / "index.html").read_text("utf-8")


def test_a_changed_event_writes_again_the_practices_presented_there(serving: Serving) -> None:
    edit(serving.root, "practices/_events/feria-2025/index.md", "Feria de prácticas", "Gran feria")
    written = serving.build()
    assert {"practicas/riego-por-goteo/", "intercambios/", "intercambios/feria-2025/"} <= written
    assert "practicas/banco-de-semillas/" not in written


def test_a_changed_vocabulary_writes_everything_again(serving: Serving) -> None:
    topics = serving.root / "practices" / "_taxonomies" / "temas.yml"
    topics.write_text(topics.read_text("utf-8") + "- id: otro\n  label: Otro tema\n", "utf-8")
    assert serving.build() == set(serving.content.pages)


def test_a_changed_frame_writes_everything_again(serving: Serving) -> None:
    serving.frame = f"<b>{FRAME}"
    assert serving.build() == set(serving.content.pages)


def test_a_changed_template_writes_everything_again(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("catalog.pages.templates._edition", lambda: "another")
    assert serving.build() == set(serving.content.pages)


def test_active_html_is_refused_in_the_cards_of_the_search_too(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    def active(html: str, path: str) -> None:
        if path.startswith("ficha-"):
            raise ActiveHtmlError(path, html)

    monkeypatch.setattr(building, "refuse_active", active)
    edit(serving.root, OTHER, "Riego por goteo", "Riego nuevo")
    with pytest.raises(ActiveHtmlError, match="ficha-"):
        serving.build()


def test_the_page_of_a_deleted_sheet_is_deleted(serving: Serving) -> None:
    page = serving.folder / "practicas" / "banco-de-semillas" / "index.html"
    assert page.exists()
    (serving.root / SHEET).unlink()
    serving.build()
    assert not page.exists()


def search_files(folder: Path) -> dict[str, bytes]:
    files = [file for file in (folder / "datos").rglob("*") if file.is_file()]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_the_served_search_equals_that_of_a_fresh_build(serving: Serving, tmp_path: Path) -> None:
    before = search_files(serving.folder)
    (serving.root / SHEET).unlink()
    serving.build()
    fresh = Builder()
    build = fresh.begin(read(fresh, serving.root), tmp_path / "fresh")
    build.write([], {"practicas/"}, lambda *_: FRAME)
    build.finish(refused=False)
    assert search_files(serving.folder) == search_files(tmp_path / "fresh") != before


def test_only_the_changed_files_of_the_search_are_written(
    serving: Serving,
) -> None:
    cards = {path for path in search_files(serving.folder) if "/ficha-" in path}
    edit(serving.root, OTHER, "Riego por goteo", "Riego nuevo")
    serving.build()
    assert sum("/ficha-" in path for path in serving.written) < len(cards)
    assert "datos/busqueda.json" in serving.written


def test_a_search_that_failed_halfway_is_written_whole_by_the_next_build(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., None] = Build._write_text
    edit(serving.root, OTHER, "Riego por goteo", "Riego nuevo")

    def fail(build: Build, path: str, text: str) -> None:
        if path == "datos/busqueda.json":
            raise OSError("the disk is full")
        real(build, path, text)

    with monkeypatch.context() as patched:
        patched.setattr(Build, "_write_text", fail)
        with pytest.raises(OSError, match="full"):
            serving.build()
    serving.build()
    manifest = json.loads((serving.folder / "datos/busqueda.json").read_text("utf-8"))
    pieces = {path for path in search_files(serving.folder) if manifest["folder"] in path}
    assert len(pieces) == len(search_files(serving.folder)) - 1


def test_a_notice_of_problems_is_on_every_page_until_they_are_mended(serving: Serving) -> None:
    page = serving.folder / "practicas" / "riego-por-goteo" / "index.html"
    good = page.read_text("utf-8")
    edit(serving.root, SHEET, "estadio: inicial", "estadio: ninguno")
    assert serving.build() == set(serving.content.pages)
    assert "estadio: «ninguno»" in page.read_text("utf-8")
    edit(serving.root, SHEET, "estadio: ninguno", "estadio: inicial")
    serving.build()
    assert page.read_text("utf-8") == good


def test_a_builder_that_does_not_serve_remembers_nothing(
    copy_of_small: Path, tmp_path: Path
) -> None:
    builder = Builder()
    build = builder.begin(read(builder, copy_of_small), tmp_path / "site")
    build.write([], set(), lambda *_: FRAME)
    changes = builder._changes
    assert changes.read_files is None
    assert changes._pages == changes._photos == {}
    assert changes.search_files == NO_SEARCH
    assert build.finish(refused=False) == tmp_path / "site"
    assert (tmp_path / "site" / "todas" / "index.html").exists()


def test_pages_of_one_kind_share_a_frame(copy_of_small: Path) -> None:
    asked = []

    def frame(path: str, has_source: bool) -> str:
        asked.append((path, has_source))
        return FRAME

    builder = Builder()
    build = builder.begin(read(builder, copy_of_small), copy_of_small / "site")
    build.write([], {"", "practicas/", "practicas/riego-por-goteo/"}, frame)
    assert len(asked) == len(set(asked))
    assert {
        ("practicas/", False),  # in the menu
        ("practicas/riego-por-goteo/", True),  # a sheet in the menu
        ("practicas/-/", True),  # every other sheet
        ("temas/", False),  # the index of the listings by topic
        ("-/-/", False),  # the pages of regions, topics and stages
        ("-/-/", True),  # the events
    } <= set(asked)
