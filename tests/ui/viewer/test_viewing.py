"""Pictures in the window: slots by keys, the history, what is dropped, and masks in the graph."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.graph import edits
from app.graph.file import to_text
from app.sdk import Context, Node, param, socket
from app.ui.compare.modes import Mode
from app.ui.editors.masks import MaskEditor
from app.ui.history.panel import HistoryPanel
from app.ui.masks.text import mask_in, text_of
from app.ui.viewer.picture_drag import GRAPH_MIME, graph_in
from tests.ui.toys import Desk, Image

NONE = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True)
class Mask:
    """A mask of nothing."""


class PaintedMask(Node):
    """As the real one."""

    mask: str = param(default="", tip="What is painted.", control="mask")
    feather: float = param(default=0.0, low=0.0, high=100.0, tip="How soft.")

    def run(self, ctx: Context) -> Mask:
        return Mask()


class Repaint(Node):
    """Paint where a mask is."""

    is_target = True

    image: Image = socket("What is there.")
    mask: Mask | None = socket("Where.")

    def run(self, ctx: Context) -> Image:
        return self.image


def history(desk: Desk) -> HistoryPanel:
    """The panel of the history, shown."""
    panel = desk.window.panels.show("history")
    assert isinstance(panel, HistoryPanel)
    return panel


def wait_for(desk: Desk, count: int) -> HistoryPanel:
    """The panel, once it holds so many entries."""
    panel = history(desk)
    desk.qtbot.waitUntil(lambda: len(panel.model.entries) == count)
    return panel


def set_value(desk: Desk, node: str, name: str, value: object) -> None:
    snapshot = desk.document.snapshot
    desk.document.apply(edits.set_parameter(snapshot, desk.kinds, node, name, value))


def click(desk: Desk, panel: HistoryPanel, row: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Click on an entry."""
    place = panel.list.visualRect(panel.model.index(row)).center()
    desk.qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def drop(desk: Desk, data: QMimeData) -> None:
    """Drag something over the canvas and let it fall there."""
    place = QPoint(300, 300)
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    action = Qt.DropAction.CopyAction
    fall = QDropEvent(QPointF(place), action, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(desk.window, fall)


def test_number_keys_on_a_node_fill_slots_and_in_the_viewer_choose_them(desk: Desk) -> None:
    paint, _wall = desk.picture_on_the_wall(shade=40)
    other = desk.add("Paint", shade=90)
    desk.wire(other, desk.add("Hang"))
    desk.run()
    canvas, viewer = desk.window.canvas, desk.window.viewer
    for node, key in ((paint, Qt.Key.Key_1), (other, Qt.Key.Key_2)):
        desk.select(node)
        desk.qtbot.keyClick(canvas.viewer, key)
        slot = int(key) - int(Qt.Key.Key_0)
        desk.qtbot.waitUntil(lambda slot=slot: viewer.slots[slot] is not None)
    viewer.view.setFocus()
    desk.qtbot.keyClick(viewer.view, Qt.Key.Key_1)
    assert viewer.view.image().pixelColor(0, 0) == QColor(40, 40, 40)
    desk.qtbot.keyClick(viewer.view, Qt.Key.Key_W)
    assert viewer.comparing.state.mode is Mode.WIPE
    desk.qtbot.keyClick(viewer.view, Qt.Key.Key_C)
    assert viewer.view.image().pixelColor(0, 0) == QColor(90, 90, 90)
    desk.qtbot.keyClick(viewer.view, Qt.Key.Key_M)
    assert viewer.comparing.state.mode is Mode.SIDE


def test_a_node_without_a_picture_says_so(desk: Desk) -> None:
    desk.select(desk.add("Paint"))
    desk.qtbot.keyClick(desk.window.canvas.viewer, Qt.Key.Key_1)
    assert desk.window.viewer.slots[1] is None


def test_arrows_go_through_a_batch(desk: Desk) -> None:
    desk.picture_on_the_wall(shade=40, count=3)
    desk.run()
    viewer = desk.window.viewer
    desk.qtbot.waitUntil(lambda: viewer.strip.count() == 3)
    viewer.view.setFocus()
    desk.qtbot.keyClick(viewer.view, Qt.Key.Key_Right)
    desk.qtbot.waitUntil(lambda: viewer.view.image().pixelColor(0, 0).red() == 41)


def test_every_result_is_remembered_with_its_graph_newest_first(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(shade=40, count=2)
    desk.run()
    wait_for(desk, 2)
    set_value(desk, paint, "shade", 70)
    desk.run()
    panel = wait_for(desk, 4)
    newest = panel.model.entries[0]
    assert '"shade": 70' in desk.window.viewing.history.graph_of(newest)
    assert '"shade": 40' in desk.window.viewing.history.graph_of(panel.model.entries[-1])


def test_a_result_that_was_there_before_comes_to_the_top_once(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(shade=40)
    desk.run()
    wait_for(desk, 1)
    set_value(desk, paint, "shade", 70)
    desk.run()
    wait_for(desk, 2)
    desk.document.undo()
    desk.run()
    panel = history(desk)
    graph = desk.window.viewing.history.graph_of
    desk.qtbot.waitUntil(lambda: '"shade": 40' in graph(panel.model.entries[0]))
    assert len(panel.model.entries) == 2


def test_what_a_run_makes_is_seen_and_not_what_was_chosen_of_the_history(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(shade=40)
    desk.run()
    set_value(desk, paint, "shade", 70)
    desk.run()
    panel, viewer = wait_for(desk, 2), desk.window.viewer
    click(desk, panel, 0)
    desk.document.undo()
    desk.run()
    graph = desk.window.viewing.history.graph_of
    desk.qtbot.waitUntil(lambda: '"shade": 40' in graph(panel.model.entries[0]))
    desk.qtbot.wait(50)
    assert viewer.view.image().pixelColor(0, 0).red() == 40
    assert panel.list.chosen() == []


def test_a_click_shows_a_result_and_several_are_compared(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(shade=40)
    desk.run()
    set_value(desk, paint, "shade", 70)
    desk.run()
    panel, viewer = wait_for(desk, 2), desk.window.viewer
    click(desk, panel, 1)
    desk.qtbot.waitUntil(lambda: viewer.view.image().pixelColor(0, 0).red() == 40)
    click(desk, panel, 0, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: viewer.comparing.state.mode is Mode.SIDE)
    assert [layer.image.pixelColor(0, 0).red() for layer in viewer.view.layers] == [70, 40]


def test_a_double_click_opens_the_graph_in_a_tab(desk: Desk) -> None:
    desk.picture_on_the_wall(shade=40)
    desk.run()
    panel = wait_for(desk, 1)
    click(desk, panel, 0)
    place = panel.list.visualRect(panel.model.index(0)).center()
    desk.qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.window.tabs.count() == 2
    assert len(desk.document.snapshot.main.nodes) == 2


def test_what_is_searched_for_is_found(desk: Desk) -> None:
    desk.picture_on_the_wall()
    desk.run()
    panel = wait_for(desk, 1)
    desk.qtbot.keyClicks(panel.search, "elephant")
    desk.qtbot.waitUntil(lambda: not panel.model.entries)
    panel.search.clear()
    wait_for(desk, 1)


def test_delete_forgets_a_result(desk: Desk) -> None:
    desk.picture_on_the_wall()
    desk.run()
    panel = wait_for(desk, 1)
    click(desk, panel, 0)
    desk.qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert not panel.model.entries


def test_the_history_is_there_in_the_next_session(qtbot: QtBot, tmp_path: Path) -> None:
    before = Desk(qtbot, tmp_path)
    before.picture_on_the_wall(shade=40)
    before.run()
    wait_for(before, 1)
    before.close()
    after = Desk(qtbot, tmp_path)
    panel = wait_for(after, 1)
    click(after, panel, 0)
    viewer = after.window.viewer
    after.qtbot.waitUntil(lambda: viewer.view.has_picture)  # small: the value is gone
    assert abs(viewer.view.image().pixelColor(0, 0).red() - 40) <= 3
    after.close()


def test_a_picture_dropped_with_its_graph_opens_exactly_that(desk: Desk) -> None:
    desk.picture_on_the_wall(shade=40)
    text = to_text(desk.document.snapshot, desk.kinds)
    data = QMimeData()
    data.setData(GRAPH_MIME, text.encode())
    drop(desk, data)
    desk.qtbot.waitUntil(lambda: desk.window.tabs.count() == 2)
    assert to_text(desk.document.snapshot, desk.kinds) == text


def test_a_picture_file_dropped_from_outside_opens_its_graph(desk: Desk, tmp_path: Path) -> None:
    desk.picture_on_the_wall(shade=40)
    path = tmp_path / "one.png"
    QImage(4, 4, QImage.Format.Format_RGB888).save(str(path))
    desk.texts_in_pictures["one.png"] = to_text(desk.document.snapshot, desk.kinds)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(desk, data)
    desk.qtbot.waitUntil(lambda: desk.window.tabs.count() == 2)
    assert len(desk.document.snapshot.main.nodes) == 2


@pytest.fixture
def masked(desk: Desk) -> tuple[Desk, str, str]:
    """A picture that is repainted where a mask is, after a run: the desk and the two nodes."""
    for cls in (PaintedMask, Repaint):
        desk.kinds.add(cls)
    paint, repaint = desk.add("Paint"), desk.add("Repaint")
    desk.wire(paint, repaint)
    desk.run()
    desk.select(paint)
    desk.qtbot.waitUntil(lambda: desk.window.viewer.node == paint)
    return desk, paint, repaint


def paint_all(desk: Desk) -> None:
    """Paint the whole picture white, by the keys."""
    view = desk.window.viewer.view
    view.setFocus()
    desk.qtbot.keyClick(view, Qt.Key.Key_P)
    desk.qtbot.keyClick(view, Qt.Key.Key_I)
    desk.qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_painted_mask_becomes_a_node_that_feeds_what_wants_it(
    masked: tuple[Desk, str, str],
) -> None:
    desk, _, repaint = masked
    paint_all(desk)
    (node,) = (n for n in desk.document.snapshot.main.nodes.values() if "PaintedMask" in n.type)
    assert mask_in(str(node.parameters["mask"]))[0].pixelColor(3, 3).red() == 255
    sources = desk.document.snapshot.main.inputs_of[repaint]["mask"]
    assert [source.node for source in sources] == [node.id]
    assert desk.window.canvas.selected() == [node.id]
    desk.document.undo()
    assert len(desk.document.snapshot.main.nodes) == 2


def test_a_mask_is_edited_again_over_the_picture_it_was_painted_on(
    masked: tuple[Desk, str, str],
) -> None:
    desk, _paint, _ = masked
    paint_all(desk)
    painter, editor = desk.window.viewer.painter, desk.window.inspector.findChild(MaskEditor)
    assert isinstance(editor, MaskEditor)
    desk.qtbot.mouseClick(editor.edit, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: painter.is_painting)
    assert painter.tool is not None
    assert painter.tool.layer.image.pixelColor(0, 0).red() == 255
    assert desk.window.viewer.view.image().pixelColor(0, 0) == QColor(100, 100, 100)
    desk.qtbot.keyClick(desk.window.viewer.view, Qt.Key.Key_I)
    desk.qtbot.keyClick(desk.window.viewer.view, Qt.Key.Key_Return)
    assert len(desk.document.snapshot.main.nodes) == 3
    node = desk.document.snapshot.main.nodes[desk.window.canvas.selected()[0]]
    assert node.parameters["mask"] == ""


def test_a_mask_whose_picture_is_gone_is_edited_all_the_same(desk: Desk) -> None:
    desk.kinds.add(PaintedMask)
    grey = QImage(6, 4, QImage.Format.Format_Grayscale8)
    grey.fill(9)
    desk.select(desk.add("PaintedMask", mask=text_of(grey, "gone:0")))
    desk.window.actions_table.by_id["edit_mask"].trigger()
    painter = desk.window.viewer.painter
    desk.qtbot.waitUntil(lambda: painter.is_painting)
    assert painter.tool is not None
    assert painter.tool.layer.image.width() == 6


def test_a_result_is_shown_large_while_the_mouse_rests_on_it(desk: Desk) -> None:
    desk.picture_on_the_wall(shade=40)
    desk.run()
    panel = wait_for(desk, 1)
    place = panel.list.visualRect(panel.model.index(0)).center()
    desk.qtbot.mouseMove(panel.list.viewport(), place - QPoint(9, 0))
    desk.qtbot.mouseMove(panel.list.viewport(), place)
    desk.qtbot.waitUntil(panel.list.preview.isVisible)
    desk.qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not panel.list.preview.isVisible()


def test_a_result_is_dragged_out_with_its_graph(desk: Desk) -> None:
    desk.picture_on_the_wall(shade=40)
    desk.run()
    panel = wait_for(desk, 1)
    click(desk, panel, 0)
    data = panel.model.mimeData([panel.model.index(0)])
    assert '"shade": 40' in graph_in(data)
    assert data.hasImage()


def test_a_favourite_is_found_among_favourites(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(shade=40)
    desk.run()
    set_value(desk, paint, "shade", 70)
    desk.run()
    panel = wait_for(desk, 2)
    desk.window.viewing.history.star(panel.model.entries[1], True)
    desk.qtbot.mouseClick(panel.starred, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: len(panel.model.entries) == 1)
    assert panel.model.entries[0].starred


def test_a_click_on_the_mask_of_a_card_opens_the_painter(masked: tuple[Desk, str, str]) -> None:
    desk, _, _ = masked
    paint_all(desk)
    canvas, painter = desk.window.canvas, desk.window.viewer.painter
    card = canvas.projection.cards[canvas.selected()[0]]
    (field,) = (each for each in card.layout.fields if each.parameter.name == "mask")
    canvas.fit_all()
    place = canvas.viewer.to_view(card.mapRectToScene(field.box)).center().toPoint()
    desk.qtbot.mouseClick(canvas.viewer.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.qtbot.waitUntil(lambda: painter.is_painting)
