"""Puts the catalogue into MkDocs. The only file that knows the site generator.

It checks everything before MkDocs touches the previous site, gives each of the catalogue's
pages to MkDocs as a generated file, and publishes by renaming a finished folder.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler

# MkDocs has this folder on the path only while it loads this file: import everything here.
from catalog.explorer import explorer_data
from catalog.load import load
from catalog.pages import LINKED, Page, blocks, pages, photos, problem_notice
from catalog.problems import Severity
from catalog.publish import Publication
from catalog.search import search_index

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage

    from catalog.model import Catalog

log = logging.getLogger("mkdocs.hooks.catalog")
_LUNR = {
    "lunr.js": "templates/search/lunr.js",
    "lunr.stemmer.support.js": "lunr-language/lunr.stemmer.support.js",
    "lunr.es.js": "lunr-language/lunr.es.js",
}
_BLOCK = re.compile(r'<div data-bloque="([a-z-]+)"></div>')


class _Build:
    """What one build holds between its events."""

    serving = False
    rebuilding = False
    catalog: Catalog
    notice = ""
    pages: dict[str, Page]
    publication: Publication | None = None


def on_startup(command: str, **_: Any) -> None:
    """Under `serve`, MkDocs already builds in a folder of its own."""
    _Build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check all content, and stop before anything is written if there is an error."""
    root = Path(config.config_file_path).parent
    catalog, problems = load(root)
    for problem in problems:
        # A doubt is told as information: under `--strict`, a logged warning would stop the build.
        level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
        log.log(level, str(problem))
    if catalog:
        _Build.catalog, _Build.notice = catalog, ""
    elif _Build.rebuilding:
        # The last good content stays in view, with what to mend above it.
        _Build.notice = problem_notice(_Build.catalog, problems)
    else:
        raise Abort("No se publicó nada: corrija los errores de arriba.")
    if not _Build.serving:
        _Build.publication = Publication(Path(config.site_dir))
        config.site_dir = str(_Build.publication.draft)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the catalogue's pages, data and photos to the site."""
    if missing := [name for name in LINKED if not files.get_file_from_path(name)]:
        raise PluginError(f"Falta docs/{missing[0]}: las páginas del catálogo la enlazan.")
    _Build.pages = {}
    for page in pages(_Build.catalog):
        src_uri = _source_uri(page.path)
        file = File.generated(config, src_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.edit_uri = f"../{page.source}" if page.source else None
        _Build.pages[src_uri] = page
        files.append(file)
    data = {"practicas.json": explorer_data, "busqueda.json": search_index}
    for name, make in data.items():
        files.append(File.generated(config, f"datos/{name}", content=make(_Build.catalog)))
    root = Path(config.config_file_path).parent
    search = Path(mkdocs.__file__).parent / "contrib" / "search"
    copies = {path: root / source for path, source in photos(_Build.catalog)}
    copies |= {f"assets/lunr/{name}": search / path for name, path in _LUNR.items()}
    for path, source in copies.items():
        if not source.is_file():  # under `serve`, a photo of the last good content may be gone
            continue
        files.append(File.generated(config, path, abs_src_path=str(source)))
    return files


def _source_uri(path: str) -> str:
    """The file that would make the page at `path`, for the menu and for links in `docs/`:
    `practicas/` is `practicas/index.md`, and `practicas/x/` is `practicas/x.md`."""
    return f"{path}index.md" if path.count("/") == 1 else f"{path.removesuffix('/')}.md"


def on_page_markdown(markdown: str, page: MkDocsPage, **_: Any) -> str:
    """A catalogue page brings its own title and words; it has no Markdown for MkDocs."""
    if made := _Build.pages.get(page.file.src_uri):
        page.meta.update(title=made.title, description=made.description, generated=True)
        return ""
    return markdown


def on_page_content(html: str, page: MkDocsPage, **_: Any) -> str:
    """The page's own HTML, or a hand-written page's with its blocks filled."""
    if made := _Build.pages.get(page.file.src_uri):
        return _Build.notice + made.html
    if not _BLOCK.search(html):
        return _Build.notice + html
    known = blocks(_Build.catalog, page.file.dest_uri.removesuffix("index.html"))
    unknown = [name for name in _BLOCK.findall(html) if name not in known]
    if unknown:
        raise PluginError(f"docs/{page.file.src_uri}: no existe el bloque «{unknown[0]}».")
    return _Build.notice + _BLOCK.sub(lambda match: known[match[1]], html)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Publish the finished site, unless MkDocs is about to refuse it for its warnings."""
    _Build.rebuilding = _Build.serving
    counters = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    refused = config.strict and any(handler.get_counts() for handler in counters)
    if _Build.publication and refused:
        _Build.publication.discard()
    elif _Build.publication:
        _Build.publication.publish()
        config.site_dir = str(_Build.publication.site)


def on_build_error(**_: Any) -> None:
    """Leave no half-made site behind."""
    if _Build.publication:
        _Build.publication.discard()
