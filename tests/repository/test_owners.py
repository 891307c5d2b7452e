"""Every part of the repository has reviewers in .github/CODEOWNERS."""

from __future__ import annotations

import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import pytest

from catalog.model import Catalog

ROOT = Path(__file__).parents[2]
LINES = [
    line.split()
    for line in (ROOT / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
PATHS = [path for path, *_ in LINES]
MAINTAINED = [
    "/.ci/", "/.github/", "/.npmrc", "/.vscode/", "/bench/", "/catalogo", "/decisions/", "/docs/",
    "/hooks/", "/practices/_taxonomies/", "/schemas/", "/tests/", "/Makefile", "/mkdocs.yml",
    "/package.json", "/package-lock.json", "/pyproject.toml", "/requirements.txt",
    "/requirements-dev.txt", "/tsconfig.json",
]  # fmt: skip


def test_every_region_has_its_own_team(catalog: Catalog) -> None:
    owners = {path: owners for path, *owners in LINES}
    for region in catalog.vocabularies.regions:
        team = f"@catalogo-buenas-practicas/region-{region}"
        assert owners.get(f"/practices/{region}/") == [team]


@pytest.mark.parametrize("path", MAINTAINED)
def test_the_shared_parts_of_the_repository_belong_to_the_maintainers(path: str) -> None:
    # GitHub takes the last line that matches a path, so that no later line may match this path.
    place = PATHS.index(path)
    assert LINES[place][1:] == ["@catalogo-buenas-practicas/mantenimiento"]
    assert not [other for other in PATHS[place + 1 :] if other.startswith(path) or other == "*"]


def test_every_file_of_the_repository_has_an_owner() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, text=True, capture_output=True, check=True
    )
    assert {
        path
        for path in listed.stdout.splitlines()
        if not any(_matches(pattern, path) for pattern in PATHS)
    } == set()


def test_no_path_is_repeated_or_missing(catalog: Catalog) -> None:
    regions = {f"/practices/{region}/" for region in catalog.vocabularies.regions}
    assert len(set(PATHS)) == len(PATHS)
    assert [path for path in PATHS if path not in regions and not _found(path)] == []


def test_every_team_belongs_to_the_organisation_of_the_site() -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    organisation = re.search(r"https://github\.com/([\w-]+)/", settings)
    assert organisation
    assert {owner.split("/")[0] for _, *owners in LINES for owner in owners} == {
        f"@{organisation[1]}"
    }


def _matches(pattern: str, path: str) -> bool:
    if pattern.endswith("/"):
        return f"/{path}".startswith(pattern)
    return "/" not in path and fnmatch(f"/{path}", pattern)


def _found(pattern: str) -> bool:
    return any(path.is_dir() == pattern.endswith("/") for path in ROOT.glob(pattern.strip("/")))
