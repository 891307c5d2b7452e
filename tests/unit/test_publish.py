"""A site takes the place of the previous one only when it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.publish import Publication, Served


def test_a_published_draft_replaces_the_site_and_leaves_nothing_behind(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    publication = Publication(site)
    (publication.draft / "new.html").write_text("new")
    assert (site / "old.html").exists(), "the old site stands until the new one is whole"
    publication.publish()
    assert [path.name for path in site.iterdir()] == ["new.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_discarded_draft_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    publication = Publication(site)
    (publication.draft / "new.html").write_text("new")
    publication.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in site.iterdir()] == ["old.html"]


def test_a_draft_that_cannot_be_moved_gives_the_old_site_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old")
    publication = Publication(site)
    publication.draft.rmdir()
    with pytest.raises(FileNotFoundError):
        publication.publish()
    assert (site / "old.html").read_text() == "old"


def test_the_first_site_needs_no_previous_one(tmp_path: Path) -> None:
    publication = Publication(tmp_path / "deep" / "site")
    publication.publish()
    assert (tmp_path / "deep" / "site").is_dir()


def test_a_served_site_keeps_what_is_kept_and_loses_what_is_made_no_more(tmp_path: Path) -> None:
    served = Served(tmp_path)
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
