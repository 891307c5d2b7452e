"""A number that Python and the browser both hold is the same in both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.pages.all_pages import RESULTS
from catalog.source.layout import MAX_SLUG

SCRIPTS = Path(__file__).parents[2] / "hooks" / "theme" / "js"


@pytest.mark.parametrize(
    ("script", "pattern", "number"),
    [
        ("explorer/results.js", r"const PAGE = (\d+);", RESULTS),
        ("choosing/saved.js", r"\[a-z0-9-\]\{1,(\d+)\}", MAX_SLUG),
    ],
)
def test_the_browser_has_the_number_of_python(script: str, pattern: str, number: int) -> None:
    found = re.findall(pattern, (SCRIPTS / script).read_text("utf-8"))
    assert found == [str(number)]
