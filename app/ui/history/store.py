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
from typing import Any

from app.ui.history.store_file import FIELDS, is_damage, prepared, put_aside

LARGEST_GRAPH = 64 * 2**20


_LATEST = 2e10
"""Seconds since 1970: a date beyond any calendar on the screen is none."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Entry:
    """One result: picture ``number`` of ``count`` of the value called ``fingerprint``.

    ``made`` is in seconds since 1970, ``path`` the file it was saved in or empty, and ``graph`` the
    hash of the text of the graph that made it. A video is one result; ``rate`` is that of its
    ``count`` frames, a second.
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
    rate: float = 0.0

    @property
    def is_video(self) -> bool:
        """Whether it stands for all frames of a video."""
        return self.rate > 0


class HistoryStore:
    """Reads and writes the file; belongs to the thread that made it."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.put_aside: Path | None = None
        """Where a file lies that was damaged and had to make room."""
        try:
            self._connection = prepared(path)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self.put_aside = put_aside(path, error)
            self._connection = prepared(path)

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
                "INSERT OR IGNORE INTO graphs (hash, text) VALUES (?, ?)", (entry.graph, packed)
            )
            size = len(thumbnail) + len(packed) // 8
            cursor = self._connection.execute(
                f"INSERT INTO entries ({FIELDS}, bytes) VALUES ({', '.join('?' * 15)})",
                (entry.id or None, *_values(entry), size),
            )
            entry = replace(entry, id=int(cursor.lastrowid or 0))
            self._connection.execute(
                "INSERT OR REPLACE INTO thumbnails (entry, content) VALUES (?, ?)",
                (entry.id, thumbnail),
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
        query = f"SELECT {FIELDS} FROM entries WHERE {' AND '.join(where)} ORDER BY made DESC, id"
        rows = self._connection.execute(query, values).fetchall()
        return [entry for row in rows if (entry := _entry(row)) is not None]

    def thumbnail(self, id: int) -> bytes:
        """The small picture of a result; empty where there is none."""
        row = self._connection.execute(
            "SELECT content FROM thumbnails WHERE entry = ?", (id,)
        ).fetchone()
        return row[0] if row and isinstance(row[0], bytes) else b""

    def graph(self, hash: str) -> str:
        """The text of a graph; empty where it is gone."""
        row = self._connection.execute("SELECT text FROM graphs WHERE hash = ?", (hash,)).fetchone()
        return _unpacked(row)

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
    return (entry.made, entry.title, *size, *about, *place, entry.rate)


def _escaped(word: str) -> str:
    """A word as LIKE takes it by the letter."""
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _entry(row: tuple[Any, ...]) -> Entry | None:
    """An entry out of the file; None where another program wrote there what cannot be."""
    id, made, title, width, height, prompt, seed, path, fingerprint, *rest = row
    number, count, graph, star, rate = rest
    try:
        made = min(max(float(made), 0.0), _LATEST)
        size, place = (int(width), int(height)), (int(number), int(count))
        rate = max(float(rate), 0.0)
    except (TypeError, ValueError, OverflowError):
        return None
    texts = (str(prompt), str(seed), str(path), str(fingerprint))
    return Entry(id, made, str(title), *size, *texts, *place, str(graph), bool(star), rate)


def _unpacked(row: tuple[Any, ...] | None) -> str:
    """The text of a graph out of the file; empty where there is none."""
    if row is not None and isinstance(row[0], bytes):
        with suppress(zlib.error, UnicodeDecodeError):
            return zlib.decompressobj().decompress(row[0], LARGEST_GRAPH).decode()
    return ""


def read_graph(path: Path, hash: str) -> str:
    """The text of a graph, read beside the thread that writes; empty where it is gone."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", timeout=0.3, uri=True)) as file:
            return _unpacked(
                file.execute("SELECT text FROM graphs WHERE hash = ?", (hash,)).fetchone()
            )
    except sqlite3.Error as error:
        log.warning("The history in %s cannot be read: %s", path, error)
        return ""
