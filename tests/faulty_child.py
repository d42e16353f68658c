"""Children that are killed, or whose disk fails, at a chosen call into the system.

They are forked from a process that has one thread and no Qt, so that hundreds of them take seconds.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

WRITING = frozenset(
    {"open", "write", "flush", "fsync", "close", "rename", "replace", "mkdir", "chmod", "unlink"}
)
"""Calls into the system that change a disk."""

READING = frozenset({"stat", "lstat", "access", "scandir", "read", "readinto", "fileno", "urandom"})
"""Calls that only look; a program can be killed at them as well."""

STEP = 1000
"""Bytes between two limits of the size of a file."""


class Fault:
    """Kills this process, or lets a call fail as on a full disk, at the ``point``-th call."""

    def __init__(self, kind: str, point: int) -> None:
        self._kind, self.left = kind, point

    def __call__(self, frame: FrameType, event: str, call: Any) -> None:
        """Count calls into the system; a kill may come before each of them and after it."""
        name = getattr(call, "__name__", "")
        if self._kind == "kill" and not (event.startswith("c_") and name in WRITING | READING):
            return
        if self._kind == "fail" and not (event == "c_call" and name in WRITING):
            return
        self.left -= 1
        if self.left:
            return
        if self._kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(errno.ENOSPC, "No space left on device")


def harm(kind: str, point: int) -> Fault:
    """Let something go wrong from here on, in this process: ``kill``, ``fail`` or ``limit``."""
    fault = Fault(kind, point)
    if kind == "limit":
        import resource

        fault.left = 0
        resource.setrlimit(resource.RLIMIT_FSIZE, (point * STEP, resource.RLIM_INFINITY))
    else:
        sys.setprofile(fault)
    return fault


def attempt(work: Callable[[], object], refusal: type[Exception], kind: str, point: int) -> str:
    """Do some work in a child with a fault at a point, and tell how that ended.

    ``untouched``: without meeting its fault; ``saved``: in spite of it; ``refused``: by raising a
    ``refusal``; ``broken``: in another way.
    """
    child = os.fork()
    if child == 0:
        code = 3
        fault = harm(kind, point)
        try:
            work()
            sys.setprofile(None)
            code = 0 if fault.left > 0 else 1
        except refusal:
            code = 2
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    return ("untouched", "saved", "refused", "broken")[os.WEXITSTATUS(status)]
