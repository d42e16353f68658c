"""The file that remembers every result: small pictures, what made them, and where they are.

One SQLite file in write-ahead mode: what was written before a crash is there after it. Graphs are
kept once, compressed, under the hash of their text, since most results share theirs.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

LARGEST_GRAPH = 64 * 2**20

_TABLES = """
CREATE TABLE IF NOT EXISTS graphs (hash TEXT PRIMARY KEY, text BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT, made REAL NOT NULL, title TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, prompt TEXT NOT NULL, seed TEXT NOT NULL,
  path TEXT NOT NULL, fingerprint TEXT NOT NULL, number INTEGER NOT NULL, count INTEGER NOT NULL,
  graph TEXT NOT NULL, starred INTEGER NOT NULL, bytes INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS thumbnails (entry INTEGER PRIMARY KEY, content BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS by_fingerprint ON entries (fingerprint, number);
"""
_FIELDS = (
    "id, made, title, width, height, prompt, seed, path, fingerprint, number, count, graph, starred"
)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """One result: picture ``number`` of ``count`` of the value called ``fingerprint``.

    ``made`` is in seconds since 1970, ``path`` the file it was saved in or empty, and ``graph`` the
    hash of the text of the graph that made it.
    """

    id: int
    made: float
    title: str
    width: int
    height: int
    prompt: str
    seed: str
    path: str
    fingerprint: str
    number: int
    count: int
    graph: str
    starred: bool = False


class HistoryStore:
    """Reads and writes the file; belongs to the thread that made it."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = _opened(path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def add(self, entry: Entry, thumbnail: bytes, graph: str) -> Entry:
        """Remember a result; one that is known already comes to the top instead."""
        packed = zlib.compress(graph.encode())
        entry = replace(entry, graph=hash_of(graph))
        with self._connection:
            known = self._known(entry)
            if known is not None:
                entry = replace(entry, id=known[0], starred=known[1], path=entry.path or known[2])
                self._connection.execute("DELETE FROM entries WHERE id = ?", (entry.id,))
            self._connection.execute(
                "INSERT OR IGNORE INTO graphs VALUES (?, ?)", (entry.graph, packed)
            )
            size = len(thumbnail) + len(packed) // 8
            cursor = self._connection.execute(
                f"INSERT INTO entries ({_FIELDS}, bytes) VALUES ({', '.join('?' * 14)})",
                (entry.id or None, *_values(entry), size),
            )
            entry = replace(entry, id=int(cursor.lastrowid or 0))
            self._connection.execute(
                "INSERT OR REPLACE INTO thumbnails VALUES (?, ?)", (entry.id, thumbnail)
            )
        return entry

    def entries(self, words: str = "", *, starred: bool = False) -> list[Entry]:
        """Results whose title, prompt or seed hold all of ``words``, newest first."""
        where, values = ["1"], []
        for word in words.split():
            where.append("(title || ' ' || prompt || ' ' || seed) LIKE ? ESCAPE '\\'")
            values.append(f"%{_escaped(word)}%")
        if starred:
            where.append("starred")
        query = f"SELECT {_FIELDS} FROM entries WHERE {' AND '.join(where)} ORDER BY made DESC, id"
        rows = self._connection.execute(query, values).fetchall()
        return [replace(Entry(*row), starred=bool(row[-1])) for row in rows]

    def thumbnail(self, id: int) -> bytes:
        """The small picture of a result; empty where there is none."""
        row = self._connection.execute(
            "SELECT content FROM thumbnails WHERE entry = ?", (id,)
        ).fetchone()
        return bytes(row[0]) if row else b""

    def graph(self, hash: str) -> str:
        """The text of a graph; empty where it is gone."""
        row = self._connection.execute("SELECT text FROM graphs WHERE hash = ?", (hash,)).fetchone()
        if row is None:
            return ""
        with suppress(zlib.error, UnicodeDecodeError):
            return zlib.decompressobj().decompress(row[0], LARGEST_GRAPH).decode()
        return ""

    def star(self, id: int, starred: bool) -> None:
        """Mark a result as a favourite, or no longer."""
        with self._connection:
            self._connection.execute("UPDATE entries SET starred = ? WHERE id = ?", (starred, id))

    def move(self, id: int, path: str) -> None:
        """The picture lies in another file now, or in none."""
        with self._connection:
            self._connection.execute("UPDATE entries SET path = ? WHERE id = ?", (path, id))

    def delete(self, ids: Iterable[int]) -> None:
        """Forget results, and graphs that no other one needs."""
        with self._connection:
            for id in ids:
                self._connection.execute("DELETE FROM entries WHERE id = ?", (id,))
                self._connection.execute("DELETE FROM thumbnails WHERE entry = ?", (id,))
            self._connection.execute(
                "DELETE FROM graphs WHERE hash NOT IN (SELECT graph FROM entries)"
            )

    def trim(self, most: int, most_bytes: int) -> list[int]:
        """Forget the oldest beyond these bounds, favourites last; their ids."""
        count, size = self._connection.execute(
            "SELECT count(*), coalesce(sum(bytes), 0) FROM entries"
        ).fetchone()
        if count <= most and size <= most_bytes:
            return []
        gone: list[int] = []
        oldest = "SELECT id, bytes FROM entries ORDER BY starred, made, id DESC"
        for id, entry_bytes in self._connection.execute(oldest).fetchall():
            if count <= most and size <= most_bytes:
                break
            gone.append(id)
            count, size = count - 1, size - entry_bytes
        self.delete(gone)
        return gone

    def _known(self, entry: Entry) -> tuple[int, bool, str] | None:
        """Id, mark and path of the same result, if it was remembered before."""
        row = self._connection.execute(
            "SELECT id, starred, path FROM entries WHERE fingerprint = ? AND number = ? "
            "AND graph = ?",
            (entry.fingerprint, entry.number, entry.graph),
        ).fetchone()
        return (row[0], bool(row[1]), row[2]) if row else None


def hash_of(graph: str) -> str:
    """The name under which the text of a graph is kept."""
    return hashlib.sha256(graph.encode()).hexdigest()[:32]


def _values(entry: Entry) -> tuple[object, ...]:
    """What is written of an entry, without its id, in the order of the fields."""
    size = (entry.width, entry.height)
    about = (entry.prompt, entry.seed, entry.path, entry.fingerprint)
    place = (entry.number, entry.count, entry.graph, entry.starred)
    return (entry.made, entry.title, *size, *about, *place)


def _escaped(word: str) -> str:
    """A word as LIKE takes it by the letter."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _opened(path: Path) -> sqlite3.Connection:
    """The file, made where there is none; a damaged one is set aside."""
    try:
        return _prepared(path)
    except sqlite3.DatabaseError as error:
        kept = path.with_suffix(".damaged.sqlite")
        log.warning("The history in %s is damaged (%s); it is kept as %s", path, error, kept.name)
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        path.replace(kept)
        return _prepared(path)


def _prepared(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=5.0)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_TABLES)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def read_graph(path: Path, hash: str) -> str:
    """The text of a graph, read beside the thread that writes; empty where it is gone."""
    try:
        with closing(HistoryStore(path)) as store:
            return store.graph(hash)
    except sqlite3.Error as error:
        log.warning("The history in %s cannot be read: %s", path, error)
        return ""
