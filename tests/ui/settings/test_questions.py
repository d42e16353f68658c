"""What the settings ask, answered by clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.engine.keeping import KeptInfo
from app.ui.settings.questions import ask_clear, ask_take_along


def answer(qtbot: QtBot, text: str, read: list[str]) -> None:
    """Click the button called ``text`` as soon as the question is up; with none, press Escape."""

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        read.append(box.informativeText())
        for button in box.buttons():
            if button.text() == text:
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(50, click)


@pytest.mark.parametrize(("button", "expected"), [("Clear", True), ("Cancel", False), ("", False)])
def test_clearing_is_asked_for_with_its_size(qtbot: QtBot, button: str, expected: bool) -> None:
    parent, read = QWidget(), []
    qtbot.addWidget(parent)
    answer(qtbot, button, read)
    assert ask_clear(parent, KeptInfo(3 * 1024**2, 2 * 1024**3, 7)) is expected
    assert read[0].startswith("3.0 MB in memory and 2.0 GB on disk go.")


@pytest.mark.parametrize(
    ("button", "expected"), [("Move", True), ("Start anew", False), ("Cancel", None), ("", None)]
)
def test_moving_is_asked_for(qtbot: QtBot, button: str, expected: bool | None) -> None:
    parent, read = QWidget(), []
    qtbot.addWidget(parent)
    answer(qtbot, button, read)
    assert ask_take_along(parent, Path("new")) is expected
