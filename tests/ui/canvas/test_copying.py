"""Copies go as text from one window to another; what is no graph is refused with one sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.graph import edits
from app.graph.document import Frame, Note
from app.graph.editor import Document
from app.ui.actions.bound import Actions
from app.ui.canvas.commands import canvas_commands, canvas_conditions
from app.ui.canvas.view import Canvas
from tests.ui.canvas.toys import Hand, ToyKinds, ToyModels, check_canvas

_CONTROL = Qt.KeyboardModifier.ControlModifier


def _other(qtbot: QtBot) -> Hand:
    """Another window with a graph of its own."""
    canvas = Canvas(Document(), ToyKinds(), ToyModels())
    qtbot.addWidget(canvas)
    canvas.resize(900, 700)
    keys = Actions(canvas, canvas_commands(lambda: canvas), canvas_conditions(lambda: canvas))
    keys.bind("canvas", canvas.viewer)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.activateWindow()
    canvas.viewer.setFocus()
    qtbot.waitUntil(canvas.viewer.hasFocus)
    return Hand(canvas)


def test_nodes_frames_and_notes_are_pasted_in_another_window(hand: Hand, qtbot: QtBot) -> None:
    a, b = hand.add("Picture", 20, 60), hand.add("Blur", 320, 60)
    hand.wire((a, "image"), (b, "image"))
    frame, note = Frame("f", "Soft", (0.0, 0.0, 600.0, 400.0)), Note("n", "why", (20, 300, 100, 80))
    hand.document.apply(edits.put_frame(hand.document.snapshot, frame))
    hand.document.apply(edits.put_note(hand.document.snapshot, note))
    hand.key(Qt.Key.Key_A, _CONTROL)
    hand.key(Qt.Key.Key_C, _CONTROL)
    assert '"toy.Blur"' in QGuiApplication.clipboard().text()
    other = _other(qtbot)
    other.key(Qt.Key.Key_V, _CONTROL)
    assert sorted(node.type for node in other.graph.nodes.values()) == ["toy.Blur", "toy.Picture"]
    assert len(other.wires) == 1
    assert [box.title for box in other.graph.frames.values()] == ["Soft"]
    assert [box.text for box in other.graph.notes.values()] == ["why"]
    check_canvas(other.canvas)
    other.document.undo()
    assert not other.graph.nodes
    assert not other.graph.frames


@pytest.mark.parametrize("junk", ["hello", "[1, 2]", '{"format": 1}', "\x00\x01", "{" * 3000])
def test_what_is_no_graph_is_refused_with_one_sentence(hand: Hand, junk: str) -> None:
    before = hand.document.snapshot
    QGuiApplication.clipboard().setText(junk)
    hand.key(Qt.Key.Key_V, _CONTROL)
    assert hand.document.snapshot is before
    assert len(hand.refusals) == 1
    assert hand.refusals[0].endswith(".")
    hand.add("Blur")
    hand.document.undo()
    assert not hand.graph.nodes


def test_a_copy_comes_to_lie_where_the_mouse_is(hand: Hand) -> None:
    hand.add("Blur", 0, 0)
    hand.key(Qt.Key.Key_A, _CONTROL)
    hand.key(Qt.Key.Key_C, _CONTROL)
    hand.move(QPoint(700, 500), held=False)
    hand.key(Qt.Key.Key_V, _CONTROL)
    (new,) = hand.canvas.selected()
    assert hand.graph.nodes[new].position == (600.0, 400.0)
