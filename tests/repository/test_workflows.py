"""The workflows run fixed versions of actions, and give no stranger's code a token."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

FILES = sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))
# BaseLoader, because YAML 1.1 reads the key `on` as true.
WORKFLOWS = {file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in FILES}
JOBS = {
    f"{workflow}/{name}": job
    for workflow, content in WORKFLOWS.items()
    for name, job in content["jobs"].items()
}
STEPS = [step for job in JOBS.values() for step in job["steps"]]


@pytest.mark.parametrize("action", sorted({step["uses"] for step in STEPS if "uses" in step}))
def test_an_action_is_fixed_to_a_commit(action: str) -> None:
    assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)


def test_a_checkout_leaves_no_token_behind() -> None:
    checkouts = [step for step in STEPS if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) >= 4
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_no_script_contains_an_expression_of_github() -> None:
    assert [step["run"] for step in STEPS if "${{" in step.get("run", "")] == []


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


def test_only_the_deployment_and_the_link_check_have_a_token_that_writes() -> None:
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


def test_links_are_checked_on_main_alone() -> None:
    assert set(WORKFLOWS["links"]["on"]) == {"schedule", "workflow_dispatch"}
    assert "github.ref == 'refs/heads/main'" in JOBS["links/links"]["if"]
    steps = JOBS["links/links"]["steps"]
    with_token = [step["name"] for step in steps if "github.token" in str(step)]
    assert with_token == ["Poner al día el aviso"]
