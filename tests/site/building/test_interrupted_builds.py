"""A build that is killed, lacks space or meets another build leaves a whole site."""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from pathlib import Path

import pytest

from tests.site.support.offline_build import build, build_well, start_build
from tests.site.support.repository_copy import files_of, leftover_drafts, replace

KILLS = 8


@pytest.fixture
def changed(copy: Path, published: dict[str, bytes]) -> dict[str, bytes]:
    """The files that the next build of the copy makes; the copy still holds the old site."""
    replace(copy / "practices/ica/amor-por-la-lectura-nasca.md", "^titulo: .*$", "titulo: Otro")
    elsewhere = copy.parent / "wanted"
    build_well(copy, SITE_DIR=str(elsewhere))
    made = files_of(elsewhere)
    assert made.keys() != published.keys()
    return made


def test_a_build_killed_at_any_moment_leaves_the_old_or_the_new_site(
    copy: Path, changed: dict[str, bytes]
) -> None:
    began = time.monotonic()
    with start_build(copy) as process:
        process.wait()
    lasts = time.monotonic() - began
    assert files_of(copy / "site") == changed
    moments = random.Random(1)
    for _ in range(KILLS):
        before = files_of(copy / "site")
        with start_build(copy) as process:
            time.sleep(moments.uniform(0, lasts))
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        assert files_of(copy / "site") in (before, changed)
    build_well(copy)
    assert files_of(copy / "site") == changed
    assert leftover_drafts(copy) == []


def test_a_full_disk_leaves_the_old_site_and_says_so(
    copy: Path, published: dict[str, bytes], changed: dict[str, bytes]
) -> None:
    def limit() -> None:  # no file may grow larger, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    built = build(copy, before=limit)
    assert built.returncode == 1
    assert "el sitio queda como estaba" in built.stdout
    assert "Traceback" not in built.stderr
    assert files_of(copy / "site") == published
    assert leftover_drafts(copy) == []
    build_well(copy)
    assert files_of(copy / "site") == changed


@pytest.mark.parametrize(
    "target",
    ["/proc/catalogo/site", "/dev/null/site", "enlace", "archivo", "practices", "practices/ica"],
)
def test_a_place_where_no_site_can_be_written_is_refused_with_a_message(
    copy: Path, target: str
) -> None:
    (copy / "archivo").write_text("mío")
    (copy / "enlace").symlink_to(copy / "docs")
    docs, practices = files_of(copy / "docs"), files_of(copy / "practices")
    built = build(copy, SITE_DIR=target)
    assert built.returncode == 1
    assert "No se publicó nada" in built.stdout
    assert "Traceback" not in built.stderr
    assert (copy / "archivo").read_text() == "mío"
    assert files_of(copy / "docs") == docs
    assert files_of(copy / "practices") == practices


def test_two_builds_at_once_leave_one_whole_site(copy: Path, changed: dict[str, bytes]) -> None:
    with start_build(copy) as first, start_build(copy) as second:
        assert (first.wait(), second.wait()) == (0, 0)
    assert files_of(copy / "site") == changed
    assert leftover_drafts(copy) == []


def test_the_locale_of_the_system_does_not_change_the_site(
    copy: Path, published: dict[str, bytes]
) -> None:
    build_well(copy, LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert files_of(copy / "site") == published
