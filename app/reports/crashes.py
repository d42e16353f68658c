"""Notices when the program dies: each copy holds a file that only a clean end takes away.

Into it the interpreter writes all stacks when it dies of a fault (a segmentation fault, an abort of
Qt). The file is locked as long as the program lives, so the next start knows whose it is. What is
empty tells that the program was ended from outside: killed, or with the power.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app import __version__

LAST = "crash.txt"
"""The account of the last crash."""

_ALIVE = "running-"
_LARGEST = 2**18
_BEGAN = "Begun as "

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Crash:
    """A copy of the program that did not end as usual.

    ``role`` says what it was, ``head`` when it began with which versions; ``stacks`` is empty where
    it was ended from outside.
    """

    role: str
    head: str
    stacks: str


def listen_early() -> None:
    """Have crashes told on the terminal, until it is known where the account goes."""
    with contextlib.suppress(OSError, ValueError, RuntimeError, AttributeError):  # no terminal
        faulthandler.enable()


@contextlib.contextmanager
def watched(folder: Path, role: str) -> Iterator[None]:
    """Hold an account of this process in ``folder`` until it ends well; ``role`` names it."""
    file = _open(folder, role)
    if file is None:
        yield
        return
    was_enabled = faulthandler.is_enabled()
    faulthandler.enable(file)
    try:
        yield
    finally:
        faulthandler.disable()
        if was_enabled:
            listen_early()
        file.close()
        with contextlib.suppress(OSError):  # the folder went away: so did the account
            Path(file.name).unlink()


def found(folder: Path) -> list[Crash]:
    """Those who died since the last time this was asked; the last account of stacks is kept."""
    crashes = []
    for path in sorted(folder.glob(f"{_ALIVE}*.txt")):
        text = _take(path)
        if text is None:
            continue
        crashes.append(_read(text))
        if crashes[-1].stacks:
            with contextlib.suppress(OSError):  # a full disk: it is told all the same
                (folder / LAST).write_text(text, encoding="utf-8")
    return crashes


def last_account(folder: Path) -> str:
    """What was written of the last crash; empty where there was none."""
    try:
        return (folder / LAST).read_text(encoding="utf-8", errors="replace")[:_LARGEST]
    except OSError:
        return ""


def _open(folder: Path, role: str) -> IO[str] | None:
    """A new locked file with its first line; None where nothing can be written."""
    began = time.strftime("%Y-%m-%d %H:%M:%S")
    head = f"{_BEGAN}{role} {began}: Latent Loom {__version__}, Python {platform.python_version()}"
    path = folder / f"{_ALIVE}{os.getpid()}-{time.time_ns()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = path.open("w", encoding="utf-8")
    except OSError as error:
        log.warning("Crashes cannot be noted: %s", error)
        return None
    try:
        file.write(head + "\n")
        file.flush()
        _lock(file)
    except OSError as error:  # a full disk, or one without locks
        log.warning("Crashes cannot be noted: %s", error)
        with contextlib.suppress(OSError):  # what could not be written is written once more
            file.close()
        path.unlink(missing_ok=True)
        return None
    return file


def _take(path: Path) -> str | None:
    """What a dead process left, which is then taken away; None where it lives."""
    try:
        with path.open("r+", encoding="utf-8", errors="replace") as file:
            _lock(file)
            text = file.read(_LARGEST)
        path.unlink()
    except OSError:
        return None
    return text


def _read(text: str) -> Crash:
    head, _, stacks = text.partition("\n")
    role, _, began = head.removeprefix(_BEGAN).partition(" ")
    return Crash(role, began, stacks.strip())


def _lock(file: IO[str]) -> None:
    """Lock a file as long as it is open; raises OSError where another process holds it."""
    if sys.platform == "win32":
        import msvcrt

        # Far behind the end, so that others can read what is written.
        file.seek(2**30)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0, os.SEEK_END if file.writable() and not file.readable() else os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
