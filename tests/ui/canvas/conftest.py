"""A canvas with a pair of hands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from app.graph.editor import Document
from app.ui.actions.bound import Actions
from app.ui.canvas.commands import canvas_commands, canvas_conditions
from app.ui.canvas.view import Canvas
from tests.ui.canvas.toys import Hand, ToyKinds, ToyModels


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    """An empty canvas that has the focus, seen at its real size from (-100, -100) on."""
    canvas = Canvas(Document(), ToyKinds(), ToyModels())
    qtbot.addWidget(canvas)
    canvas.resize(1100, 800)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.activateWindow()
    canvas.viewer.setFocus()
    qtbot.waitUntil(canvas.viewer.hasFocus)
    qtbot.wait(0)
    canvas.viewer.show_part(QPointF(-100, -100), 1.0)
    keys = Actions(canvas, canvas_commands(lambda: canvas), canvas_conditions(lambda: canvas))
    keys.bind("canvas", canvas.viewer)
    return Hand(canvas)
