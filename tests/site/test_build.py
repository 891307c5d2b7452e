"""The build: what it publishes, what it refuses, and what stays on the disk either way.

Each test builds a copy of the repository of its own.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from catalog.model import Catalog, Practice

Build = Callable[..., subprocess.CompletedProcess[str]]

DEADLINE = 60
"""Seconds that a server under test may live."""

# The smallest JPEG: 1 × 1, grey.
PHOTO = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300" + "01" * 64 + "ffc0000b0800010001010111"
    "00ffc4001f0000010501010101010100000000000000000102030405060708090a0bffda0008010100003f00d2cf"
    "20ffd9"
)


@pytest.fixture
def copy(tmp_path: Path, root: Path) -> Path:
    """A copy of what the site is made of."""
    made = tmp_path / "repository"
    made.mkdir()
    shutil.copy(root / "mkdocs.yml", made)
    for folder in ("hooks", "practices", "docs"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(root / folder, made / folder, ignore=ignored)
    return made


@pytest.fixture
def practice(catalog: Catalog) -> Practice:
    """A practice to spoil."""
    return catalog.practices[0]


def _files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def _pages(files: dict[str, bytes]) -> set[str]:
    """All but the search's pieces, whose folder is named after what they hold."""
    return {name for name in files if not name.startswith("datos/busqueda/")}


def _drafts(copy: Path) -> list[str]:
    """What a build that did not finish could have left beside the site."""
    return [path.name for path in copy.glob(".site*")]


def _replace(file: Path, pattern: str, by: str) -> int:
    """Replace the first match in a file; the number of the line where it stood."""
    text = file.read_text("utf-8")
    found = re.search(pattern, text, flags=re.MULTILINE)
    assert found, f"{file.name} has no {pattern}"
    file.write_text(text[: found.start()] + by + text[found.end() :], "utf-8")
    return text.count("\n", 0, found.start()) + 1


@pytest.fixture
def published(copy: Path, build: Build) -> dict[str, bytes]:
    """The files of a site that stands already in the copy."""
    built = build(copy)
    assert built.returncode == 0, built.stderr
    return _files(copy / "site")


def _expect_refused(
    built: subprocess.CompletedProcess[str], copy: Path, published: dict[str, bytes]
) -> str:
    """The build failed and changed nothing; what it said."""
    assert built.returncode == 1, built.stdout + built.stderr
    assert _files(copy / "site") == published
    assert _drafts(copy) == []
    assert "Traceback" not in built.stderr
    return built.stdout + built.stderr


def test_a_good_build_leaves_a_site_and_nothing_else(
    copy: Path, published: dict[str, bytes]
) -> None:
    assert "index.html" in published
    assert _drafts(copy) == []
    assert sorted(path.name for path in copy.iterdir()) == [
        "docs",
        "hooks",
        "mkdocs.yml",
        "practices",
        "site",
    ]


def test_the_same_content_makes_the_same_site(
    copy: Path, build: Build, published: dict[str, bytes]
) -> None:
    assert build(copy).returncode == 0
    again = _files(copy / "site")
    different = [name for name in published if again.get(name) != published[name]]
    assert [name for name in different if not name.startswith("sitemap.xml")] == []
    assert again.keys() == published.keys()


def test_a_good_build_replaces_the_whole_site(
    copy: Path, build: Build, published: dict[str, bytes], practice: Practice
) -> None:
    (copy / "site" / "left-over.html").write_text("old", "utf-8")
    assert f"practicas/{practice.slug}/index.html" in published
    _replace(copy / practice.path, r"^titulo: .*$", 'titulo: "Título nuevo de prueba"')
    built = build(copy)
    assert built.returncode == 0, built.stderr
    site = _files(copy / "site")
    assert _pages(site) == _pages(published)
    assert len({name.split("/")[2] for name in site if name.startswith("datos/busqueda/")}) == 1
    page = site[f"practicas/{practice.slug}/index.html"].decode()
    assert ">Título nuevo de prueba</h1>" in page
    assert _drafts(copy) == []


