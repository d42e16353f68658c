"""Escape gives every gesture up: nothing changes, and nothing of it stays on the canvas."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from app.graph import edits
from app.graph.document import Frame, Note
from tests.ui.canvas.toys import Hand, check_canvas

_PLAIN, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier

Start = Callable[[Hand, str, str], QPoint]

_GESTURES: dict[str, tuple[Start, Qt.KeyboardModifier]] = {
    "move a card": (lambda hand, a, b: hand.title(b), _PLAIN),
    "drag a copy off": (lambda hand, a, b: hand.title(b), _ALT),
    "scrub a number": (lambda hand, a, b: hand.pill(b, "radius"), _PLAIN),
    "draw a wire": (lambda hand, a, b: hand.port(b, "out", "image"), _PLAIN),
    "take a wire up": (lambda hand, a, b: hand.port(b, "in", "image"), _PLAIN),
    "take all wires": (lambda hand, a, b: hand.port(a, "out", "image"), _CONTROL),
    "select by a rectangle": (lambda hand, a, b: QPoint(900, 700), _PLAIN),
    "cut": (lambda hand, a, b: QPoint(350, 20), _ALT | _SHIFT),
    "move a frame": (lambda hand, a, b: hand.place(QPointF(100, 412)), _PLAIN),
    "resize a frame": (lambda hand, a, b: hand.place(QPointF(300, 500)), _PLAIN),
    "move a note": (lambda hand, a, b: hand.place(QPointF(460, 460)), _PLAIN),
}


@pytest.mark.parametrize("gesture", _GESTURES)
def test_escape_gives_up(hand: Hand, gesture: str) -> None:
    a, b = hand.add("Picture", 0, 0), hand.add("Blur", 400, 0)
    hand.wire((a, "image"), (b, "image"))
    frame, note = Frame("f", "", (0.0, 400.0, 300.0, 200.0)), Note("n", "", (400, 400, 200, 150))
    hand.document.apply(edits.put_frame(hand.document.snapshot, frame))
    hand.document.apply(edits.put_note(hand.document.snapshot, note))
    before, items = hand.document.snapshot, len(hand.canvas.viewer.scene().items())
    start, modifiers = _GESTURES[gesture]
    place = start(hand, a, b)
    hand.press(place, modifiers)
    hand.move(place + QPoint(30, 40), modifiers)
    hand.move(place + QPoint(60, 90), modifiers)
    hand.key(Qt.Key.Key_Escape)
    hand.release(place + QPoint(60, 90), modifiers)
    assert hand.document.snapshot is before
    assert len(hand.canvas.viewer.scene().items()) == items
    assert not hand.refusals
    check_canvas(hand.canvas)
