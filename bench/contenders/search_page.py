"""A plain page with a search box, for searches that are libraries without a page of their own.

The page searches at every keystroke, without a pause, and shows the first ten results.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.browser import Probe

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = """<!doctype html>
<html lang="es">
<head><meta charset="utf-8"><title>Buscar</title>{head}</head>
<body>
<input id="q" type="search"><p id="status"></p><ol id="results"></ol>
<script type="module">
{script}
const box = document.getElementById("q");
let turn = 0;
async function answer() {{
  const mine = ++turn;
  const query = box.value.trim();
  const found = query ? await search(query) : {{count: 0, items: []}};
  if (mine !== turn) return;
  const shown = found.items.map(
    ({{url, title, text}}) => `<li><a href="${{url}}">${{title}}</a> <p>${{text}}</p></li>`);
  document.getElementById("results").innerHTML = shown.join("");
  document.getElementById("status").textContent = `${{found.count}}: ${{query}}`;
  document.body.dataset.answered = query;
}}
box.addEventListener("input", answer);
box.value = new URLSearchParams(location.search).get("q") ?? "";
answer();
</script>
</body>
</html>
"""


def write_search_page(site: Path, name: str, script: str, head: str = "") -> Probe:
    """Write the page in the folder `name` of the site. Returns the probe that measures it.

    `script` defines `search`, which takes a query and promises `{count, items}`, each item with
    `url`, `title` and `text`.
    """
    page = site / name / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(_PAGE.format(script=script, head=head), encoding="utf-8")
    return probe(name)


def probe(name: str) -> Probe:
    """The probe of the page in the folder `name` of the site."""
    return Probe(
        page=f"{name}/",
        box="#q",
        results="#status, #results",
        answered="document.body.dataset.answered === document.getElementById('q').value.trim()",
        address="?q=",
    )
