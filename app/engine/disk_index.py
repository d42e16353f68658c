"""The index of the cache on disk: which work gave what, and which entries there are.

SQLite keeps it, as it brings locks between processes, transactions that survive a kill, and reading
while another writes. Nothing depends on it: every entry's file names the work that gave it, so an
index that is lost or damaged is made anew from the files. Rows that could lead to a wrong value
carry a hash of their own, for SQLite does not notice every flipped bit.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from app.engine.disk_changes import Changes, Row, hash_of_result
from app.engine.disk_connection import connect, is_damage, one_kind_of_error

FILE_NAME = "index.sqlite"


class Index:
    """An open index. Reading is for any thread; ``writing`` is for one thread at a time.

    All methods raise sqlite3.Error: OperationalError where another copy of the program writes for
    too long or the disk refuses, other DatabaseErrors where the file is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._reader = connect(path)
        try:
            self._writer = connect(path)
        except sqlite3.Error:
            self._reader.close()
            raise

    def close(self) -> None:
        """Let go of the file. Waits for whoever reads."""
        with self._lock:
            self._reader.close()
        self._writer.close()

    def outputs(self, key: str) -> Mapping[str, str] | None:
        """Fingerprints by output name of the work behind ``key``; None where it is not known."""
        with self._reading():
            row = self._reader.execute(
                "SELECT outputs, hash FROM results WHERE key = ?", (key,)
            ).fetchone()
        if row is None or row[1] != hash_of_result(key, row[0]):
            return None
        found: Mapping[str, str] = json.loads(row[0])
        return found

    def find(self, name: str) -> Row | None:
        """The entry called ``name``."""
        with self._reading():
            row = self._reader.execute(
                "SELECT name, size, seconds, spare, content FROM entries WHERE name = ?", (name,)
            ).fetchone()
        return Row(row[0], row[1], row[2], bool(row[3]), row[4]) if row else None

    def names(self) -> dict[str, bool]:
        """All entries, and whether each has a file of its own."""
        with self._reading():
            found = self._reader.execute("SELECT name, content IS NULL FROM entries").fetchall()
        return {name: bool(filed) for name, filed in found}

    def facts(self) -> dict[str, float]:
        """Counters by name, with the number of entries and results and the entries' bytes."""
        with self._reading():
            found = dict(self._reader.execute("SELECT name, value FROM facts").fetchall())
            for name, what in (
                ("entries", "count(*) FROM entries"),
                ("states", "count(*) FROM entries WHERE spare"),
                ("bytes", "total(size) FROM entries"),
                ("results", "count(*) FROM results"),
            ):
                found[name] = self._reader.execute(f"SELECT {what}").fetchone()[0]
        return found

    def is_sound(self) -> bool:
        """Whether SQLite and the hashes of all rows find nothing wrong."""
        try:
            with self._reading():
                (answer,) = self._reader.execute("PRAGMA integrity_check(1)").fetchone()
                rows = self._reader.execute("SELECT key, outputs, hash FROM results").fetchall()
                self._reader.execute("SELECT name FROM entries").fetchall()
        except sqlite3.Error as error:
            if is_damage(error):
                return False
            raise
        return answer == "ok" and all(
            hash_of_result(key, outputs) == hash for key, outputs, hash in rows
        )

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock, one_kind_of_error():
            yield

    @contextmanager
    def writing(self) -> Iterator[Changes]:
        """Changes that come about together or not at all; no other copy writes meanwhile."""
        self._writer.execute("BEGIN IMMEDIATE")
        try:
            with one_kind_of_error():
                yield Changes(self._writer)
            self._writer.execute("COMMIT")
        except BaseException:
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")
            raise

    def shrink(self) -> None:
        """Give the room of what was removed back to the system."""
        self._writer.execute("VACUUM")
