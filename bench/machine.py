"""The date, the machine and the programs of a measurement."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tests.site.support.chromium import find_chromium


def description() -> list[str]:
    """One fact per item: date, processor, memory, versions."""
    return [
        f"Date: {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"Processor: {_processor()}, {os.cpu_count()} cores",
        f"Memory: {_memory()}",
        f"Python: {platform.python_version()}",
        f"Chromium: {_chromium()}",
    ]


def _processor() -> str:
    return _field("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()


def _memory() -> str:
    kilobytes = _field("/proc/meminfo", "MemTotal").removesuffix(" kB")
    return f"{int(kilobytes) / 1e6:.1f} GB" if kilobytes else "not known"


def _chromium() -> str:
    path = find_chromium()
    if path is None:
        return "none"
    version = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return version.stdout.strip() or "not known"


def _field(path: str, name: str) -> str:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    values = (line.partition(":")[2].strip() for line in lines if line.startswith(name))
    return next(values, "")
