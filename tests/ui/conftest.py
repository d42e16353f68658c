"""A window on toy nodes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.toys import Desk


@pytest.fixture(autouse=True)
def forgotten_windows() -> Iterator[None]:
    """Free the windows of a test, as the end of the program does: else hundreds of them pile up.

    Other widgets without a parent, such as the popup of a completer, go with those they serve.
    """
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMainWindow):
            widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window with an empty graph; it is closed at the end."""
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()
