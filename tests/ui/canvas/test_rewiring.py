"""Wires that follow: several at once, nodes taken out of them, copies that keep them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from app.graph.document import Socket, Source, Wire
from app.ui.canvas.cards.signs import Mark
from app.ui.canvas.gestures.copying import Ghosts
from tests.ui.canvas.toys import Hand, check_canvas

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _wire(a: str, b: str, name: str = "image", place: int = 0) -> Wire:
    return Wire(Source(a, "image"), Socket(b, name), place)


@pytest.fixture
def fan(hand: Hand) -> tuple[str, str, str, str]:
    """A picture that feeds two blurs, and another picture that feeds nothing."""
    a, other = hand.add("Picture", 0, 0), hand.add("Picture", 0, 300)
    b, c = hand.add("Blur", 500, 0), hand.add("Blur", 500, 300)
    hand.wire((a, "image"), (b, "image"))
    hand.wire((a, "image"), (c, "image"))
    return a, other, b, c


def test_ctrl_drag_on_an_output_moves_all_its_wires_in_one_step(
    hand: Hand, fan: tuple[str, str, str, str]
) -> None:
    a, other, b, c = fan
    before = hand.document.snapshot
    hand.drag(hand.port(a, "out", "image"), hand.port(other, "out", "image"), _CONTROL)
    assert hand.wires == {_wire(other, b), _wire(other, c)}
    check_canvas(hand.canvas)
    hand.document.undo()
    assert hand.document.snapshot == before


def test_only_outputs_light_up_while_the_wires_of_one_are_moved(
    hand: Hand, fan: tuple[str, str, str, str]
) -> None:
    a, other, b, _ = fan
    hand.press(hand.port(a, "out", "image"), _CONTROL)
    hand.move(QPoint(200, 500), _CONTROL)
    cards = hand.canvas.projection.cards
    assert cards[other].ports["out", "image"].mark is Mark.FITS
    assert cards[b].ports["out", "image"].mark is Mark.DIM
    hand.key(Qt.Key.Key_Escape)
    hand.release(QPoint(200, 500), _CONTROL)
    assert cards[other].ports["out", "image"].mark is Mark.PLAIN
    assert hand.wires == {_wire(a, b), _wire(a, fan[3])}
    check_canvas(hand.canvas)


def test_wires_are_not_moved_to_the_other_side(hand: Hand, fan: tuple[str, str, str, str]) -> None:
    a, _, b, c = fan
    hand.drag(hand.port(a, "out", "image"), hand.port(b, "in", "image"), _CONTROL)
    assert hand.wires == {_wire(a, b), _wire(a, c)}
    assert len(hand.refusals) == 1
    check_canvas(hand.canvas)


def test_ctrl_shift_x_takes_a_node_out_and_joins_its_wires(hand: Hand) -> None:
    a, b, c = hand.add("Picture", 0, 0), hand.add("Blur", 300, 0), hand.add("Stack", 600, 0)
    hand.wire((a, "image"), (b, "image"))
    hand.wire((b, "image"), (c, "images"))
    hand.click(hand.title(b))
    hand.key(Qt.Key.Key_X, _CONTROL | _SHIFT)
    assert hand.wires == {_wire(a, c, "images")}
    check_canvas(hand.canvas)
    hand.document.undo()
    assert hand.wires == {_wire(a, b), _wire(b, c, "images")}


def test_taking_out_a_node_without_wires_is_refused(hand: Hand) -> None:
    hand.key(Qt.Key.Key_X, _CONTROL | _SHIFT)
    hand.click(hand.title(hand.add("Blur", 0, 0)))
    hand.key(Qt.Key.Key_X, _CONTROL | _SHIFT)
    assert [text.split(" ")[0] for text in hand.refusals] == ["Nothing", "No"]


def test_what_cannot_be_joined_is_cut(hand: Hand) -> None:
    a, b = hand.add("Picture", 0, 0), hand.add("Blur", 300, 0)
    hand.wire((a, "image"), (b, "image"))
    hand.click(hand.title(a))
    hand.key(Qt.Key.Key_X, _CONTROL | _SHIFT)
    assert not hand.wires


def test_alt_drag_drags_a_copy_off(hand: Hand, fan: tuple[str, str, str, str]) -> None:
    _, _, b, _ = fan
    start = hand.title(b)
    hand.press(start, _ALT)
    hand.move(start + QPoint(60, 150), _ALT)
    assert any(isinstance(item, Ghosts) for item in hand.canvas.viewer.scene().items())
    hand.release(start + QPoint(60, 150), _ALT)
    assert len(hand.graph.nodes) == 5
    (new,) = hand.canvas.selected()
    assert hand.graph.nodes[new].position != hand.graph.nodes[b].position == (500.0, 0.0)
    assert len(hand.wires) == 2
    check_canvas(hand.canvas)
    hand.document.undo()
    assert len(hand.graph.nodes) == 4


def test_with_ctrl_the_copy_is_fed_like_its_original(
    hand: Hand, fan: tuple[str, str, str, str]
) -> None:
    a, _, b, _ = fan
    start = hand.title(b)
    hand.drag(start, start + QPoint(60, 500), _ALT | _CONTROL)
    (new,) = hand.graph.nodes.keys() - set(fan)
    assert _wire(a, new) in hand.wires
    hand.click(hand.title(b))
    hand.key(Qt.Key.Key_D, _CONTROL | _SHIFT)
    assert len([wire for wire in hand.wires if wire.source.node == a]) == 4
    check_canvas(hand.canvas)


def test_escape_gives_a_dragged_copy_up(hand: Hand, fan: tuple[str, str, str, str]) -> None:
    before, start = hand.document.snapshot, hand.title(fan[2])
    hand.press(start, _ALT)
    hand.move(start + QPoint(60, 150), _ALT)
    hand.key(Qt.Key.Key_Escape)
    hand.release(start + QPoint(60, 150), _ALT)
    assert hand.document.snapshot is before
    assert not any(isinstance(item, Ghosts) for item in hand.canvas.viewer.scene().items())
