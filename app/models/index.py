"""Remembers what is known of models in one SQLite file, so that none is looked at twice.

The file may be deleted at any time: everything in it is found again, but for where a model was
fetched. A damaged one is put aside.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from app.models.records import ModelRecord, Traits, plausible_side

_VERSION = 2
_TABLE = """
CREATE TABLE IF NOT EXISTS models (
  path TEXT PRIMARY KEY, stamp TEXT NOT NULL, kind TEXT NOT NULL, family TEXT NOT NULL,
  variant TEXT NOT NULL, layout TEXT NOT NULL, base TEXT NOT NULL, words TEXT NOT NULL,
  thumbnail BLOB NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, modified REAL NOT NULL,
  hash TEXT NOT NULL, source TEXT NOT NULL, side INTEGER NOT NULL DEFAULT 0
)
"""
_FIELDS = (
    "path, stamp, kind, family, variant, layout, base, words, thumbnail, name, size, modified,"
    " hash, source, side"
)
_FROM_ONE = (
    "ALTER TABLE models ADD COLUMN side INTEGER NOT NULL DEFAULT 0",
    "UPDATE models SET stamp = '' WHERE layout = 'diffusers'",
)
"""From version 1 on: models in folders are looked at again and say how large their pictures are."""
_PATIENCE = 5.0

log = logging.getLogger(__name__)


class ModelIndex:
    """The file; every call opens it anew, so that it belongs to no thread.

    Whatever goes wrong with it is one line in the log: then everything is looked at again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> dict[Path, ModelRecord]:
        """Everything that is remembered, by path; what is there may have changed or gone."""
        try:
            with closing(self._open()) as connection:
                rows = connection.execute(f"SELECT {_FIELDS} FROM models").fetchall()
        except (sqlite3.Error, OSError) as error:
            self._complain(error)
            return {}
        return {record.path: record for row in rows if (record := _record(row)) is not None}

    def keep(self, records: list[ModelRecord], gone: list[Path] | None = None) -> None:
        """Remember these models, and forget those that are gone."""
        if not records and not gone:
            return
        marks = ", ".join("?" * 15)
        try:
            with closing(self._open()) as connection, connection:
                connection.executemany("DELETE FROM models WHERE path = ?", _texts(gone or []))
                connection.executemany(
                    f"INSERT OR REPLACE INTO models ({_FIELDS}) VALUES ({marks})",
                    map(_row, records),
                )
        except (sqlite3.Error, OSError) as error:
            self._complain(error)

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=_PATIENCE)
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version != _VERSION:
                _renew(connection, version)
        except BaseException:
            connection.close()
            raise
        return connection

    def _complain(self, error: Exception) -> None:
        log.warning("The index of models is not usable: %s", error)
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        ):
            with suppress(OSError):
                self._path.replace(self._path.with_suffix(".damaged.sqlite"))


def _renew(connection: sqlite3.Connection, version: int) -> None:
    """Make the table, or bring it to today's version; of one that is not known nothing is kept."""
    connection.execute("PRAGMA journal_mode = WAL")
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if version not in (0, 1, _VERSION):
            connection.execute("DROP TABLE IF EXISTS models")
        connection.execute(_TABLE)
        columns = [row[1] for row in connection.execute("PRAGMA table_info(models)")]
        if "side" not in columns:
            for command in _FROM_ONE:
                connection.execute(command)
        connection.execute(f"PRAGMA user_version = {_VERSION}")


def _texts(paths: list[Path]) -> list[tuple[str]]:
    return [(str(path),) for path in paths]


def _row(record: ModelRecord) -> tuple[object, ...]:
    traits = record.traits
    return (
        str(record.path),
        record.stamp,
        traits.kind,
        traits.family,
        traits.variant,
        traits.layout,
        traits.base,
        json.dumps(traits.words),
        traits.thumbnail,
        record.name,
        record.size,
        record.modified,
        record.hash,
        record.source,
        traits.side,
    )


def _record(row: tuple[object, ...]) -> ModelRecord | None:
    """A model as it was remembered; None for a row that somebody else wrote."""
    path, stamp, kind, family, variant, layout, base, words, thumbnail, *rest = row
    name, size, modified, hash, source, side = rest
    texts = (path, stamp, kind, family, variant, layout, base, words, name, hash, source)
    if not all(isinstance(text, str) for text in texts) or not isinstance(thumbnail, bytes):
        return None
    if not (isinstance(size, int) and isinstance(side, int) and isinstance(modified, float | int)):
        return None
    try:
        said = json.loads(str(words))
    except (ValueError, RecursionError):
        return None
    traits = Traits(
        str(kind),
        str(family),
        str(variant),
        str(layout),
        str(base),
        tuple(map(str, said)) if isinstance(said, list) else (),
        thumbnail,
        plausible_side(side),
    )
    place = Path(str(path))
    return ModelRecord(
        str(name), place, str(stamp), size, float(modified), traits, str(hash), str(source)
    )
