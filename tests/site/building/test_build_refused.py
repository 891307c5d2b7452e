"""A build that is refused says where and why, and leaves the site as it was."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from catalog.model import Catalog, Practice
from tests.site.support.offline_build import build
from tests.site.support.repository_copy import files_of, leftover_drafts, replace


def _expect_refused(
    built: subprocess.CompletedProcess[str], copy: Path, published: dict[str, bytes]
) -> str:
    """Fail unless the build failed and changed nothing; return the output of the build."""
    assert built.returncode == 1, built.stdout + built.stderr
    assert files_of(copy / "site") == published
    assert leftover_drafts(copy) == []
    assert "Traceback" not in built.stderr
    return built.stdout + built.stderr


def test_a_broken_sheet_is_named_with_its_line_and_the_site_stays_as_it_was(
    copy: Path, published: dict[str, bytes], practice: Practice
) -> None:
    line = replace(copy / practice.path, r"^estadio: \w+$", "estadio: avansado")
    output = _expect_refused(build(copy), copy, published)
    assert f"{practice.path}:{line}:10: estadio: " in output
    assert "¿Quiso decir «avanzado»?" in output
    assert "No se publicó nada" in output


def test_every_broken_file_is_named_in_one_run(
    copy: Path, published: dict[str, bytes], catalog: Catalog
) -> None:
    first, second, *_ = catalog.practices
    event = max(catalog.events, key=lambda event: len(event.presentations))
    presentation = event.presentations[0]
    places = [
        (first.path, replace(copy / first.path, r"^fecha_revision: .*$", "fecha_revision: ayer")),
        (second.path, replace(copy / second.path, r"^## Problema$", "## Problemas")),
        (event.path, replace(copy / event.path, r"^tipo: .*$", "tipo: fiesta")),
        (presentation.path, replace(copy / presentation.path, r"^orden: .*$", "orden: primero")),
    ]
    output = _expect_refused(build(copy), copy, published)
    for path, line in places:
        assert f"{path}:{line}:" in output


def test_a_first_build_that_fails_leaves_no_site(copy: Path, practice: Practice) -> None:
    replace(copy / practice.path, r"^titulo: .*$", "titulo:")
    assert build(copy).returncode == 1
    assert not (copy / "site").exists()
    assert leftover_drafts(copy) == []


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
    copy: Path, published: dict[str, bytes], wrong: str, message: str
) -> None:
    with (copy / "docs" / "acerca.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{wrong}\n")
    output = _expect_refused(build(copy), copy, published)
    assert "acerca.md" in output
    assert message in output


def test_a_written_page_in_another_encoding_leaves_the_site_as_it_was(
    copy: Path, published: dict[str, bytes]
) -> None:
    (copy / "docs" / "acerca.md").write_bytes("# Título\n".encode("latin-1"))
    output = _expect_refused(build(copy), copy, published)
    assert "docs/acerca.md:1:1: El archivo no está en UTF-8" in output


def test_a_written_page_at_the_address_of_a_sheet_leaves_the_site_as_it_was(
    copy: Path, published: dict[str, bytes], practice: Practice
) -> None:
    page = copy / "docs" / "practicas" / f"{practice.slug}.md"
    page.parent.mkdir()
    page.write_text("# Otra\n", "utf-8")
    output = _expect_refused(build(copy), copy, published)
    assert f"docs/practicas/{practice.slug}.md tiene una dirección que es del catálogo" in output


def test_a_block_that_does_not_exist_leaves_the_site_as_it_was(
    copy: Path, published: dict[str, bytes]
) -> None:
    with (copy / "docs" / "acerca.md").open("a", encoding="utf-8") as page:
        page.write('\n<div data-bloque="no-existe"></div>\n')
    output = _expect_refused(build(copy), copy, published)
    assert "docs/acerca.md: no existe el bloque «no-existe»." in output


def test_a_template_that_fails_leaves_the_site_as_it_was(
    copy: Path, published: dict[str, bytes]
) -> None:
    template = copy / "hooks" / "theme" / "pages" / "practice.html"
    template.write_text(template.read_text("utf-8") + "{{ practice.nothing_like_it }}", "utf-8")
    assert build(copy).returncode != 0
    assert files_of(copy / "site") == published
    assert leftover_drafts(copy) == []
