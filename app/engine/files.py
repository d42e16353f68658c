"""What files and folders hold, as a hash that is worked out once while they do not change."""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import os
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

FOLDER_SUFFIXES = frozenset({".json", ".safetensors", ".txt", ".model"})
"""What counts in a folder: the files that a model is made of."""

MODEL_INDEXES = ("model_index.json", "config.json")
"""A folder that has neither is no model, and may be anything: a home folder, a whole disk."""

_CHUNK = 4 * 2**20
_MOST_FILES = 20_000
_LOOK_SECONDS = 0.05
_SETTLED_NS = 2 * 10**9  # file times are as coarse as 2 s on some file systems
_FORMAT = 1


class FileContents:
    """Hashes of files, remembered by device, inode, size and time of change.

    With a ``memory`` file they are also remembered from one start of the program to the next; a
    damaged memory only means that files are read again. May be used from several threads, of which
    only one reads a file while the others wait for it.
    """

    def __init__(self, memory: Path | None = None) -> None:
        self._memory = memory
        self._known = _load(memory) if memory else {}
        self._changed = threading.Condition()
        self._reading: set[str] = set()
        self._waiting = 0

    @property
    def is_awaited(self) -> bool:
        """Whether a thread waits for a file that another one reads: no time to rest then."""
        return self._waiting > 0

    def content(self, path: Path, check: Callable[[], None]) -> str:
        """SHA-256 of a file, or of the names and hashes of what counts in a folder.

        ``check`` is called for every few megabytes read. Raises OSError, also for a folder that is
        no model.
        """
        before = len(self._known)
        try:
            if not path.is_dir():
                return self._file(path, check)
            if not any((path / name).is_file() for name in MODEL_INDEXES):
                raise OSError(errno.EINVAL, "it holds no model", str(path))
            whole = hashlib.sha256()
            for file in sorted(_parts(path, check)):
                name = file.relative_to(path).as_posix()
                whole.update(f"{name}\0{self._file(file, check)}\n".encode())
            return whole.hexdigest()
        finally:
            if self._memory and len(self._known) != before:
                with self._changed:
                    known = dict(self._known)
                _save(self._memory, known)

    def _file(self, path: Path, check: Callable[[], None]) -> str:
        found = _status(path)
        name = f"{found.st_dev}:{found.st_ino}:{found.st_size}:{found.st_mtime_ns}"
        known = self._known.get(name)
        if known is not None:
            return known
        with self._turn(name, check):
            return self._known.get(name) or self._read(path, found, name, check)

    def _read(self, path: Path, found: os.stat_result, name: str, check: Callable[[], None]) -> str:
        read = _hash(path, check)
        # A file that is being written, or was until a moment ago, may change without showing it.
        settled = time.time_ns() - found.st_mtime_ns > _SETTLED_NS
        if settled and path.stat().st_mtime_ns == found.st_mtime_ns:
            with self._changed:
                if len(self._known) >= _MOST_FILES:
                    del self._known[next(iter(self._known))]
                self._known[name] = read
        return read

    @contextmanager
    def _turn(self, name: str, check: Callable[[], None]) -> Iterator[None]:
        """Wait while another thread reads the same file."""
        with self._changed:
            self._waiting += 1
            try:
                while name in self._reading:
                    self._changed.wait(_LOOK_SECONDS)
                    check()
            finally:
                self._waiting -= 1
            self._reading.add(name)
        try:
            yield
        finally:
            with self._changed:
                self._reading.discard(name)
                self._changed.notify_all()


def _parts(folder: Path, check: Callable[[], None]) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        check()
        yield from (Path(root, n) for n in names if Path(n).suffix.lower() in FOLDER_SUFFIXES)


def _status(path: Path) -> os.stat_result:
    """What the system says of a file; raises OSError for what is none or can have no such name.

    A device or a pipe may never come to an end.
    """
    try:
        found = path.stat()
    except ValueError as error:  # a null character, or half of a surrogate pair
        raise OSError(errno.EINVAL, str(error), str(path)) from error
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is not a file", str(path))
    return found


def _hash(path: Path, check: Callable[[], None]) -> str:
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            check()
            whole.update(chunk)
    return whole.hexdigest()


def _load(memory: Path) -> dict[str, str]:
    try:
        stored: Any = json.loads(memory.read_text("utf-8"))
        if stored["format"] != _FORMAT:
            return {}
        return {
            name: content
            for name, content in stored["files"].items()
            if isinstance(content, str) and len(content) == 64
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        log.warning("The memory of file contents is not usable and starts anew: %s", error)
        return {}


def _save(memory: Path, known: dict[str, str]) -> None:
    """Write the memory beside itself, then put it in place in one step."""
    text = json.dumps({"format": _FORMAT, "files": known}, indent=0)
    written: Path | None = None
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=memory.parent, prefix=memory.name, delete=False
        ) as file:
            written = Path(file.name)
            file.write(text)
        written.replace(memory)
    except OSError as error:
        log.warning("The memory of file contents could not be written: %s", error)
        if written is not None:
            written.unlink(missing_ok=True)
