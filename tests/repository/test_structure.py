"""Imports go one way, and one file knows MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path

HOOKS = Path(__file__).parents[2] / "hooks"
CORE = HOOKS / "catalog"
# A package (or a module that stands alone) imports only from itself and from those before it.
PACKAGES = (
    "clock", "text", "source", "schema", "model", "check", "load", "derive", "search", "pages",
    "publish", "commands",
)  # fmt: skip
MODULES = {
    path.relative_to(CORE).with_suffix("").as_posix().replace("/", "."): path
    for path in CORE.rglob("*.py")
    if path.name != "__init__.py"
}


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
    return {name.removeprefix("catalog.") for name in imports_of(MODULES[module])} & set(MODULES)


def package_of(module: str) -> str:
    found = [name for name in PACKAGES if module == name or module.startswith(f"{name}.")]
    return max(found, key=len, default="")


def test_every_module_stands_in_a_package() -> None:
    assert {package_of(module) for module in MODULES} == set(PACKAGES)


def test_a_package_imports_only_from_those_before_it() -> None:
    against = {
        (module, imported)
        for module in MODULES
        for imported in core_imports_of(module)
        if PACKAGES.index(package_of(imported)) > PACKAGES.index(package_of(module))
    }
    assert against == set()


def test_every_package_states_its_contract_and_exports_nothing() -> None:
    for file in CORE.rglob("__init__.py"):
        parsed = ast.parse(file.read_text())
        assert ast.get_docstring(parsed), file
        assert len(parsed.body) == 1, f"{file} holds more than its contract"


def test_only_the_adapter_knows_mkdocs() -> None:
    knowing = {
        path.relative_to(HOOKS).as_posix()
        for path in HOOKS.rglob("*.py")
        if any(name.split(".")[0] in ("mkdocs", "material") for name in imports_of(path))
    }
    assert knowing == {"mkdocs_adapter.py"}


# Modules without a test file of their own name, by the file that tests them.
TESTED_BY = {
    "tests/golden/test_golden.py": """
        check.challenge_rules check.context check.event_rules check.former_slugs check.link_rules
        check.photo_rules check.practice_rules check.presentation_rules check.privacy
        check.unfinished check.warnings.all_warnings
        check.warnings.counts check.warnings.dates check.warnings.figure_agreement
        check.warnings.figure_types check.warnings.figures check.warnings.notes
        schema.challenge_fields schema.event_fields schema.field_types schema.fields schema.terms
        schema.validation schema.vocabularies source.document source.plain_files source.strict_yaml
        source.yaml_messages source.yaml_scalars text.slugs text.typos""",
    "tests/site/pages/test_listings.py": "pages.listings pages.pagination",
    "tests/site/pages/test_routes.py": "pages.routes",
    "tests/site/pages/test_style_example.py": "pages.style_example",
    "tests/site/search/test_twins.py": "text.folding",
    "tests/unit/commands/test_cli.py": "check.warnings.overdue",
    "tests/unit/derive/test_event_synthesis.py": "derive.advice",
    "tests/unit/derive/test_panorama.py": "derive.derived",
    "tests/unit/pages/test_all_pages.py": """
        pages.blocks pages.citation pages.page pages.practice pages.templates""",
    "tests/unit/publish/test_builder.py": "publish.changes publish.sitemap",
    "tests/unit/schema/test_region_map.py": "text.svg_path",
    "tests/unit/search/test_files.py": "search.documents",
    "tests/unit/source/test_sections.py": "source.markdown text.html",
    "tests/unit/text/test_spanish.py": "text.dates",
}


def test_every_module_has_its_test_under_its_name_or_in_the_list() -> None:
    root = HOOKS.parent
    elsewhere = {module for modules in TESTED_BY.values() for module in modules.split()}
    own = {
        module
        for module in MODULES
        for folder, _, name in [module.rpartition(".")]
        if (root / "tests/unit" / folder.replace(".", "/") / f"test_{name}.py").exists()
    }
    assert set(MODULES) - own == elsewhere
    assert [file for file in TESTED_BY if not (root / file).exists()] == []
