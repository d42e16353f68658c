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
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

FILE_NAME = "index.sqlite"
MOST_RESULTS = 200_000

_MARK = 0x4C4F4F4D  # "LOOM" tells our file from those of others
_VERSION = 1
_LOCKED = sqlite3.SQLITE_LOCKED
_PATIENCE = 2.0  # seconds to wait while another copy of the program writes
_TABLES = """
CREATE TABLE IF NOT EXISTS entries (
    name TEXT PRIMARY KEY, size INTEGER, seconds REAL, spare INTEGER, worth REAL, used INTEGER,
    content BLOB
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS leaving ON entries (spare DESC, worth, used, size);
CREATE TABLE IF NOT EXISTS results (
    key TEXT PRIMARY KEY, outputs TEXT, hash TEXT, used INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ageing ON results (used);
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value REAL) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class Row:
    """An entry in the index; ``content`` holds one that is too small for a file of its own."""

    name: str
    size: int
    seconds: float
    spare: bool
    content: bytes | None = None


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
        with self._lock:
            row = self._reader.execute(
                "SELECT outputs, hash FROM results WHERE key = ?", (key,)
            ).fetchone()
        if row is None or row[1] != _hash(key, row[0]):
            return None
        found: Mapping[str, str] = json.loads(row[0])
        return found

    def find(self, name: str) -> Row | None:
        """The entry called ``name``."""
        with self._lock:
            row = self._reader.execute(
                "SELECT name, size, seconds, spare, content FROM entries WHERE name = ?", (name,)
            ).fetchone()
        return Row(row[0], row[1], row[2], bool(row[3]), row[4]) if row else None

    def names(self) -> dict[str, bool]:
        """All entries, and whether each has a file of its own."""
        with self._lock:
            found = self._reader.execute("SELECT name, content IS NULL FROM entries").fetchall()
        return {name: bool(filed) for name, filed in found}

    def facts(self) -> dict[str, float]:
        """Counters by name, with the number of entries and results and the entries' bytes."""
        with self._lock:
            found = dict(self._reader.execute("SELECT name, value FROM facts").fetchall())
            for name, what in (
                ("entries", "count(*) FROM entries"),
                ("states", "count(*) FROM entries WHERE spare"),
                ("bytes", "total(size) FROM entries"),
                ("results", "count(*) FROM results"),
            ):
                found[name] = self._reader.execute(f"SELECT {what}").fetchone()[0]
        return found

    @contextmanager
    def writing(self) -> Iterator[Changes]:
        """Changes that come about together or not at all; no other copy writes meanwhile."""
        self._writer.execute("BEGIN IMMEDIATE")
        try:
            yield Changes(self._writer)
            self._writer.execute("COMMIT")
        except BaseException:
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")
            raise

    def shrink(self) -> None:
        """Give the room of what was removed back to the system."""
        self._writer.execute("VACUUM")


class Changes:
    """What may be changed while an index is held for writing.

    Entries leave by seconds to remake per byte, states of steps before all others, the least
    recently used first among equals; as in the memory's cache, the worth of the last one that left
    is added to whatever is used later. Use is counted, not timed: clocks may be set back.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._do = connection.execute
        self._do(
            "INSERT INTO facts VALUES ('clock', 1) ON CONFLICT DO UPDATE SET value = value + 1"
        )
        facts = dict(self._do("SELECT name, value FROM facts").fetchall())
        self._clock = int(facts["clock"])
        self._age = [facts.get("age", 0.0), facts.get("spare age", 0.0)]

    def put(self, row: Row) -> None:
        """Note an entry, or that it was used or became dearer."""
        worth = self._age[row.spare] + row.seconds / max(row.size, 1)
        self._do(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
            "seconds = max(seconds, excluded.seconds), worth = max(worth, excluded.worth), "
            "used = excluded.used, spare = min(spare, excluded.spare)",
            (row.name, row.size, row.seconds, row.spare, worth, self._clock, row.content),
        )

    def touch(self, names: Iterable[str]) -> None:
        """These entries were used."""
        for name in names:
            self._do(
                "UPDATE entries SET used = ?, worth = max(worth, seconds / max(size, 1) + "
                "CASE WHEN spare THEN ? ELSE ? END) WHERE name = ?",
                (self._clock, self._age[1], self._age[0], name),
            )

    def drop(self, names: Iterable[str]) -> None:
        """Forget these entries."""
        for name in names:
            self._do("DELETE FROM entries WHERE name = ?", (name,))

    def remember(self, results: Mapping[str, Mapping[str, str]]) -> None:
        """Note what work gives; the oldest notes are forgotten when there are too many."""
        for key, outputs in results.items():
            text = json.dumps(dict(outputs))
            row = (key, text, _hash(key, text), self._clock)
            self._do("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", row)
        surplus = self._do("SELECT count(*) FROM results").fetchone()[0] - MOST_RESULTS
        if results and surplus > 0:
            oldest = "SELECT key FROM results ORDER BY used LIMIT ?"
            self._do(f"DELETE FROM results WHERE key IN ({oldest})", (surplus,))

    def count(self, **events: int) -> None:
        """Add to the counters, and note since when they count."""
        self._do("INSERT OR IGNORE INTO facts VALUES ('since', ?)", (time.time(),))
        for name, number in events.items():
            self._do(
                "INSERT INTO facts VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = value + ?2",
                (name, number),
            )

    def evict(self, budget: int) -> list[str]:
        """Forget what is worth least until ``budget`` bytes hold; the names of what left."""
        left: list[str] = []
        over = self._do("SELECT total(size) FROM entries").fetchone()[0] - budget
        if over <= 0:
            return left
        leaving = "SELECT name, size, spare, worth FROM entries ORDER BY spare DESC, worth, used"
        with closing(self._do(leaving)) as rows:
            for name, size, spare, worth in rows:
                self._age[spare] = max(self._age[spare], worth)
                left.append(name)
                over -= size
                if over <= 0:
                    break
        self.drop(left)
        for fact, age in zip(("age", "spare age"), self._age, strict=True):
            self._do("INSERT OR REPLACE INTO facts VALUES (?, ?)", (fact, age))
        return left

    def clear(self) -> None:
        """Forget everything, the counters included."""
        for table in ("entries", "results", "facts"):
            self._do(f"DELETE FROM {table}")


def connect(path: Path) -> sqlite3.Connection:
    """A connection to an index, which is made where there is none; raises sqlite3.Error."""
    connection = sqlite3.connect(
        path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN")  # another copy may be making the tables at this moment
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (objects,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute("COMMIT")
    if objects and (mark, version) != (_MARK, _VERSION):
        raise sqlite3.DatabaseError("it is not an index of this program")
    if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if not objects:
        connection.executescript(
            f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id = {_MARK}; "
            f"PRAGMA user_version = {_VERSION}; COMMIT;"
        )


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another copy of the program held the index for too long."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, _LOCKED)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is at fault, and not the disk or another program."""
    return not isinstance(error, sqlite3.OperationalError)


def _hash(key: str, outputs: str) -> str:
    return blake2b(f"{key} {outputs}".encode(), digest_size=16).hexdigest()
