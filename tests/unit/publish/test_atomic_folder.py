"""A site replaces the previous site only when it is whole."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from catalog.publish import atomic_folder as publish
from catalog.publish.atomic_folder import Publication, ServedFolder, why_unpublished


def test_a_published_draft_replaces_the_site_and_leaves_nothing_behind(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    publication = Publication(site)
    (publication.draft / "index.html").write_text("new")
    assert (site / "index.html").exists(), "the old site stands until the new one is whole"
    publication.publish()
    assert {path.name: path.read_text() for path in site.iterdir()} == {"index.html": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_discarded_draft_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    publication = Publication(site)
    (publication.draft / "index.html").write_text("new")
    publication.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert {path.name: path.read_text() for path in site.iterdir()} == {"index.html": "old"}


def test_the_old_site_stays_if_the_draft_cannot_be_moved(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    publication = Publication(site)
    publication.draft.rmdir()
    with pytest.raises(FileNotFoundError):
        publication.publish()
    assert (site / "index.html").read_text() == "old"


@pytest.mark.parametrize("knows_exchange", [True, False])
def test_there_is_a_whole_site_at_every_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows_exchange: bool
) -> None:
    if not knows_exchange:
        monkeypatch.setattr(publish.ctypes, "CDLL", lambda *_, **__: object())
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    missed = 0
    done = threading.Event()

    def look() -> None:
        nonlocal missed
        while not done.is_set():
            missed += not site.exists()

    watcher = threading.Thread(target=look)
    watcher.start()
    for number in range(300):
        publication = Publication(site)
        (publication.draft / "index.html").write_text(str(number))
        publication.publish()
    done.set()
    watcher.join()
    assert {path.name: path.read_text() for path in site.iterdir()} == {"index.html": "299"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    if knows_exchange and sys.platform in ("linux", "darwin"):
        assert missed == 0


def test_the_draft_of_a_killed_build_is_deleted(tmp_path: Path) -> None:
    site = tmp_path / "site"
    left = tmp_path / ".site-borrador-x1"
    left.mkdir()
    (left / "half.html").write_text("half")
    (tmp_path / ".site-copia").mkdir()  # not the draft of a build
    Publication(site).publish()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site-copia", "site"]


@pytest.mark.parametrize("child", [True, False])
def test_an_interrupted_build_deletes_its_draft(tmp_path: Path, child: bool) -> None:
    here = [f"made = Publication(Path({str(tmp_path / 'site')!r}))"]
    if child:  # which ends first, and must leave the draft to its parent
        here += ["if not os.fork(): sys.exit()", "os.wait()", "assert made.draft.exists()"]
    program = [
        "import os, sys",
        "from pathlib import Path",
        "from catalog.publish.atomic_folder import Publication",
    ]
    program += [*here, "raise KeyboardInterrupt"]
    hooks = Path(publish.__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", "\n".join(program)],
        env={"PYTHONPATH": str(hooks)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.stderr.rstrip().endswith("KeyboardInterrupt")
    assert [*tmp_path.iterdir()] == []


def test_a_site_lost_between_two_renames_is_restored(tmp_path: Path) -> None:
    old = tmp_path / ".site-borrador-x1-anterior"
    old.mkdir()
    (old / "index.html").write_text("old")
    Publication(tmp_path / "site").discard()
    assert (tmp_path / "site" / "index.html").read_text() == "old"


def test_the_draft_of_a_build_at_work_is_not_deleted(tmp_path: Path) -> None:
    first, second = Publication(tmp_path / "site"), Publication(tmp_path / "site")
    (first.draft / "one.html").write_text("one")
    (second.draft / "other.html").write_text("other")
    first.publish()
    second.publish()
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["other.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("kind", ["file", "link", "dangling link"])
def test_a_file_or_link_is_not_replaced(tmp_path: Path, kind: str) -> None:
    site = tmp_path / "site"
    if kind == "file":
        site.write_text("mine")
    else:
        site.symlink_to(tmp_path if kind == "link" else tmp_path / "nothing")
    with pytest.raises(NotADirectoryError) as refused:
        Publication(site)
    assert "hay otra cosa" in why_unpublished(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_holds_no_site_is_not_replaced(tmp_path: Path) -> None:
    practices = tmp_path / "practices"
    (practices / "ica").mkdir(parents=True)
    (practices / "ica" / "ficha.md").write_text("mine")
    with pytest.raises(OSError, match="not empty") as refused:
        Publication(practices)
    assert "no es un sitio: al publicar se borrarían" in why_unpublished(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["practices"]
    assert (practices / "ica" / "ficha.md").read_text() == "mine"


def test_an_empty_folder_becomes_the_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publication = Publication(tmp_path / "site")
    (publication.draft / "index.html").write_text("new")
    publication.publish()
    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_the_first_site_needs_no_previous_one(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "deep" / "site")
    publication.publish()
    assert (tmp_path / "deep" / "site").is_dir()


def test_a_served_site_loses_the_files_that_are_no_longer_made(tmp_path: Path) -> None:
    served = ServedFolder(tmp_path)
    (tmp_path / "kept.html").write_text("kept")
    for names in (["a/one.html", "two.html"], ["a/one.html"]):
        for name in names:
            file = served.draft / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(name)
        served.publish(["kept.html"])
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert found == {"kept.html", "a/one.html"}
    served.publish([])
    assert [*tmp_path.rglob("*.html")] == []
