"""The file of the history itself: its tables, and what is done where it is damaged."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import suppress
from pathlib import Path

_TABLES = """
CREATE TABLE IF NOT EXISTS graphs (hash TEXT PRIMARY KEY, text BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT, made REAL NOT NULL, title TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, prompt TEXT NOT NULL, seed TEXT NOT NULL,
  path TEXT NOT NULL, fingerprint TEXT NOT NULL, number INTEGER NOT NULL, count INTEGER NOT NULL,
  graph TEXT NOT NULL, starred INTEGER NOT NULL, bytes INTEGER NOT NULL,
  rate REAL NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS thumbnails (entry INTEGER PRIMARY KEY, content BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS by_fingerprint ON entries (fingerprint, number);
"""
FIELDS = (
    "id, made, title, width, height, prompt, seed, path, fingerprint, number, count, graph, "
    "starred, rate"
)
"""The columns of a result, in the order of the fields of an entry."""
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

log = logging.getLogger(__name__)


class OtherTables(sqlite3.DatabaseError):
    """The file has tables of our names with other columns."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is broken: not merely locked, write-protected or without room."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, OtherTables) or (code or 0) & 0xFF in _DAMAGE


def put_aside(path: Path, error: sqlite3.Error) -> Path:
    """Keep a damaged file, with what was not yet written into it, under a name that is free."""
    kept = path.with_suffix(".damaged.sqlite")
    number = 2
    while kept.exists():
        kept = path.with_suffix(f".damaged-{number}.sqlite")
        number += 1
    log.warning("The history in %s is damaged (%s); it is kept as %s", path, error, kept.name)
    for suffix in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(kept.with_name(kept.name + suffix))
    return kept


def prepared(path: Path) -> sqlite3.Connection:
    """The file, made where there is none; raises sqlite3.DatabaseError."""
    connection = sqlite3.connect(path, timeout=5.0)
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        _make_tables(connection)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection) -> None:
    """Make what is missing; raises OtherTables where there are tables of the same name."""
    try:
        connection.executescript(_TABLES)
        _add_rate(connection)
        connection.execute(f"SELECT {FIELDS}, bytes FROM entries LIMIT 0")
        connection.execute("SELECT hash, text, entry, content FROM graphs, thumbnails LIMIT 0")
    except sqlite3.OperationalError as error:
        if "no such column" in str(error):
            raise OtherTables(str(error)) from error
        raise


def _add_rate(connection: sqlite3.Connection) -> None:
    """Files that were begun before there were videos have no column for their rate."""
    columns = {row[1] for row in connection.execute("PRAGMA table_info(entries)")}
    if columns == {*FIELDS.split(", "), "bytes"} - {"rate"}:
        with connection:
            connection.execute("ALTER TABLE entries ADD COLUMN rate REAL NOT NULL DEFAULT 0")