def test_a_broken_sheet_is_named_with_its_line_and_the_site_stays_as_it_was(
    copy: Path, build: Build, published: dict[str, bytes], practice: Practice
) -> None:
    line = _replace(copy / practice.path, r"^estadio: \w+$", "estadio: avansado")
    said = _expect_refused(build(copy), copy, published)
    assert f"{practice.path}:{line}:10: estadio: " in said
    assert "¿Quiso decir «avanzado»?" in said
    assert "No se publicó nada" in said


def test_every_broken_file_is_named_in_one_run(
    copy: Path, build: Build, published: dict[str, bytes], catalog: Catalog
) -> None:
    one, other, *_ = catalog.practices
    event = max(catalog.events, key=lambda event: len(event.presentations))
    presentation = event.presentations[0]
    places = [
        (one.path, _replace(copy / one.path, r"^fecha_revision: .*$", "fecha_revision: ayer")),
        (other.path, _replace(copy / other.path, r"^## Problema$", "## Problemas")),
        (event.path, _replace(copy / event.path, r"^tipo: .*$", "tipo: fiesta")),
        (presentation.path, _replace(copy / presentation.path, r"^orden: .*$", "orden: primero")),
    ]
    said = _expect_refused(build(copy), copy, published)
    for path, line in places:
        assert f"{path}:{line}:" in said


def test_a_first_build_that_fails_leaves_no_site(
    copy: Path, build: Build, practice: Practice
) -> None:
    _replace(copy / practice.path, r"^titulo: .*$", "titulo:")
    assert build(copy).returncode == 1
    assert not (copy / "site").exists()
    assert _drafts(copy) == []


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("[No está](no-existe.md)", "no-existe.md"),
        ("[No está](practicas/no-existe.md)", "practicas/no-existe.md"),
        ("[No está](intercambios/index.md#no-existe)", "no-existe"),
        ("[No está](temas/index.md#no-existe)", "no-existe"),
        ("[No está](ruta.md#no-existe)", "no-existe"),
        ("[No está](/practicas/)", "/practicas/"),
    ],
)
def test_a_dead_link_in_a_written_page_leaves_the_site_as_it_was(
    copy: Path, build: Build, published: dict[str, bytes], wrong: str, message: str
) -> None:
    with (copy / "docs" / "acerca.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{wrong}\n")
    said = _expect_refused(build(copy), copy, published)
    assert "acerca.md" in said
    assert message in said


def test_a_written_page_may_link_to_the_catalogue_s_and_to_places_in_them(
    copy: Path, build: Build, practice: Practice
) -> None:
    with (copy / "docs" / "acerca.md").open("a", encoding="utf-8") as page:
        page.write(f"\n[Una](practicas/{practice.slug}.md#estadio) [Todas](todas/index.md)\n")
    built = build(copy)
    assert built.returncode == 0, built.stderr
    page = (copy / "site" / "acerca" / "index.html").read_text("utf-8")
    assert f'<a href="../practicas/{practice.slug}/#estadio">Una</a>' in page
    assert '<a href="../todas/">Todas</a>' in page


def test_a_written_page_at_the_address_of_a_sheet_leaves_the_site_as_it_was(
    copy: Path, build: Build, published: dict[str, bytes], practice: Practice
) -> None:
    page = copy / "docs" / "practicas" / f"{practice.slug}.md"
    page.parent.mkdir()
    page.write_text("# Otra\n", "utf-8")
    said = _expect_refused(build(copy), copy, published)
    assert f"docs/practicas/{practice.slug}.md tiene una dirección que es del catálogo" in said


def test_a_sheet_in_the_menu_is_marked_there_and_can_be_mended(
    copy: Path, build: Build, practice: Practice
) -> None:
    _replace(copy / "mkdocs.yml", "^nav:$", f"nav:\n  - practicas/{practice.slug}.md")
    built = build(copy)
    assert built.returncode == 0, built.stderr
    own = (copy / "site" / "practicas" / practice.slug / "index.html").read_text("utf-8")
    assert re.search(f'aria-current="page">{re.escape(practice.title)}</a>', own)
    assert f'edit/main/{practice.path}"' in own
    assert practice.title in (copy / "site" / "index.html").read_text("utf-8")


