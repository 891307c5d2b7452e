"""Builds of a site without network, and without environment variables that change the site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

# `mkdocs` without network. A request ends the process at once, so that no library can hide it.
_OFFLINE = """
import os, socket, sys

def refuse(*arguments, **_):
    print("the build asked for the network:", arguments, file=sys.stderr, flush=True)
    os._exit(97)

for name in ("connect", "connect_ex", "sendto", "sendmsg"):
    setattr(socket.socket, name, refuse)
for name in ("getaddrinfo", "gethostbyname", "create_connection"):
    setattr(socket, name, refuse)

from mkdocs.__main__ import cli

cli()
"""


_COMMAND = [sys.executable, "-c", _OFFLINE, "build", "--strict"]


def build(
    repository: Path, *, before: Callable[[], None] | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` in a repository, with `variables` in its environment, to its end.

    `before` is called in the process of the build, before it starts.
    """
    return subprocess.run(
        _COMMAND,
        cwd=repository,
        env=_environment(**variables),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=300,
        check=False,
        preexec_fn=before,
    )


def build_well(repository: Path, **variables: str) -> None:
    """Build as `build` does; fail with the output of the build if it does not succeed."""
    built = build(repository, **variables)
    assert built.returncode == 0, built.stdout + built.stderr


def start_build(repository: Path) -> subprocess.Popen[bytes]:
    """Start a build as `build` does, in a process group of its own, and return its process."""
    return subprocess.Popen(
        _COMMAND,
        cwd=repository,
        env=_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _environment(**variables: str) -> dict[str, str]:
    # These variables, which this process may have for its own site, would change the build.
    kept = {key: value for key, value in os.environ.items() if key not in ("SITE_URL", "SITE_DIR")}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", **variables}
