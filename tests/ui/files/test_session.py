"""What is open comes back at the next start, however the program ended."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from app.ui.files.commands import Answer
from app.ui.files.session import SessionKeeper
from app.ui.files.session_file import FILE_NAME, MOST_ATTEMPTS, begin_opening
from tests.ui.toys import Desk


@contextmanager
def started(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """The program with its session; in the end it is closed as a user closes it."""
    desk = Desk(qtbot, folder)
    keeper = desk.window.session = SessionKeeper(desk.window, folder / "session")
    keeper.restore()
    # All graphs are there once the session may be written again.
    qtbot.waitUntil(lambda: not keeper.is_opening)
    try:
        yield desk
    finally:
        desk.window.close()
        desk.worker.close()


def names(desk: Desk) -> list[str]:
    """What the open graphs are called, from left to right."""
    return [tab.name for tab in desk.window.tabs.all()]


def journal(folder: Path, number: int = 1) -> Path:
    """Where the edits of a graph are kept."""
    return folder / "session" / "journals" / f"graph-{number}.journal"


def test_graphs_come_back_with_unsaved_changes_and_the_one_in_front(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint", shade=7)
        desk.window.file.save(tmp_path / "first.loom")
        desk.window.files.new()
        desk.add("Hang")
        desk.window.files.new()
        desk.add("Count")
        desk.window.tabs.step(-1)
    with started(qtbot, tmp_path) as desk:
        tabs = desk.window.tabs.all()
        assert names(desk) == ["first", "Untitled", "Untitled"]
        assert desk.window.tab is tabs[1]
        assert [tab.is_modified for tab in tabs] == [False, True, True]
        types = [[node.type for node in tab.document.snapshot.main.nodes.values()] for tab in tabs]
        assert types == [["loom.Paint"], ["loom.Hang"], ["loom.Count"]]


def test_graphs_that_come_back_stay_where_they_were_among_the_recent_files(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as desk:
        for name in ("first", "second", "third"):
            desk.add("Paint", shade=7)
            desk.window.file.save(tmp_path / f"{name}.loom")
            desk.window.files.new()
        desk.window.tabs.step(-1)
        before = desk.window.remembered.settings.recent_files
    with started(qtbot, tmp_path) as desk:
        qtbot.waitUntil(lambda: names(desk)[:3] == ["first", "second", "third"])
        assert desk.window.remembered.settings.recent_files == before
        assert [Path(path).stem for path in before] == ["third", "second", "first"]


def edit_and_kill(folder: Path, kept: Path) -> None:
    """Let a program add a node, and kill it once that is kept."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.killed", str(folder)], stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == "edited\n"
            deadline = time.monotonic() + 20
            while not (kept.exists() and "loom.Sketch" in kept.read_text(encoding="utf-8")):
                assert time.monotonic() < deadline
                time.sleep(0.05)
        finally:
            program.kill()


def test_a_program_that_was_killed_loses_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    edit_and_kill(tmp_path, journal(tmp_path))
    with started(qtbot, tmp_path) as desk:
        (node,) = desk.document.snapshot.main.nodes.values()
        assert node.type == "loom.Sketch"
        assert desk.window.isWindowModified()


def test_what_a_second_program_had_open_when_it_was_killed_comes_back_beside_the_rest(
    qtbot: QtBot, tmp_path: Path
) -> None:
    copy = tmp_path / "session" / "journals" / "copy-2"
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        assert desk.window.keep_session()
        edit_and_kill(tmp_path, copy / "graph-1.journal")
    for _ in range(2):
        with started(qtbot, tmp_path) as desk:
            graphs = [tab.document.snapshot.main.nodes for tab in desk.window.tabs.all()]
            types = [[node.type for node in nodes.values()] for nodes in graphs]
            assert types == [["loom.Paint"], ["loom.Sketch"]]
            assert not list(copy.parent.glob("copy-*"))


