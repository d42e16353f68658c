"""Opening and saving ``.loom`` files; see docs/file-format.md."""

from __future__ import annotations

import os
import secrets
import stat
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.graph.document import Snapshot
from app.graph.file_errors import NoSuchFile, NotAFile, NotAGraph, Unreadable, Unwritable
from app.graph.file_state import LARGEST_FILE, FileState, digest_of
from app.graph.kinds import Kinds
from app.graph.phrases import Phrase
from app.graph.reading import Opened, read_text
from app.graph.writing import FORMAT, to_text

__all__ = ["FORMAT", "LARGEST_FILE", "Opened", "open_file", "read_text", "save_file", "to_text"]

LONGEST_NAME = 255
"""Characters of a file's name in a message; no file system allows more."""


_BEGUN = ".loom-"
"""How the names of files begin that are not whole yet."""

_ABANDONED = 3600.0
"""Seconds after which nobody writes such a file any more."""


def open_file(path: Path, kinds: Kinds | None) -> Opened:
    """The document in a file, with warnings for what in it will not work.

    Raises a FileError where the file cannot be read or holds no graph; see ``read_text``.
    """
    name = _shown(path)
    try:
        status, content = _bytes(path)
    except FileNotFoundError as error:
        raise NoSuchFile(file=name) from error
    except (OSError, ValueError) as error:  # ValueError: a path that no system can have
        raise Unreadable(file=name, reason=_reason(error)) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAGraph(file=name, problem=Phrase("it is not text")) from error
    state = FileState(status.st_mtime_ns, status.st_size, digest_of(content))
    return replace(read_text(text, kinds, file=name), state=state)


def save_file(path: Path, snapshot: Snapshot, kinds: Kinds | None) -> bytes:
    """Write the document, and tell what was written.

    Raises Unwritable, and then the old file is whole.
    """
    content = to_text(snapshot, kinds).encode()
    try:
        write_atomically(path, content)
        sweep(path.parent)
    except (OSError, ValueError) as error:
        raise Unwritable(file=_shown(path), reason=_reason(error)) from error
    return content


def write_atomically(path: Path, content: bytes) -> None:
    """Replace what stands in a file at once or not at all; its permissions stay.

    A link keeps pointing where it did. Raises OSError; nothing is left behind then.
    """
    # The file behind a link: replacing the link itself would leave the real file as it was.
    target = Path(os.path.realpath(path))
    exists = target.exists()
    if exists and not os.access(target, os.W_OK):
        raise PermissionError("it is write-protected")
    temporary = target.with_name(f"{_BEGUN}{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            if exists:
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(content)
            file.flush()
            # The name may reach the disk before the bytes: a power cut would leave an empty file.
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def sweep(folder: Path) -> None:
    """Remove what a program that was killed while it wrote has left behind, if that is long ago."""
    with suppress(OSError):
        for begun in folder.glob(f"{_BEGUN}*.tmp"):
            if time.time() - begun.stat().st_mtime > _ABANDONED:
                begun.unlink()


def _bytes(path: Path) -> tuple[os.stat_result, bytes]:
    """What the system says of a file, asked first so that no change is missed, and its bytes."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile(file=_shown(path))
    if status.st_size > LARGEST_FILE:
        raise OSError("it is too large for a graph")
    return status, path.read_bytes()


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last through a power cut, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _shown(path: Path) -> str:
    """The file's name for messages; bytes in it that are no text become ``?``."""
    name = path.name.encode("utf-8", "replace").decode() or str(path)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def _reason(error: OSError | ValueError) -> Phrase:
    words = error.strerror if isinstance(error, OSError) else None
    return Phrase((words or str(error) or type(error).__name__).lower())
