"""Fetches one file: in pieces, going on where it broke off, and checked before it is in place."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.graph.errors import LoomError
from app.models.downloads.asking import Asked, asked, pieces
from app.models.downloads.refusals import (
    CannotWrite,
    NoConnection,
    NoRoom,
    ServerFault,
    WrongContent,
    WrongHash,
)
from app.sdk.errors import NodeError
from app.sdk.weight_heads import SUFFIXES, read_head

PART = ".part"
"""How the name of a file ends until it is whole."""

_NOTE = ".part.json"
_PIECE = 2**20
_MOST_TRIES = 5
_FIRST_PAUSE = 0.5
_SPARE = 64 * 2**20
"""Bytes that are left free on the disk."""

Progress = Callable[[int, int], None]
"""Told how many bytes have come, and how many there are, 0 where that is not known. It may raise
to stop the download; what has come is kept."""


@dataclass(frozen=True)
class RemoteFile:
    """A file that can be fetched. ``size`` in bytes and ``hash``, a SHA-256, where they are known;
    ``name`` is its path below the folder that it goes to. ``is_noted``: a graph named the address,
    and not the user."""

    name: str
    address: str
    host: str
    size: int = 0
    hash: str = ""
    is_noted: bool = False


def fetch(
    remote: RemoteFile,
    target: Path,
    token: str,
    progress: Progress,
    *,
    allow_plain: bool = False,
) -> str:
    """Fetch a file to ``target``; its SHA-256. Raises DownloadErrors and what ``progress`` does.

    Until it is whole and was checked it is called ``target`` with ``.part``. A connection that
    breaks off is tried again; later calls go on with what has come.
    """
    part = target.with_name(target.name + PART)
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _disk_error(error, part, remote, remote.size) from error
    pause, got = _FIRST_PAUSE, -1
    for attempt in range(_MOST_TRIES):
        try:
            promised = _fetch_rest(remote, part, token, progress, allow_plain)
            break
        except (NoConnection, ServerFault):
            now = part.stat().st_size if part.exists() else 0
            if attempt == _MOST_TRIES - 1:
                raise
            pause = _FIRST_PAUSE if now > got >= 0 else pause * 2
            got = now
            time.sleep(pause)
            progress(now, remote.size)
    return _put_in_place(remote, part, target, remote.hash or promised)


def _fetch_rest(
    remote: RemoteFile, part: Path, token: str, progress: Progress, allow_plain: bool
) -> str:
    """Fetch what is missing of ``part``; the hash that the server promises, or ""."""
    note = _read_note(part)
    begin = part.stat().st_size if part.exists() and note.get("address") == remote.address else 0
    if remote.size and begin == remote.size:
        return str(note.get("promised", ""))
    headers = {}
    if begin:
        headers["Range"] = f"bytes={begin}-"
        if note.get("mark"):
            headers["If-Range"] = str(note["mark"])
    with asked(
        remote.address,
        remote.name,
        token,
        headers=headers,
        allow_plain=allow_plain,
        is_noted=remote.is_noted,
    ) as answer:
        if answer.status == 416:  # nothing is left, or the file is another one by now
            if _whole_size(answer) != begin:
                part.unlink(missing_ok=True)
                raise NoConnection(host=remote.host, problem="the file has changed")
            return str(note.get("promised", ""))
        begin = begin if answer.status == 206 else 0
        whole = begin + int(answer.headers.get("content-length") or 0) or remote.size
        _check_room(part, whole - begin, remote)
        _write_note(part, remote, answer)
        _write_pieces(answer, part, begin, whole, remote, progress)
        return answer.promised


def _write_pieces(
    answer: Asked, part: Path, begin: int, whole: int, remote: RemoteFile, progress: Progress
) -> None:
    done = begin
    try:
        with part.open("ab" if begin else "wb") as file:
            progress(done, whole)
            for piece in pieces(answer.response, _PIECE):
                if not whole:
                    _check_room(part, len(piece), remote)
                elif done + len(piece) > whole:  # it need not ever end
                    raise NoConnection(host=remote.host, problem="it sends more than it said")
                file.write(piece)
                done += len(piece)
                progress(done, whole)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _disk_error(error, part, remote, whole - done) from error
    if whole and done != whole:
        raise NoConnection(host=remote.host, problem="it broke off")


def _put_in_place(remote: RemoteFile, part: Path, target: Path, wanted: str) -> str:
    """Check what has come, and give it its name."""
    found = hash_of(part)
    if wanted and found != wanted:
        _throw_away(part)
        raise WrongHash(name=remote.name, found=found[:12] + "…", wanted=wanted[:12] + "…")
    if target.suffix.lower() in SUFFIXES:
        try:
            read_head(part, target.suffix)
        except NodeError as error:
            _throw_away(part)
            raise WrongContent(host=remote.host, name=remote.name) from error
    part.replace(target)
    _note_of(part).unlink(missing_ok=True)
    return found


def _throw_away(part: Path) -> None:
    part.unlink(missing_ok=True)
    _note_of(part).unlink(missing_ok=True)


def hash_of(path: Path) -> str:
    """The SHA-256 of a file; raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _whole_size(answer: Asked) -> int:
    """How large the file is, as an answer says that has nothing to give; -1 where it does not."""
    size = answer.headers.get("content-range", "").rpartition("/")[2]
    return int(size) if size.isdecimal() else -1


def _check_room(part: Path, missing: int, remote: RemoteFile) -> None:
    """Raise NoRoom before a byte is fetched that has no place."""
    try:
        free = shutil.disk_usage(part.parent).free
    except OSError:  # some file systems do not say; the writing will
        return
    if missing + _SPARE > free:
        raise _no_room(part, remote, missing + _SPARE - free)


def _no_room(part: Path, remote: RemoteFile, needed: int) -> NoRoom:
    words = f"{max(1, round(needed / 2**20)):,} MiB"
    return NoRoom(folder=str(part.parent), name=remote.name, needed=words)


def _disk_error(error: OSError, part: Path, remote: RemoteFile, missing: int) -> LoomError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _no_room(part, remote, missing)
    problem = error.strerror or type(error).__name__
    return CannotWrite(name=remote.name, folder=str(part.parent), problem=problem)


def _note_of(part: Path) -> Path:
    return part.with_name(part.name.removesuffix(PART) + _NOTE)


def _read_note(part: Path) -> dict[str, Any]:
    """What was noted when ``part`` was begun; empty where nothing was."""
    try:
        found = json.loads(_note_of(part).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _write_note(part: Path, remote: RemoteFile, answer: Asked) -> None:
    """Note which file ``part`` is the begin of, so that no other one is put behind it."""
    mark = answer.headers.get("etag", "")
    note = {
        "address": remote.address,
        "mark": "" if mark.startswith("W/") else mark,
        "promised": answer.promised,
    }
    try:
        _note_of(part).write_text(json.dumps(note), "utf-8")
    except OSError as error:
        raise _disk_error(error, part, remote, 0) from error
