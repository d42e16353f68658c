"""Whoever uses the keyboard sees where it is, in both themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.welcome.cards import PictureCard

ENOUGH = 24
"""So many pixels have to change clearly."""


def checked() -> QCheckBox:
    box = QCheckBox("Keep")
    box.setChecked(True)
    return box


def combo() -> QComboBox:
    box = QComboBox()
    box.addItems(["one", "two"])
    return box


def slider() -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setValue(50)
    return made


def table() -> QTableWidget:
    made = QTableWidget(2, 2)
    made.setCurrentCell(0, 0)
    return made


def tree() -> QTreeWidget:
    made = QTreeWidget()
    made.addTopLevelItem(QTreeWidgetItem(["node"]))
    return made


def rows() -> QListWidget:
    made = QListWidget()
    made.addItems(["one", "two"])
    return made


def tabs() -> QTabBar:
    made = QTabBar()
    made.addTab("one")
    made.addTab("two")
    return made


def tool_button() -> QToolButton:
    made = QToolButton()
    made.setText("Add")
    return made


def run_button() -> QPushButton:
    made = QPushButton("Run")
    made.setObjectName("runButton")
    return made


WIDGETS: tuple[Callable[[], QWidget], ...] = (
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    lambda: QPushButton("Close"),
    lambda: QRadioButton("One"),
    lambda: QCheckBox("Keep"),
    lambda: PictureCard("Title", "About.", QPixmap()),
    checked,
    combo,
    slider,
    table,
    tree,
    rows,
    tabs,
    tool_button,
    run_button,
)


@pytest.fixture(scope="module", params=["dark", "light"])
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QApplication]:
    """The program in one of its themes."""
    theme.apply_theme(qapp, request.param)
    yield qapp
    theme.apply_theme(qapp, "dark")
    qapp.setStyleSheet("")


def changed(before: QImage, after: QImage) -> int:
    """How many pixels stand out from what they were before."""
    points = ((x, y) for x in range(before.width()) for y in range(before.height()))
    pairs = ((before.pixelColor(x, y), after.pixelColor(x, y)) for x, y in points)
    return sum(old != new and theme.contrast(old, new) >= 2 for old, new in pairs)


@pytest.mark.parametrize("make", WIDGETS, ids=lambda make: getattr(make, "__name__", ""))
def test_the_keyboard_is_seen(
    themed: QApplication, qtbot: QtBot, make: Callable[[], QWidget]
) -> None:
    page, widget, first = QWidget(), make(), QLineEdit()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(first)
    column.addWidget(widget)
    page.resize(220, 220)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    QWidget.setTabOrder(first, widget)
    first.setFocus()
    before = widget.grab().toImage()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert widget.hasFocus()
    assert changed(before, widget.grab().toImage()) >= ENOUGH
