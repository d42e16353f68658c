"""Several nodes are edited at once; frames, flags, pins and wires have their place, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.graph import edits
from app.graph.document import Frame, Note, Socket, Source
from app.graph.grouping import make_subgraph
from app.ui import theme
from app.ui.inspector.parameter_row import ParameterRow
from tests.ui.inspector.test_inspector import type_into, value
from tests.ui.toys import Desk


@pytest.fixture
def pair(desk: Desk) -> tuple[str, str]:
    """Two nodes of different kinds that share a parameter, both selected."""
    nodes = desk.add("Paint", shade=7), desk.add("Sketch", shade=9)
    desk.select(*nodes)
    return nodes


def row(desk: Desk, name: str) -> ParameterRow:
    panel = desk.window.inspector.panel
    assert panel is not None
    return panel.rows[name]


def choose(desk: Desk, widget: QWidget, text: str) -> None:
    """Open a context menu by the mouse and take an entry of it."""
    place = QPoint(4, 4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    click(desk, menu, text)
    for left in widget.findChildren(QMenu):
        left.close()


def click(desk: Desk, menu: QMenu, text: str) -> None:
    """Click an entry of an open menu."""
    entry = next(action for action in menu.actions() if action.text() == text)
    desk.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())


def test_only_what_all_have_is_shown(desk: Desk, pair: tuple[str, str]) -> None:
    panel = desk.window.inspector.panel
    assert list(panel.rows) == ["shade"]
    assert panel.head.title.placeholderText() == "2 nodes"


def test_different_values_are_shown_as_several(desk: Desk, pair: tuple[str, str]) -> None:
    assert desk.field("shade").text() == ""
    assert desk.field("shade").lineEdit().placeholderText() == "several"


def test_an_edit_is_one_step_for_all(desk: Desk, pair: tuple[str, str]) -> None:
    steps = len(desk.document.undo_names)
    type_into(desk, desk.field("shade"), "42")
    assert [value(desk, node, "shade") for node in pair] == [42, 42]
    assert len(desk.document.undo_names) == steps + 1
    desk.document.undo()
    assert [value(desk, node, "shade") for node in pair] == [7, 9]


def test_leaving_a_field_of_several_values_changes_nothing(
    desk: Desk, pair: tuple[str, str]
) -> None:
    before = desk.document.snapshot
    desk.field("shade").setFocus()
    desk.qtbot.keyClick(desk.field("shade"), Qt.Key.Key_Tab)
    assert desk.document.snapshot is before


def test_all_go_back_to_their_defaults_in_one_step(desk: Desk, pair: tuple[str, str]) -> None:
    steps = len(desk.document.undo_names)
    desk.qtbot.mouseDClick(row(desk, "shade").label, Qt.MouseButton.LeftButton)
    assert [value(desk, node, "shade") for node in pair] == [100, 100]
    assert len(desk.document.undo_names) == steps + 1


def test_flags_of_all_are_switched_at_the_head(desk: Desk, pair: tuple[str, str]) -> None:
    button = desk.window.inspector.panel.head.flags["muted"]
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert all(desk.document.snapshot.main.nodes[node].muted for node in pair)
    assert button.isChecked()
    desk.document.undo()
    assert not button.isChecked()


def test_a_colour_is_chosen_at_the_head(desk: Desk, pair: tuple[str, str]) -> None:
    menu = desk.window.inspector.panel.head.colour.menu()
    menu.popup(QPoint(10, 10))
    click(desk, menu, "Teal")
    colours = {desk.document.snapshot.main.nodes[node].colour for node in pair}
    assert len(colours) == 1
    assert None not in colours


def test_the_pin_shows_a_parameter_in_the_panel(desk: Desk) -> None:
    node = desk.add("Paint")
    desk.select(node)
    desk.qtbot.mouseClick(row(desk, "shade").pin, Qt.MouseButton.LeftButton)
    (item,) = desk.document.snapshot.main.exposed
    assert (item.node, item.parameter) == (node, "shade")
    desk.qtbot.mouseClick(row(desk, "shade").pin, Qt.MouseButton.LeftButton)
    assert desk.document.snapshot.main.exposed == ()


def test_the_menu_resets_exposes_and_copies_the_name(desk: Desk) -> None:
    node = desk.add("Paint", shade=3)
    desk.select(node)
    label = row(desk, "shade").label
    choose(desk, label, "Copy its name for the command line")
    assert QGuiApplication.clipboard().text() == "Paint.shade"
    choose(desk, label, "Show in the panel")
    assert len(desk.document.snapshot.main.exposed) == 1
    choose(desk, label, "Back to the default")
    assert value(desk, node, "shade") == 100


def test_a_wired_parameter_says_from_where_and_a_click_goes_there(desk: Desk) -> None:
    node, count = desk.add("Paint"), desk.add("Count")
    desk.wire(Source(count, "integer"), Socket(node, "shade"))
    desk.select(node)
    shown = row(desk, "shade")
    assert shown.source.text() == "from Count"
    desk.qtbot.mouseClick(shown.source, Qt.MouseButton.LeftButton)
    assert desk.window.canvas.selected() == [count]


def test_a_wire_is_drawn_and_taken_away_here(desk: Desk) -> None:
    node, count = desk.add("Paint"), desk.add("Count")
    desk.select(node)
    deeds = desk.window.inspector.panel.deeds
    (offer,) = deeds.offers_for_input("shade")
    assert offer.title == "Count: Integer"
    deeds.connect(offer)
    assert row(desk, "shade").source.text() == "from Count"
    desk.qtbot.mouseClick(row(desk, "shade").unplug, Qt.MouseButton.LeftButton)
    assert desk.document.snapshot.main.inputs_of == {}
    assert count in desk.document.snapshot.main.nodes


def test_a_changed_value_is_marked(desk: Desk) -> None:
    node = desk.add("Paint")
    desk.select(node)
    assert not row(desk, "shade").is_changed
    type_into(desk, desk.field("shade"), "3")
    assert row(desk, "shade").is_changed


def test_a_frame_and_a_note_are_written_in_the_inspector(desk: Desk) -> None:
    snapshot = desk.document.snapshot
    desk.document.apply(edits.put_frame(snapshot, Frame("f", "Old")))
    desk.document.apply(edits.put_note(desk.document.snapshot, Note("n", "old")))
    boxes = desk.window.canvas.boxes
    boxes.shown["f"].setSelected(True)
    panel = desk.window.inspector.box_panel
    type_into(desk, panel.title, "New")
    assert desk.document.snapshot.main.frames["f"].title == "New"
    boxes.shown["f"].setSelected(False)
    boxes.shown["n"].setSelected(True)
    steps = len(desk.document.undo_names)
    type_into(desk, desk.window.inspector.box_panel.text, "# New")
    assert desk.document.snapshot.main.notes["n"].text == "# New"
    assert len(desk.document.undo_names) == steps + 1


def test_what_lies_in_a_subgraph_is_edited_there(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall()
    snapshot = desk.document.snapshot
    desk.document.apply(make_subgraph(snapshot, desk.window.canvas.kinds, [paint], "Inside"))
    main = desk.document.snapshot.main
    (instance,) = [id for id in main.nodes if id != wall]
    assert desk.window.canvas.open_subgraph(instance)
    desk.select(paint)
    type_into(desk, desk.field("shade"), "9")
    desk.window.inspector.panel.deeds.copy_id("shade")
    assert QGuiApplication.clipboard().text() == f"{instance}/{paint}.shade"
    inner = desk.document.snapshot.graphs[desk.window.canvas.graph_id]
    assert inner.nodes[paint].parameters["shade"] == 9
    desk.qtbot.mouseClick(row(desk, "shade").pin, Qt.MouseButton.LeftButton)
    desk.window.canvas.leave_subgraph()
    desk.select(instance)
    type_into(desk, desk.field("shade"), "11")
    assert desk.document.snapshot.main.nodes[instance].parameters["shade"] == 11


def test_another_theme_gives_the_inspector_other_colours(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall()
    desk.select(wall)
    before = desk.window.inspector.panel
    theme.current.theme_changed.emit()
    assert desk.window.inspector.panel is not before
    assert desk.window.inspector.panel.input_text("image") == "Paint"
    assert paint in desk.document.snapshot.main.nodes


def test_a_parameter_that_is_fed_on_some_of_the_nodes_can_be_edited(desk: Desk) -> None:
    first, second, count = desk.add("Paint"), desk.add("Paint"), desk.add("Count")
    desk.wire(Source(count, "integer"), Socket(first, "shade"))
    desk.select(first, second)
    assert desk.field("shade").isVisible()
    desk.wire(Source(count, "integer"), Socket(second, "shade"))
    assert not desk.field("shade").isVisible()
    assert row(desk, "shade").source.text() == "from Count"
