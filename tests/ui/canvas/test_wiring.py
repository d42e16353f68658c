"""Wires by mouse: drawn, refused, taken up, cut, and dropped where nothing is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from app.graph.document import Socket, Source, Wire
from app.ui.canvas.cards.signs import Mark
from tests.ui.canvas.toys import Hand, check_canvas

_SLICING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def _wire(a: str, output: str, b: str, name: str, place: int = 0) -> Wire:
    return Wire(Source(a, output), Socket(b, name), place)


@pytest.fixture
def pair(hand: Hand) -> tuple[str, str]:
    """A picture and a blur, not wired."""
    return hand.add("Picture", 0, 0), hand.add("Blur", 400, 0)


def test_a_drag_from_output_to_input_connects(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    hand.drag(hand.port(a, "out", "image"), hand.port(b, "in", "image"))
    assert hand.wires == {_wire(a, "image", b, "image")}
    check_canvas(hand.canvas)


def test_a_drag_from_input_to_output_connects(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    hand.drag(hand.port(b, "in", "image"), hand.port(a, "out", "image"))
    assert hand.wires == {_wire(a, "image", b, "image")}
    check_canvas(hand.canvas)


def test_a_new_wire_replaces_the_one_in_its_socket(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    other = hand.add("Picture", 0, 300)
    hand.wire((a, "image"), (b, "image"))
    hand.drag(hand.port(other, "out", "image"), hand.port(b, "in", "image"))
    assert hand.wires == {_wire(other, "image", b, "image")}
    check_canvas(hand.canvas)
    hand.document.undo()
    assert hand.wires == {_wire(a, "image", b, "image")}
    check_canvas(hand.canvas)


def test_a_wire_that_does_not_fit_is_refused_with_a_sentence(hand: Hand) -> None:
    a, b = hand.add("Prompt", 0, 0), hand.add("Blur", 400, 0)
    hand.drag(hand.port(a, "out", "text"), hand.port(b, "in", "image"))
    assert not hand.wires
    assert len(hand.refusals) == 1
    assert "Image" in hand.refusals[0]
    check_canvas(hand.canvas)


def test_a_refused_wire_keeps_the_one_that_was_there(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    text = hand.add("Prompt", 0, 300)
    hand.wire((a, "image"), (b, "image"))
    hand.drag(hand.port(text, "out", "text"), hand.port(b, "in", "image"))
    assert hand.wires == {_wire(a, "image", b, "image")}
    check_canvas(hand.canvas)


def test_a_loop_is_refused(hand: Hand) -> None:
    a, b = hand.add("Blur", 0, 0), hand.add("Blur", 400, 0)
    hand.wire((a, "image"), (b, "image"))
    hand.drag(hand.port(b, "out", "image"), hand.port(a, "in", "image"))
    assert len(hand.wires) == 1
    assert len(hand.refusals) == 1
    check_canvas(hand.canvas)


def test_a_wire_pulled_off_its_socket_is_gone(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    hand.wire((a, "image"), (b, "image"))
    hand.drag(hand.port(b, "in", "image"), hand.port(b, "in", "image") + QPoint(-80, 150))
    assert not hand.wires
    check_canvas(hand.canvas)


def test_a_wire_is_moved_to_another_socket_in_one_step(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    other = hand.add("Blur", 400, 300)
    hand.wire((a, "image"), (b, "image"))
    hand.drag(hand.port(b, "in", "image"), hand.port(other, "in", "image"))
    assert hand.wires == {_wire(a, "image", other, "image")}
    hand.document.undo()
    assert hand.wires == {_wire(a, "image", b, "image")}
    check_canvas(hand.canvas)


def test_a_click_on_a_wired_socket_changes_nothing(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    hand.wire((a, "image"), (b, "image"))
    before = hand.document.snapshot
    hand.click(hand.port(b, "in", "image"))
    assert hand.document.snapshot is before
    check_canvas(hand.canvas)


def test_a_socket_of_many_takes_several_wires(hand: Hand) -> None:
    a, b, c = hand.add("Picture", 0, 0), hand.add("Picture", 0, 300), hand.add("Stack", 400, 0)
    for node in (a, b):
        hand.drag(hand.port(node, "out", "image"), hand.port(c, "in", "images"))
    assert hand.wires == {_wire(a, "image", c, "images"), _wire(b, "image", c, "images", 1)}
    check_canvas(hand.canvas)


def test_a_parameter_takes_a_wire(hand: Hand) -> None:
    a, b = hand.add("Number", 0, 0), hand.add("Blur", 400, 0)
    hand.drag(hand.port(a, "out", "value"), hand.port(b, "in", "radius"))
    assert hand.wires == {_wire(a, "value", b, "radius")}
    assert hand.canvas.projection.cards[b].face.sources == {"radius": "Number"}
    check_canvas(hand.canvas)


def test_what_fits_lights_up_while_a_wire_is_dragged(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    hand.press(hand.port(a, "out", "image"))
    ports = hand.canvas.projection.cards[b].ports
    assert ports["in", "image"].mark is Mark.FITS
    assert ports["in", "radius"].mark is Mark.DIM
    hand.release(hand.port(a, "out", "image"))
    assert ports["in", "image"].mark is Mark.PLAIN


def test_a_wire_dropped_on_a_card_takes_the_port_that_fits(
    hand: Hand, pair: tuple[str, str]
) -> None:
    a, b = pair
    hand.drag(hand.port(a, "out", "image"), hand.title(b))
    assert hand.wires == {_wire(a, "image", b, "image")}
    check_canvas(hand.canvas)


def test_a_wire_dropped_on_a_card_that_does_not_fit_is_gone(hand: Hand) -> None:
    a, b = hand.add("Prompt", 0, 0), hand.add("Stack", 400, 0)
    hand.drag(hand.port(a, "out", "text"), hand.title(b))
    assert not hand.wires
    assert not hand.canvas.popups.search.isVisible()
    check_canvas(hand.canvas)


def test_escape_gives_a_dragged_wire_up(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    hand.wire((a, "image"), (b, "image"))
    before = hand.document.snapshot
    hand.press(hand.port(b, "in", "image"))
    hand.move(QPoint(300, 500))
    hand.key(Qt.Key.Key_Escape)
    hand.release(QPoint(300, 500))
    assert hand.document.snapshot is before
    check_canvas(hand.canvas)


@pytest.mark.parametrize("held", [_SLICING, None])
def test_a_line_across_wires_cuts_them(
    hand: Hand, pair: tuple[str, str], held: Qt.KeyboardModifier | None
) -> None:
    a, b = pair
    hand.wire((a, "image"), (b, "image"))
    middle = (hand.port(a, "out", "image") + hand.port(b, "in", "image")) / 2
    start, end = middle + QPoint(0, -40), middle + QPoint(0, 40)
    if held is None:
        QTest.keyPress(hand.canvas.viewer, Qt.Key.Key_Y)
        hand.drag(start, end)
    else:
        hand.drag(start, end, held)
    assert not hand.wires
    check_canvas(hand.canvas)


def test_a_selected_wire_is_deleted(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    hand.wire((a, "image"), (b, "image"))
    hand.click((hand.port(a, "out", "image") + hand.port(b, "in", "image")) / 2)
    hand.key(Qt.Key.Key_Delete)
    assert not hand.wires
    assert set(hand.graph.nodes) == {a, b}
    check_canvas(hand.canvas)


def test_a_port_that_does_not_fit_says_why_before_the_wire_is_dropped(hand: Hand) -> None:
    number, blur = hand.add("Number"), hand.add("Blur", 400, 0)
    start, end = hand.port(number, "out", "value"), hand.port(blur, "in", "image")
    hand.press(start)
    hand.move(start + (end - start) * 0.5)
    assert QToolTip.text() == ""
    hand.move(end)
    assert "takes Image" in QToolTip.text()
    hand.release(end)
    assert hand.wires == set()
    assert "takes Image" in hand.refusals[-1]


def test_a_card_on_which_nothing_fits_says_so(hand: Hand) -> None:
    prompt, stack = hand.add("Prompt"), hand.add("Stack", 400, 0)
    hand.drag(hand.port(prompt, "out", "text"), hand.title(stack))
    assert hand.refusals == ["Nothing on Stack takes Text: drop the wire on a port that lights up."]
    assert not hand.canvas.popups.search.isVisible()
