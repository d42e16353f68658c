"""What becomes of a session that cannot be opened whole, and of the lock of a program that died."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from app.graph.file import write_atomically
from app.ui.files.session_file import FILE_NAME, KeptTab, free_path

_FRESH = 10.0
"""Seconds for which an empty lock may belong to a program that is just starting."""


def put_graph_aside(folder: Path, kept: KeptTab) -> Path | None:
    """Keep a graph that cannot be opened for one who can mend it; None where that failed."""
    name = re.sub(r"[^\w-]+", " ", kept.name or Path(kept.path).stem).strip()[:50]
    path = free_path(folder, f"unsaved-{name or 'graph'}", ".loom")
    try:
        write_atomically(path, kept.text.encode("utf-8", "surrogatepass"))
    except OSError:
        return None
    return path


def copy_aside(folder: Path) -> Path | None:
    """Keep a copy of the session as it is now; None where that failed."""
    path = free_path(folder, f"session-before-{time.strftime('%Y-%m-%d-%H-%M-%S')}", ".json")
    try:
        write_atomically(path, (folder / FILE_NAME).read_bytes())
    except OSError:
        return None
    return path


def locked(lock: QLockFile) -> bool:
    """Whether this program has the session now; no longer that of one that was killed."""
    if lock.tryLock(0):
        return True
    process, _, _ = lock.getLockInfo()
    # The power went before anything was in the file: whoever made it is gone.
    empty = lock.error() is QLockFile.LockError.LockFailedError and not process
    with suppress(OSError):
        if empty and _age(Path(lock.fileName())) > _FRESH:
            Path(lock.fileName()).unlink()
            return lock.tryLock(0)
    return False


def _age(path: Path) -> float:
    return abs(time.time() - path.stat().st_mtime)
