"""Subgraphs on the canvas: into them, around in them, and out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from app.graph import edits
from app.graph.blocks import BlockFolder, BlockKinds
from app.graph.document import Graph, Source
from app.graph.editor import Document
from app.graph.interface import INPUT, OUTPUT, ends, instances
from app.graph.kinds import Kinds
from app.ui.actions.bound import Actions
from app.ui.canvas.commands import canvas_commands, canvas_conditions
from app.ui.canvas.look import Look
from app.ui.canvas.rails import Rail
from app.ui.canvas.view import Canvas
from tests.ui.canvas.toys import Hand, ToyKinds, ToyModels, check_canvas

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


class Desk(Hand):
    """Picture -> Blur -> Blur -> Stack, of which the two in the middle become a subgraph."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.picture = self.add("Picture", 0, 0)
        self.first, self.second = self.add("Blur", 300, 0), self.add("Blur", 600, 0)
        self.stack = self.add("Stack", 900, 0)
        self.wire((self.picture, "image"), (self.first, "image"))
        self.wire((self.first, "image"), (self.second, "image"))
        self.wire((self.second, "image"), (self.stack, "images"))

    def group(self) -> str:
        """Make the subgraph by its key; the id of its node."""
        self.canvas.select([self.first, self.second])
        self.key(Qt.Key.Key_G, CONTROL_SHIFT)
        return self.instance

    @property
    def graph(self) -> Graph:
        """The main graph, whichever is seen."""
        return self.document.snapshot.main

    @property
    def instance(self) -> str:
        """The only instance in the main graph."""
        (found,) = instances(self.graph)
        return found

    @property
    def inside(self):
        """The definition of it."""
        return self.document.snapshot.graphs[instances(self.graph)[self.instance]]

    @property
    def crumbs(self) -> list[str]:
        """The buttons of the bar that lead out."""
        bar = self.canvas.breadcrumb
        names = [b.text() for b in bar.findChildren(QToolButton, "crumb") if b.isVisible()]
        return [name for name in names if not name.startswith("Add ")]

    def crumb(self, name: str) -> QToolButton:
        bar = self.canvas.breadcrumb
        return next(b for b in bar.findChildren(QToolButton) if b.text().startswith(name))


def opened(qtbot: QtBot, kinds: Kinds) -> Desk:
    """A canvas that has the focus."""
    canvas = Canvas(Document(), kinds, ToyModels())
    qtbot.addWidget(canvas)
    canvas.resize(1000, 700)
    canvas.show()
    canvas.viewer.setFocus()
    qtbot.waitUntil(canvas.viewer.hasFocus)
    keys = Actions(canvas, canvas_commands(lambda: canvas), canvas_conditions(lambda: canvas))
    keys.bind("canvas", canvas.viewer)
    return Desk(canvas)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return opened(qtbot, ToyKinds())


def shown(canvas: Canvas) -> set[str]:
    return set(canvas.projection.cards)


def test_a_subgraph_takes_the_place_of_what_was_selected(desk: Desk) -> None:
    made = desk.group()
    assert shown(desk.canvas) == {desk.picture, made, desk.stack}
    assert desk.canvas.selected() == [made]
    assert len(desk.canvas.projection.wires) == 2
    assert desk.document.undo_names[0] == "Make a subgraph"


def test_a_double_click_opens_a_subgraph_and_escape_leaves_it(desk: Desk) -> None:
    made = desk.group()
    desk.double_click(desk.title(made))
    assert desk.canvas.path == (made,)
    assert {desk.first, desk.second} < shown(desk.canvas)
    assert desk.canvas.breadcrumb.isVisible()
    QApplication.processEvents()
    assert desk.crumbs == ["Main"]
    desk.key(Qt.Key.Key_Escape)
    assert desk.canvas.path == ()
    assert not desk.canvas.breadcrumb.isVisible()
    assert desk.canvas.selected() == [made]


