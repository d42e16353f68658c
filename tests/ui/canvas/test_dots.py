"""Dots by hand: put on wires, dragged, wired from and to, taken away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from app.graph.document import Socket, Source, Wire
from app.graph.interface import DOT
from app.graph.types import ValueType
from app.ui.canvas.cards.signs import Mark
from tests.ui.canvas.toys import Hand, check_canvas

_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def pair(hand: Hand) -> tuple[str, str]:
    """A picture that feeds a blur."""
    a, b = hand.add("Picture", 0, 0), hand.add("Blur", 500, 0)
    hand.wire((a, "image"), (b, "image"))
    return a, b


def _middle(hand: Hand, a: str, b: str) -> QPoint:
    return (hand.port(a, "out", "image") + hand.port(b, "in", "image")) / 2


def _dot(hand: Hand) -> str:
    (key,) = [key for key, node in hand.graph.nodes.items() if node.type == DOT]
    return key


def _centre(hand: Hand, key: str) -> QPoint:
    card = hand.canvas.projection.cards[key]
    return hand.place(card.mapToScene(card.layout.card.center()))


def _through(hand: Hand, a: str, b: str) -> set[Wire]:
    dot = _dot(hand)
    first = Wire(Source(a, "image"), Socket(dot, "value"))
    return {first, Wire(Source(dot, "value"), Socket(b, "image"))}


@pytest.mark.parametrize("way", ["double click", "alt click", "key"])
def test_a_wire_is_led_through_a_dot_in_one_step(
    hand: Hand, pair: tuple[str, str], way: str
) -> None:
    before, place = hand.document.snapshot, _middle(hand, *pair)
    if way == "double click":
        hand.double_click(place)
    elif way == "alt click":
        hand.click(place, _ALT)
    else:
        hand.click(place)
        hand.key(Qt.Key.Key_Period)
    assert hand.wires == _through(hand, *pair)
    assert (_centre(hand, _dot(hand)) - place).manhattanLength() <= 3
    check_canvas(hand.canvas)
    hand.document.undo()
    assert hand.document.snapshot == before
    check_canvas(hand.canvas)


def test_a_dot_has_the_colour_and_the_type_of_its_wire(hand: Hand, pair: tuple[str, str]) -> None:
    hand.double_click(_middle(hand, *pair))
    dot = _dot(hand)
    assert hand.canvas.projection.types[Source(dot, "value")] == ValueType("Image")
    assert not hand.canvas.grab().isNull()


def test_a_dot_is_dragged_and_deleted_which_joins_the_wire(
    hand: Hand, pair: tuple[str, str]
) -> None:
    hand.double_click(_middle(hand, *pair))
    dot = _dot(hand)
    before = hand.graph.nodes[dot].position
    start = _centre(hand, dot)
    hand.drag(start, start + QPoint(10, 150), Qt.KeyboardModifier.ControlModifier)
    assert hand.graph.nodes[dot].position == (before[0] + 10, before[1] + 150)
    check_canvas(hand.canvas)
    hand.key(Qt.Key.Key_Delete)
    assert hand.wires == {Wire(Source(pair[0], "image"), Socket(pair[1], "image"))}
    check_canvas(hand.canvas)
    hand.document.undo()
    assert hand.wires == _through(hand, *pair)


def test_wires_are_drawn_from_a_dot_and_to_one(hand: Hand, pair: tuple[str, str]) -> None:
    hand.double_click(_middle(hand, *pair))
    dot, more, other = _dot(hand), hand.add("Blur", 500, 300), hand.add("Picture", 0, 300)
    hand.drag(hand.port(dot, "out", "value"), hand.port(more, "in", "image"))
    assert Wire(Source(dot, "value"), Socket(more, "image")) in hand.wires
    hand.drag(hand.port(other, "out", "image"), hand.port(dot, "in", "value"))
    assert Wire(Source(other, "image"), Socket(dot, "value")) in hand.wires
    assert len(hand.wires) == 3
    check_canvas(hand.canvas)


def test_what_does_not_fit_the_far_end_of_a_dot_is_refused(
    hand: Hand, pair: tuple[str, str]
) -> None:
    hand.double_click(_middle(hand, *pair))
    dot, text = _dot(hand), hand.add("Prompt", 0, 300)
    hand.drag(hand.port(text, "out", "text"), hand.port(dot, "in", "value"))
    assert hand.wires == _through(hand, *pair)
    assert len(hand.refusals) == 1


def test_the_key_leads_all_wires_of_a_selected_node_through_one_dot(
    hand: Hand, pair: tuple[str, str]
) -> None:
    more = hand.add("Blur", 500, 300)
    hand.wire((pair[0], "image"), (more, "image"))
    hand.click(hand.title(pair[0]))
    hand.key(Qt.Key.Key_Period)
    dot = _dot(hand)
    assert len(hand.graph.consumers_of[dot]) == 2
    assert hand.canvas.selected() == [dot]
    hand.canvas.select([more])
    hand.key(Qt.Key.Key_Period)
    assert "No wire is selected" in hand.refusals[-1]


def test_a_dot_lights_up_only_for_what_its_far_end_takes(hand: Hand, pair: tuple[str, str]) -> None:
    hand.double_click(_middle(hand, *pair))
    dot, text, more = _dot(hand), hand.add("Prompt", 0, 300), hand.add("Picture", 400, 400)
    marks = hand.canvas.projection.cards[dot].ports
    for node, output, wanted in ((text, "text", Mark.DIM), (more, "image", Mark.FITS)):
        start = hand.port(node, "out", output)
        hand.press(start)
        hand.move(start + QPoint(40, 40))
        assert marks["in", "value"].mark is wanted
        hand.key(Qt.Key.Key_Escape)
        hand.release(start)
