"""The canvas by keyboard alone: walking, editing values, drawing and removing wires."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from app.graph import edits
from app.graph.document import Frame, Socket, Source, Wire
from tests.ui.canvas.toys import Hand, check_canvas

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def row(hand: Hand) -> tuple[str, str, str]:
    """A picture, a blur right of it, and another one below that; the picture feeds the first."""
    a, b, c = hand.add("Picture", 0, 0), hand.add("Blur", 400, 0), hand.add("Blur", 400, 300)
    hand.wire((a, "image"), (b, "image"))
    return a, b, c


def test_arrows_walk_to_the_nearest_node_in_their_direction(
    hand: Hand, row: tuple[str, str, str]
) -> None:
    a, b, c = row
    hand.canvas.select([a])
    steps = [(Qt.Key.Key_Right, b), (Qt.Key.Key_Down, c), (Qt.Key.Key_Up, b), (Qt.Key.Key_Left, a)]
    for key, wanted in steps:
        hand.key(key)
        assert hand.canvas.selected() == [wanted]
    hand.key(Qt.Key.Key_Left)
    assert hand.canvas.selected() == [a]


def test_the_first_arrow_selects_what_is_nearest_to_the_middle(
    hand: Hand, row: tuple[str, str, str]
) -> None:
    hand.key(Qt.Key.Key_Down)
    assert len(hand.canvas.selected()) == 1


def test_arrows_reach_frames_and_the_view_follows(hand: Hand, row: tuple[str, str, str]) -> None:
    frame = Frame("f", "far", (4000.0, 20.0, 300.0, 200.0))
    hand.document.apply(edits.put_frame(hand.document.snapshot, frame))
    hand.canvas.select([row[1]])
    hand.key(Qt.Key.Key_Right)
    assert hand.canvas.chosen() == ["f"]
    assert hand.canvas.viewer.shown.contains(hand.canvas.boxes.shown["f"].area)


def test_ctrl_shift_and_an_arrow_add_to_the_selection(
    hand: Hand, row: tuple[str, str, str]
) -> None:
    hand.canvas.select([row[0]])
    hand.key(Qt.Key.Key_Right, _CONTROL | _SHIFT)
    hand.key(Qt.Key.Key_Down, _CONTROL | _SHIFT)
    assert set(hand.canvas.selected()) == set(row)


def test_shift_and_an_arrow_move_the_selection_by_the_grid(
    hand: Hand, row: tuple[str, str, str]
) -> None:
    hand.canvas.select([row[2]])
    hand.key(Qt.Key.Key_Right, _SHIFT)
    hand.key(Qt.Key.Key_Up, _SHIFT)
    assert hand.graph.nodes[row[2]].position == (424.0, 276.0)
    check_canvas(hand.canvas)


def test_ctrl_alt_and_an_arrow_resize_a_frame(hand: Hand) -> None:
    frame = Frame("f", "", (0.0, 0.0, 300.0, 200.0))
    hand.document.apply(edits.put_frame(hand.document.snapshot, frame))
    hand.canvas.select(["f"])
    hand.key(Qt.Key.Key_Right, _CONTROL | _ALT)
    hand.key(Qt.Key.Key_Down, _CONTROL | _ALT)
    hand.key(Qt.Key.Key_Left, _CONTROL | _ALT)
    assert hand.graph.frames["f"].rectangle == (0.0, 0.0, 300.0, 224.0)
    hand.canvas.select([])
    hand.key(Qt.Key.Key_Right, _CONTROL | _ALT)
    assert hand.refusals == ["Select a frame or a note to change its size."]


def test_alt_and_an_arrow_follow_the_wires(hand: Hand, row: tuple[str, str, str]) -> None:
    hand.canvas.select([row[1]])
    hand.key(Qt.Key.Key_Left, _ALT)
    assert hand.canvas.selected() == [row[0]]
    hand.key(Qt.Key.Key_Right, _ALT)
    assert hand.canvas.selected() == [row[1]]
    hand.key(Qt.Key.Key_Right, _ALT)
    assert hand.refusals == ["This node feeds nothing."]


def test_enter_edits_the_first_value_and_tab_goes_on(hand: Hand) -> None:
    node = hand.add("Blur", 0, 0)
    hand.canvas.select([node])
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_A, _CONTROL)
    hand.type("17")
    hand.key(Qt.Key.Key_Tab)
    assert hand.graph.nodes[node].parameters["radius"] == 17
    hand.key(Qt.Key.Key_Space)
    hand.key(Qt.Key.Key_Tab)
    assert hand.graph.nodes[node].parameters["wrap"] is True
    hand.key(Qt.Key.Key_Backtab, _SHIFT)
    assert hand.canvas.popups.edited_value == "wrap"
    assert hand.canvas.popups.editor.isVisible()
    hand.key(Qt.Key.Key_Escape)
    assert not hand.canvas.popups.editor.isVisible()
    assert hand.canvas.viewer.hasFocus()


def test_tab_takes_what_is_chosen_in_an_open_list(hand: Hand) -> None:
    node = hand.add("Blur", 0, 0)
    hand.click(hand.pill(node, "mode"))
    view = hand.canvas.popups.editor.findChildren(QComboBox)[0].view()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Backtab, _SHIFT)
    assert hand.graph.nodes[node].parameters["mode"] == "bell"
    assert hand.canvas.popups.edited_value == "wrap"
    assert hand.canvas.popups.editor.isVisible()


def test_tab_behind_the_last_value_ends_editing(hand: Hand) -> None:
    node = hand.add("Number", 0, 0)
    hand.canvas.select([node])
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Tab)
    assert not hand.canvas.popups.editor.isVisible()
    assert not hand.canvas.popups.search.isVisible()
    assert hand.canvas.viewer.hasFocus()


def test_a_value_that_a_wire_feeds_is_passed_over(hand: Hand) -> None:
    number, blur = hand.add("Number", 0, 0), hand.add("Blur", 400, 0)
    hand.wire((number, "value"), (blur, "radius"))
    hand.canvas.select([blur])
    hand.key(Qt.Key.Key_Return)
    assert hand.canvas.popups.edited_value == "wrap"


def test_a_wire_is_drawn_by_keys(hand: Hand, row: tuple[str, str, str]) -> None:
    a, _, c = row
    hand.canvas.select([c])
    hand.key(Qt.Key.Key_W)
    hand.type("image from")
    hand.key(Qt.Key.Key_Return)
    picker = hand.canvas.joining.picker
    rows = [picker.list.item(row).text() for row in range(picker.list.count())]
    assert sorted(rows[:-1]) == ["Image of Blur", "Image of Picture"]
    assert rows[-1] == "A new node …"
    hand.type("picture")
    hand.key(Qt.Key.Key_Return)
    assert Wire(Source(a, "image"), Socket(c, "image")) in hand.wires
    assert hand.canvas.viewer.hasFocus()
    check_canvas(hand.canvas)


def test_a_wire_is_removed_by_keys(hand: Hand, row: tuple[str, str, str]) -> None:
    hand.canvas.select([row[1]])
    hand.key(Qt.Key.Key_W)
    hand.type("unplug")
    hand.key(Qt.Key.Key_Return)
    assert not hand.wires
    hand.document.undo()
    assert len(hand.wires) == 1


def test_a_new_node_is_added_for_a_port_by_keys(hand: Hand) -> None:
    node = hand.add("Blur", 0, 0)
    hand.canvas.select([node])
    for text in ("radius", "new", "number"):
        if text == "radius":
            hand.key(Qt.Key.Key_W)
        hand.type(text)
        hand.key(Qt.Key.Key_Return)
    (added,) = hand.graph.nodes.keys() - {node}
    assert hand.wires == {Wire(Source(added, "value"), Socket(node, "radius"))}


def test_escape_closes_the_list_of_ports_and_changes_nothing(
    hand: Hand, row: tuple[str, str, str]
) -> None:
    before = hand.document.snapshot
    hand.canvas.select([row[2]])
    hand.key(Qt.Key.Key_W)
    hand.key(Qt.Key.Key_Escape)
    assert not hand.canvas.joining.picker.isVisible()
    assert hand.document.snapshot is before
    assert QApplication.focusWidget() is hand.canvas.viewer


def test_keys_without_a_node_say_what_to_do(hand: Hand) -> None:
    hand.key(Qt.Key.Key_W)
    hand.key(Qt.Key.Key_Return)
    assert len(hand.refusals) == 2
    assert all("press an arrow key" in text for text in hand.refusals)


def test_shift_w_selects_one_wire_after_the_other_and_delete_removes_it(
    hand: Hand, row: tuple[str, str, str]
) -> None:
    a, b, c = row
    hand.wire((a, "image"), (c, "image"))
    hand.canvas.select([a])
    said: list[str] = []
    hand.canvas.told.connect(said.append)
    hand.key(Qt.Key.Key_W, _SHIFT)
    hand.key(Qt.Key.Key_W, _SHIFT)
    hand.key(Qt.Key.Key_Delete)
    assert hand.wires == {Wire(Source(a, "image"), Socket(b, "image"))}
    assert said[1] == "Wire from Image of Picture to Image of Blur"


def test_left_and_right_lead_from_a_wire_to_its_ends(hand: Hand, row: tuple[str, str, str]) -> None:
    a, b, _ = row
    for key, end in ((Qt.Key.Key_Right, b), (Qt.Key.Key_Left, a)):
        hand.canvas.select([a])
        hand.key(Qt.Key.Key_W, _SHIFT)
        assert hand.canvas.selected() == []
        hand.key(key)
        assert hand.canvas.selected() == [end]


def test_a_node_without_wires_says_that_it_has_none(hand: Hand, row: tuple[str, str, str]) -> None:
    hand.canvas.select([row[2]])
    hand.key(Qt.Key.Key_W, _SHIFT)
    assert len(hand.refusals) == 1
