"""Work in a second process: it is done when the block ends, and never outlives the first."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.publish.second_process import in_a_second_process

HOOKS = Path(__file__).parents[3] / "hooks"
# A first process to be killed, whose second process writes to a file again and again.
ENDLESS = """
import sys, time
from collections.abc import Callable
from pathlib import Path
from catalog.publish.second_process import in_a_second_process

def work():
    while True:
        Path(sys.argv[1]).write_text(str(time.time()))
        time.sleep(0.01)

with in_a_second_process(work):
    time.sleep(60)
"""


def test_the_work_is_done_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "file"
    with in_a_second_process(lambda: _write_process_id(file)):
        (tmp_path / "other").write_text("")
    assert file.read_text().isdigit()
    assert (int(file.read_text()) == os.getpid()) == (sys.platform != "linux")


def _write_process_id(file: Path) -> None:
    file.write_text(str(os.getpid()))


def test_an_error_of_the_work_is_raised_with_its_details(tmp_path: Path) -> None:
    def fail() -> None:
        raise FileNotFoundError(2, "No such file", str(tmp_path))

    with pytest.raises(FileNotFoundError) as caught, in_a_second_process(fail):
        pass
    assert caught.value.filename == str(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="there is no second process")
def test_the_first_process_does_the_work_if_the_second_is_killed(tmp_path: Path) -> None:
    first, file = os.getpid(), tmp_path / "file"

    def work() -> None:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        _write_process_id(file)

    with in_a_second_process(work):
        assert not file.exists()
    assert file.read_text() == str(first)


def test_the_work_is_stopped_when_the_block_fails(tmp_path: Path) -> None:
    file, began = tmp_path / "file", time.monotonic()

    def slow() -> None:
        time.sleep(30)
        file.touch()

    with pytest.raises(ValueError, match="broken"), in_a_second_process(slow):
        raise ValueError("broken")
    assert time.monotonic() - began < 20
    assert not file.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="there is no second process")
def test_the_second_process_stops_when_the_first_process_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "file"
    command = [sys.executable, "-c", ENDLESS, str(file)]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(HOOKS)}) as first:
        _until(file.exists)
        first.kill()
        first.wait()
    _until(lambda: time.time() - file.stat().st_mtime > 1)


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