def test_the_part_of_the_canvas_that_was_seen_is_seen_again(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        qtbot.wait(1)
        desk.window.canvas.viewer.show_part(QPointF(-300, -200), 0.5)
        before = desk.window.canvas.viewer.shown.center()
    with started(qtbot, tmp_path) as desk:
        viewer = desk.window.canvas.viewer
        qtbot.waitUntil(lambda: viewer.zoom == 0.5)
        assert (viewer.shown.center() - before).manhattanLength() < 2


def test_a_second_program_neither_shows_nor_touches_the_session(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        assert desk.window.keep_session()
        with started(qtbot, tmp_path) as second:
            assert not second.document.snapshot.main.nodes
            second.add("Hang")
            assert not second.window.keep_session()
            second.answers = [Answer.DISCARD]
        assert not list((tmp_path / "session" / "journals").glob("copy-*"))
        assert "loom.Paint" in journal(tmp_path).read_text(encoding="utf-8")
        assert "loom.Hang" not in journal(tmp_path).read_text(encoding="utf-8")


def test_a_file_that_another_program_changed_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "wall.loom"
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        desk.window.file.save(path)
        desk.add("Hang")
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with started(qtbot, tmp_path) as desk:
        assert len(desk.document.snapshot.main.nodes) == 2
        qtbot.waitUntil(lambda: bool(desk.sentences()))
        (sentence,) = desk.sentences()
        assert "wall.loom was changed" in sentence


def test_a_damaged_session_is_put_aside_with_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "session"
    folder.mkdir()
    (folder / FILE_NAME).write_text('{"tabs": [{"path"')
    with started(qtbot, tmp_path) as desk:
        (sentence,) = desk.sentences()
        assert "put aside as session-damaged-" in sentence
    assert len(list(folder.glob("session-damaged-*.json"))) == 1


def test_a_session_at_which_the_program_dies_is_put_aside_after_two_starts(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
    folder = tmp_path / "session"
    begin_opening(folder)
    with started(qtbot, tmp_path) as desk:
        assert len(desk.document.snapshot.main.nodes) == 1
    for _ in range(MOST_ATTEMPTS):
        begin_opening(folder)
    with started(qtbot, tmp_path) as desk:
        assert not desk.document.snapshot.main.nodes
        assert "put aside as session-damaged-" in desk.sentences()[0]
    assert len(list(folder.glob("session-damaged-*.json"))) == 1
    (kept,) = folder.glob("journals-aside-*/graph-1.journal")
    assert "loom.Paint" in kept.read_text(encoding="utf-8")


def test_starts_with_nothing_open_do_not_count_as_deaths(qtbot: QtBot, tmp_path: Path) -> None:
    for _ in range(MOST_ATTEMPTS):
        desk = Desk(qtbot, tmp_path)
        keeper = SessionKeeper(desk.window, tmp_path / "session")
        assert not keeper.restore()
        keeper.close()
        desk.close()
    begin_opening(tmp_path / "session")  # refuses a session at which the program died before


def test_a_folder_that_cannot_be_written_keeps_nothing_and_asks(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "session").write_text("a file where the folder should be")
    with started(qtbot, tmp_path) as desk:
        assert desk.window.session is not None
        assert not desk.window.session.keeps
        desk.add("Paint")
        desk.answers = [Answer.DISCARD]


def test_a_graph_whose_file_is_gone_comes_back_as_one_that_is_not_saved(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.add("Paint")
        desk.window.file.save(tmp_path / "gone.loom")
        desk.window.files.new()
        desk.add("Hang")
    (tmp_path / "gone.loom").unlink()
    with started(qtbot, tmp_path) as desk:
        gone, _ = desk.window.tabs.all()
        assert names(desk) == ["gone", "Untitled"]
        assert [node.type for node in gone.document.snapshot.main.nodes.values()] == ["loom.Paint"]
        assert gone.is_modified
        qtbot.waitUntil(lambda: bool(gone.problems.all()))
        assert "gone.loom was moved or deleted" in gone.problems.all()[0].sentence


def test_whoever_wants_is_asked_at_the_end(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as desk:
        desk.remembered.change(keep_unsaved=False)
        desk.add("Paint")
        desk.answers = [Answer.CANCEL]
        desk.window.close()
        assert desk.window.isVisible()
        desk.answers = [Answer.DISCARD]
