"""The outline is the twin of the canvas: it shows, says and does the same, by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from app.graph import edits
from app.graph.changes import Change
from app.graph.document import Frame, Socket, Source
from app.graph.grouping import make_subgraph
from app.ui.canvas_voice import CanvasVoice
from app.ui.outline.menu import outline_menu
from app.ui.outline.outline import Outline
from app.ui.outline.tree import Part
from tests.ui.inspector.test_inspector import value
from tests.ui.toys import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
ROLE = Qt.ItemDataRole


@pytest.fixture
def outline(desk: Desk) -> Outline:
    shown = desk.window.panels.show("outline")
    assert isinstance(shown, Outline)
    shown.setFocus()
    return shown


def lines(outline: Outline, above: QModelIndex | None = None) -> list[str]:
    """What the lines below another one say."""
    model = outline.outline_model
    above = above or model.index(0, 0)
    rows = range(model.rowCount(above))
    pairs = ((model.index(row, 0, above), model.index(row, 1, above)) for row in rows)
    return [f"{name.data()}|{said.data()}" for name, said in pairs]


def go_to(outline: Outline, node: str, end: str = "") -> None:
    """Make a line the current one."""
    model = outline.outline_model
    index = model.node_index(node)
    if end:
        rows = range(model.rowCount(index))
        index = next(i for row in rows if (i := model.index(row, 0, index)).data() == end)
    flags = QItemSelectionModel.SelectionFlag
    outline.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


def test_nodes_stand_behind_what_feeds_them(desk: Desk, outline: Outline) -> None:
    wall = desk.add("Hang")
    paint = desk.add("Paint")
    assert lines(outline) == ["Hang|", "Paint|"]
    desk.wire(paint, wall)
    assert lines(outline) == ["Paint|", "Hang|"]
    desk.document.undo()
    assert lines(outline) == ["Hang|", "Paint|"]


def test_a_node_shows_its_wires_and_values(desk: Desk, outline: Outline) -> None:
    paint, wall = desk.picture_on_the_wall(shade=7)
    index = outline.outline_model.node_index
    assert lines(outline, index(paint)) == ["Shade|7", "Count|1", "Waits|off", "Image|to Hang"]
    assert lines(outline, index(wall)) == ["Image|from Paint"]
    desk.document.apply(edits.rename(desk.document.snapshot, paint, "Sun"))
    assert lines(outline, index(wall)) == ["Image|from Sun"]


def test_a_run_is_told_in_words(desk: Desk, outline: Outline) -> None:
    paint, _ = desk.picture_on_the_wall()
    desk.run()
    said = outline.outline_model.node_index(paint).data(ROLE.AccessibleTextRole)
    assert said.startswith("Paint, node: done in")
    refuse = desk.add("Refuse")
    desk.wire(refuse, desk.add("Hang"))
    desk.run()
    said = outline.outline_model.node_index(refuse).data(ROLE.AccessibleTextRole)
    assert said == "Refuse, node: failed: There is no paint left: buy some."
    again = outline.outline_model.node_index(paint).data(ROLE.AccessibleTextRole)
    assert again == "Paint, node: found, nothing to do"


def test_frames_hold_their_nodes(desk: Desk, outline: Outline) -> None:
    paint = desk.add("Paint")
    frame = Frame("f", "Colours", (-50.0, -50.0, 200.0, 200.0))
    desk.document.apply(edits.put_frame(desk.document.snapshot, frame))
    assert lines(outline) == ["Colours|"]
    model = outline.outline_model
    assert model.entry(model.node_index(paint)).parent.part is Part.FRAME
    move = edits.move_nodes(desk.document.snapshot, {paint: (900.0, 0.0)})
    desk.document.apply(move)
    assert lines(outline) == ["Colours|", "Paint|"]


def test_the_selection_is_the_same_on_the_canvas(desk: Desk, outline: Outline) -> None:
    paint, wall = desk.picture_on_the_wall()
    desk.select(wall)
    assert outline.chosen_nodes() == [wall]
    go_to(outline, paint)
    assert desk.window.canvas.selected() == [paint]
    desk.qtbot.keyClick(outline, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.canvas.selected() == [paint, wall]
    assert desk.window.inspector.panel.nodes == (paint, wall)


def test_a_selection_made_while_it_was_hidden_is_there_when_it_is_seen(
    desk: Desk, outline: Outline
) -> None:
    _, wall = desk.picture_on_the_wall()
    desk.window.panels.docks["outline"].hide()
    desk.select(wall)
    desk.window.panels.show("outline")
    assert outline.chosen_nodes() == [wall]


def test_a_node_is_renamed_switched_off_and_deleted_by_keys(desk: Desk, outline: Outline) -> None:
    paint, wall = desk.picture_on_the_wall()
    go_to(outline, paint)
    desk.qtbot.keyClick(outline, Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    desk.qtbot.keyClick(line, Qt.Key.Key_A, CONTROL)
    desk.qtbot.keyClicks(line, "Sun")
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.document.snapshot.main.nodes[paint].title == "Sun")
    desk.qtbot.keyClick(outline, Qt.Key.Key_B, CONTROL)
    assert desk.document.snapshot.main.nodes[paint].bypassed
    desk.qtbot.keyClick(outline, Qt.Key.Key_M, CONTROL)
    assert desk.document.snapshot.main.nodes[paint].muted
    assert outline.outline_model.words.state(paint) == "bypassed, muted"
    desk.qtbot.keyClick(outline, Qt.Key.Key_Delete)
    assert list(desk.document.snapshot.main.nodes) == [wall]
    assert lines(outline) == ["Hang|"]


def test_a_value_is_edited_where_it_stands(desk: Desk, outline: Outline) -> None:
    paint = desk.add("Paint")
    go_to(outline, paint, "Shade")
    desk.qtbot.keyClick(outline, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: QApplication.focusWidget() is not outline)
    desk.qtbot.wait(1)
    field = QApplication.focusWidget()
    desk.qtbot.keyClicks(field, "42")
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert value(desk, paint, "shade") == 42
    assert "Shade|42" in lines(outline, outline.outline_model.node_index(paint))


def test_a_value_that_is_fed_is_not_edited(desk: Desk, outline: Outline) -> None:
    paint, count = desk.add("Paint"), desk.add("Count")
    desk.wire(Source(count, "integer"), Socket(paint, "shade"))
    go_to(outline, paint, "Shade")
    desk.qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is outline
    assert "Shade|from Count" in lines(outline, outline.outline_model.node_index(paint))


def test_wires_are_drawn_by_the_menu(desk: Desk, outline: Outline) -> None:
    paint, wall = desk.add("Paint"), desk.add("Hang")
    go_to(outline, wall, "Image")
    entry = outline.outline_model.entry(outline.currentIndex())
    menu = outline_menu(outline, entry)
    (connect,) = menu.findChildren(QMenu)
    assert [action.text() for action in connect.actions()] == ["Paint: Image"]
    connect.actions()[0].trigger()
    sources = desk.document.snapshot.main.wires[Socket(wall, "image")]
    assert sources == (Source(paint, "image"),)


def test_what_was_unfolded_stays_so(desk: Desk, outline: Outline) -> None:
    paint = desk.add("Paint")
    model = outline.outline_model
    outline.expand(model.node_index(paint))
    wall = desk.add("Hang")
    desk.wire(paint, wall)
    desk.document.apply(edits.put_frame(desk.document.snapshot, Frame("f")))
    assert outline.isExpanded(model.node_index(paint))
    assert outline.isExpanded(model.index(0, 0))


def test_an_edit_in_a_large_graph_touches_only_its_lines(desk: Desk, outline: Outline) -> None:
    snapshot = desk.document.snapshot
    added = [
        operation
        for number in range(300)
        for operation in edits.add_node(
            snapshot, desk.kinds, "loom.Paint", (number * 300.0, 0.0), id=f"paint-{number}"
        ).operations
    ]
    desk.document.apply(Change("Many", tuple(added)))
    assert len(lines(outline)) == 300
    model, told = outline.outline_model, []
    model.dataChanged.connect(lambda first, last, roles: told.append(model.entry(first).id))
    model.modelReset.connect(lambda: told.append("reset"))
    model.layoutChanged.connect(lambda: told.append("layout"))
    snapshot = desk.document.snapshot
    desk.document.apply(edits.set_parameter(snapshot, desk.kinds, "paint-7", "shade", 5))
    assert set(told) == {"paint-7", ""}


def test_the_canvas_says_what_is_selected(desk: Desk) -> None:
    voice = CanvasVoice(desk.window.tab)
    paint, _ = desk.picture_on_the_wall()
    desk.select(paint)
    assert voice.said == "Paint, node"
    viewer = desk.window.canvas.viewer
    assert viewer.accessibleDescription() == "Paint, node"
    assert "2 nodes" in viewer.accessibleName()
    desk.window.canvas.select_all()
    assert voice.said == "2 nodes selected"


def test_a_subgraph_says_what_happens_inside_and_is_entered(desk: Desk, outline: Outline) -> None:
    paint, _ = desk.picture_on_the_wall()
    snapshot, kinds = desk.document.snapshot, desk.window.canvas.kinds
    desk.document.apply(make_subgraph(snapshot, kinds, [paint], "Inside"))
    assert lines(outline)[0] == "Inside|"
    desk.run()
    assert lines(outline)[0].startswith("Inside|done")
    (instance,) = [id for id in desk.document.snapshot.main.nodes if id.startswith("inside")]
    entry = outline.outline_model.entry(outline.outline_model.node_index(instance))
    menu = outline_menu(outline, entry)
    next(a for a in menu.actions() if a.text() == "Open the subgraph").trigger()
    assert any(line.startswith("Paint|done") for line in lines(outline))
    desk.window.canvas.leave_subgraph()
    assert lines(outline)[0].startswith("Inside|done")


def test_a_screen_reader_is_told_the_same(desk: Desk, outline: Outline) -> None:
    CanvasVoice(desk.window.tab)
    paint, _ = desk.picture_on_the_wall()
    desk.select(paint)
    name, about = QAccessible.Text.Name, QAccessible.Text.Description
    canvas = QAccessible.queryAccessibleInterface(desk.window.canvas.viewer)
    assert canvas.text(name).startswith("Canvas: ")
    assert canvas.text(about) == "Paint, node"
    tree = QAccessible.queryAccessibleInterface(outline)
    said = [tree.child(place).text(name) for place in range(tree.childCount())]
    assert "Paint, node" in said
