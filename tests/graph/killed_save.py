"""Saves a graph again and again, each time in a child that is killed or fails one call later.

``python -m tests.graph.killed_save FOLDER kill|fail|limit`` prints, for every point, how the child
ended, what is in the file afterwards ("old", "new" or what is wrong with it), whether all copies
are whole, and how many files were left behind that nobody finished. The children are forked from a
process that has one thread and no Qt, so that hundreds of them take seconds.
"""

from __future__ import annotations

import errno
import logging
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

from app.graph.document import ROOT, Note, Snapshot
from app.graph.earlier import EarlierCopies
from app.graph.errors import FileError
from app.graph.file import open_file, save_file
from tests.graph.toys import KINDS, picture

WRITING = frozenset(
    {"open", "write", "flush", "fsync", "close", "rename", "replace", "mkdir", "chmod", "unlink"}
)
"""Calls into the system that change a disk."""

READING = frozenset({"stat", "lstat", "access", "scandir", "read", "readinto", "fileno", "urandom"})
"""Calls that only look; a program can be killed at them as well."""

STEP = 1000
"""Bytes between two limits of the size of a file."""

OLD = picture()
NEW = Snapshot({ROOT: replace(OLD.main, notes={"n": Note("n", "changed " * 4000)})})


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


def save(path: Path, copies: EarlierCopies) -> None:
    """Save as the window does: what is there is kept, and what comes in its place as well."""
    copies.keep_file(path)
    copies.keep(path, save_file(path, NEW, KINDS))


def harm(kind: str, point: int) -> Fault:
    """Let something go wrong from here on, in this process."""
    fault = Fault(kind, point)
    if kind == "limit":
        import resource

        fault.left = 0
        resource.setrlimit(resource.RLIMIT_FSIZE, (point * STEP, resource.RLIM_INFINITY))
    else:
        sys.setprofile(fault)
    return fault


def attempt(path: Path, copies: EarlierCopies, kind: str, point: int) -> str:
    """Save in a child with a fault at a point, and tell how that ended."""
    child = os.fork()
    if child == 0:
        code = 3
        fault = harm(kind, point)
        try:
            save(path, copies)
            sys.setprofile(None)
            code = 0 if fault.left > 0 else 1
        except FileError:
            code = 2
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    return ("untouched", "saved", "refused", "broken")[os.WEXITSTATUS(status)]


def found(path: Path) -> str:
    """What is in the file."""
    try:
        snapshot = open_file(path, KINDS).snapshot
    except FileError as error:
        return str(error)
    return "old" if snapshot == OLD else "new" if snapshot == NEW else "something else"


def main(folder: Path, kind: str) -> None:
    """Go through all points, until a save comes to its end without meeting its fault."""
    logging.disable()  # copies that cannot be kept say so each time
    path = folder / "wall.loom"
    for point in range(1, 1000):
        save_file(path, OLD, KINDS)
        copies = EarlierCopies(folder / f"copies-{point}")
        how = attempt(path, copies, kind, point)
        begun = list(folder.glob(".loom-*"))
        whole = all(found(copy.path) in ("old", "new") for copy in copies.of(path))
        print(f"{how},{found(path)},{'whole' if whole else 'torn'},{len(begun)}")  # noqa: T201
        for each in begun:
            each.unlink()
        if how == "untouched" or (kind, how, found(path)) == ("limit", "saved", "new"):
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
