"""A file of records that is only ever appended to, or replaced as a whole."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.graph.fields import Record
from app.graph.file import LARGEST_FILE, write_atomically

_CHECK = 9
"""Each line begins with the CRC-32 of its JSON, eight hexadecimal digits, and a space."""


@dataclass(frozen=True)
class Records:
    """The records of a file up to the first that is not whole.

    ``is_damaged`` says that more than the last line is missing: a line at the end that was not
    written to its end is what a power cut leaves, and no damage.
    """

    records: tuple[Record, ...]
    is_damaged: bool


class RecordFile:
    """Writes one file. Every call lasts until the disk has it, so none is for the screen's thread.

    ``size`` counts its bytes.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0

    @property
    def is_there(self) -> bool:
        """Whether nobody took the file away, or a part of what was written to it."""
        try:
            return self.path.stat().st_size >= self.size
        except OSError:
            return False

    def replace(self, records: Iterable[Record]) -> None:
        """Have the file hold these records; raises OSError, and then it is as before."""
        content = b"".join(map(_line, records))
        write_atomically(self.path, content)
        self.size = len(content)

    def append(self, record: Record) -> None:
        """Add a record; raises OSError, and then it is as if nothing had been added.

        What a failed writing left behind the last whole record is cut off before the next one.
        """
        content = memoryview(_line(record))
        with self.path.open("r+b", buffering=0) as file:
            try:
                if file.seek(0, os.SEEK_END) > self.size:
                    file.truncate(self.size)
                file.seek(self.size)
                while content:
                    content = content[file.write(content) :]
                os.fsync(file.fileno())
            except OSError:
                with suppress(OSError):
                    file.truncate(self.size)
                raise
            self.size = file.tell()


def read_records(path: Path) -> Records:
    """What is whole in a file of records; raises OSError."""
    if path.stat().st_size > LARGEST_FILE:
        raise OSError("it is too large for a journal")
    lines = path.read_bytes().split(b"\n")
    records: list[Record] = []
    for line in lines[:-1]:
        record = _record(line)
        if record is None:
            break
        records.append(record)
    # Behind the last line break stands what was not written to its end; zeros are no content.
    rest = [line for line in lines[len(records) :] if line.strip(b"\0")]
    return Records(tuple(records), is_damaged=len(rest) > 1)


def _line(record: Record) -> bytes:
    content = json.dumps(record, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(content), content)


def _record(line: bytes) -> Record | None:
    """The record of a line, or None where it is not what was written."""
    content = line[_CHECK:]
    if line[:_CHECK] != b"%08x " % zlib.crc32(content):
        return None
    try:
        record: Any = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None
