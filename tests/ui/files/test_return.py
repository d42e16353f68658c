"""Undo, redo and the queue outlive the program, as its user meets them."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.graph import edits
from app.graph.file import to_text
from app.graph.file_state import FileState
from app.graph.phrases import Phrase
from app.ui.files.open_file import Fate, OpenFile, ReadGraph
from app.ui.files.session_file import FILE_NAME, KeptTab
from app.ui.files.session_opening import SessionReader
from app.ui.running.queue_return import ReturnNote
from app.ui.tab import Tab
from tests.ui.files.test_session import journal, names, started
from tests.ui.running.test_queue import panel, press, queue_three, rows, shade, states
from tests.ui.toys import GATE, Desk

GO_ON = "Go on from the last step that is kept"


def look(tab: Tab) -> object:
    """What can be seen of a graph and of what can be undone and redone."""
    document = tab.document
    text = to_text(document.snapshot, tab.kinds)
    return text, document.undo_names, document.redo_names, tab.is_modified


@pytest.fixture(autouse=True)
def _closed_gate() -> object:
    yield
    GATE.clear()


def note(desk: Desk) -> ReturnNote:
    """What stands above a queue that has come back."""
    found = panel(desk).findChild(ReturnNote)
    assert isinstance(found, ReturnNote)
    return found


def test_undo_and_redo_come_back_under_their_names(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint", shade=7)
        desk.add("Hang")
        desk.add("Count")
        desk.key(Qt.Key.Key_Z)
        before = look(desk.window.tab)
    with started(qtbot, tmp_path) as desk:
        assert look(desk.window.tab) == before
        assert all(isinstance(name, Phrase) for name in desk.document.undo_names)
        assert len(desk.document.undo_names) == 2
        assert len(desk.document.redo_names) == 1
        desk.key(Qt.Key.Key_Z)
        (left,) = desk.document.snapshot.main.nodes.values()
        assert left.type == "loom.Paint"
        desk.document.travel(2)
        assert len(desk.document.snapshot.main.nodes) == 3


def test_a_graph_that_was_saved_comes_back_with_its_undo_as_saved(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        desk.add("Hang")
        desk.window.file.save(tmp_path / "wall.loom")
    with started(qtbot, tmp_path) as desk:
        assert not desk.window.tab.is_modified
        desk.key(Qt.Key.Key_Z)
        assert desk.window.tab.is_modified
        desk.document.redo()
        assert not desk.window.tab.is_modified
    with started(qtbot, tmp_path) as desk:
        assert desk.window.file.path == (tmp_path / "wall.loom").resolve()
        assert len(desk.document.undo_names) == 2


def test_a_saved_file_that_another_program_changed_is_read_anew(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        desk.window.file.save(tmp_path / "other.loom")
        desk.add("Hang")
        desk.window.file.save(tmp_path / "wall.loom")
    shutil.copyfile(tmp_path / "other.loom", tmp_path / "wall.loom")
    with started(qtbot, tmp_path) as desk:
        (node,) = desk.document.snapshot.main.nodes.values()
        assert node.type == "loom.Paint"
        assert not desk.window.tab.is_modified


def test_graphs_that_were_closed_stay_away_with_their_journals(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        desk.window.files.new()
        desk.add("Hang")
        assert desk.window.keep_session()
        assert journal(tmp_path, 1).exists()
        first = desk.window.tabs.all()[0]
        first.document.mark_saved()
        desk.window.files.close_tab(first)
    assert not journal(tmp_path, 1).exists()
    with started(qtbot, tmp_path) as desk:
        assert [n.type for n in desk.document.snapshot.main.nodes.values()] == ["loom.Hang"]
        assert len(names(desk)) == 1


def test_a_journal_that_is_newer_than_an_empty_session_is_found(
    qtbot: QtBot, tmp_path: Path
) -> None:
    session = tmp_path / "session" / FILE_NAME
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        assert desk.window.keep_session()
        desk.document.mark_saved()
        desk.window.files.close_tab(desk.window.tab)
    empty = session.read_bytes()
    with started(qtbot, tmp_path) as desk:
        desk.add("Hang")
    session.write_bytes(empty)  # as if the program had been killed before it wrote this
    with started(qtbot, tmp_path) as desk:
        assert [n.type for n in desk.document.snapshot.main.nodes.values()] == ["loom.Hang"]


@pytest.mark.parametrize("damage", ["lost", "junk"])
def test_journals_alone_bring_everything_back(qtbot: QtBot, tmp_path: Path, damage: str) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        desk.window.file.save(tmp_path / "wall.loom")
        desk.window.files.new()
        desk.add("Hang")
        before = [look(tab) for tab in desk.window.tabs.all()]
    file = tmp_path / "session" / FILE_NAME
    if damage == "lost":
        file.unlink()
    else:
        file.write_bytes(b"\0" * 512)
    with started(qtbot, tmp_path) as desk:
        assert [look(tab) for tab in desk.window.tabs.all()] == before
        assert names(desk) == ["wall", "Untitled"]


def test_a_damaged_journal_is_put_aside_and_the_others_open(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        desk.window.files.new()
        desk.add("Hang")
    journal(tmp_path, 1).write_bytes(b"junk\n")
    with started(qtbot, tmp_path) as desk:
        assert [n.type for n in desk.document.snapshot.main.nodes.values()] == ["loom.Hang"]
        assert "put aside" in desk.sentences()[0]
    (kept,) = (tmp_path / "session").glob("journals-aside-*/*")
    assert kept.read_bytes() == b"junk\n"


def test_a_graph_that_cannot_be_shown_is_put_aside_and_the_others_are_kept_on(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with started(qtbot, tmp_path) as desk:
        for kind in ("Paint", "Hang", "Count"):
            desk.add(kind)
            desk.window.files.new()
    whole = SessionReader.read

    def read(reader: SessionReader, kept: KeptTab, opener: OpenFile) -> ReadGraph | None:
        """A fault of the program in the second graph."""
        if kept.journal == 2:
            raise RuntimeError("never foreseen")
        return whole(reader, kept, opener)

    with monkeypatch.context() as fault:
        fault.setattr(SessionReader, "read", read)
        with started(qtbot, tmp_path) as desk:
            assert "put aside" in desk.sentences()[0]
            desk.add("Hang")
    with started(qtbot, tmp_path) as desk:
        graphs = [tab.document.snapshot.main.nodes for tab in desk.window.tabs.all()]
        assert sorted(len(nodes) for nodes in graphs)[-2:] == [1, 2]
    (kept,) = (tmp_path / "session").glob("journals-aside-*/*")
    assert "loom.Hang" in kept.read_text("utf-8")


@pytest.mark.parametrize("content", [b"", b"spoilt"])
def test_a_saved_graph_whose_file_was_spoilt_comes_back_as_one_that_is_not_saved(
    qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "wall.loom"
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        desk.window.file.save(path)
    path.write_bytes(content)
    with started(qtbot, tmp_path) as desk:
        assert len(desk.document.snapshot.main.nodes) == 1
        assert desk.document.undo_names
        assert desk.window.tab.is_modified
        assert desk.window.file.fate() is Fate.CHANGED


def test_a_network_folder_that_never_answers_does_not_keep_the_start_waiting(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("wall", "hall"):
        with started(qtbot, tmp_path) as desk:
            desk.window.files.new()
            desk.add("Paint")
            desk.window.file.save(tmp_path / f"{name}.loom")
    answer, asked = threading.Event(), []

    def silent(_: Path) -> tuple[int, ...]:
        """As a server that is away; the test ends before it answers."""
        asked.append(threading.current_thread())
        answer.wait(20)
        return ()

    def silent_state(path: Path, _: FileState) -> FileState:
        silent(path)
        raise OSError("timed out")

    monkeypatch.setattr("app.ui.files.session_opening.PATIENCE", 0.05)
    monkeypatch.setattr("app.ui.files.session_opening.stamp_of", silent)
    monkeypatch.setattr("app.ui.files.watching.state_after", silent_state)
    try:
        with started(qtbot, tmp_path) as desk:
            assert names(desk) == ["wall", "hall"]
            assert all(tab.is_modified for tab in desk.window.tabs.all())
    finally:
        answer.set()
        for thread in asked:
            thread.join(20)
    assert threading.current_thread() not in asked


def test_a_journal_with_a_damaged_end_opens_as_it_was_before(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        assert desk.window.keep_session()
        desk.add("Hang")
        assert desk.window.keep_session()
        desk.add("Count")
    content = journal(tmp_path).read_bytes().split(b"\n")
    content[-3] = b"x" + content[-3]
    journal(tmp_path).write_bytes(b"\n".join(content))
    with started(qtbot, tmp_path) as desk:
        assert [n.type for n in desk.document.snapshot.main.nodes.values()] == ["loom.Paint"]
        assert "last edits" in desk.sentences()[0]


def test_what_waited_waits_again_and_what_ran_was_interrupted(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as desk:
        queue_three(desk)
        press(desk, rows(desk)[2], "Put at the front")
        graph = look(desk.window.tab)
    with started(qtbot, tmp_path) as desk:
        assert look(desk.window.tab) == graph
        assert states(desk) == ["interrupted", "waiting", "waiting"]
        assert [shade(row) for row in rows(desk)] == [1, 3, 2]
        assert desk.window.running.queue.is_paused
        assert note(desk).isVisible()
        GATE.set()
        press(desk, rows(desk)[0], GO_ON)
        qtbot.waitUntil(lambda: sorted(states(desk)) == ["done", "waiting", "waiting"])
        assert note(desk).isVisible()
        button = note(desk).findChild(QPushButton)
        assert isinstance(button, QPushButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: states(desk) == ["done", "done", "done"])
        assert [shade(row) for row in rows(desk)] == [2, 3, 1]
        assert not note(desk).isVisible()
    with started(qtbot, tmp_path) as desk:
        assert states(desk) == []
        assert not desk.window.running.queue.is_paused


def test_an_interrupted_run_waits_for_its_click_over_many_starts(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as desk:
        paint, _ = desk.picture_on_the_wall(shade=5, waits=True)
        desk.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: states(desk) == ["running"])
        change = edits.set_parameter(desk.document.snapshot, desk.kinds, paint, "shade", 9)
        desk.document.apply(change)
    for _ in range(2):
        with started(qtbot, tmp_path) as desk:
            assert states(desk) == ["interrupted"]
            assert shade(rows(desk)[0]) == 5
            assert not desk.window.running.queue.is_paused
            assert not note(desk).isVisible()
    with started(qtbot, tmp_path) as desk:
        press(desk, rows(desk)[0], "Forget this run")
        assert states(desk) == []
    with started(qtbot, tmp_path) as desk:
        assert states(desk) == []


def test_the_pause_is_over_once_nothing_is_left_that_had_waited(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as desk:
        queue_three(desk)
    with started(qtbot, tmp_path) as desk:
        press(desk, rows(desk)[1], "Take out of the queue")
        qtbot.waitUntil(lambda: states(desk) == ["interrupted", "waiting", "stopped"])
        assert desk.window.running.queue.is_paused
        press(desk, rows(desk)[1], "Take out of the queue")
        qtbot.waitUntil(lambda: not desk.window.running.queue.is_paused)
        assert not note(desk).isVisible()
