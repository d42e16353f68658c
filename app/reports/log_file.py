"""The one log of the program: a file that never grows large, and that copies can share.

Every record is one write at the end of the file, which is opened for it, so that nobody holds the
file while another copy of the program puts it aside. A full file gets a name of its own; only the
last few of those are kept.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app.reports.wording import account, recorded

NAME = "latent-loom.log"
VERBOSE_NAME = "everything.log"
"""Where everything is told besides, if the user wants that: not a file to pass on."""

LARGEST = 2**20
"""Bytes after which the file is put aside."""

KEPT = 3
"""Files that were put aside and are kept."""

VERBOSE = "LATENT_LOOM_LOG"
"""Environment variable: with ``debug`` a second log tells everything, prompts and paths too."""

_FLOOD = 20
"""Records of one place in the code after which only every doubling is written."""


class LogFile(logging.Handler):
    """Writes records into the log in ``folder``; where that cannot be, nothing is written.

    ``verbose`` writes them as they are, else as ``wording`` allows. ``lost`` counts those that the
    disk did not take.
    """

    def __init__(self, folder: Path, *, verbose: bool = False, largest: int = LARGEST) -> None:
        super().__init__(logging.DEBUG if verbose else logging.INFO)
        self.path = folder / (VERBOSE_NAME if verbose else NAME)
        self._verbose, self._largest = verbose, largest
        self.lost = 0
        self._seen: Counter[tuple[str, int]] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; a loop that fails again and again does not fill the log."""
        place = record.pathname, record.lineno
        self._seen[place] += 1
        count = self._seen[place]
        if count > _FLOOD and count & (count - 1):
            return
        try:
            self._write(self._line(record, count))
        except BaseException:  # a full disk, or a stranger's error that refuses to be told
            self.lost += 1

    def _line(self, record: logging.LogRecord, count: int) -> str:
        said = record.getMessage() if self._verbose else recorded(record)
        if count > _FLOOD:
            said += f" ({count} times)"
        if record.exc_info and record.exc_info[1] is not None:
            whole = logging.Formatter().formatException(record.exc_info) if self._verbose else ""
            said += "\n" + (whole or account(record.exc_info[1]))
        when = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(record.created))
        head = f"{when} {os.getpid()} {record.levelname} {record.name}: "
        return head + said.replace("\n", "\n    ") + "\n"

    def _write(self, line: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        handle = os.open(self.path, flags, 0o600)
        try:
            written = os.fstat(handle)
            if written.st_size >= 4 * self._largest:
                return  # it could not be put aside for long: better no log than a full disk
            os.write(handle, line.encode("utf-8", "replace"))
        finally:
            os.close(handle)
        if written.st_size + len(line) > self._largest:
            self._put_aside(written)

    def _put_aside(self, full: os.stat_result) -> None:
        """Give the full file a name of its own, unless another copy of the program just did."""
        with contextlib.suppress(OSError):  # somebody reads it: after the next record, then
            now = self.path.stat()
            if (now.st_dev, now.st_ino) == (full.st_dev, full.st_ino):
                stamp = time.strftime("%Y%m%d-%H%M%S")
                name = f"{self.path.stem}.{stamp}-{os.getpid()}-{time.monotonic_ns() % 10**6}.log"
                self.path.rename(self.path.with_name(name))
        for old in put_aside(self.path.parent, self.path.stem)[:-KEPT]:
            with contextlib.suppress(OSError):  # another copy of the program was quicker
                old.unlink()


def put_aside(folder: Path, stem: str = Path(NAME).stem) -> list[Path]:
    """The full files of a log, the oldest first."""
    found = folder.glob(f"{stem}.*.log")
    return sorted(found, key=lambda path: (path.stem.split(".")[-1].split("-")[:2], path.name))


def last_lines(folder: Path, most: int) -> list[str]:
    """The end of the log, across files that were put aside."""
    lines: list[str] = []
    for path in [folder / NAME, *reversed(put_aside(folder))]:
        with contextlib.suppress(OSError):  # there is none yet, or it went aside just now
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines() + lines
        if len(lines) >= most:
            break
    return lines[-most:]


@contextlib.contextmanager
def opened_log(folder: Path) -> Iterator[LogFile]:
    """The log takes all records for a while; at the normal level also those of what went well."""
    verbose = os.environ.get(VERBOSE, "").lower() == "debug"
    handlers = [LogFile(folder), *([LogFile(folder, verbose=True)] if verbose else [])]
    root, own = logging.getLogger(), logging.getLogger("app")
    level, others = own.level, [each for each in root.handlers if each.level == logging.NOTSET]
    for other in others:
        other.setLevel(root.level)  # the terminal goes on hearing of warnings only
    for handler in handlers:
        root.addHandler(handler)
    own.setLevel(handlers[-1].level)
    try:
        yield handlers[0]
    finally:
        for handler in handlers:
            root.removeHandler(handler)
        for other in others:
            other.setLevel(logging.NOTSET)
        own.setLevel(level)
