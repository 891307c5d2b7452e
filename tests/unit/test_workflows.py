"""What GitHub runs: nothing that may change under us, and nothing of a stranger near a token."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

FILES = sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))
# BaseLoader, because to YAML 1.1 the key `on` is true.
WORKFLOWS = {file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in FILES}
JOBS = {f"{name}/{job}": its for name, flow in WORKFLOWS.items() for job, its in
        flow["jobs"].items()}  # fmt: skip
STEPS = [step for job in JOBS.values() for step in job["steps"]]


@pytest.mark.parametrize("action", sorted({its["uses"] for its in STEPS if "uses" in its}))
def test_an_action_is_one_commit(action: str) -> None:
    assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)


def test_a_checkout_leaves_no_token_behind() -> None:
    checkouts = [its for its in STEPS if its.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) >= 4
    assert all(its["with"]["persist-credentials"] == "false" for its in checkouts)


def test_no_value_is_written_into_a_script() -> None:
    assert [its["run"] for its in STEPS if "${{" in its.get("run", "")] == []


def test_a_pull_request_is_checked_without_secrets_and_without_a_token_that_writes() -> None:
    assert [name for name, flow in WORKFLOWS.items() if "pull_request" in flow["on"]] == [
        "pull-request"
    ]
    text = "".join(file.read_text("utf-8") for file in FILES)
    assert not re.search(r"pull_request_target:|workflow_run:|issue_comment:|secrets\.", text)
    flow = WORKFLOWS["pull-request"]
    assert flow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in flow["jobs"].values())
    assert "github.token" not in str(flow)


def test_a_token_that_writes_is_where_it_must_be_and_nowhere_else() -> None:
    writing = {
        (name, right)
        for name, job in JOBS.items()
        for right, kind in job.get("permissions", {}).items()
        if kind == "write"
    }
    assert writing == {
        ("deploy/deploy", "pages"), ("deploy/deploy", "id-token"), ("links/links", "issues"),
    }  # fmt: skip
    assert WORKFLOWS["deploy"]["permissions"] == WORKFLOWS["links"]["permissions"] == {}


def test_links_are_asked_on_main_alone() -> None:
    assert set(WORKFLOWS["links"]["on"]) == {"schedule", "workflow_dispatch"}
    assert "github.ref == 'refs/heads/main'" in JOBS["links/links"]["if"]
    with_token = [its["name"] for its in JOBS["links/links"]["steps"] if "github.token" in str(its)]
    assert with_token == ["Poner al día el aviso"]
