"""What a process holds at a moment, without what its allocator only keeps for later."""

from __future__ import annotations

import ctypes
import gc
import threading
from contextlib import suppress
from dataclasses import dataclass

import psutil

MEBIBYTE = 2**20


@dataclass(frozen=True)
class Reading:
    """Resident bytes, open files and sockets, and threads."""

    resident: int
    handles: int
    threads: int


def read() -> Reading:
    """What this process holds now, after everything that can be given back was."""
    gc.collect()
    with suppress(OSError, AttributeError):  # only glibc has it
        ctypes.CDLL(None).malloc_trim(0)
    process = psutil.Process()
    opened = process.num_fds() if hasattr(process, "num_fds") else process.num_handles()
    return Reading(process.memory_info().rss, opened, threading.active_count())
