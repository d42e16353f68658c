"""Files that other programs change, delete or take away: asked about, never written over."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.graph.file import open_file
from app.ui.files.open_file import Fate
from app.ui.files.questions import FateAnswer, ask_fate, ask_replace
from app.ui.running.problem_list import Problem
from tests.ui.toys import Desk


@pytest.fixture
def saved(desk: Desk, tmp_path: Path) -> Path:
    """A file with a picture on the wall, open in the window."""
    path = tmp_path / "graphs" / "wall.loom"
    path.parent.mkdir()
    desk.picture_on_the_wall(shade=33)
    assert desk.window.file.save(path)
    return path


def overwrite(path: Path, shade: int) -> bytes:
    """Another program saves another shade."""
    path.write_bytes(path.read_bytes().replace(b'"shade": 33', b'"shade": %d' % shade))
    return path.read_bytes()


def answering(desk: Desk, *answers: FateAnswer) -> list[Fate]:
    """Give these answers, and tell what was asked about."""
    asked, left = [], list(answers)

    def ask(_parent: QWidget, _name: str, fate: Fate) -> FateAnswer:
        asked.append(fate)
        return left.pop(0)

    desk.window.files.ask_fate = ask  # type: ignore[assignment]
    return asked


def look(desk: Desk) -> Problem:
    """Let the window look at its files; what it then tells."""
    desk.window.watch.look()
    desk.qtbot.waitUntil(lambda: bool(desk.window.problems.all()))
    (problem,) = desk.window.problems.all()
    return problem


def use(problem: Problem, label: str) -> None:
    """Choose one of the things that may help."""
    next(remedy for remedy in problem.remedies if remedy.label == label).do()


def shades(desk: Desk) -> list[int]:
    """What the paint nodes of the graph in front are set to."""
    nodes = desk.document.snapshot.main.nodes.values()
    found = [node.parameters.get("shade") for node in nodes]
    return sorted(shade for shade in found if isinstance(shade, int))


def test_a_file_that_nobody_else_changed_is_saved_without_a_question(
    desk: Desk, saved: Path
) -> None:
    asked = answering(desk)
    desk.add("Paint", shade=77)
    os.utime(saved, (1e9, 1e9))  # a backup program
    desk.key(Qt.Key.Key_S)
    assert asked == []
    assert "77" in saved.read_text("utf-8")


def test_a_file_that_another_program_changed_is_not_written_over_unasked(
    desk: Desk, saved: Path
) -> None:
    theirs = overwrite(saved, 44)
    asked = answering(desk, FateAnswer.CANCEL)
    desk.add("Paint", shade=77)
    desk.key(Qt.Key.Key_S)
    assert asked == [Fate.CHANGED]
    assert saved.read_bytes() == theirs
    assert desk.document.is_modified


def test_what_is_written_over_after_a_question_stays_among_the_copies(
    desk: Desk, saved: Path
) -> None:
    theirs = overwrite(saved, 44)
    answering(desk, FateAnswer.SAVE)
    desk.add("Paint", shade=77)
    desk.key(Qt.Key.Key_S)
    assert b"77" in saved.read_bytes()
    kept = [copy.path.read_bytes() for copy in desk.window.file.earlier.of(saved)]
    assert kept[:2] == [saved.read_bytes(), theirs]


def test_the_other_version_can_be_seen_before_one_decides(desk: Desk, saved: Path) -> None:
    theirs = overwrite(saved, 44)
    answering(desk, FateAnswer.SHOW)
    desk.add("Paint", shade=77)
    desk.key(Qt.Key.Key_S)
    assert [tab.name for tab in desk.window.tabs.all()] == ["wall", "wall on the disk"]
    assert shades(desk) == [44]
    assert desk.window.file.path is None
    assert saved.read_bytes() == theirs


def test_two_copies_of_the_program_on_one_graph_do_not_lose_each_others_work(
    qtbot: QtBot, desk: Desk, saved: Path, tmp_path: Path
) -> None:
    other = Desk(qtbot, tmp_path / "other")
    try:
        other.window.files.open_path(saved)
        other.add("Paint", shade=44)
        assert other.window.files.save(other.window.tab)
        asked = answering(desk, FateAnswer.CANCEL)
        desk.add("Paint", shade=77)
        assert not desk.window.files.save(desk.window.tab)
        assert asked == [Fate.CHANGED]
        main = open_file(saved, desk.kinds).snapshot.main
        assert len(main.nodes) == 3
    finally:
        other.close()


def test_a_deleted_file_is_asked_about(desk: Desk, saved: Path) -> None:
    saved.unlink()
    asked = answering(desk, FateAnswer.CANCEL, FateAnswer.SAVE)
    desk.key(Qt.Key.Key_S)
    assert not saved.exists()
    desk.key(Qt.Key.Key_S)
    assert asked == [Fate.GONE, Fate.GONE]
    assert open_file(saved, desk.kinds).snapshot == desk.document.snapshot


def test_a_folder_that_is_away_can_be_tried_again(desk: Desk, saved: Path) -> None:
    away = saved.parent.with_name("away")
    saved.parent.rename(away)
    asked: list[Fate] = []

    def ask(_parent: QWidget, _name: str, fate: Fate) -> FateAnswer:
        asked.append(fate)
        if len(asked) == 2:
            away.rename(saved.parent)  # the network is back
        return FateAnswer.SAVE

    desk.window.files.ask_fate = ask  # type: ignore[assignment]
    desk.add("Paint", shade=77)
    desk.key(Qt.Key.Key_S)
    assert asked == [Fate.AWAY, Fate.AWAY]
    assert "77" in saved.read_text("utf-8")


def test_closing_asks_about_a_changed_file_as_saving_does(desk: Desk, saved: Path) -> None:
    from app.ui.files.commands import Answer

    theirs = overwrite(saved, 44)
    desk.add("Paint", shade=77)
    desk.answers = [Answer.SAVE]
    answering(desk, FateAnswer.CANCEL)
    desk.key(Qt.Key.Key_W)
    assert saved.read_bytes() == theirs
    assert shades(desk) == [33, 77]


def test_a_change_is_noticed_while_the_graph_is_open_and_can_be_taken_over(
    desk: Desk, saved: Path
) -> None:
    overwrite(saved, 44)
    problem = look(desk)
    assert problem.is_warning
    assert problem.sentence.startswith("wall.loom was changed by another program")
    assert desk.window.isWindowModified()  # what is seen is on no disk any more
    use(problem, "Load the other version")
    assert shades(desk) == [44]
    assert not desk.document.is_modified
    desk.qtbot.waitUntil(lambda: not desk.window.problems.all())
    desk.key(Qt.Key.Key_Z)
    assert shades(desk) == [33]
    assert desk.document.is_modified


def test_a_change_is_told_once_and_no_more_after_saving(desk: Desk, saved: Path) -> None:
    overwrite(saved, 44)
    look(desk)
    look(desk)
    answering(desk, FateAnswer.SAVE)
    desk.key(Qt.Key.Key_S)
    assert not desk.window.problems.all()


def test_a_deleted_file_is_noticed_and_can_be_put_back(desk: Desk, saved: Path) -> None:
    saved.unlink()
    problem = look(desk)
    assert "was moved or deleted" in problem.sentence
    use(problem, "Save it there again")
    assert saved.exists()
    assert not desk.window.problems.all()


def test_what_came_meanwhile_where_a_file_was_deleted_is_not_written_over_unasked(
    desk: Desk, saved: Path
) -> None:
    whole = saved.read_bytes()
    saved.unlink()
    problem = look(desk)
    saved.write_bytes(whole)
    theirs = overwrite(saved, 99)
    asked = answering(desk, FateAnswer.CANCEL)
    use(problem, "Save it there again")
    assert asked == [Fate.CHANGED]
    assert saved.read_bytes() == theirs


def test_a_folder_that_went_away_is_noticed_and_so_is_its_return(desk: Desk, saved: Path) -> None:
    away = saved.parent.with_name("away")
    shutil.move(saved.parent, away)
    assert "its drive or network folder is away" in look(desk).sentence
    shutil.move(away, saved.parent)
    desk.window.watch.look()
    desk.qtbot.waitUntil(lambda: not desk.window.problems.all())


@contextmanager
def clicking(label: str) -> Iterator[list[QMessageBox]]:
    """Press a button of the question that comes."""
    boxes: list[QMessageBox] = []

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        boxes.append(box)
        next(each for each in box.buttons() if each.text() == label).click()

    QTimer.singleShot(0, click)
    yield boxes
    assert boxes


@pytest.mark.parametrize(
    ("fate", "label", "answer"),
    [
        (Fate.CHANGED, "Save as …", FateAnswer.ELSEWHERE),
        (Fate.CHANGED, "Save over it", FateAnswer.SAVE),
        (Fate.CHANGED, "Show the other one", FateAnswer.SHOW),
        (Fate.CHANGED, "Cancel", FateAnswer.CANCEL),
        (Fate.GONE, "Save it there again", FateAnswer.SAVE),
        (Fate.AWAY, "Try again", FateAnswer.SAVE),
        (Fate.AWAY, "Save as …", FateAnswer.ELSEWHERE),
    ],
)
def test_every_button_of_the_question_means_what_it_says(
    desk: Desk, fate: Fate, label: str, answer: FateAnswer
) -> None:
    with clicking(label):
        assert ask_fate(desk.window, "<b>wall</b>", fate) is answer


def test_the_usual_button_writes_over_nothing(desk: Desk) -> None:
    with clicking("Cancel") as boxes:
        ask_fate(desk.window, "wall", Fate.CHANGED)
        assert boxes[0].defaultButton().text() == "Save as …"
    with clicking("Cancel") as boxes:
        assert not ask_replace(desk.window, "wall.loom")
        assert boxes[0].defaultButton().text() == "Cancel"


@pytest.mark.parametrize("replaces", [True, False])
def test_a_name_that_gets_its_ending_is_asked_about_where_it_is_taken(
    desk: Desk, saved: Path, monkeypatch: pytest.MonkeyPatch, replaces: bool
) -> None:
    taken = saved.with_name("wall 1.5.loom")
    taken.write_text("mine")
    chosen = str(taken.with_suffix(""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    desk.window.files.ask_replace = lambda *_, **__: replaces  # type: ignore[assignment]
    assert desk.window.files.save_as(desk.window.tab) == replaces
    assert (taken.read_text("utf-8") == "mine") != replaces