def test_the_site_has_none_of_the_theme_s_scripts_and_pictures(
    published: dict[str, bytes],
) -> None:
    of_theme = [name for name in published if re.match("assets/(?!catalogo/|lunr/)", name)]
    assert [Path(name).suffix for name in of_theme] == [".css"]


def test_a_block_that_does_not_exist_leaves_the_site_as_it_was(
    copy: Path, build: Build, published: dict[str, bytes]
) -> None:
    with (copy / "docs" / "acerca.md").open("a", encoding="utf-8") as page:
        page.write('\n<div data-bloque="no-existe"></div>\n')
    said = _expect_refused(build(copy), copy, published)
    assert "docs/acerca.md: no existe el bloque «no-existe»." in said


def test_a_template_that_fails_leaves_the_site_as_it_was(
    copy: Path, build: Build, published: dict[str, bytes]
) -> None:
    template = copy / "hooks" / "templates" / "catalogo" / "practice.html"
    template.write_text(template.read_text("utf-8") + "{{ practice.nothing_like_it }}", "utf-8")
    assert build(copy).returncode != 0
    assert _files(copy / "site") == published
    assert _drafts(copy) == []


def test_a_photo_is_published_beside_the_page_that_shows_it(
    copy: Path, build: Build, practice: Practice, catalog: Catalog
) -> None:
    event = catalog.events[0]
    sources = {
        copy / practice.path: copy / practice.path.removesuffix(".md"),
        copy / event.path: (copy / event.path).parent,
    }
    for sheet, folder in sources.items():
        folder.mkdir(exist_ok=True)
        (folder / "reunion.jpg").write_bytes(PHOTO)
        photo = "fotos:\n  - archivo: reunion.jpg\n    texto_alternativo: Una mesa de trabajo\n"
        _replace(sheet, r"\A---\n", f"---\n{photo}")
    built = build(copy)
    assert built.returncode == 0, built.stderr
    for address in (f"practicas/{practice.slug}", f"intercambios/{event.slug}"):
        folder = copy / "site" / address
        page = (folder / "index.html").read_text("utf-8")
        image = re.search(r'<img src="([^"]+)" alt="Una mesa de trabajo"', page)
        assert image, address
        assert (folder / image[1]).resolve().read_bytes() == PHOTO


