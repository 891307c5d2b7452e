"""The routes of the scripts are those of Python."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page

from catalog.pages import routes
from tests.site.support.browser_modules import run_in_browser

_ROUTES = """
async ({ load }, names) => {
  const { ROOT, practice, ...others } = await load("shared/routes");
  const constants = Object.fromEntries(names.map((name) => [name, others[name]]));
  return [ROOT, { ...constants, practice: practice("riego") }];
}
"""


def test_scripts_and_python_have_the_same_routes(page: Page, server: str, root: Path) -> None:
    script = (root / "hooks/theme/js/shared/routes.js").read_text("utf-8")
    names = re.findall(r"^export const ([A-Z_]+)", script, re.MULTILINE)
    names.remove("ROOT")
    assert len(names) > 5
    address, found = run_in_browser(page, server, _ROUTES, names)
    assert address == server
    wanted = {name: getattr(routes, name) for name in names}
    wanted["practice"] = routes.practice("riego")
    assert found == {name: address + route for name, route in wanted.items()}
