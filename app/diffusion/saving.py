"""Names for files that a node saves, and writing them so that none is lost or half-written."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.sdk.errors import NodeError
from app.sdk.values import SavedFile

# Forbidden in a name on Windows or anywhere, plus the characters that hide or turn text around.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
_DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"
}
_FIELD = re.compile(r"\{(\w*)(?::(\d{1,2}))?\}")
_LONGEST = 150
"""Bytes of a name without number and ending; most file systems allow 255 in all."""


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
    filled: list[str] = [""]
    digits = 4
    rest = 0
    for match in _FIELD.finditer(pattern):
        filled[-1] += pattern[rest : match.start()]
        rest = match.end()
        field, places = match.groups()
        if field == "number" and len(filled) == 1:
            digits = min(int(places or 1), 18)
            filled.append("")
        elif field in fields:
            filled[-1] += fields[field]
        else:
            known = ", ".join(f"{{{name}}}" for name in fields) + " or one {number:4}"
            raise UnknownField(field=match[0], known=known)
    filled[-1] += pattern[rest:]
    before, *after = (_FORBIDDEN.sub("_", part) for part in filled)
    if not after:
        before = before.strip() + " "
    return Name(_safe_start(before), digits, _cut("".join(after)).rstrip(". "), ending)


def _safe_start(text: str) -> str:
    """The beginning of a name that is neither hidden, nor a path, nor a device."""
    text = re.sub(r"^[\s.]+", "_", _cut(text)) if text.strip() else ""
    return f"_{text}" if text.split(".")[0].strip().upper() in _DEVICES else text


def _cut(text: str) -> str:
    """At most ``_LONGEST`` bytes of ``text``, without a torn character."""
    return text.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore")


def save_new(folder: Path, name: Name, content: bytes) -> SavedFile:
    """Write a new file under the next free number; an existing file is never touched.

    The file appears under its name only when it is whole. Raises CannotSave.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _save_new(folder, name, content)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise CannotSave(folder=folder, problem=problem.lower()) from error


def _save_new(folder: Path, name: Name, content: bytes) -> SavedFile:
    first = name.next_number(folder)
    part = folder / f".{os.getpid()}-{name.with_number(first)}.part"
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        for number in itertools.count(first):
            path = folder / name.with_number(number)
            if _take_name(part, path):
                status = path.stat()
                return SavedFile(str(path), status.st_size, status.st_mtime_ns)
    finally:
        part.unlink(missing_ok=True)
    raise AssertionError("numbers never end")


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
