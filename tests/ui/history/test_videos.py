"""A video is one result of the history, and plays again as long as it is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.sdk.values import Files, SavedFile
from app.ui.history.history import History, Result
from app.ui.history.model import words_of
from app.ui.history.store import Entry, HistoryStore
from app.ui.viewer.known_picture import KnownPicture
from tests.ui.viewer.film.films import video

OLD = Entry(0, 1.0, "Save Image", 64, 32, "a red house", "42", "", "f1", 0, 1, "")


@pytest.fixture
def values() -> dict[str, Any]:
    """What the engine keeps."""
    files = Files((SavedFile("/films/one.mp4", 1, 1),))
    return {"film": video(12, 6.0), "films": (video(3, 6.0), video(3, 6.0)), "files": files}


@pytest.fixture
def history(qtbot: QtBot, tmp_path: Path, values: dict[str, Any]) -> Iterator[History]:
    """An empty history."""
    made = History(tmp_path / "made.sqlite", values.get)
    yield made
    made.close()


def recorded(qtbot: QtBot, history: History, result: Result) -> Entry:
    """The entry of a result."""
    with qtbot.waitSignal(history.added) as added:
        history.record(result)
    assert added.args is not None
    entry: Entry = added.args[0]
    return entry


def loaded(qtbot: QtBot, history: History, entry: Entry) -> tuple[KnownPicture, bool]:
    """What the history brings of an entry."""
    found: list[tuple[KnownPicture, bool]] = []
    history.load(entry, lambda known, whole: found.append((known, whole)))
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_it_is_one_entry_with_its_length_and_its_file(qtbot: QtBot, history: History) -> None:
    entry = recorded(qtbot, history, Result("film", "Film", "graph", "files"))
    assert (entry.number, entry.count, entry.rate, entry.path) == (0, 12, 6.0, "/films/one.mp4")
    assert "Video of 12 frames, 2 s" in words_of(entry)
    with qtbot.waitSignal(history.listed) as listed:
        history.search()
    assert listed.args == [[entry]]


def test_several_videos_of_a_list_are_one_entry(qtbot: QtBot, history: History) -> None:
    entry = recorded(qtbot, history, Result("films", "Films", "graph"))
    assert (entry.count, entry.rate) == (6, 6.0)


def test_it_can_be_played_again(qtbot: QtBot, history: History) -> None:
    entry = recorded(qtbot, history, Result("film", "Film", "graph"))
    known, whole = loaded(qtbot, history, entry)
    assert whole
    assert known.is_video
    assert (known.fingerprint, known.count, known.rate) == ("film", 12, 6.0)


def test_one_that_is_gone_is_a_still_picture(
    qtbot: QtBot, history: History, values: dict[str, Any]
) -> None:
    entry = recorded(qtbot, history, Result("film", "Film", "graph"))
    values.clear()
    known, whole = loaded(qtbot, history, entry)
    assert not whole
    assert not known.is_video
    assert not known.image.isNull()


def test_a_history_from_before_there_were_videos_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "made.sqlite"
    store = HistoryStore(path)
    store.add(OLD, b"small", "graph")
    store.close()
    with sqlite3.connect(path) as file:
        file.execute("ALTER TABLE entries DROP COLUMN rate")
    file.close()
    again = HistoryStore(path)
    assert again.put_aside is None
    (entry,) = again.entries()
    assert (entry.title, entry.rate) == ("Save Image", 0.0)
    again.close()
