"""One lunr index of all sheets, made with lunr.py when the site is built and fetched whole.

As a program, this module makes the index, in a process whose time and memory are measured:
`python -m bench.contenders.whole_lunr IN.json OUT.json`.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import mkdocs
from lunr.builder import Builder
from snowballstemmer import stemmer

from bench.builds import folder_bytes
from bench.contenders.search_page import probe, write_search_page
from bench.generated_catalogue import ROOT
from bench.measures import Measure, Value, build_values
from bench.programs import NotMeasuredError, environment, run
from bench.search_steps import search_steps
from bench.workload import Contender, Step

if TYPE_CHECKING:
    from bench.workload import Workload

FIELDS = ("title", "summary", "body", "topics")
LIMIT = 300
_WORD = re.compile(r"\w+")
_CONTRIB = Path(mkdocs.__file__).parent / "contrib" / "search"
_SCRIPTS = (
    "templates/search/lunr.js",
    "lunr-language/lunr.stemmer.support.js",
    "lunr-language/lunr.es.js",
)
_PAGE = "buscar-con-lunr"
_HEAD = "".join(f'<script src="../{Path(name).name}"></script>' for name in _SCRIPTS)
_SCRIPT = """
const loading = fetch("../lunr.json").then((answer) => answer.json()).then(lunr.Index.load);
async function search(query) {
  const index = await loading;
  const found = index.query((asked) => {
    for (const word of query.toLowerCase().match(/[\\p{L}\\p{N}_]+/gu) ?? []) {
      const term = lunr.es.stemmer(new lunr.Token(word)).toString();
      asked.term(term, {usePipeline: false, presence: lunr.Query.presence.REQUIRED});
    }
  });
  const items = found.slice(0, 10).map(({ref}) => ({url: ref, title: ref, text: ""}));
  return {count: found.length, items};
}
"""


class WholeLunr(Contender):
    """The simplest search with lunr: one file, one query."""

    name = "lunr, one prebuilt index"
    notes = (
        "lunr's build is its index alone, from title, summary, text and topics; its results show "
        "no more than addresses.",
    )

    def __init__(self, workload: Workload) -> None:
        super().__init__(workload)
        self._folder = workload.workspace / "lunr"
        self._built = False

    def steps(self) -> list[Step]:
        """See Contender."""
        build = (
            Measure.BUILD, Measure.BUILD_EACH, Measure.MEMORY, Measure.SITE_EACH, Measure.INDEX,
        )  # fmt: skip
        return [Step(build, self._build), *search_steps(self._workload, self._site, probe(_PAGE))]

    def _build(self) -> dict[Measure, Value]:
        workload = self._workload
        self._folder.mkdir(exist_ok=True)
        source = workload.workspace / "lunr-texts.json"
        texts = [asdict(text) for text in workload.texts()]
        source.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        made = run(
            [
                sys.executable,
                "-m",
                "bench.contenders.whole_lunr",
                source,
                self._folder / "lunr.json",
            ],
            cwd=ROOT,
            limit=min(LIMIT, workload.limit),
            env=environment(),
        )
        for name in _SCRIPTS:
            shutil.copy(_CONTRIB / name, self._folder)
        write_search_page(self._folder, _PAGE, _SCRIPT, _HEAD)
        self._built = True
        written = folder_bytes(self._folder)
        return {**build_values(made, len(texts), written), Measure.INDEX: (made.seconds,)}

    def _site(self) -> Path:
        if not self._built:
            raise NotMeasuredError("lunr's index was not made")
        return self._folder


def make_index(source: Path, target: Path) -> None:
    """Write the index of the texts in the JSON file `source`. Its terms are Spanish stems."""
    stem = stemmer("spanish").stemWord
    stems: dict[str, str] = {}
    builder = Builder()
    builder.ref("slug")
    for field in FIELDS:
        builder.field(field)
    for text in json.loads(source.read_text(encoding="utf-8")):
        document: dict[str, object] = {"slug": text["slug"]}
        for field in FIELDS:
            words = _WORD.findall(text[field].lower())
            document[field] = [stems.setdefault(word, "") or _learn(stems, word, stem(word))
                               for word in words]  # fmt: skip
        builder.add(document)
    index = json.dumps(builder.build().serialize(), ensure_ascii=False, separators=(",", ":"))
    target.write_text(index, encoding="utf-8")


def _learn(stems: dict[str, str], word: str, stem: str) -> str:
    stems[word] = stem
    return stem


if __name__ == "__main__":
    make_index(Path(sys.argv[1]), Path(sys.argv[2]))
