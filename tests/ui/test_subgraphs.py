"""Subgraphs in the window: they run, say how they are, and lead to what went wrong in them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.graph import edits
from app.graph.document import Socket
from app.graph.interface import instances
from tests.ui.toys import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def group(desk: Desk, *nodes: str) -> str:
    """Put nodes into a subgraph by its key; the id of the node that stands for it."""
    desk.window.canvas.setFocus()
    desk.select(*nodes)
    desk.key(Qt.Key.Key_G, CONTROL | SHIFT)
    (found,) = instances(desk.document.snapshot.main)
    return found


def test_a_run_shows_what_it_does_inside_and_on_the_subgraph(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall()
    made = group(desk, paint)
    desk.run()
    canvas = desk.window.canvas
    assert desk.state(f"{made}/{paint}") == "done"
    assert canvas.projection.cards[made].face.look.state == "done"
    canvas.open_subgraph(made)
    assert canvas.projection.cards[paint].face.look.state == "done"
    assert desk.state(wall) == "done"


def test_folding_what_was_made_makes_nothing_anew(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall()
    desk.run()
    made = group(desk, paint)
    desk.run()
    assert desk.state(f"{made}/{paint}") == "cached"
    assert desk.state(wall) in ("cached", "done")


def test_a_problem_inside_a_subgraph_is_found_from_the_list(desk: Desk) -> None:
    refuse, wall = desk.add("Refuse"), desk.add("Hang")
    made = group(desk, refuse, wall)
    desk.run()
    assert desk.sentences()
    desk.window.tab.go_to(f"{made}/{refuse}")
    assert desk.window.canvas.path == (made,)
    assert desk.window.canvas.selected() == [refuse]


def test_a_value_changed_inside_makes_the_subgraph_old(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall()
    made = group(desk, paint)
    desk.run()
    desk.window.canvas.open_subgraph(made)
    desk.select(paint)
    field = desk.field("shade")
    field.setFocus()
    desk.qtbot.keyClick(field, Qt.Key.Key_Up)
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    canvas = desk.window.canvas
    assert canvas.graph.nodes[paint].parameters["shade"] == 101
    canvas.leave_subgraph()
    assert canvas.projection.cards[made].face.look.state == "idle"


def test_what_was_deleted_inside_is_no_part_of_how_the_next_run_went(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall()
    sketch = desk.add("Sketch")
    made = group(desk, paint, sketch)
    desk.run()
    canvas = desk.window.canvas
    canvas.open_subgraph(made)
    desk.select(sketch)
    desk.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    canvas.leave_subgraph()
    desk.run()
    assert canvas.look_of(made).state == "cached"
    assert canvas.pictured(made) == f"{made}/{paint}"
    assert f"{made}/{sketch}" not in desk.window.runs.facts


def test_what_is_exposed_inside_is_set_outside(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall()
    made = group(desk, paint)
    view = desk.window.inspector.view
    desk.window.canvas.open_subgraph(made)
    here = desk.window.canvas.graph_id
    view.do(lambda: edits.expose(view.snapshot, desk.kinds, paint, "shade", "Grey", graph_id=here))
    desk.key(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    desk.select(made)
    assert desk.window.inspector.panel is not None
    assert list(desk.window.inspector.panel.rows) == ["Grey"]
    assert desk.document.snapshot.main.wires[Socket(wall, "image")][0].node == made
