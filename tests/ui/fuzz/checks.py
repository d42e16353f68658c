"""What is always true of a window, whatever was done to it."""

from __future__ import annotations

from app.graph.naming import title_of
from app.graph.reading import read_text
from app.graph.writing import to_text
from app.ui.canvas.opened import graph_ids
from app.ui.outline.outline import Outline
from app.ui.outline.tree import shape_of
from app.ui.tab import Tab
from app.ui.undo_panel import UndoPanel
from app.ui.window import MainWindow
from tests.ui.canvas.toys import check_canvas


def check_window(window: MainWindow) -> None:
    """All that is seen is what the document in front holds."""
    tab = window.tab
    check_canvas(tab.canvas)
    check_place(tab)
    check_selection(window)
    check_outline(window)
    check_edits(window)


def check_place(tab: Tab) -> None:
    """The path leads to the graph that is seen and edited, and is told by its names."""
    canvas, snapshot = tab.canvas, tab.document.snapshot
    ids = graph_ids(snapshot, canvas.path)
    assert len(ids) == len(canvas.path) + 1
    assert canvas._editing.graph_id in (canvas.graph_id, None if not canvas.path else "")
    titles = tuple(
        title_of(snapshot.graphs[here], canvas.kinds, node)
        for here, node in zip(ids, canvas.path, strict=False)
    )
    assert canvas.breadcrumb._titles == titles
    assert canvas.breadcrumb.isHidden() == (not canvas.path)


def check_selection(window: MainWindow) -> None:
    """What is selected is there, and so is what the inspector is about."""
    canvas = window.tab.canvas
    assert set(canvas.selected()) <= canvas.graph.nodes.keys()
    boxes = canvas.graph.frames.keys() | canvas.graph.notes.keys()
    assert {box.id for box in canvas.boxes.selected()} <= boxes
    assert window.inspector.view.tab is window.tab
    panel = window.inspector.panel
    if panel is not None:
        assert set(panel.nodes) <= canvas.graph.nodes.keys()


def check_outline(window: MainWindow) -> None:
    """The outline holds every line of the graph in view, and marks those that are selected."""
    outline = window.panels.docks["outline"].widget()
    assert isinstance(outline, Outline)
    model, graph = outline.outline_model, window.tab.canvas.graph
    assert outline.view.tab is window.tab
    assert model._shape() == shape_of(graph)
    chosen, selected = set(outline.chosen_nodes()), set(window.tab.canvas.selected())
    assert chosen == selected or not outline.isVisible(), (chosen, selected)


def check_edits(window: MainWindow) -> None:
    """The list of edits has a row for every state, once it is seen."""
    edits = window.panels.docks["edits"].widget()
    assert isinstance(edits, UndoPanel)
    document = window.tab.document
    if edits.isVisible() and not edits._soon.isActive():
        assert edits.model().rowCount() == 1 + len(document.undo_names + document.redo_names)


def check_text(tab: Tab) -> None:
    """The document can be written and read without loss.

    What lies in a subgraph may come to give another type than the wires outside were drawn for.
    """
    snapshot = tab.document.snapshot
    read = read_text(to_text(snapshot, tab.kinds), tab.kinds)
    assert {warning.id for warning in read.warnings} <= {"WrongType"}, read.warnings
    assert read.snapshot.main.nodes == snapshot.main.nodes
    assert read.snapshot.graphs.keys() == snapshot.graphs.keys()
    assert to_text(read.snapshot, tab.kinds) == to_text(snapshot, tab.kinds)
