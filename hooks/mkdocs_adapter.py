"""Puts the catalogue into MkDocs. This is the only file that knows the site generator.

It checks all content before MkDocs touches the previous site, puts the catalogue's pages into
frames that MkDocs renders, and publishes a finished folder. Of the pages, MkDocs renders only those
written by hand.
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

# MkDocs has this folder on the path only while it loads this file: import everything here.
from catalog.pages import routes
from catalog.pages.all_pages import LINKED
from catalog.pages.site_info import SiteInfo, responsible
from catalog.publish.browser_code import lunr_for_searching, preloads, scripts
from catalog.publish.builder import Builder
from catalog.publish.page_frame import WORDS, mark
from catalog.publish.sitemap import SITEMAP_PATH
from catalog.publish.stylesheets import stylesheets
from catalog.search.documents import WrittenPage
from catalog.text.email_obfuscation import unharvested_html

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation

    from catalog.publish.builder import Build

log = logging.getLogger("mkdocs.hooks.catalog")
_THEME = Path(__file__).parent / "theme"
_builder = Builder()
_environments: dict[str, Environment] = {}


class _Files(Files):
    """MkDocs' files, and a file for each page of the catalogue to which the menu or a text links.
    MkDocs takes the addresses of these pages from here, and does not render them."""

    nav: Navigation

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        super().__init__(files)
        self.config = config
        self.linked: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        if (file := super().get_file_from_path(path)) or not path.endswith(".md"):
            return file
        made = File.generated(self.config, path, content="")
        known = made.url in _build(self.config).content.pages
        return self.linked.setdefault(path, made) if known else None


def _build(config: MkDocsConfig) -> Build:
    """The build that `on_config` began. MkDocs' configuration holds it, since MkDocs gives that to
    every event."""
    build: Build = config.extra["build"]
    return build


def on_startup(command: str, **_: Any) -> None:
    """Make a builder for one build, or for the builds of `serve`."""
    global _builder
    _builder = Builder(serves=command == "serve")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> None:
    """Look for edits often, and wait little for more: waiting would be half of a rebuild."""
    server.build_delay, watched = 0.02, (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.2)
    for path in watched:
        server.watch(path)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check all content and begin the build, or stop at an error before anything is written."""
    try:
        who = responsible(config.extra.get("responsable"))
    except ValueError as error:
        raise Abort(f"mkdocs.yml: {error}") from error
    site = SiteInfo(config.site_name, config.site_url or "", config.repo_url or "", who)
    content = _builder.read(Path(config.config_file_path).parent, site, log)
    if content is None:
        raise Abort("No se publicó nada: corrija los errores de arriba.")
    build = _builder.begin(content, Path(config.site_dir))
    config.extra |= {
        "serves": _builder.serves,
        "build": build,
        "responsible": who,
        "responsible_mail": unharvested_html(who.mail),
    }
    config.site_dir = str(build.draft)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the browser's scripts and stylesheets, and the addresses of the catalogue's pages."""
    pages = _build(config).content.pages
    if missing := [name for name in LINKED if not files.get_file_from_path(name)]:
        raise PluginError(f"Falta docs/{missing[0]}: las páginas del catálogo la enlazan.")
    if taken := [f.src_uri for f in files if f.url in pages or f.url.startswith(routes.DATA)]:
        raise PluginError(f"docs/{taken[0]} tiene una dirección que es del catálogo.")
    for file in [f for f in files if f.src_uri.startswith(("js/", "css/"))]:
        files.remove(file)  # the sources; the published files are added below
    for path, text in (*scripts(_THEME), *stylesheets(_THEME)):
        files.append(File.generated(config, path, content=text))
    lunr = lunr_for_searching(Path(mkdocs.__file__).parent / "contrib" / "search")
    files.append(File.generated(config, routes.LUNR, content=lunr))
    return _Files(files, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: _Files) -> None:
    """Give the menu's entries that `mkdocs.yml` does not name the titles of their pages."""
    files.nav = nav
    for page in nav.pages:
        if page.title is None and (made := _build(config).content.pages.get(page.url)):
            page.title = made.title


def on_env(env: Environment, config: MkDocsConfig, files: _Files) -> Environment:
    """Write the catalogue's pages, in frames that MkDocs renders with marks in them."""
    env.auto_reload = True  # under `serve` the first `env` is kept, with its compiled templates
    env = _environments.setdefault(repr(config.theme), env)
    env.globals |= {"routes": routes, "preloads": preloads(_THEME, "explorer/explorer")}
    build, hidden = _build(config), _build(config).content.hidden
    menu, documents = {page.url: page for page in files.nav.pages}, files.documentation_pages()

    def frame(path: str, has_source: bool) -> str:
        file = File.generated(config, f"{path}index.md", content="")
        file.edit_uri = f"../{mark('source')}" if has_source else None
        fresh = MkDocsPage(None, file, config)
        page = menu.get(path, fresh)
        page.edit_url = fresh.edit_url
        page.meta = {**WORDS, "generated": True, "hidden": path in hidden}
        if path in hidden and (moved := build.content.pages[path].moved_to):
            page.meta["moved"] = routes.root_of(path) + moved
        page.canonical_url, page.content = config.site_url and mark("canonical"), mark("content")
        context = get_context(files.nav, documents, config, page)
        return env.get_template("main.html").render(context)

    written = [
        WrittenPage(page.url, str(page.title), page.meta.get("description", ""), page.content or "")
        for file in documents
        if (page := file.page)
    ]
    config.extra["sitemap"] = build.write(written, menu, frame)
    for file in files.linked.values():  # MkDocs warns of links to ids that are not among these
        linked = file.page or MkDocsPage(None, file, config)
        linked.present_anchor_ids = build.ids_in(linked.url)
    return env


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
    """Fill the blocks of a hand-written page."""
    try:
        return _build(config).hand_written(html, page.url)
    except KeyError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {error.args[0]}") from error


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Replace MkDocs' own sitemap, which knows only the pages that MkDocs renders."""
    return str(config.extra["sitemap"]) if template_name == SITEMAP_PATH else output_content


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Publish the finished site, or discard it where MkDocs is strict and has warned."""
    handlers = logging.getLogger("mkdocs").handlers
    counters = [handler for handler in handlers if isinstance(handler, CountHandler)]
    warned = any(counter.get_counts() for counter in counters)
    config.site_dir = str(_build(config).finish(refused=config.strict and warned))


def on_build_error(error: Exception, **_: Any) -> None:
    """Leave no half-made site behind. Stop with a message where the cause is not in the code."""
    if why := _builder.discard(error):
        raise Abort(why) from error
