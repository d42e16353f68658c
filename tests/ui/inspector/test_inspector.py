"""The inspector: fields made from the declaration, and edits that are changes of the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.graph import edits
from app.graph.document import Socket, Source
from tests.ui.toys import Desk


def value(desk: Desk, node: str, name: str) -> object:
    return desk.document.snapshot.main.nodes[node].parameters[name]


def type_into(desk: Desk, field: QWidget, text: str) -> None:
    field.setFocus()
    desk.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.keyClicks(field, text)


@pytest.fixture
def node(desk: Desk) -> str:
    """A selected node with every kind of parameter."""
    id = desk.add("Everything")
    desk.select(id)
    return id


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("whole", "7", 7),
        ("number", "0.75", 0.75),
        ("line", "a cat", "a cat"),
        ("prose", "a cat", "a cat"),
        ("file", "/tmp/cat.png", "/tmp/cat.png"),
        ("seed", "9223372036854775807", 2**63 - 1),
    ],
)
def test_what_is_typed_is_one_step_of_the_history(
    desk: Desk, node: str, name: str, text: str, expected: object
) -> None:
    before = desk.document.snapshot.main.nodes[node]
    steps = len(desk.document.undo_names)
    type_into(desk, desk.field(name), text)
    assert value(desk, node, name) == expected
    assert len(desk.document.undo_names) == steps + 1
    desk.key(Qt.Key.Key_Z)
    assert desk.document.snapshot.main.nodes[node] == before


def test_a_field_shows_what_undo_brought_back(desk: Desk, node: str) -> None:
    field = desk.field("whole")
    type_into(desk, field, "7")
    desk.document.undo()
    assert field.text() == "3 px"


def test_a_number_out_of_range_is_not_taken(desk: Desk, node: str) -> None:
    field = desk.field("whole")
    type_into(desk, field, "99")
    assert value(desk, node, "whole") == 9
    desk.qtbot.keyClick(field, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert value(desk, node, "whole") == 10


def test_arrow_keys_step_a_number(desk: Desk, node: str) -> None:
    field = desk.field("number")
    field.setFocus()
    desk.qtbot.keyClick(field, Qt.Key.Key_Up)
    assert value(desk, node, "number") == 0.55


def test_the_wheel_turns_a_number_only_while_it_has_the_focus(desk: Desk, node: str) -> None:
    field = desk.field("whole")
    desk.window.viewer.view.setFocus()
    turn(field)
    assert value(desk, node, "whole") == 3
    field.setFocus()
    turn(field)
    assert value(desk, node, "whole") == 4


def turn(field: QWidget) -> None:
    """One notch of the wheel over a field."""
    middle = QPointF(field.rect().center())
    up, none = QPointF(0, 120).toPoint(), QPointF().toPoint()
    event = QWheelEvent(
        middle,
        field.mapToGlobal(middle),
        none,
        up,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)


def test_a_box_is_ticked_by_a_click_and_a_choice_made_by_a_key(desk: Desk, node: str) -> None:
    desk.field("yes").click()
    assert value(desk, node, "yes") is True
    choice = desk.field("word")
    choice.setFocus()
    desk.qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert value(desk, node, "word") == "two"


def test_the_die_throws_a_seed_and_the_arrows_swap_a_size(desk: Desk, node: str) -> None:
    rows = desk.window.inspector.panel.rows
    rows["seed"].editor.die.click()
    assert value(desk, node, "seed") != 0
    rows["size"].editor.swap.click()
    assert value(desk, node, "size") == [32, 64]


def test_a_double_click_on_the_label_brings_the_default_back(desk: Desk, node: str) -> None:
    type_into(desk, desk.field("whole"), "7")
    row = desk.window.inspector.panel.rows["whole"]
    assert row.reset_tool.isVisible()
    desk.qtbot.mouseDClick(row.label, Qt.MouseButton.LeftButton)
    assert value(desk, node, "whole") == 3
    assert not row.reset_tool.isVisible()


def test_models_are_offered_by_name_and_may_be_typed_as_a_path(desk: Desk, node: str) -> None:
    field = desk.field("model")
    assert [field.itemText(row) for row in range(field.count())] == ["large", "pocket"]
    type_into(desk, field.lineEdit(), "/models/mine")
    assert value(desk, node, "model") == "/models/mine"


def test_an_input_says_what_feeds_it(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall()
    desk.select(wall)
    desk.document.apply(edits.rename(desk.document.snapshot, paint, "Sun"))
    assert desk.window.inspector.panel.input_text("image") == "Sun"


def test_a_parameter_that_is_fed_by_a_wire_is_not_edited_here(desk: Desk, node: str) -> None:
    count = desk.add("Count")
    desk.wire(Source(count, "integer"), Socket(node, "whole"))
    assert not desk.field("whole").isVisible()
    desk.document.undo()
    assert desk.field("whole").isVisible()


def test_the_title_is_edited_and_shown(desk: Desk, node: str) -> None:
    panel = desk.window.inspector.panel
    type_into(desk, panel.head.title, "Mine")
    assert desk.document.snapshot.main.nodes[node].title == "Mine"


def test_nothing_selected_is_said(desk: Desk, node: str) -> None:
    desk.select()
    assert desk.window.inspector.panel is None
    assert "Select a node" in desk.window.inspector.currentWidget().text()


def test_a_deleted_node_leaves_the_inspector(desk: Desk, node: str) -> None:
    desk.document.apply(edits.remove_nodes(desk.document.snapshot, [node]))
    assert desk.window.inspector.panel is None


def test_results_and_errors_of_the_last_run_are_told(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(count=2)
    refuse, wall = desk.add("Refuse"), desk.add("Hang")
    desk.wire(refuse, wall)
    desk.run()
    desk.select(paint)
    assert desk.window.inspector.panel.output_text("image") == "2 image, 8 x 8"
    desk.select(refuse)
    assert desk.window.inspector.panel.error_text() == "There is no paint left: buy some."


def test_edits_before_and_after_a_run_are_two_steps_of_the_history(desk: Desk, node: str) -> None:
    type_into(desk, desk.field("whole"), "7")
    desk.run()
    type_into(desk, desk.field("whole"), "8")
    desk.document.undo()
    assert value(desk, node, "whole") == 7
