"""Opening the index of the cache on disk, and what SQLite's errors mean for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MARK = 0x4C4F4F4D  # "LOOM" tells our file from those of others
_VERSION = 1
_FAULTS_OF_THE_DISK = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
)
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


def connect(path: Path) -> sqlite3.Connection:
    """A connection to an index, which is made where there is none; raises sqlite3.Error."""
    connection = sqlite3.connect(
        path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        with one_kind_of_error():
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
    # With a write-ahead log this can cost the newest results in a power cut, but never the index.
    connection.execute("PRAGMA synchronous = NORMAL")
    if not objects:
        connection.executescript(
            f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id = {_MARK}; "
            f"PRAGMA user_version = {_VERSION}; COMMIT;"
        )


@contextmanager
def one_kind_of_error() -> Iterator[None]:
    """Python stumbles over damaged text before SQLite does, even in SQLite's own messages."""
    try:
        yield
    except (ValueError, TypeError, LookupError) as error:
        raise sqlite3.DatabaseError(str(error)) from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another copy of the program held the index for too long."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is at fault, and not the disk or another program."""
    return not is_busy(error) and _code(error) not in _FAULTS_OF_THE_DISK


def _code(error: sqlite3.Error) -> int:
    """SQLite's own code; -1 for what only Python minds, such as text that is no text."""
    code: int = getattr(error, "sqlite_errorcode", -1)
    return code if code < 0 else code & 0xFF  # the rest tells variants apart
