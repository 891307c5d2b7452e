"""Work that a second process does beside this one: a big catalogue is printed by two processors.

It works on a copy of what this process has in memory, so all that it leaves are the files that it
writes. Only Linux copies a process safely and at once; elsewhere this one does that work too.
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
def beside(work: Callable[[], None]) -> Iterator[None]:
    """Do `work` while the block runs; it is done when the block ends, and given up if that fails.

    Where the second process fails or is killed, this one does the work again: so its error, if it
    has one, is raised here with all that it tells.
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
    """Who is left alone would write into a folder that is nobody's any more."""
    if first := parent_process():
        wait([first.sentinel])
    os._exit(1)