def test_text_of_a_sheet_is_never_markup_of_the_site(
    copy: Path, build: Build, practice: Practice
) -> None:
    hostile = '</title><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    sheet = copy / practice.path
    _replace(sheet, r"^titulo: .*$", f"titulo: '{hostile}'")
    _replace(sheet, r"^resumen: .*$", f"resumen: '{hostile} {'palabra ' * 10}'")
    notes = f"notas:\n  - '{hostile}'"
    if practice.notes:
        _replace(sheet, "^notas:$", notes)
    else:
        _replace(sheet, "^fuentes:$", f"{notes}\nfuentes:")
    built = build(copy)
    assert built.returncode == 0, built.stderr
    for name, content in _files(copy / "site").items():
        if name.endswith((".html", ".json", ".txt")):
            assert b"<script>alert" not in content, name
            assert b"<img src=x" not in content, name
    page = (copy / "site" / "practicas" / practice.slug / "index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


class Server:
    """`mkdocs serve`, as `make serve` runs it, on a free port."""

    def __init__(self, copy: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = ["mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=copy,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        # What it never says is waited for until then.
        self.timer = threading.Timer(DEADLINE, self.process.kill)
        self.timer.start()
        self.said: list[str] = []

    def wait_until_it_says(self, wanted: str) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
            if wanted in line:
                return
        pytest.fail(f"«{wanted}» was never said:\n{''.join(self.said)}")

    def get(self, path: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            assert response.status == 200
            return response.read().decode()
        finally:
            connection.close()

    def wait_until_it_shows(self, path: str, wanted: str) -> None:
        while wanted not in self.get(path):
            self.wait_until_it_says("Reloading browsers")

    def stop(self) -> None:
        self.timer.cancel()
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()


def _searched(serve: Server) -> str:
    """What the search shows of every practice, which is in no page of its own."""
    manifest = json.loads(serve.get("/datos/busqueda.json"))
    cards = range(manifest["practices"])
    return "".join(serve.get(f"/datos/{manifest['folder']}ficha-{card}.html") for card in cards)


@pytest.fixture
def serve(copy: Path) -> Iterator[Server]:
    server = Server(copy)
    yield server
    server.stop()


def test_the_server_shows_an_edited_sheet_without_restart(
    copy: Path, serve: Server, practice: Practice
) -> None:
    page = f"/practicas/{practice.slug}/"
    serve.wait_until_it_says("Serving on")
    assert "Un título nuevo" not in serve.get(page)
    _replace(copy / practice.path, r"^titulo: .*$", "titulo: Un título nuevo")
    serve.wait_until_it_shows(page, ">Un título nuevo</h1>")
    assert "Un título nuevo" in _searched(serve)


def test_the_server_follows_what_comes_goes_and_changes(
    copy: Path, serve: Server, practice: Practice
) -> None:
    serve.wait_until_it_says("Serving on")
    sheet = copy / practice.path
    other = sheet.with_name("una-ficha-nueva.md")
    text = sheet.read_text("utf-8")
    text = re.sub("^titulo: .*$", "titulo: Una ficha nueva", text, flags=re.MULTILINE)
    text = re.sub("^estadio: .*$", "estadio: inicial", text, flags=re.MULTILINE)
    other.write_text(text, "utf-8")
    serve.wait_until_it_shows("/todas/", "Una ficha nueva")
    assert "livereload(" in serve.get("/practicas/una-ficha-nueva/")

    _replace(copy / "docs" / "acerca.md", "^# .*$", "# Otro título")
    serve.wait_until_it_shows("/acerca/", "Otro título")
    assert ">Una ficha nueva</h1>" in serve.get("/practicas/una-ficha-nueva/")

    template = copy / "hooks" / "templates" / "catalogo" / "practice.html"
    template.write_text(template.read_text("utf-8") + "<p>Al final</p>", "utf-8")
    serve.wait_until_it_shows("/practicas/una-ficha-nueva/", "<p>Al final</p>")

    _replace(
        copy / "hooks" / "templates" / "partials" / "footer.html", "<footer", "<p>Pie</p><footer"
    )
    serve.wait_until_it_shows("/practicas/una-ficha-nueva/", "<p>Pie</p>")
    serve.wait_until_it_shows("/acerca/", "<p>Pie</p>")

    other.unlink()
    while "Una ficha nueva" in serve.get("/todas/"):
        serve.wait_until_it_says("Reloading browsers")
    with pytest.raises(AssertionError):
        serve.get("/practicas/una-ficha-nueva/")


def test_the_server_keeps_serving_while_a_sheet_is_broken_and_recovers_when_it_is_mended(
    copy: Path, serve: Server, practice: Practice
) -> None:
    page = f"/practicas/{practice.slug}/"
    sheet = copy / practice.path
    good = sheet.read_text("utf-8")
    serve.wait_until_it_says("Serving on")
    before = re.search("<h1.*</h1>", serve.get(page))
    assert before

    line = _replace(sheet, r"^estadio: \w+$", "estadio: avansado")
    serve.wait_until_it_says(f"{practice.path}:{line}:")
    serve.wait_until_it_shows(page, f"{practice.path}:{line}:")
    assert before[0] in serve.get(page)

    sheet.write_text(good, "utf-8")
    _replace(sheet, r"^titulo: .*$", "titulo: Un título mejor")
    serve.wait_until_it_shows(page, ">Un título mejor</h1>")
    assert f"{practice.path}:{line}:" not in serve.get(page)


def test_the_server_writes_nothing_in_the_repository(
    copy: Path, serve: Server, practice: Practice
) -> None:
    before = _files(copy)
    serve.wait_until_it_says("Serving on")
    assert practice.title in _searched(serve)
    serve.stop()
    after = _files(copy)
    assert {name for name in after if "__pycache__" not in name} == before.keys()
