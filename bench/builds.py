"""Builds sites with MkDocs as a user does, and times the rebuild of a served site after an edit."""

from __future__ import annotations

import contextlib
import socket
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

from bench.programs import NotMeasuredError, Run, environment, run, running

if TYPE_CHECKING:
    from pathlib import Path

_POLL_SECONDS = 0.02
_ASK_SECONDS = 30.0
_EDITS = 3
# No further edit is made once the edits have taken so many seconds together.
_ENOUGH_SECONDS = 30.0
MKDOCS = [sys.executable, "-m", "mkdocs"]


def mkdocs_build(folder: Path, limit: float) -> Run:
    """Build the site of `folder` in its subfolder `site`."""
    return run([*MKDOCS, "build", "--strict", "--quiet"], cwd=folder, limit=limit)


def rebuild_seconds(folder: Path, edited: Path, page: str, limit: float) -> float:
    """The median time, under `mkdocs serve`, from saving a sheet to its page showing the change.

    Each wait takes `limit` seconds at most. The sheet is restored at the end.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    address = f"http://{place}/{page}"
    original = edited.read_text(encoding="utf-8")
    taken: list[float] = []
    command = [*MKDOCS, "serve", "--livereload", "--quiet", "--dev-addr", place]
    with running(command, cwd=folder, env=environment(PYTHONUNBUFFERED="1")) as process:
        try:
            _wait_for(address, "<html", limit, process.poll)
            while len(taken) < _EDITS and sum(taken) < _ENOUGH_SECONDS:
                time.sleep(1)  # let the watcher settle
                marker = f"edición {len(taken) + 1} de la medición"
                started = time.perf_counter()
                edited.write_text(f"{original.rstrip()}\n\nEsta es la {marker}.\n", "utf-8")
                _wait_for(address, marker, limit, process.poll)
                taken.append(time.perf_counter() - started)
        finally:
            edited.write_text(original, "utf-8")
    return sorted(taken)[len(taken) // 2]


def folder_bytes(folder: Path) -> int:
    """The bytes of all the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _wait_for(address: str, text: str, limit: float, ended: object) -> None:
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if callable(ended) and ended() is not None:
            raise NotMeasuredError("`mkdocs serve` ended by itself")
        with (
            contextlib.suppress(urllib.error.URLError, OSError),
            urllib.request.urlopen(address, timeout=_ASK_SECONDS) as answer,
        ):
            if text in answer.read().decode("utf-8", "replace"):
                return
        time.sleep(_POLL_SECONDS)
    raise NotMeasuredError(f"the served page did not follow in {limit:.0f} s")
