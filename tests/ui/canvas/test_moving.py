"""Dragging comes to rest in line with neighbours or on the grid, and takes the view along."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.canvas.gestures.snapping import Guides
from tests.ui.canvas.toys import Hand, check_canvas

_CONTROL = Qt.KeyboardModifier.ControlModifier


def _guides(hand: Hand) -> Guides:
    (found,) = [item for item in hand.canvas.viewer.scene().items() if isinstance(item, Guides)]
    return found


def test_a_card_comes_to_rest_in_line_with_another_and_a_line_shows_it(hand: Hand) -> None:
    hand.add("Blur", 0, 0)
    node = hand.add("Blur", 500, 300)
    start = hand.title(node)
    hand.press(start)
    hand.move(start + QPoint(-30, -297))
    assert hand.canvas.projection.cards[node].y() == 0
    assert _guides(hand).lines
    hand.release(start + QPoint(-30, -297))
    assert hand.graph.nodes[node].position == (470.0, 0.0)
    assert not _guides(hand).lines
    check_canvas(hand.canvas)


def test_ctrl_lets_a_card_lie_anywhere(hand: Hand) -> None:
    hand.add("Blur", 0, 0)
    node = hand.add("Blur", 500, 300)
    start = hand.title(node)
    hand.press(start)
    hand.move(start + QPoint(-30, -297), _CONTROL)
    hand.release(start + QPoint(-30, -297), _CONTROL)
    assert hand.graph.nodes[node].position == (470.0, 3.0)


def test_the_grid_draws_cards_to_itself_where_the_user_wants_it(hand: Hand) -> None:
    node = hand.add("Blur", 500, 300)
    hand.canvas.snapping.to_grid = True
    start = hand.title(node)
    hand.drag(start, start + QPoint(7, 5))
    assert hand.graph.nodes[node].position == (504.0, 312.0)


def test_the_view_follows_a_drag_to_its_border(hand: Hand, qtbot: QtBot) -> None:
    node = hand.add("Blur", 500, 300)
    before = hand.canvas.viewer.shown.left()
    hand.press(hand.title(node))
    hand.move(QPoint(700, 400))
    hand.move(QPoint(1095, 400))
    qtbot.waitUntil(lambda: hand.canvas.viewer.shown.left() > before + 60)
    hand.release(QPoint(1095, 400))
    assert hand.graph.nodes[node].position[0] > 1000
    after = hand.canvas.viewer.shown
    qtbot.wait(40)
    assert hand.canvas.viewer.shown == after
    check_canvas(hand.canvas)


def test_a_tap_of_space_searches_and_a_drag_with_it_does_not(hand: Hand) -> None:
    QTest.keyPress(hand.canvas.viewer, Qt.Key.Key_Space)
    hand.drag(QPoint(300, 300), QPoint(350, 320))
    QTest.keyRelease(hand.canvas.viewer, Qt.Key.Key_Space)
    assert not hand.canvas.popups.search.isVisible()
    QTest.keyClick(hand.canvas.viewer, Qt.Key.Key_Space)
    assert hand.canvas.popups.search.isVisible()


def test_space_held_for_long_is_no_tap(hand: Hand, qtbot: QtBot) -> None:
    QTest.keyPress(hand.canvas.viewer, Qt.Key.Key_Space)
    qtbot.wait(400)
    QTest.keyRelease(hand.canvas.viewer, Qt.Key.Key_Space)
    assert not hand.canvas.popups.search.isVisible()


@pytest.mark.parametrize(("spread", "wanted"), [(0.25, 1.25), (-0.2, 0.8)])
def test_a_pinch_zooms_at_the_fingers(hand: Hand, spread: float, wanted: float) -> None:
    viewport = hand.canvas.viewer.viewport()
    place = QPointF(400, 300)
    fixed = hand.canvas.viewer.to_scene(place)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        QPointF(viewport.mapToGlobal(place.toPoint())),
        spread,
        QPointF(),
    )
    QApplication.sendEvent(viewport, event)
    assert hand.canvas.viewer.zoom == pytest.approx(wanted)
    assert (hand.canvas.viewer.to_scene(place) - fixed).manhattanLength() < 0.01


def _over_a_wire(hand: Hand) -> tuple[str, str, str, QPoint, QPoint]:
    """A picture that feeds a blur, another blur, and the way that puts it onto their wire."""
    a, b, c = hand.add("Picture", 0, 0), hand.add("Blur", 800, 0), hand.add("Blur", 0, 300)
    hand.wire((a, "image"), (b, "image"))
    middle = (hand.port(a, "out", "image") + hand.port(b, "in", "image")) / 2
    return a, b, c, hand.title(c), middle


def test_a_card_dropped_on_a_wire_is_put_into_it_in_one_step(hand: Hand) -> None:
    a, b, c, start, middle = _over_a_wire(hand)
    before = hand.document.snapshot
    (wire,) = hand.canvas.projection.wires.values()
    hand.press(start)
    hand.move(start + (middle - start) * 0.5)
    assert not wire.hot
    hand.move(middle)
    assert wire.hot
    hand.release(middle)
    image = [(w.source.node, w.socket.node) for w in hand.wires]
    assert sorted(image) == sorted([(a, c), (c, b)])
    check_canvas(hand.canvas)
    hand.document.undo()
    assert hand.document.snapshot == before


def test_alt_keeps_a_card_from_being_put_into_a_wire(hand: Hand) -> None:
    a, b, c, start, middle = _over_a_wire(hand)
    hand.press(start)
    hand.move(start + (middle - start) * 0.5)
    hand.move(middle, Qt.KeyboardModifier.AltModifier)
    assert not any(wire.hot for wire in hand.canvas.projection.wires.values())
    hand.release(middle, Qt.KeyboardModifier.AltModifier)
    assert [(w.source.node, w.socket.node) for w in hand.wires] == [(a, b)]
    assert hand.graph.nodes[c].position != (0.0, 300.0)
    check_canvas(hand.canvas)


def test_a_card_that_does_not_fit_a_wire_only_lies_on_it(hand: Hand) -> None:
    a, b, _, _, middle = _over_a_wire(hand)
    prompt = hand.add("Prompt", 0, 500)
    hand.drag(hand.title(prompt), middle)
    assert [(w.source.node, w.socket.node) for w in hand.wires] == [(a, b)]


def test_many_nodes_are_switched_and_folded_at_once(hand: Hand) -> None:
    nodes = [hand.add("Blur", 0, 0), hand.add("Blur", 400, 0), hand.add("Number", 0, 300)]
    hand.key(Qt.Key.Key_A, _CONTROL)
    hand.key(Qt.Key.Key_M)
    assert all(hand.graph.nodes[node].muted for node in nodes)
    hand.document.undo()
    assert not any(hand.graph.nodes[node].muted for node in nodes)
    hand.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert all(hand.graph.nodes[node].collapsed for node in nodes)
    check_canvas(hand.canvas)
