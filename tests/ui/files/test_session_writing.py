"""What the session writes, and when: no change waits for ever, and no graph keeps another out."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pytestqt.qtbot import QtBot

from app.graph.document import Node, Snapshot
from app.graph.file import write_atomically
from app.ui.files.journal.shelf import JournalShelf
from app.ui.files.session import SessionKeeper
from app.ui.files.session_writing import SessionWriter
from tests.ui.files.journal.dying import moments
from tests.ui.files.journal.test_dying import found, wanted
from tests.ui.toys import Desk

Result = TypeVar("Result")


class Slow(Executor):
    """Work is done at once, but nobody hears of its end before ``tell``."""

    def __init__(self) -> None:
        self._ends: list[tuple[Future[Any], Any]] = []

    def submit(self, work: Callable[..., Result], *args: Any, **kwargs: Any) -> Future[Result]:
        """Do it."""
        future: Future[Result] = Future()
        self._ends.append((future, work(*args, **kwargs)))
        return future

    def tell(self) -> None:
        """Say of all work that it is done."""
        while self._ends:
            future, result = self._ends.pop()
            future.set_result(result)


def test_a_change_at_the_very_end_of_a_writing_is_written_after_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.files.session.DELAY", 0)
    slow = Slow()
    monkeypatch.setattr("app.ui.files.session.ThreadPoolExecutor", lambda **_: slow)
    desk = Desk(qtbot, tmp_path)
    keeper = desk.window.session = SessionKeeper(desk.window, tmp_path)
    journal = tmp_path / "journals" / "graph-1.journal"
    desk.add("Paint")
    qtbot.waitUntil(journal.exists)
    desk.add("Hang")
    qtbot.wait(30)  # it finds the first writing unfinished
    slow.tell()
    qtbot.waitUntil(lambda: "loom.Hang" in journal.read_text("utf-8"))
    slow.tell()
    keeper.close()
    desk.close()


def test_a_graph_that_no_text_can_hold_keeps_no_other_from_being_written(tmp_path: Path) -> None:
    now = moments()[1]
    (kept, history), other = now.tabs
    nodes = {**history.snapshot.main.nodes, "x": Node("x", "x", parameters={"x": object()})}
    graph = replace(history.snapshot.main, nodes=nodes)
    bad = replace(history, snapshot=Snapshot({"main": graph}))
    writer = SessionWriter(tmp_path, JournalShelf(tmp_path / "journals"))
    with pytest.raises(TypeError):
        writer.write(replace(now, tabs=((kept, bad), other)))
    graphs, runs = found(tmp_path)
    assert list(graphs) == [2]
    assert graphs[2] == wanted(now)[2]
    assert runs == now.runs


def test_what_a_kill_amid_a_writing_left_behind_is_cleared_away(tmp_path: Path) -> None:
    shelf = JournalShelf(tmp_path / "journals")
    shelf.folder.mkdir()
    begun = [folder / ".loom-0123456789abcdef.tmp" for folder in (tmp_path, shelf.folder)]
    for path in begun:
        write_atomically(path, b"half a jour")
        os.utime(path, (1e9, 1e9))
    SessionWriter(tmp_path, shelf).write(moments()[0])
    assert not any(path.exists() for path in begun)
