"""The server of `make serve` shows every edit, goes on after a broken sheet, and writes nothing in
the repository."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from catalog.model import Practice
from tests.site.support.repository_copy import files_of, replace

DEADLINE = 120
"""Seconds that a server under test may live."""


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
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        # The deadline kills the server, so that no test waits for ever for a line of its output.
        self.timer = threading.Timer(DEADLINE, self.process.kill)
        self.timer.start()
        self.output: list[str] = []

    def wait_for_output(self, wanted: str) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.output.append(line)
            if wanted in line:
                return
        pytest.fail(f"«{wanted}» was never printed:\n{''.join(self.output)}")

    def get(self, path: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            assert response.status == 200
            return response.read().decode()
        finally:
            connection.close()

    def wait_for_page(self, path: str, wanted: str) -> None:
        while wanted not in self.get(path):
            self.wait_for_output("Reloading browsers")

    def stop(self) -> None:
        self.timer.cancel()
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()


def _cards(serve: Server) -> str:
    """The text of the search's cards of all practices."""
    manifest = json.loads(serve.get("/datos/busqueda.json"))
    cards = range(manifest["practices"])
    return "".join(serve.get(f"/datos/{manifest['folder']}ficha-{card}.txt") for card in cards)


@pytest.fixture
def serve(copy: Path) -> Iterator[Server]:
    server = Server(copy)
    yield server
    server.stop()


def test_the_server_shows_an_edited_sheet_without_restart(
    copy: Path, serve: Server, practice: Practice
) -> None:
    page = f"/practicas/{practice.slug}/"
    serve.wait_for_output("Serving on")
    assert "Un título nuevo" not in serve.get(page)
    replace(copy / practice.path, r"^titulo: .*$", "titulo: Un título nuevo")
    serve.wait_for_page(page, ">Un título nuevo</h1>")
    assert "Un título nuevo" in _cards(serve)


def test_the_server_shows_files_that_are_added_changed_and_deleted(
    copy: Path, serve: Server, practice: Practice
) -> None:
    serve.wait_for_output("Serving on")
    sheet = copy / practice.path
    other = sheet.with_name("una-ficha-nueva.md")
    text = sheet.read_text("utf-8")
    text = re.sub("^titulo: .*$", "titulo: Una ficha nueva", text, flags=re.MULTILINE)
    text = re.sub("^estadio: .*$", "estadio: inicial", text, flags=re.MULTILINE)
    other.write_text(text, "utf-8")
    serve.wait_for_page("/todas/", "Una ficha nueva")
    assert "livereload(" in serve.get("/practicas/una-ficha-nueva/")

    replace(copy / "docs" / "acerca.md", "^# .*$", "# Otro título")
    serve.wait_for_page("/acerca/", "Otro título")
    assert ">Una ficha nueva</h1>" in serve.get("/practicas/una-ficha-nueva/")

    template = copy / "hooks" / "theme" / "pages" / "practice.html"
    template.write_text(template.read_text("utf-8") + "<p>Al final</p>", "utf-8")
    serve.wait_for_page("/practicas/una-ficha-nueva/", "<p>Al final</p>")

    replace(copy / "hooks" / "theme" / "partials" / "footer.html", "<footer", "<p>Pie</p><footer")
    serve.wait_for_page("/practicas/una-ficha-nueva/", "<p>Pie</p>")
    serve.wait_for_page("/acerca/", "<p>Pie</p>")

    other.unlink()
    while "Una ficha nueva" in serve.get("/todas/"):
        serve.wait_for_output("Reloading browsers")
    with pytest.raises(AssertionError):
        serve.get("/practicas/una-ficha-nueva/")


def test_the_server_keeps_serving_while_a_sheet_is_broken_and_recovers_when_it_is_corrected(
    copy: Path, serve: Server, practice: Practice
) -> None:
    page = f"/practicas/{practice.slug}/"
    sheet = copy / practice.path
    good = sheet.read_text("utf-8")
    serve.wait_for_output("Serving on")
    before = re.search("<h1.*</h1>", serve.get(page))
    assert before

    line = replace(sheet, r"^estadio: \w+$", "estadio: avansado")
    serve.wait_for_output(f"{practice.path}:{line}:")
    serve.wait_for_page(page, f"{practice.path}:{line}:")
    assert before[0] in serve.get(page)

    sheet.write_text(good, "utf-8")
    replace(sheet, r"^titulo: .*$", "titulo: Un título mejor")
    serve.wait_for_page(page, ">Un título mejor</h1>")
    assert f"{practice.path}:{line}:" not in serve.get(page)


def test_the_server_writes_nothing_in_the_repository(
    copy: Path, serve: Server, practice: Practice
) -> None:
    before = files_of(copy)
    serve.wait_for_output("Serving on")
    assert practice.title in _cards(serve)
    serve.stop()
    after = files_of(copy)
    assert {name for name in after if "__pycache__" not in name} == before.keys()
