"""Hugo with minimal layouts, if it is installed: a lower bound for the time of a build."""

from __future__ import annotations

import json
import shutil

from bench.builds import folder_bytes
from bench.measures import Measure, Value, build_values
from bench.programs import NotMeasuredError, run
from bench.workload import Contender, Step

_CONFIG = 'baseURL = "http://127.0.0.1/"\nlanguageCode = "es"\ntitle = "Catálogo"\n'
_FRAME = (
    '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    "<body><h1>{{ .Title }}</h1>%s</body></html>\n"
)
_LAYOUTS = {
    "single.html": _FRAME % "<p>{{ .Params.summary }}</p><p>{{ .Params.topics }}</p>{{ .Content }}",
    "list.html": _FRAME % "",
}


class Hugo(Contender):
    """A build of bare pages, without a search."""

    name = "Hugo, the least of layouts"
    notes = ("Hugo's pages are bare: no lists, no search.",)

    def steps(self) -> list[Step]:
        """See Contender."""
        build = (Measure.BUILD, Measure.BUILD_EACH, Measure.MEMORY, Measure.SITE_EACH)
        return [Step(build, self._build)]

    def _build(self) -> dict[Measure, Value]:
        program = shutil.which("hugo")
        if program is None:
            raise NotMeasuredError("Hugo is not installed")
        workload = self._workload
        folder = workload.workspace / "hugo"
        layouts, pages = folder / "layouts" / "_default", folder / "content" / "practicas"
        shutil.rmtree(folder, ignore_errors=True)
        layouts.mkdir(parents=True)
        pages.mkdir(parents=True)
        for name in ("hugo.toml", "config.toml"):  # the newer name, and the older
            (folder / name).write_text(_CONFIG, encoding="utf-8")
        for name, layout in _LAYOUTS.items():
            (layouts / name).write_text(layout, encoding="utf-8")
        for sheet in workload.texts():
            data = {"title": sheet.title, "summary": sheet.summary, "topics": sheet.topics}
            content = f"{json.dumps(data, ensure_ascii=False)}\n\n{sheet.body}\n"
            (pages / f"{sheet.slug}.md").write_text(content, encoding="utf-8")
        made = run([program, "--quiet"], cwd=folder, limit=workload.limit)
        return build_values(made, len(workload.sheets), folder_bytes(folder / "public"))
