"""The routes of the scripts are those of Python."""

from __future__ import annotations

from playwright.sync_api import Page

from catalog.pages import routes
from tests.site.support.browser_modules import run_in_browser

_ROUTES = """
async ({ load }) => {
  const { ROOT, practice, ...others } = await load("shared/routes");
  return [ROOT, { ...others, practice: practice("riego") }];
}
"""


def test_scripts_and_python_have_the_same_routes(page: Page, server: str) -> None:
    root, found = run_in_browser(page, server, _ROUTES)
    assert root == server
    assert len(found) > 5
    wanted = {name: getattr(routes, name) for name in found if name != "practice"}
    wanted["practice"] = routes.practice("riego")
    assert found == {name: root + address for name, address in wanted.items()}
