"""The direction of the house: data and imports flow one way, and one file knows MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
# A module may import from the layers before its own, and from no other.
LAYERS = [
    [
        "active",
        "addresses",
        "asking",
        "bars",
        "beside",
        "clock",
        "folding",
        "harvesting",
        "home",
        "qr",
        "slips",
    ],
    ["mails", "numerals", "problems"],
    ["characters", "document"],
    ["files", "pending", "personal_data", "strict_yaml"],
    ["parse"],
    ["validation"],
    ["regions_map"],
    ["taxonomies"],
    ["gfm", "values"],
    ["schema"],
    ["body"],
    ["model"],
    ["agreement", "consent", "photos", "stages", "tree", "wording"],
    ["rules"],
    ["event_rules"],
    ["answers"],
    ["counts"],
    ["doubts"],
    ["load"],
    [
        "analysis",
        "brief",
        "charts",
        "citation",
        "facets",
        "findable",
        "frame",
        "lineage",
        "linked_data",
        "paging",
        "publish",
        "scripts",
        "sitemap",
        "small_map",
    ],
    ["advice", "concepts", "lexicon", "network"],
    ["acronyms", "inverted", "overview", "synthesis"],
    ["account", "example", "pieces", "render"],
    ["event_pages"],
    ["columns", "suggestions"],
    OUTPUTS := ["search", "pages", "blocks"],
    ["press"],
    ["json_schema", "links", "new_sheet", "report"],
    ["cli"],
]


def imports_of(path: Path) -> set[str]:
    """The modules that a file imports, under TYPE_CHECKING too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def core_imports_of(module: str) -> set[str]:
    names = imports_of(HOOKS / "catalog" / f"{module}.py")
    return {name.split(".")[1] for name in names if name.startswith("catalog.")}


def test_every_module_of_the_core_has_its_layer() -> None:
    modules = {path.stem for path in (HOOKS / "catalog").glob("*.py")} - {"__init__"}
    assert modules == {module for layer in LAYERS for module in layer}


@pytest.mark.parametrize("depth", range(len(LAYERS)), ids=lambda depth: "+".join(LAYERS[depth]))
def test_a_module_imports_only_from_the_layers_before_it(depth: int) -> None:
    before = {module for layer in LAYERS[:depth] for module in layer}
    for module in LAYERS[depth]:
        imported = core_imports_of(module) & {name for layer in LAYERS for name in layer}
        assert imported <= before, f"{module} imports {sorted(imported - before)}"


@pytest.mark.parametrize("module", OUTPUTS)
def test_no_output_imports_another(module: str) -> None:
    assert core_imports_of(module) & set(OUTPUTS) == set()


def test_only_the_adapter_knows_mkdocs() -> None:
    knowing = {
        path.relative_to(HOOKS).as_posix()
        for path in HOOKS.rglob("*.py")
        if any(name.split(".")[0] in ("mkdocs", "material") for name in imports_of(path))
    }
    assert knowing == {"mkdocs_adapter.py"}


def test_the_adapter_is_thin() -> None:
    assert len((HOOKS / "mkdocs_adapter.py").read_text().splitlines()) < 160
