"""Packages import only from those before them, and one file alone knows MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path

HOOKS = Path(__file__).parents[2] / "hooks"
CORE = HOOKS / "catalog"
# A package may import from itself and from the packages before it, and from no other.
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


def test_every_module_is_in_a_package() -> None:
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
