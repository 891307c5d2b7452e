"""The Chromium of the tests and the bench: the system's, Playwright's, or one installed now.

Run as a script, this module installs Chromium where there is none, and prints its path.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_A_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# For a machine without a screen, and for loading a page and nothing else.
LAUNCH_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    # No name is looked up, so that a request to another host fails.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find_chromium() -> str | None:
    """The first Chromium that works, of `$CHROMIUM`, the system's and Playwright's, or None."""
    return next((path for path in _candidates() if _answers(path)), None)


def install() -> None:
    """Install Chromium: Debian's for root on Debian, Playwright's elsewhere."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *arguments], env=environment, check=False)
        if find_chromium():
            return
    # Ubuntu's `chromium` is a stub that asks for a snap, so Playwright's is installed there too.
    dependencies = ["--with-deps"] if is_root and sys.platform == "linux" else []
    command = [sys.executable, "-m", "playwright", "install", *dependencies, "chromium"]
    subprocess.run(command, check=False)


def _candidates() -> Iterator[str]:
    yield os.environ.get("CHROMIUM", "")
    for name in ON_PATH:
        yield shutil.which(name) or ""
    yield from ON_A_MAC
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    yield own


def _answers(path: str) -> bool:
    """True if a program prints Chromium's version; the stub of Ubuntu's snap does not."""
    if not path:
        return False
    try:
        version = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return version.returncode == 0 and bool(re.search(r"Chrom\w+.* \d+\.\d+", version.stdout))


def main() -> int:
    """Print the path of a Chromium, installed if need be; return the script's exit status."""
    path = find_chromium()
    if path is None:
        print("No Chromium found: installing one.", file=sys.stderr)
        install()
        path = find_chromium()
    if path is None:
        print(
            "There is no Chromium, and none could be installed. Install Chromium or Google "
            "Chrome, or set CHROMIUM to the path of one.",
            file=sys.stderr,
        )
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
