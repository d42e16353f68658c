"""Deleting means the trash; where there is none, the user decides."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.ui.trash import throw_away


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "<b>wall.png"
    path.write_text("mine")
    return path


@pytest.fixture
def no_trash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFile, "moveToTrash", lambda _path: False)


def press(label: str) -> None:
    """Press a button of the question once it is there."""

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.defaultButton().text() == "Keep it"
        next(each for each in box.buttons() if each.text() == label).click()

    QTimer.singleShot(0, click)


def test_a_file_goes_to_the_trash_without_a_question(
    parent: QWidget, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def take(path: str) -> bool:
        taken.append(path)
        return True

    monkeypatch.setattr(QFile, "moveToTrash", take)
    assert throw_away(parent, file) == (True, "<b>wall.png was moved to the trash.")
    assert taken == [str(file)]


@pytest.mark.usefixtures("no_trash")
def test_where_there_is_no_trash_the_file_stays_unless_the_user_says_so(
    parent: QWidget, file: Path
) -> None:
    press("Keep it")
    assert throw_away(parent, file) == (False, "<b>wall.png stays where it is.")
    assert file.read_text() == "mine"
    press("Delete for good")
    assert throw_away(parent, file) == (True, "<b>wall.png was deleted.")
    assert not file.exists()


@pytest.mark.usefixtures("no_trash")
def test_a_file_that_is_not_there_is_told_without_a_question(parent: QWidget, file: Path) -> None:
    file.unlink()
    went, sentence = throw_away(parent, file)
    assert not went
    assert sentence.endswith("cannot be moved to the trash: it is not there.")
