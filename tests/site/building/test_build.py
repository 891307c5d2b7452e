"""A build that succeeds: the files that it publishes, and the files that it leaves.

Each test builds a copy of the repository of its own.
"""

from __future__ import annotations

import re
from pathlib import Path

from catalog.model import Catalog, Practice
from catalog.pages.templates import PHOTO_WIDTHS
from tests.site.support.offline_build import build_well
from tests.site.support.repository_copy import files_of, leftover_drafts, replace
from tests.support.pictures import photo


def test_a_good_build_leaves_only_a_site(built_copy: Path) -> None:
    assert (built_copy / "site" / "index.html").is_file()
    assert leftover_drafts(built_copy) == []
    assert sorted(path.name for path in built_copy.iterdir()) == [
        "docs",
        "hooks",
        "mkdocs.yml",
        "practices",
        "site",
    ]


def test_the_same_content_makes_the_same_site(copy: Path, published: dict[str, bytes]) -> None:
    build_well(copy)
    again = files_of(copy / "site")
    assert [name for name in published if again.get(name) != published[name]] == []
    assert again.keys() == published.keys()


def _pages(files: dict[str, bytes]) -> set[str]:
    """The names of the files, without those of the search, whose folder is named by its content."""
    return {name for name in files if not name.startswith("datos/busqueda/")}


def test_a_good_build_replaces_the_whole_site(
    copy: Path, published: dict[str, bytes], practice: Practice
) -> None:
    (copy / "site" / "left-over.html").write_text("old", "utf-8")
    assert f"practicas/{practice.slug}/index.html" in published
    replace(copy / practice.path, r"^titulo: .*$", 'titulo: "Título nuevo de prueba"')
    build_well(copy)
    site = files_of(copy / "site")
    assert _pages(site) == _pages(published)
    assert len({name.split("/")[2] for name in site if name.startswith("datos/busqueda/")}) == 1
    page = site[f"practicas/{practice.slug}/index.html"].decode()
    assert ">Título nuevo de prueba</h1>" in page
    assert leftover_drafts(copy) == []


def test_a_written_page_may_link_to_pages_of_the_catalogue_and_to_their_sections(
    copy: Path, practice: Practice
) -> None:
    with (copy / "docs" / "acerca.md").open("a", encoding="utf-8") as page:
        page.write(f"\n[Una](practicas/{practice.slug}.md#estadio) [Todas](todas/index.md)\n")
    build_well(copy)
    page = (copy / "site" / "acerca" / "index.html").read_text("utf-8")
    assert f'<a href="../practicas/{practice.slug}/#estadio">Una</a>' in page
    assert '<a href="../todas/">Todas</a>' in page


def test_a_sheet_in_the_menu_is_current_there_and_can_be_edited(
    copy: Path, practice: Practice
) -> None:
    replace(copy / "mkdocs.yml", "^nav:$", f"nav:\n  - practicas/{practice.slug}.md")
    build_well(copy)
    own = (copy / "site" / "practicas" / practice.slug / "index.html").read_text("utf-8")
    assert re.search(f'aria-current="page">{re.escape(practice.title)}</a>', own)
    assert f'edit/main/{practice.path}"' in own
    assert practice.title in (copy / "site" / "index.html").read_text("utf-8")


def test_the_site_has_no_asset_but_its_own(published: dict[str, bytes]) -> None:
    others = [name for name in published if re.match("assets/(?!catalogo/|lunr/)", name)]
    assert others == []


def test_a_photo_is_published_beside_the_page_that_shows_it(
    copy: Path, practice: Practice, catalog: Catalog
) -> None:
    event = catalog.events[0]
    sources = {
        copy / practice.path: copy / practice.path.removesuffix(".md"),
        copy / event.path: (copy / event.path).parent,
    }
    for sheet, folder in sources.items():
        folder.mkdir(exist_ok=True)
        (folder / "reunion.jpg").write_bytes(photo())
        named = "fotos:\n  - archivo: reunion.jpg\n    texto_alternativo: Una mesa de trabajo\n"
        replace(sheet, r"\A---\n", f"---\n{named}")
    build_well(copy)
    for address in (f"practicas/{practice.slug}", f"intercambios/{event.slug}"):
        folder = copy / "site" / address
        page = (folder / "index.html").read_text("utf-8")
        images = re.findall(r"reunion\.jpg-\d+\.webp", page)
        assert "Una mesa de trabajo" in page
        assert len(set(images)) == len(PHOTO_WIDTHS)
        assert all((folder / name).stat().st_size > 100 for name in images)
        assert not (folder / "reunion.jpg").exists()


def test_the_text_of_a_sheet_never_becomes_markup(copy: Path, practice: Practice) -> None:
    hostile = '</title><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    sheet = copy / practice.path
    replace(sheet, r"^titulo: .*$", f"titulo: '{hostile}'")
    replace(sheet, r"^resumen: .*$", f"resumen: '{hostile} {'palabra ' * 10}'")
    notes = f"notas:\n  - '{hostile}'"
    if practice.notes:
        replace(sheet, "^notas:$", notes)
    else:
        replace(sheet, "^fuentes:$", f"{notes}\nfuentes:")
    build_well(copy)
    for name, content in files_of(copy / "site").items():
        if name.endswith((".html", ".json", ".txt")):
            assert b"<script>alert" not in content, name
            assert b"<img src=x" not in content, name
    page = (copy / "site" / "practicas" / practice.slug / "index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
