"""Names for files that a node saves, and writing them so that none is lost or half-written."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from app.graph.phrases import Phrase
from app.sdk.errors import NodeError
from app.sdk.values import SavedFile

# Forbidden in a name on Windows or anywhere, plus the characters that hide or turn text around, and
# halves of surrogate pairs, which no file system can write.
_FORBIDDEN = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]'
)
_PORTS = {"COM", "LPT"}
"""With a running number behind them they become devices."""

_DEVICES = {"CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$", *_PORTS} | {
    f"{port}{digit}" for port in _PORTS for digit in "0123456789¹²³"
}
_TIMES = ("date", "time")
"""Fields that every pattern may ask for."""

_LONGEST_BEFORE, _LONGEST_AFTER = 140, 80
"""Bytes around the number; most file systems allow 255 in all."""


class UnknownField(NodeError):
    """A name pattern asks for something that is not on offer."""

    english = "The name has an unknown field {field}: use {known}, or leave out the braces."


class CannotSave(NodeError):
    """The system refuses to write into the folder."""

    english = "Nothing can be saved in {folder} ({problem}): free it up or choose another folder."


@dataclass(frozen=True)
class Name:
    """A file name: what stands ``before`` and ``after`` a running number of at least ``digits``.

    ``ending`` is that of the format, such as ``.png``.
    """

    before: str
    digits: int
    after: str
    ending: str

    def with_number(self, number: int) -> str:
        """The whole file name."""
        return f"{self.before}{number:0{self.digits}}{self.after}{self.ending}"

    def next_number(self, folder: Path) -> int:
        """One more than the highest number that a file of this name has, whatever its ending."""
        stem = re.escape(self.before) + r"(\d{1,18})" + re.escape(self.after)
        wanted = re.compile(stem + r"\.\w+", re.IGNORECASE)
        found = (wanted.fullmatch(entry.name) for entry in folder.iterdir())
        return 1 + max((int(match[1]) for match in found if match), default=0)


def read_pattern(pattern: str, fields: Mapping[str, str], ending: str) -> Name:
    """The name that a pattern such as ``cat {date} {number:4}`` stands for.

    ``{number}`` is the running number, with leading zeros up to the places behind the colon; it is
    added where the pattern has none. ``fields`` are the others. Whatever a file system refuses or
    would read as a path becomes ``_``. Raises UnknownField.
    """
    before, places, after = _around_number(pattern)
    before, after = (_FORBIDDEN.sub("_", _filled(part, fields)) for part in (before, after))
    return Name(_start(before), places, _cut(after, _LONGEST_AFTER).rstrip(". "), ending)


def check_pattern(pattern: str, fields: Iterable[str] = ()) -> None:
    """Raise UnknownField where a pattern asks for more than these fields, date and time."""
    read_pattern(pattern, dict.fromkeys((*_TIMES, *fields), ""), "")


def name_now(pattern: str, fields: Mapping[str, str], ending: str) -> Name:
    """What a pattern stands for at this moment, with date and time beside the ``fields``."""
    now = datetime.now()
    times = dict(zip(_TIMES, (f"{now:%Y-%m-%d}", f"{now:%H-%M-%S}"), strict=True))
    return read_pattern(pattern, {**times, **fields}, ending)


def _around_number(pattern: str) -> tuple[str, int, str]:
    """What stands before the first ``{number}``, its places, and what stands after it."""
    found = re.search(r"\{number(?::(\d{1,2}))?\}", pattern)
    if found is None:
        return pattern.strip() + " ", 4, ""
    places = min(int(found[1] or 1), 18)
    return pattern[: found.start()], places, pattern[found.end() :]


def _filled(text: str, fields: Mapping[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        if match[1] not in fields:
            known = ", ".join(f"{{{name}}}" for name in fields) + " or one {number:4}"
            raise UnknownField(field=match[0], known=known)
        return fields[match[1]]

    return re.sub(r"\{([^{}]*)\}", value, text)


def _start(text: str) -> str:
    """The beginning of a name that is neither hidden, nor a path, nor a device."""
    text = re.sub(r"^[\s.]+(?=\S|$)", "_", _cut(text, _LONGEST_BEFORE)) if text.strip() else ""
    return f"_{text}" if text.split(".")[0].strip().upper() in _DEVICES else text


def _cut(text: str, most: int) -> str:
    """At most ``most`` bytes of ``text``, without a torn character."""
    return text.encode("utf-8", "replace")[:most].decode("utf-8", "ignore")


def save_new(folder: Path, name: Name, content: bytes) -> SavedFile:
    """Write a new file under the next free number; an existing file is never touched.

    The file appears under its name only when it is whole. Raises CannotSave.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _save_new(folder, name, content)
    except OSError as error:
        problem = (
            Phrase("it is not a folder")
            if _is_file(error)
            else (error.strerror or str(error)).lower()
        )
        raise CannotSave(folder=folder, problem=problem) from error


def _is_file(error: OSError) -> bool:
    """Whether a file stands where the folder, or one above it, should be."""
    return isinstance(error, FileExistsError | NotADirectoryError)


def _save_new(folder: Path, name: Name, content: bytes) -> SavedFile:
    number = name.next_number(folder)
    part = folder / f".{uuid4().hex}.part"
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        while not _take_name(part, folder / name.with_number(number)):
            number += 1
    finally:
        with suppress(OSError):  # the picture is there, or the reason why not is told already
            part.unlink(missing_ok=True)
    path = folder / name.with_number(number)
    status = path.stat()
    return SavedFile(str(path), status.st_size, status.st_mtime_ns)


def _take_name(part: Path, path: Path) -> bool:
    """Give a written file its name; False where the name is taken."""
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:  # FAT and some network drives have no links
        if path.exists():
            return False
        part.rename(path)
    return True
