"""Changes to the index of the cache on disk, and what has to leave when it is full."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b

MOST_RESULTS = 200_000


@dataclass(frozen=True)
class Row:
    """An entry in the index; ``content`` holds one that is too small for a file of its own."""

    name: str
    size: int
    seconds: float
    spare: bool
    content: bytes | None = None


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
            row = (key, text, hash_of_result(key, text), self._clock)
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


def hash_of_result(key: str, outputs: str) -> str:
    """What tells whether a note of what work gives is as it was written."""
    return blake2b(f"{key} {outputs}".encode(), digest_size=16).hexdigest()
