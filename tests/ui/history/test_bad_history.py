"""Bad luck with the file of the history: it is kept, told, and never taken for damaged when not."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.ui.history.history import Bounds, History, Result
from app.ui.history.model import HistoryModel, words_of
from app.ui.history.store import Entry, HistoryStore, read_graph
from tests.test_bad_luck import LIMITED, limit
from tests.ui.toys import Image

ONE = Entry(0, 1.0, "Save Image", 64, 32, "a red house", "42", "", "f1", 0, 1, "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A history of fifty results."""
    file = tmp_path / "made.sqlite"
    with closing(HistoryStore(file)) as store:
        for number in range(50):
            store.add(replace(ONE, fingerprint=f"f{number}"), b"x" * 3000, "{}" * number)
    return file


class Told:
    """A history, and what it said."""

    def __init__(self, path: Path) -> None:
        self.history = History(path, lambda fingerprint: Image(8, (10,)), Bounds())
        self.sentences: list[str] = []
        self.lists: list[list[Entry]] = []
        self.history.told.connect(self.sentences.append)
        self.history.listed.connect(self.lists.append)

    def record(self, fingerprint: str = "new") -> None:
        """Remember a picture and wait for it."""
        self.history.record(Result(fingerprint, "Paint", "{}"))
        self.history._pool.submit(int).result()


@pytest.fixture
def told(qtbot: QtBot, path: Path) -> Iterator[Told]:
    made = Told(path)
    yield made
    made.history.close()


def count_in(path: Path) -> int:
    """How many results the file remembers."""
    with closing(HistoryStore(path)) as store:
        return len(store.entries())


@pytest.mark.parametrize("percent", range(0, 100, 5))
def test_a_truncated_file_is_kept_aside_and_told(qtbot: QtBot, path: Path, percent: int) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * percent // 100])
    told = Told(path)
    for number in range(3):
        told.record(str(number))
    told.history.search()
    told.history.close()
    qtbot.waitUntil(lambda: bool(told.lists))
    aside = list(path.parent.glob("made.damaged*.sqlite"))
    assert len(told.sentences) == len(aside) == (1 if percent else 0)
    assert all("kept as made.damaged" in sentence for sentence in told.sentences)
    assert count_in(path) >= 2


def test_each_damaged_file_is_kept(path: Path) -> None:
    for content in (b"first junk" * 100, b"second junk" * 100):
        path.write_bytes(content)
        HistoryStore(path).close()
    kept = {file.read_bytes()[:5] for file in path.parent.glob("made.damaged*.sqlite")}
    assert kept == {b"first", b"secon"}


def test_a_locked_file_is_not_taken_for_damaged(
    told: Told, path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **given: real(path, timeout=0.1))
    with closing(real(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for _ in range(3):
            told.record()
    qtbot.waitUntil(lambda: bool(told.sentences))
    (sentence,) = told.sentences
    assert "cannot be used (database is locked)" in sentence
    assert not list(path.parent.glob("*damaged*"))
    told.record()
    assert count_in(path) == 51


def test_reading_a_graph_for_a_drag_never_waits_long(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        read_graph(path, "x")
        assert time.monotonic() - began < 2


def test_a_graph_of_a_file_that_is_gone_makes_no_file(tmp_path: Path) -> None:
    assert read_graph(tmp_path / "made.sqlite", "x") == ""
    assert not list(tmp_path.iterdir())


def test_a_file_that_was_deleted_meanwhile_is_made_anew(told: Told, path: Path) -> None:
    told.record("before")
    for file in path.parent.glob("made.sqlite*"):
        file.unlink()
    told.record("after")
    assert count_in(path) == 1


def test_tables_of_an_older_program_are_kept_aside(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as old:
        old.execute("CREATE TABLE entries (id INTEGER PRIMARY KEY, title TEXT)")
        old.commit()
    assert count_in(path) == 0
    assert (path.parent / "made.damaged.sqlite").exists()


def test_columns_of_a_newer_program_do_not_disturb(path: Path) -> None:
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("ALTER TABLE entries ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
        newer.execute("ALTER TABLE graphs ADD COLUMN kind TEXT")
        newer.commit()
    with closing(HistoryStore(path)) as store:
        store.add(replace(ONE, fingerprint="new"), b"", "another")
        assert len(store.entries()) == 51


def test_values_of_the_wrong_type_are_left_out_or_shown_as_text(qtbot: QtBot, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE entries SET width = 'wide' WHERE id = 1")
        other.execute("UPDATE entries SET made = 1e300, title = x'ff00', seed = 7 WHERE id = 2")
        other.execute("UPDATE entries SET made = -1e300, prompt = CAST(x'ff' AS TEXT) WHERE id = 3")
        other.execute("UPDATE graphs SET text = 'no bytes'")
        other.execute("UPDATE thumbnails SET content = 'no bytes'")
        other.commit()
    with closing(HistoryStore(path)) as store:
        entries = store.entries()
        assert len(entries) == 49
        assert all(words_of(entry) for entry in entries)
        assert {store.graph(entry.graph) for entry in entries} == {""}
        assert {store.thumbnail(entry.id) for entry in entries} == {b""}


def test_a_thumbnail_without_bytes_is_asked_for_once(told: Told, qtbot: QtBot, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE thumbnails SET content = x''")
        other.commit()
    model = HistoryModel(told.history)
    with qtbot.waitSignal(told.history.listed):
        told.history.search()
    with qtbot.waitSignal(told.history.thumbnail_loaded) as signal:
        model.picture(model.entries[0])
    assert isinstance(signal.args[1], QImage)
    picture = model.picture(model.entries[0])
    assert picture is not None
    assert picture.isNull()


def test_a_clock_that_was_set_back_loses_no_result(path: Path) -> None:
    with closing(HistoryStore(path)) as store:
        late = store.add(replace(ONE, fingerprint="late", made=1e9), b"", "g")
        early = store.add(replace(ONE, fingerprint="early", made=-5.0), b"", "g")
        assert {late.id, early.id} <= {entry.id for entry in store.entries()}


@LIMITED
def test_a_full_disk_is_told_and_what_was_there_stays(told: Told, path: Path, qtbot: QtBot) -> None:
    told.record("before")
    with limit("RLIMIT_FSIZE", 10):
        for number in range(3):
            told.record(str(number))
    qtbot.waitUntil(lambda: bool(told.sentences))
    assert "save those that you want to keep" in told.sentences[0]
    assert len(told.sentences) == 1
    assert count_in(path) == 51


@pytest.mark.heavy
def test_a_hundred_thousand_results_are_listed_quickly(path: Path) -> None:
    with closing(HistoryStore(path)) as store:
        rows = ((f"x{number}", float(number)) for number in range(100_000))
        with store._connection as connection:
            connection.executemany(
                "INSERT INTO entries (made, title, width, height, prompt, seed, path, fingerprint,"
                " number, count, graph, starred, bytes)"
                " VALUES (?2, 't', 8, 8, 'cat', '1', '', ?1, 0, 1, '', 0, 10)",
                rows,
            )
        began = time.monotonic()
        assert len(store.entries("cat")) == 100_000
        assert time.monotonic() - began < 5
        assert len(store.trim(5000, 2**40)) == 95_050
