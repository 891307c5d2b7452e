"""A build of a site that cannot reach the network, and that nothing around it changes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# `mkdocs` with no network. It stops at once, so that no library can swallow the refusal.
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


def build(repository: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """What `mkdocs build --strict` does in a repository, with these environment variables."""
    # What this process was given for a site of its own would change the build.
    kept = {key: value for key, value in os.environ.items() if key not in ("SITE_URL", "SITE_DIR")}
    return subprocess.run(
        [sys.executable, "-c", _OFFLINE, "build", "--strict"],
        cwd=repository,
        env={**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
