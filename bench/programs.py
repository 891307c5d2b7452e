"""Runs another program, and measures its time and its memory, its child processes included.

If a program fails or outlasts its limit, NotMeasuredError is raised with the reason. The child
processes of a program are killed when the call ends.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SAMPLE_EVERY = 0.03
_PROC = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class NotMeasuredError(Exception):
    """Something could not be measured; the message is the reason in a few words."""


@dataclass(frozen=True)
class Run:
    """The measures and the output of a program that ended with status 0. `peak_bytes` is None where
    there is no `/proc`."""

    seconds: float
    peak_bytes: int | None
    output: str


def environment(**values: str) -> dict[str, str]:
    """The current environment with `values`, and without the variables that change a build."""
    kept = {key: value for key, value in os.environ.items() if key not in ("SITE_URL", "SITE_DIR")}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **values}


def run(
    command: Sequence[str | Path], *, cwd: Path, limit: float, env: Mapping[str, str] | None = None
) -> Run:
    """Run the command to its end. Raises NotMeasuredError if it fails or outlasts its limit."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as printed:
        started = time.perf_counter()
        with _process(command, cwd, env, printed.fileno()) as process:
            memory = _Memory(process.pid)
            try:
                status = process.wait(limit)
            except subprocess.TimeoutExpired:
                raise NotMeasuredError(f"not done after {limit:.0f} s") from None
            finally:
                seconds = time.perf_counter() - started
                peak = memory.stop()
        printed.seek(0)
        output = printed.read()
    if status != 0:
        raise NotMeasuredError(f"`{_name(command)}` ended with {status}: {_last_line(output)}")
    return Run(seconds, peak, output)


@contextlib.contextmanager
def running(
    command: Sequence[str | Path], *, cwd: Path, env: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run the command until the block ends."""
    with _process(command, cwd, env, subprocess.DEVNULL) as process:
        yield process


@contextlib.contextmanager
def _process(
    command: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None, output: int
) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a process group of its own, which is killed when the block ends."""
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=dict(env) if env is not None else environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise NotMeasuredError(f"`{_name(command)}` could not be started: {error}") from error
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _name(command: Sequence[str | Path]) -> str:
    return Path(command[0]).name


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1][:160] if lines else "it printed nothing"


class _Memory:
    """The peak of the resident memory of a process and its descendants, sampled from `/proc`."""

    def __init__(self, root: int) -> None:
        self._root = root
        self._peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int | None:
        """Stop watching. Returns the peak in bytes, or None where there is no `/proc`."""
        self._done.set()
        self._thread.join()
        return self._peak or None

    def _watch(self) -> None:
        while not self._done.wait(_SAMPLE_EVERY):
            self._peak = max(self._peak, _tree_bytes(self._root))


def _tree_bytes(root: int) -> int:
    children: dict[int, list[int]] = defaultdict(list)
    resident: dict[int, int] = {}
    for entry in _PROC.glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            # The program's name, in parentheses, may itself have spaces and parentheses.
            fields = entry.read_text(errors="replace").rpartition(")")[2].split()
            pid = int(entry.parent.name)
            children[int(fields[1])].append(pid)
            resident[pid] = int(fields[21]) * _PAGE
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        total += resident.get(pid, 0)
        waiting += children[pid]
    return total