def test_keys_alone_lead_in_and_out(desk: Desk) -> None:
    made = desk.group()
    for way_in in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        desk.key(way_in, CONTROL if way_in == Qt.Key.Key_Down else Qt.KeyboardModifier.NoModifier)
        assert desk.canvas.path == (made,)
        desk.key(Qt.Key.Key_Up, CONTROL)
        assert desk.canvas.path == ()


def test_a_wire_inside_is_drawn_from_a_new_socket(desk: Desk, qtbot: QtBot) -> None:
    made = desk.group()
    desk.canvas.open_subgraph(made)
    third = desk.canvas._editing.add("toy.Stack", (300.0, 300.0))
    qtbot.mouseClick(desk.crumb("Add input"), Qt.MouseButton.LeftButton)
    desk.canvas.fit_all()
    (end,) = (end for name, end in ends(desk.inside, INPUT).items() if name == "input")
    desk.drag(desk.port(end.id, "out", "value"), desk.port(third, "in", "images"))
    assert list(ends(desk.inside, INPUT)) == ["image", "images"]
    assert ("in", "images") not in desk.canvas.projection.cards[end.id].ports


def test_a_wire_dropped_on_nothing_becomes_a_socket_of_the_subgraph(desk: Desk) -> None:
    made = desk.group()
    desk.canvas.open_subgraph(made)
    third = desk.canvas._editing.add("toy.Stack", (300.0, 300.0))
    desk.canvas.fit_all()
    desk.drag(desk.port(third, "in", "images"), desk.port(third, "in", "images") + QPoint(-90, 60))
    desk.type("subgraph input")
    desk.key(Qt.Key.Key_Return)
    assert list(ends(desk.inside, INPUT)) == ["image", "images"]
    assert [
        socket.name for socket in desk.canvas.kinds.spec(desk.graph.nodes[made].type).inputs
    ] == [
        "image",
        "images",
    ]


def test_the_bar_leads_to_every_subgraph_on_the_way(desk: Desk, qtbot: QtBot) -> None:
    made = desk.group()
    desk.canvas.open_subgraph(made)
    desk.canvas.select([desk.first])
    desk.canvas.subgraphs.make()
    (inner,) = instances(desk.inside)
    desk.double_click(desk.title(inner))
    assert desk.canvas.path == (made, inner)
    qtbot.waitUntil(lambda: desk.crumbs == ["Main", "Subgraph"])
    qtbot.mouseClick(desk.crumb("Subgraph"), Qt.MouseButton.LeftButton)
    assert desk.canvas.path == (made,)
    qtbot.mouseClick(desk.crumb("Main"), Qt.MouseButton.LeftButton)
    assert desk.canvas.path == ()


def test_what_is_done_inside_changes_the_definition(desk: Desk) -> None:
    made = desk.group()
    desk.canvas.open_subgraph(made)
    desk.canvas.select([desk.second])
    desk.key(Qt.Key.Key_Delete)
    assert desk.second not in desk.inside.nodes
    assert shown(desk.canvas) == set(desk.inside.nodes)


def test_undo_goes_to_the_graph_in_which_something_changes(desk: Desk) -> None:
    made = desk.group()
    desk.canvas.open_subgraph(made)
    desk.canvas.select([desk.second])
    desk.key(Qt.Key.Key_Delete)
    desk.canvas.leave_subgraph()
    desk.document.undo()
    assert desk.canvas.path == (made,)
    assert desk.canvas.selected() == [desk.second]
    desk.document.undo()
    assert desk.canvas.path == ()
    assert shown(desk.canvas) == {desk.picture, desk.first, desk.second, desk.stack}


def test_every_graph_is_seen_as_it_was_left(desk: Desk) -> None:
    made = desk.group()
    desk.canvas.viewer.zoom_by(0.5, desk.canvas.viewer.rect().center().toPointF())
    outside = desk.canvas.viewer.shown
    desk.canvas.open_subgraph(made)
    assert desk.canvas.viewer.shown != outside
    desk.canvas.leave_subgraph()
    assert desk.canvas.viewer.shown.topLeft() == outside.topLeft()


