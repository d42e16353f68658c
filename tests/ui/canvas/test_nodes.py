"""Nodes by mouse and keyboard: selected, moved, deleted, copied, renamed, bypassed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication

from app.graph import edits
from app.graph.document import Graph, Node, Snapshot, Socket, Source
from tests.ui.canvas.toys import Hand, ToyKinds, check_canvas

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def chain(hand: Hand) -> tuple[str, str, str]:
    """Three nodes in a row, wired."""
    nodes = hand.add("Picture", 0, 0), hand.add("Blur", 340, 0), hand.add("Stack", 680, 0)
    hand.wire((nodes[0], "image"), (nodes[1], "image"))
    hand.wire((nodes[1], "image"), (nodes[2], "images"))
    return nodes


def test_a_click_selects_and_tells_once(hand: Hand, chain: tuple[str, str, str]) -> None:
    told: list[list[str]] = []
    hand.canvas.selection_changed.connect(told.append)
    hand.click(hand.title(chain[1]))
    assert hand.canvas.selected() == [chain[1]]
    assert told == [[chain[1]]]


@pytest.mark.parametrize("held", [_CONTROL, _SHIFT])
def test_a_click_with_control_or_shift_adds_and_takes_away(
    hand: Hand, chain: tuple[str, str, str], held: Qt.KeyboardModifier
) -> None:
    hand.click(hand.title(chain[0]))
    hand.click(hand.title(chain[1]), held)
    assert set(hand.canvas.selected()) == {chain[0], chain[1]}
    hand.click(hand.title(chain[0]), held)
    assert hand.canvas.selected() == [chain[1]]


def test_a_rubber_band_selects_what_it_touches(hand: Hand, chain: tuple[str, str, str]) -> None:
    hand.drag(QPoint(20, 20), hand.title(chain[1]))
    assert set(hand.canvas.selected()) == {chain[0], chain[1]}


def test_a_click_on_nothing_deselects(hand: Hand, chain: tuple[str, str, str]) -> None:
    hand.click(hand.title(chain[0]))
    hand.click(QPoint(30, 700))
    assert hand.canvas.selected() == []


def test_moving_several_nodes_is_one_step(hand: Hand, chain: tuple[str, str, str]) -> None:
    hand.canvas.select(chain[:2])
    steps = len(hand.document.undo_names)
    hand.drag(hand.title(chain[0]), hand.title(chain[0]) + QPoint(50, 120))
    assert hand.graph.nodes[chain[0]].position == (50.0, 120.0)
    assert hand.graph.nodes[chain[1]].position == (390.0, 120.0)
    assert len(hand.document.undo_names) == steps + 1
    check_canvas(hand.canvas)
    hand.document.undo()
    assert hand.graph.nodes[chain[1]].position == (340.0, 0.0)
    check_canvas(hand.canvas)


def test_two_moves_are_two_steps(hand: Hand, chain: tuple[str, str, str]) -> None:
    steps = len(hand.document.undo_names)
    for _ in range(2):
        hand.drag(hand.title(chain[0]), hand.title(chain[0]) + QPoint(0, 50))
    assert len(hand.document.undo_names) == steps + 2


def test_escape_puts_moved_nodes_back(hand: Hand, chain: tuple[str, str, str]) -> None:
    before = hand.document.snapshot
    hand.press(hand.title(chain[0]))
    hand.move(hand.title(chain[0]) + QPoint(80, 80))
    hand.key(Qt.Key.Key_Escape)
    assert hand.document.snapshot is before
    check_canvas(hand.canvas)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_undo_brings_a_deleted_node_back_with_its_wires(
    hand: Hand, chain: tuple[str, str, str], key: Qt.Key
) -> None:
    before = hand.document.snapshot
    hand.click(hand.title(chain[1]))
    hand.key(key)
    assert chain[1] not in hand.graph.nodes
    assert not hand.wires
    check_canvas(hand.canvas)
    hand.document.undo()
    assert hand.document.snapshot == before
    check_canvas(hand.canvas)


def test_copies_are_pasted_with_the_wires_between_them(
    hand: Hand, chain: tuple[str, str, str]
) -> None:
    hand.canvas.select(chain[:2])
    hand.key(Qt.Key.Key_C, _CONTROL)
    hand.move(QPoint(150, 500))
    hand.key(Qt.Key.Key_V, _CONTROL)
    assert len(hand.graph.nodes) == 5
    assert len(hand.wires) == 3
    pasted = hand.canvas.selected()
    assert not set(pasted) & set(chain)
    assert min(hand.graph.nodes[key].position for key in pasted) == (50.0, 400.0)
    check_canvas(hand.canvas)


def test_cut_takes_nodes_away_and_paste_brings_them_back(
    hand: Hand, chain: tuple[str, str, str]
) -> None:
    hand.canvas.select(chain[:1])
    hand.key(Qt.Key.Key_X, _CONTROL)
    assert len(hand.graph.nodes) == 2
    hand.canvas.paste()
    assert len(hand.graph.nodes) == 3
    check_canvas(hand.canvas)


def test_duplicate_leaves_the_clipboard_alone(hand: Hand, chain: tuple[str, str, str]) -> None:
    QGuiApplication.clipboard().setText("precious")
    hand.canvas.select(chain[1:])
    hand.key(Qt.Key.Key_D, _CONTROL)
    assert len(hand.graph.nodes) == 5
    assert QGuiApplication.clipboard().text() == "precious"
    check_canvas(hand.canvas)


@pytest.mark.parametrize("text", ["[1, 2]", "123", "hello", '{"format": 99}'])
def test_pasting_something_else_is_refused_with_a_sentence(hand: Hand, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    hand.key(Qt.Key.Key_V, _CONTROL)
    assert len(hand.refusals) == 1
    assert not hand.graph.nodes


def test_keys_bypass_mute_and_fold(hand: Hand, chain: tuple[str, str, str]) -> None:
    hand.click(hand.title(chain[1]))
    for key, flag in (
        (Qt.Key.Key_D, "bypassed"),
        (Qt.Key.Key_M, "muted"),
    ):
        hand.key(key)
        assert getattr(hand.graph.nodes[chain[1]], flag)
        hand.key(key)
        assert not getattr(hand.graph.nodes[chain[1]], flag)
    hand.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert hand.graph.nodes[chain[1]].collapsed
    check_canvas(hand.canvas)


def test_a_title_is_changed_where_it_stands(hand: Hand, chain: tuple[str, str, str]) -> None:
    hand.double_click(hand.title(chain[1]))
    hand.type("Soft")
    hand.key(Qt.Key.Key_Return)
    assert hand.graph.nodes[chain[1]].title == "Soft"
    assert hand.canvas.viewer.hasFocus()


def test_a_node_deleted_while_its_title_is_edited_is_gone(
    hand: Hand, chain: tuple[str, str, str]
) -> None:
    hand.double_click(hand.title(chain[1]))
    hand.document.apply(edits.remove_nodes(hand.document.snapshot, [chain[1]]))
    hand.key(Qt.Key.Key_Return)
    check_canvas(hand.canvas)
    hand.document.undo()
    assert chain[1] in hand.graph.nodes


def test_a_double_click_on_a_card_is_told(hand: Hand, chain: tuple[str, str, str]) -> None:
    told: list[str] = []
    hand.canvas.node_double_clicked.connect(told.append)
    hand.double_click(hand.place(QPointF(680 + 60, 44)))
    assert told == [chain[2]]


def test_another_document_is_shown_as_a_whole(hand: Hand, chain: tuple[str, str, str]) -> None:
    node = Node("far", "toy.Blur", position=(5000.0, 5000.0))
    hand.document.replace(Snapshot({"main": Graph({"far": node})}))
    check_canvas(hand.canvas)
    hand.canvas.fit_all()
    assert hand.canvas.viewer.shown.contains(5000, 5000)


def test_a_node_of_an_unknown_kind_keeps_its_wires(hand: Hand) -> None:
    nodes = {
        "a": Node("a", "toy.Picture"),
        "b": Node("b", "other.Thing", position=(340.0, 0.0)),
        "c": Node("c", "toy.Blur", position=(680.0, 0.0)),
    }
    wires = {
        Socket("b", "stuff"): (Source("a", "image"),),
        Socket("c", "image"): (Source("b", "made"),),
    }
    hand.document.replace(Snapshot({"main": Graph(nodes, wires)}))
    check_canvas(hand.canvas)
    assert "not installed" in hand.canvas.projection.cards["b"].tip(QPointF(60, 14))


def test_undo_during_a_drag_gives_the_drag_up(hand: Hand, chain: tuple[str, str, str]) -> None:
    hand.press(hand.title(chain[2]))
    hand.move(hand.title(chain[2]) + QPoint(60, 60))
    hand.document.undo()
    check_canvas(hand.canvas)
    hand.release(QPoint(400, 400))
    check_canvas(hand.canvas)


def test_kinds_that_arrive_later_are_drawn(hand: Hand, chain: tuple[str, str, str]) -> None:
    hand.canvas.refresh_kinds()
    check_canvas(hand.canvas)
    assert ToyKinds().spec("toy.Blur") is hand.canvas.projection.cards[chain[1]].face.content.spec


def test_a_node_dropped_on_a_wire_is_put_into_it(hand: Hand) -> None:
    a, b = hand.add("Picture", 0, 0), hand.add("Blur", 600, 0)
    hand.wire((a, "image"), (b, "image"))
    between = hand.add("Blur", 300, 400)
    steps = len(hand.document.undo_names)
    hand.drag(hand.title(between), QPoint(500, 130))
    assert {(wire.source.node, wire.socket.node) for wire in hand.wires} == {
        (a, between),
        (between, b),
    }
    assert len(hand.document.undo_names) == steps + 1
    check_canvas(hand.canvas)


def test_a_node_that_does_not_fit_is_only_moved_over_a_wire(hand: Hand) -> None:
    a, b = hand.add("Picture", 0, 0), hand.add("Blur", 600, 0)
    hand.wire((a, "image"), (b, "image"))
    number = hand.add("Number", 300, 400)
    hand.drag(hand.title(number), QPoint(500, 130))
    assert {(wire.source.node, wire.socket.node) for wire in hand.wires} == {(a, b)}
    assert hand.graph.nodes[number].position != (300.0, 400.0)


def test_a_copy_can_keep_what_feeds_its_original(hand: Hand, chain: tuple[str, str, str]) -> None:
    hand.canvas.select(chain[1:2])
    hand.key(Qt.Key.Key_C, _CONTROL)
    hand.key(Qt.Key.Key_V, _CONTROL | _SHIFT)
    (copy,) = hand.canvas.selected()
    assert (chain[0], copy) in {(wire.source.node, wire.socket.node) for wire in hand.wires}
    check_canvas(hand.canvas)
