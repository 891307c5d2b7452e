"""Puts the catalogue into MkDocs. The only file that knows the site generator.

It checks everything before MkDocs touches the previous site, lends MkDocs' frame to the
catalogue's pages, and publishes a finished folder. MkDocs renders the hand-written pages alone.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs
from mkdocs.commands.build import get_context
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from watchdog.observers.polling import PollingObserver

from catalog.pages.all_pages import LINKED
from catalog.pages.site_info import Home
from catalog.publish.browser_code import lunr_for_searching, published
from catalog.publish.builder import Press, Site
from catalog.publish.page_frame import WORDS, mark
from catalog.publish.sitemap import SITEMAP_PATH

# MkDocs has this folder on the path only while it loads this file: import everything here.
from catalog.search.documents import WrittenPage

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.hooks.catalog")
_THEME = Path(__file__).parent / "theme"
_press = Press()
_environments: dict[str, Environment] = {}


class _Files(Files):
    """MkDocs' files, and those of the catalogue's pages that a menu or a text links to: MkDocs
    finds their addresses here, and renders none of them."""

    nav: Navigation

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        super().__init__(files)
        self.config = config
        self.linked: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        if (file := super().get_file_from_path(path)) or not path.endswith(".md"):
            return file
        made = File.generated(self.config, path, content="")
        return self.linked.setdefault(path, made) if made.url in _press.pages else None


def on_startup(command: str, **_: Any) -> None:
    """Get ready for one build, or for those of `serve`."""
    _press.serves = command == "serve"


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
    """Look for edits more often, and wait for others less: it would be half of a rebuild."""
    server.build_delay, watched = 0.02, (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.2)
    for path in watched:
        server.watch(path)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check all content, and stop before anything is written if there is an error."""
    home = Home(config.site_name, config.site_url or "", config.repo_url or "")
    if not _press.read(Path(config.config_file_path).parent, home, log):
        raise Abort("No se publicó nada: corrija los errores de arriba.")
    config.extra["serves"] = _press.serves
    config.site_dir = str(_press.begin(Path(config.site_dir)))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the browser's scripts to the site, and the addresses of the catalogue's pages."""
    if missing := [name for name in LINKED if not files.get_file_from_path(name)]:
        raise PluginError(f"Falta docs/{missing[0]}: las páginas del catálogo la enlazan.")
    if taken := [f.src_uri for f in files if f.url in _press.pages or f.url.startswith("datos/")]:
        raise PluginError(f"docs/{taken[0]} tiene una dirección que es del catálogo.")
    for file in [its for its in files if its.src_uri.startswith(("js/", "css/"))]:
        files.remove(file)  # as they are written: below, as they are published
    for path, text in published(_THEME):
        files.append(File.generated(config, path, content=text))
    lunr = lunr_for_searching(Path(mkdocs.__file__).parent / "contrib" / "search")
    files.append(File.generated(config, "assets/lunr/lunr-es.js", content=lunr))
    return _Files(files, config)


def on_nav(nav: Navigation, files: _Files, **_: Any) -> None:
    """Name the menu's entries that `mkdocs.yml` does not name."""
    files.nav = nav
    for page in nav.pages:
        if page.title is None and (made := _press.pages.get(page.url)):
            page.title = made.title


def on_env(env: Environment, config: MkDocsConfig, files: _Files) -> Environment:
    """Print the catalogue's pages, in frames that MkDocs renders around marks."""
    env.auto_reload = True  # under `serve` it outlives the build: it has compiled every template
    env = _environments.setdefault(repr(config.theme), env)
    menu, written = {page.url: page for page in files.nav.pages}, files.documentation_pages()

    def frame(path: str, has_source: bool) -> str:
        file = File.generated(config, f"{path}index.md", content="")
        file.edit_uri = f"../{mark('source')}" if has_source else None
        fresh = MkDocsPage(None, file, config)
        page = menu.get(path, fresh)
        page.edit_url = fresh.edit_url
        page.meta = {**WORDS, "generated": True, "hidden": path in _press.hidden}
        page.canonical_url, page.content = config.site_url and mark("canonical"), mark("content")
        return env.get_template("main.html").render(get_context(files.nav, written, config, page))

    texts = [
        WrittenPage(page.url, str(page.title), page.meta.get("description", ""), page.content or "")
        for file in written
        if (page := file.page)
    ]
    _press.print(Site(texts, menu, frame))
    for file in files.linked.values():  # so that MkDocs misses the places that are not there
        linked = file.page or MkDocsPage(None, file, config)
        linked.present_anchor_ids = _press.places(linked.url)
    return env


def on_page_content(html: str, page: MkDocsPage, **_: Any) -> str:
    """A hand-written page, with its blocks filled."""
    try:
        return _press.written(html, page.url)
    except KeyError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {error.args[0]}") from error


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """MkDocs' own sitemap knows only the pages that it renders."""
    return _press.sitemap if template_name == SITEMAP_PATH else output_content


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Publish the finished site, unless MkDocs is about to refuse it for its warnings."""
    handlers = logging.getLogger("mkdocs").handlers
    warned = any(its.get_counts() for its in handlers if isinstance(its, CountHandler))
    config.site_dir = str(_press.finish(refused=config.strict and warned))


def on_build_error(error: Exception, **_: Any) -> None:
    """Leave no half-made site behind, and say what a full disk means."""
    if why := _press.discard(error):
        raise Abort(why) from error
