"""Runs modules of the site in a real browser, without the page that uses them."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from catalog.publish.browser_code import JOINED

_RUN = """
async ([root, joined, argument]) => {
  const load = (name) => {
    const folder = name.split("/")[0];
    const script = joined.includes(folder) ? `${folder}/${folder}` : name;
    return import(`${root}assets/catalogo/${script}.js`);
  };
  const search = await (await load("search/search")).loadSearch();
  return (%s)({ root, load, search }, argument);
}
"""


def run_in_browser(page: Page, root: str, script: str, argument: Any = None) -> Any:
    """The result of `script`, an async function of `{ root, load, search }` and the argument.

    `root` is the address of a site's first page, `load` imports a module of the site by its name
    (`search/terms`), and `search` is the site's search.
    """
    if not page.url.startswith(root):
        page.goto(f"{root}acerca/")
    return page.evaluate(_RUN % script, [root, JOINED, argument])
