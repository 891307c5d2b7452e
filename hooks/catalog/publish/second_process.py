"""A second process, so that two processors share the work of writing a site.

The second process works on a copy of this one's memory, so its only results are the files that it
writes. Only Linux copies a process safely and at once; elsewhere this process does the work alone.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def in_a_second_process(work: Callable[[], None]) -> Iterator[None]:
    """Do `work` while the block runs, and wait for its end after the block. If the block fails,
    the work is given up.

    If the second process fails or is killed, this process does the work again, so that an error of
    the work is raised here.
    """
    if sys.platform != "linux":
        yield
        work()
        return
    process = get_context("fork").Process(target=_quietly, args=(work,))
    process.start()
    try:
        yield
        process.join()
    finally:
        process.kill()
        process.join()
    if process.exitcode:
        work()


def _quietly(work: Callable[[], None]) -> None:
    Thread(target=_end_with_the_first, daemon=True).start()
    try:
        work()
    except BaseException:
        os._exit(1)


def _end_with_the_first() -> None:
    """End this process when the first one ends, since its folder is not published then."""
    if first := parent_process():
        wait([first.sentinel])
    os._exit(1)