def test_the_buttons_of_the_bar_add_sockets(desk: Desk, qtbot: QtBot) -> None:
    made = desk.group()
    desk.canvas.open_subgraph(made)
    qtbot.mouseClick(desk.crumb("Add input"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(desk.crumb("Add output"), Qt.MouseButton.LeftButton)
    assert list(ends(desk.inside, INPUT)) == ["image", "input"]
    assert list(ends(desk.inside, OUTPUT)) == ["image", "output"]
    desk.canvas.leave_subgraph()
    ports = desk.canvas.projection.cards[made].ports
    assert {("in", "input"), ("out", "output")} <= set(ports)


def test_a_socket_is_renamed_on_its_card_and_keeps_its_wires(desk: Desk) -> None:
    made = desk.group()
    desk.canvas.open_subgraph(made)
    (end,) = ends(desk.inside, INPUT).values()
    desk.canvas.fit_all()
    desk.double_click(desk.title(end.id) - QPoint(30, 0))
    desk.key(Qt.Key.Key_A, CONTROL)
    desk.type("photo")
    desk.key(Qt.Key.Key_Return)
    desk.canvas.leave_subgraph()
    assert list(desk.graph.inputs_of[made]) == ["photo"]
    assert ("in", "photo") in desk.canvas.projection.cards[made].ports


def test_a_subgraph_looks_as_what_lies_in_it_does(desk: Desk) -> None:
    made = desk.group()
    canvas = desk.canvas
    canvas.set_look(f"{made}/{desk.first}", Look("done", seconds=1.0))
    canvas.set_look(f"{made}/{desk.second}", Look("running", 2, 8))
    assert canvas.projection.cards[made].face.look == Look("running", 2, 8)
    canvas.set_look(f"{made}/{desk.second}", Look("done", seconds=2.0))
    assert canvas.projection.cards[made].face.look == Look("done", seconds=3.0)
    canvas.open_subgraph(made)
    assert canvas.projection.cards[desk.second].face.look == Look("done", seconds=2.0)


def test_a_picture_made_inside_is_seen_outside_and_inside(desk: Desk) -> None:
    made = desk.group()
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    desk.canvas.set_preview(f"{made}/{desk.second}", image)
    assert desk.canvas.projection.cards[made].face.preview is not None
    desk.canvas.open_subgraph(made)
    assert desk.canvas.projection.cards[desk.second].face.preview is not None
    assert desk.canvas.projection.cards[desk.first].face.preview is None


def test_a_picture_of_a_previous_run_says_so_wherever_one_comes_back_to(desk: Desk) -> None:
    made = desk.group()
    canvas = desk.canvas
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    canvas.set_preview(desk.stack, image)
    canvas.set_look(desk.stack, Look("done"))
    canvas.set_look(desk.stack, Look("idle"))
    canvas.open_subgraph(made)
    canvas.leave_subgraph()
    assert canvas.projection.cards[desk.stack].face.previous
    canvas.set_preview(desk.stack, image)
    canvas.open_subgraph(made)
    canvas.leave_subgraph()
    assert not canvas.projection.cards[desk.stack].face.previous


def test_unpacking_brings_the_nodes_and_wires_back(desk: Desk) -> None:
    before = desk.wires
    desk.group()
    desk.key(Qt.Key.Key_U, CONTROL_SHIFT)
    assert desk.wires == before
    assert set(desk.canvas.selected()) == {desk.first, desk.second}


def test_a_shared_definition_says_so_and_can_be_made_unique(desk: Desk, qtbot: QtBot) -> None:
    made = desk.group()
    desk.key(Qt.Key.Key_D, CONTROL)
    desk.canvas.open_subgraph(made)
    button = desk.crumb("Used in 2 places")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isVisible()
    assert len(set(instances(desk.graph).values())) == 2
    assert desk.canvas.path == (made,)


def test_the_ends_of_a_subgraph_are_offered_only_inside_one(desk: Desk) -> None:
    made = desk.group()
    search = desk.canvas.popups.search
    desk.canvas.popups.open_search(QPoint(50, 50))
    desk.type("subgraph input")
    assert "Subgraph Input" not in titles(search)
    desk.key(Qt.Key.Key_Escape)
    desk.canvas.open_subgraph(made)
    desk.canvas.popups.open_search(QPoint(50, 50))
    desk.type("subgraph input")
    assert titles(search)[0] == "Subgraph Input"


def test_a_subgraph_cannot_be_pasted_into_itself(desk: Desk) -> None:
    made = desk.group()
    desk.key(Qt.Key.Key_C, CONTROL)
    desk.canvas.open_subgraph(made)
    desk.key(Qt.Key.Key_V, CONTROL)
    assert desk.refusals == [
        "The subgraph Subgraph would hold itself without end: use another one inside it."
    ]


def test_an_edit_of_a_definition_is_seen_on_its_instances_at_once(desk: Desk) -> None:
    made = desk.group()
    held = instances(desk.graph)[made]
    change = edits.expose(
        desk.document.snapshot, desk.canvas.kinds, desk.first, "radius", graph_id=held
    )
    desk.document.apply(change)
    card = desk.canvas.projection.cards[made]
    assert [field.parameter.name for field in card.layout.fields] == ["radius"]
    titled = edits.set_graph_title(desk.document.snapshot, "Soften", graph_id=held)
    desk.document.apply(titled)
    assert card.face.content.title == "Soften"


def titles(search: object) -> list[str]:
    """What the search lists."""
    model = search.list.model()  # type: ignore[attr-defined]
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_subgraph_is_kept_as_a_block_and_found_by_the_search(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = opened(qtbot, BlockKinds(ToyKinds(), BlockFolder(tmp_path)))
    canvas = desk.canvas
    desk.group()
    told: list[str] = []
    canvas.subgraphs.told.connect(told.append)
    canvas.subgraphs.save_block()
    assert told == ["Subgraph is among the blocks now: every search finds it."]
    canvas.popups.open_search(QPoint(400, 500))
    desk.type("subgraph")
    desk.key(Qt.Key.Key_Return)
    assert len(instances(desk.graph)) == 2
    assert len(set(instances(desk.graph).values())) == 1


def test_the_bar_renames_the_subgraph(desk: Desk, qtbot: QtBot) -> None:
    made = desk.group()
    desk.canvas.open_subgraph(made)
    title = desk.canvas.breadcrumb.title
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    title.selectAll()
    qtbot.keyClicks(title, "Soften")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert desk.inside.title == "Soften"
    qtbot.keyClicks(title, " more")
    qtbot.keyClick(title, Qt.Key.Key_Escape)
    assert desk.inside.title == title.text() == "Soften"
    desk.canvas.leave_subgraph()
    assert desk.canvas.projection.cards[made].face.content.title == "Soften"


def rail_of(canvas: Canvas, name: str) -> Rail:
    return next(rail for rail in canvas.findChildren(Rail) if rail.accessibleName() == name)


def test_a_wire_dropped_on_the_edge_becomes_a_socket_of_that_name(desk: Desk) -> None:
    desk.canvas.open_subgraph(desk.group())
    rail = rail_of(desk.canvas, "New input")
    assert rail.isVisible()
    desk.drag(desk.port(desk.second, "in", "radius"), rail.geometry().center())
    assert list(ends(desk.inside, INPUT)) == ["image", "radius"]
    desk.drag(
        desk.port(desk.first, "out", "image"),
        rail_of(desk.canvas, "New output").geometry().center(),
    )
    assert list(ends(desk.inside, OUTPUT)) == ["image", "image 2"]
    assert desk.document.undo_names[0] == "Add a socket"


def test_a_text_dropped_on_the_edge_leaves_the_subgraph_and_does_not_name_it(desk: Desk) -> None:
    desk.canvas.open_subgraph(desk.group())
    prompt = desk.canvas._editing.add("toy.Prompt", (0, 500))
    assert prompt is not None
    edge = rail_of(desk.canvas, "New output").geometry().center()
    desk.drag(desk.port(prompt, "out", "text"), edge)
    added = ends(desk.inside, OUTPUT)["text"].id
    assert desk.inside.inputs_of[added] == {"value": (Source(prompt, "text"),)}
    check_canvas(desk.canvas)


def test_the_edge_waits_for_a_wire_only_while_one_that_fits_is_dragged(desk: Desk) -> None:
    desk.canvas.open_subgraph(desk.group())
    left, right = rail_of(desk.canvas, "New input"), rail_of(desk.canvas, "New output")
    narrow = left.width(), right.width()
    start = desk.port(desk.first, "out", "image")
    desk.press(start)
    desk.move(start + QPoint(40, 40))
    assert left.width() == narrow[0]
    assert right.width() > narrow[1]
    desk.key(Qt.Key.Key_Escape)
    assert (left.width(), right.width()) == narrow
    desk.canvas.go_to(())
    assert not left.isVisible()


def test_a_press_on_the_edge_adds_a_socket(desk: Desk, qtbot: QtBot) -> None:
    desk.canvas.open_subgraph(desk.group())
    qtbot.mouseClick(rail_of(desk.canvas, "New output"), Qt.MouseButton.LeftButton)
    assert len(ends(desk.inside, OUTPUT)) == 2
    assert desk.canvas.viewer.hasFocus()


def test_the_wire_that_is_moved_to_the_edge_leaves_where_it_was(desk: Desk) -> None:
    desk.canvas.open_subgraph(desk.group())
    wires = len(list(desk.inside.each_wire()))
    rail = rail_of(desk.canvas, "New output")
    desk.drag(desk.port(desk.second, "in", "image"), rail.geometry().center())
    assert len(list(desk.inside.each_wire())) == wires
    assert len(ends(desk.inside, OUTPUT)) == 2


def test_alt_and_an_arrow_change_the_order_of_the_sockets(desk: Desk) -> None:
    made = desk.group()
    desk.canvas.open_subgraph(made)
    desk.drag(
        desk.port(desk.second, "in", "radius"),
        rail_of(desk.canvas, "New input").geometry().center(),
    )
    lower = ends(desk.inside, INPUT)["radius"]
    desk.canvas.select([lower.id])
    desk.key(Qt.Key.Key_Up, ALT)
    assert list(ends(desk.inside, INPUT)) == ["radius", "image"]
    heights = [node.position[1] for node in ends(desk.inside, INPUT).values()]
    assert heights == sorted(heights)
    desk.key(Qt.Key.Key_Up, ALT)
    assert list(ends(desk.inside, INPUT)) == ["radius", "image"]
    desk.key(Qt.Key.Key_Down, ALT)
    assert list(ends(desk.inside, INPUT)) == ["image", "radius"]
    assert desk.document.undo_names[0] == "Order sockets"


def test_only_sockets_have_an_order(desk: Desk) -> None:
    desk.canvas.open_subgraph(desk.group())
    desk.canvas.select([desk.first])
    desk.key(Qt.Key.Key_Down, ALT)
    assert len(desk.refusals) == 1


def test_the_keyboard_makes_a_socket_for_a_wire(desk: Desk) -> None:
    desk.canvas.open_subgraph(desk.group())
    desk.canvas.select([desk.second])
    desk.key(Qt.Key.Key_W)
    desk.type("radius from")
    desk.key(Qt.Key.Key_Return)
    desk.type("new input")
    desk.key(Qt.Key.Key_Return)
    assert list(ends(desk.inside, INPUT)) == ["image", "radius"]


def test_the_subgraph_that_is_shown_is_renamed_by_keys(desk: Desk, qtbot: QtBot) -> None:
    desk.canvas.open_subgraph(desk.group())
    desk.key(Qt.Key.Key_F2)
    desk.type("Soft twice")
    desk.key(Qt.Key.Key_Return)
    assert desk.inside.title == "Soft twice"
    qtbot.waitUntil(desk.canvas.viewer.hasFocus)
    desk.key(Qt.Key.Key_F2)
    desk.type("other")
    desk.key(Qt.Key.Key_Escape)
    assert desk.inside.title == "Soft twice"
    qtbot.waitUntil(desk.canvas.viewer.hasFocus)
