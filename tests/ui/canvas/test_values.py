"""Values are edited where they are drawn."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizeGrip, QToolButton

from app.ui.canvas.cards.fields import dice_box
from tests.ui.canvas.toys import Hand, check_canvas

_CONTROL = Qt.KeyboardModifier.ControlModifier


def _value(hand: Hand, node: str, name: str) -> Any:
    return hand.graph.nodes[node].parameters[name]


@pytest.mark.parametrize(
    ("kind", "name", "typed", "value"),
    [
        ("Blur", "radius", "17", 17),
        ("Blur", "radius", "5*3+2", 17),
        ("Picture", "seed", "9000000000000000000", 9000000000000000000),
        ("Picture", "title", "a lake", "a lake"),
        ("Prompt", "weight", "1.25", 1.25),
        ("Prompt", "colour", "#102030", "#102030"),
        ("Prompt", "file", "notes.txt", "notes.txt"),
    ],
)
def test_a_click_on_a_value_edits_it(
    hand: Hand, kind: str, name: str, typed: str, value: object
) -> None:
    node = hand.add(kind)
    hand.click(hand.pill(node, name))
    hand.key(Qt.Key.Key_A, _CONTROL)
    hand.type(typed)
    hand.key(Qt.Key.Key_Return)
    assert _value(hand, node, name) == value
    assert hand.canvas.viewer.hasFocus()
    check_canvas(hand.canvas)


def test_escape_leaves_the_value(hand: Hand) -> None:
    node = hand.add("Blur")
    before = hand.document.snapshot
    hand.click(hand.pill(node, "radius"))
    hand.type("17")
    hand.key(Qt.Key.Key_Escape)
    assert hand.document.snapshot is before


def test_escape_keeps_a_text_of_many_lines(hand: Hand) -> None:
    node = hand.add("Prompt")
    hand.click(hand.pill(node, "text"))
    hand.key(Qt.Key.Key_A, _CONTROL)
    hand.type("a house")
    hand.key(Qt.Key.Key_Escape)
    assert _value(hand, node, "text") == "a house"
    assert hand.canvas.viewer.hasFocus()


def test_a_click_elsewhere_keeps_the_value(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.click(hand.pill(node, "radius"))
    hand.type("17")
    hand.click(QPoint(900, 700))
    assert _value(hand, node, "radius") == 17


def test_zooming_keeps_the_value(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.click(hand.pill(node, "radius"))
    hand.type("18")
    hand.canvas.fit_all()
    assert _value(hand, node, "radius") == 18


def test_opening_an_editor_and_leaving_it_is_no_step(hand: Hand) -> None:
    node = hand.add("Picture")
    steps = hand.document.undo_names
    for name in ("size", "seed", "title"):
        hand.click(hand.pill(node, name))
        hand.key(Qt.Key.Key_Return)
    assert hand.document.undo_names == steps


def test_a_switch_changes_over_at_a_click(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.click(hand.pill(node, "wrap"))
    assert _value(hand, node, "wrap") is True


def test_a_choice_is_made_from_a_list(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.click(hand.pill(node, "mode"))
    editor = hand.canvas.popups.editor.editor
    assert editor is not None
    box = editor.focusProxy()
    assert isinstance(box, QComboBox)
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert _value(hand, node, "mode") == "bell"


def test_a_model_is_chosen_among_the_known_ones(hand: Hand) -> None:
    node = hand.add("Prompt")
    hand.click(hand.pill(node, "model"))
    editor = hand.canvas.popups.editor.editor
    assert editor is not None
    box = editor.focusProxy()
    assert isinstance(box, QComboBox)
    assert [box.itemText(row) for row in range(2)] == ["large", "tiny"]
    hand.type("large")
    hand.key(Qt.Key.Key_Return)
    assert _value(hand, node, "model") == "large"


def test_a_size_has_two_numbers(hand: Hand) -> None:
    node = hand.add("Picture")
    hand.click(hand.pill(node, "size"))
    editor = hand.canvas.popups.editor.editor
    assert editor is not None
    hand.type("128")
    hand.key(Qt.Key.Key_Tab)
    hand.type("32*3")
    hand.key(Qt.Key.Key_Return)
    assert _value(hand, node, "size") == [128, 96]


def test_the_dice_gives_another_seed(hand: Hand) -> None:
    node = hand.add("Picture")
    hand.click(hand.pill(node, "seed"))
    editor = hand.canvas.popups.editor.editor
    assert editor is not None
    editor.findChildren(QToolButton)[0].click()
    hand.canvas.commit_edit()
    assert _value(hand, node, "seed") != 1


def test_text_of_many_lines_is_kept_on_leaving(hand: Hand) -> None:
    node = hand.add("Prompt")
    hand.click(hand.pill(node, "text"))
    editor = hand.canvas.popups.editor.editor
    assert editor is not None
    assert isinstance(editor.focusProxy(), QPlainTextEdit)
    hand.type("a hill")
    hand.key(Qt.Key.Key_Return)
    hand.type("at dawn")
    hand.key(Qt.Key.Key_Return, _CONTROL)
    assert _value(hand, node, "text") == "a hill\nat dawn"
    check_canvas(hand.canvas)


def test_a_drag_on_a_number_changes_it_in_one_step(hand: Hand) -> None:
    node = hand.add("Blur")
    steps = len(hand.document.undo_names)
    start = hand.pill(node, "radius")
    hand.drag(start, start + QPoint(60, 0))
    assert _value(hand, node, "radius") > 5
    assert len(hand.document.undo_names) == steps + 1
    hand.document.undo()
    assert _value(hand, node, "radius") == 5
    hand.drag(start, start + QPoint(-900, 0))
    assert _value(hand, node, "radius") == 0
    check_canvas(hand.canvas)


def test_a_wired_value_is_not_edited(hand: Hand) -> None:
    a, b = hand.add("Number", 0, 300), hand.add("Blur")
    hand.wire((a, "value"), (b, "radius"))
    before = hand.document.snapshot
    start = hand.pill(b, "radius")
    hand.click(start)
    assert hand.canvas.popups.editor.editor is None
    assert hand.document.snapshot is before
    assert hand.canvas.selected() == [b]


def test_letters_typed_into_a_value_do_nothing_else(hand: Hand) -> None:
    node = hand.add("Picture")
    hand.click(hand.pill(node, "title"))
    hand.type("mdfh")
    hand.key(Qt.Key.Key_Backspace)
    hand.key(Qt.Key.Key_Return)
    assert _value(hand, node, "title") == "mdf"
    assert not hand.graph.nodes[node].muted


def test_a_click_on_the_die_takes_another_seed_as_one_step(hand: Hand) -> None:
    node = hand.add("Picture")
    card = hand.canvas.projection.cards[node]
    (field,) = [f for f in card.layout.fields if f.parameter.name == "seed"]
    box = dice_box(field)
    assert box is not None
    hand.click(hand.place(card.mapToScene(box.center())))
    assert hand.graph.nodes[node].parameters["seed"] > 1
    assert not hand.canvas.popups.editor.isVisible()
    hand.document.undo()
    assert hand.graph.nodes[node].parameters["seed"] == 1


def test_beside_the_die_the_seed_can_be_typed(hand: Hand) -> None:
    node = hand.add("Picture")
    hand.click(hand.pill(node, "seed"))
    assert hand.canvas.popups.editor.isVisible()


def test_shift_drags_finer_and_control_coarser(hand: Hand) -> None:
    node = hand.add("Prompt")
    start = hand.pill(node, "weight")
    hand.drag(start, start + QPoint(40, 0), Qt.KeyboardModifier.ShiftModifier)
    fine = _value(hand, node, "weight") - 1.0
    hand.document.undo()
    hand.drag(start, start + QPoint(40, 0))
    usual = _value(hand, node, "weight") - 1.0
    hand.document.undo()
    hand.drag(start, start + QPoint(40, 0), _CONTROL)
    assert 0 < fine < usual < _value(hand, node, "weight") - 1.0
    assert hand.canvas.viewer.viewport().cursor().shape() != Qt.CursorShape.BlankCursor


def test_what_is_typed_can_be_taken_back_before_it_is_kept(hand: Hand) -> None:
    node = hand.add("Picture")
    steps = hand.document.undo_names
    hand.click(hand.pill(node, "title"))
    hand.type("x")
    hand.key(Qt.Key.Key_Z, _CONTROL)
    hand.key(Qt.Key.Key_Return)
    assert _value(hand, node, "title") == "a hill"
    assert hand.document.undo_names == steps


def test_the_editor_of_a_long_text_is_made_larger_and_stays_so(hand: Hand) -> None:
    node = hand.add("Prompt")
    editor = hand.canvas.popups.editor
    for grows in (True, False):
        hand.click(hand.pill(node, "text"))
        before = editor.size()
        if grows:
            grip = editor.findChild(QSizeGrip)
            start = grip.rect().center()
            QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
            QTest.mouseMove(grip, start + QPoint(90, 70))
            QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=start + QPoint(90, 70))
            assert not editor.isWindow()
            assert editor.width() > before.width() + 60
            assert editor.height() > before.height() + 40
            wanted = editor.size()
        else:
            assert before == wanted
        hand.type("words")
        hand.key(Qt.Key.Key_Return, _CONTROL)
    assert _value(hand, node, "text") == "words"
