"""What is shown: zoom, pan, fit, the minimap, the state of nodes, and what they say."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.graph import edits
from app.graph.document import Frame, Note
from app.ui.canvas.camera import FARTHEST, NEAREST
from app.ui.canvas.look import Look
from app.ui.canvas.minimap import Minimap
from app.ui.canvas.view import Canvas
from tests.ui.canvas.toys import Hand, ToyKinds, check_canvas


def _wheel(hand: Hand, place: QPoint, turned: int) -> None:
    viewport = hand.canvas.viewer.viewport()
    event = QWheelEvent(
        QPointF(place),
        QPointF(viewport.mapToGlobal(place)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_the_wheel_zooms_at_the_cursor(hand: Hand) -> None:
    place = QPoint(300, 200)
    before = hand.canvas.viewer.to_scene(QPointF(place))
    _wheel(hand, place, 240)
    after = hand.canvas.viewer.to_scene(QPointF(place))
    assert hand.canvas.viewer.zoom > 1.2
    assert (after - before).manhattanLength() < 0.01


@pytest.mark.parametrize(("turned", "limit"), [(120, NEAREST), (-120, FARTHEST)])
def test_zoom_has_limits(hand: Hand, turned: int, limit: float) -> None:
    for _ in range(60):
        _wheel(hand, QPoint(300, 200), turned)
    assert hand.canvas.viewer.zoom == pytest.approx(limit)


def test_what_is_seen_lies_where_the_mouse_finds_it(hand: Hand) -> None:
    hand.canvas.viewer.zoom_by(0.73, QPointF(411, 212))
    place = QPoint(321, 123)
    found = hand.canvas.viewer.mapToScene(place)
    assert (found - hand.canvas.viewer.to_scene(QPointF(place))).manhattanLength() < 2


@pytest.mark.parametrize("over_a_node", [True, False])
def test_the_middle_button_pans(hand: Hand, over_a_node: bool) -> None:
    node = hand.add("Blur")
    start = hand.title(node) if over_a_node else QPoint(700, 600)
    before = hand.document.snapshot
    hand.drag(start, start + QPoint(50, 30), button=Qt.MouseButton.MiddleButton)
    assert hand.canvas.viewer.shown.topLeft() == QPointF(-150, -130)
    assert hand.document.snapshot is before


def test_space_and_the_left_button_pan(hand: Hand) -> None:
    node = hand.add("Blur")
    QTest.keyPress(hand.canvas.viewer, Qt.Key.Key_Space)
    hand.drag(hand.title(node), hand.title(node) + QPoint(50, 30))
    QTest.keyRelease(hand.canvas.viewer, Qt.Key.Key_Space)
    assert hand.canvas.viewer.shown.topLeft() == QPointF(-150, -130)
    hand.drag(hand.title(node), hand.title(node) + QPoint(50, 30))
    assert hand.graph.nodes[node].position == (50.0, 30.0)


@pytest.mark.parametrize("key", [Qt.Key.Key_H, Qt.Key.Key_Home])
def test_all_nodes_are_shown(hand: Hand, key: Qt.Key) -> None:
    hand.add("Blur", -3000, 0)
    hand.add("Blur", 3000, 900)
    hand.key(key)
    assert hand.canvas.viewer.shown.contains(-3000, 0)
    assert hand.canvas.viewer.shown.contains(3000, 900)


def test_the_selected_nodes_are_shown(hand: Hand) -> None:
    hand.add("Blur", -3000, 0)
    node = hand.add("Blur", 3000, 900)
    hand.canvas.select([node])
    hand.key(Qt.Key.Key_F)
    assert hand.canvas.viewer.zoom == 1.0
    assert hand.canvas.viewer.shown.contains(3000, 900)


def test_a_node_is_shown_in_the_middle(hand: Hand) -> None:
    node = hand.add("Blur", 3000, 900)
    hand.canvas.centre_on(node)
    assert hand.canvas.selected() == [node]
    card = hand.canvas.projection.cards[node]
    middle = card.mapRectToScene(card.layout.card).center()
    assert (hand.canvas.viewer.shown.center() - middle).manhattanLength() < 0.01


def test_resizing_keeps_zoom_and_corner(hand: Hand) -> None:
    hand.canvas.viewer.zoom_by(0.5, QPointF())
    before = hand.canvas.viewer.shown.topLeft(), hand.canvas.viewer.zoom
    hand.canvas.resize(700, 500)
    assert (hand.canvas.viewer.shown.topLeft(), hand.canvas.viewer.zoom) == before


def test_a_click_on_the_minimap_goes_there(hand: Hand) -> None:
    hand.add("Blur", 0, 0)
    hand.add("Blur", 5000, 5000)
    (minimap,) = hand.canvas.findChildren(Minimap)
    assert minimap.isVisible()
    corner = QPoint(minimap.width() // 2 + 40, minimap.height() // 2 + 45)
    QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=corner)
    assert hand.canvas.viewer.shown.center().y() > 3000


def test_state_and_preview_leave_the_document_alone(hand: Hand) -> None:
    node = hand.add("Blur")
    before, height = hand.document.snapshot, hand.canvas.projection.cards[node].layout.height
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    hand.canvas.set_look(node, Look("running", 3, 10, note="3 of 10"))
    hand.canvas.set_preview(node, image)
    assert hand.canvas.projection.cards[node].layout.height > height
    hand.canvas.set_look(node, Look())
    hand.canvas.set_preview(node, None)
    assert hand.canvas.projection.cards[node].layout.height == height
    assert hand.document.snapshot is before
    check_canvas(hand.canvas)


def test_a_preview_stays_while_its_node_is_edited(hand: Hand) -> None:
    node = hand.add("Blur")
    image = QImage(800, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    hand.canvas.set_preview(node, image)
    hand.click(hand.pill(node, "wrap"))
    face = hand.canvas.projection.cards[node].face
    assert face.preview is not None
    assert face.preview.width() == 384
    assert hand.canvas.projection.cards[node].layout.preview is not None


def test_news_of_nodes_that_are_gone_is_passed_over(hand: Hand) -> None:
    hand.canvas.set_look("gone", Look("done"))
    hand.canvas.set_preview("gone", None)
    hand.canvas.centre_on("gone")


def test_the_error_is_told_in_full(hand: Hand) -> None:
    node = hand.add("Blur")
    sentence = "Something long happened here. " * 20
    hand.canvas.set_look(node, Look("failed", error=sentence))
    card = hand.canvas.projection.cards[node]
    assert card.layout.error is not None
    assert sentence.strip() in card.tip(card.layout.error.center())


def test_tips_tell_type_and_meaning(hand: Hand) -> None:
    node = hand.add("Blur")
    card = hand.canvas.projection.cards[node]
    assert "Image" in card.tip(card.ports["in", "image"].spot.point)
    assert "How soft." in card.tip(card.layout.fields[0].box.center())
    assert "Make a picture soft." in card.tip(QPointF(60, 14))
    assert "Last run" not in card.tip(QPointF(60, 14))


def test_the_tip_of_a_card_tells_why_it_ran(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.canvas.set_look(node, Look("done", reason="ran because radius changed from <1 to 2"))
    tip = hand.canvas.projection.cards[node].tip(QPointF(60, 14))
    assert "Last run:</b> Ran because radius changed from &lt;1 to 2." in tip


@pytest.mark.parametrize("zoom", [0.1, 0.5, 1.0, 2.0])
def test_every_state_can_be_painted(hand: Hand, zoom: float) -> None:
    states = ("idle", "queued", "running", "cached", "done", "failed", "skipped", "muted")
    for number, state in enumerate(states):
        node = hand.add("Prompt", 300.0 * number)
        hand.canvas.set_look(node, Look(state, 1, 2, 0.5, "note", "why"))
    hand.canvas.viewer.show_part(QPointF(0, 0), zoom)
    assert not hand.canvas.grab().isNull()


@pytest.mark.parametrize(
    ("place", "shape"),
    [
        (lambda hand, node: hand.port(node, "in", "image"), Qt.CursorShape.CrossCursor),
        (lambda hand, node: hand.pill(node, "radius"), Qt.CursorShape.PointingHandCursor),
        (lambda hand, node: hand.title(node), Qt.CursorShape.ArrowCursor),
    ],
)
def test_the_cursor_tells_what_a_press_would_do(hand: Hand, place, shape: Qt.CursorShape) -> None:
    node = hand.add("Blur")
    hand.move(place(hand, node))
    assert hand.canvas.viewer.viewport().cursor().shape() == shape


def test_a_drag_whose_release_got_lost_is_given_up(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.press(hand.title(node))
    hand.move(hand.title(node) + QPoint(90, 0))
    hand.move(QPoint(500, 500), held=False)
    assert hand.graph.nodes[node].position == (0.0, 0.0)
    check_canvas(hand.canvas)


def test_a_canvas_that_is_gone_hears_nothing(hand: Hand) -> None:
    other = Canvas(hand.document, ToyKinds())
    shiboken6.delete(other)
    assert hand.add("Blur") in hand.graph.nodes


def test_the_menu_offers_what_fits_the_place(hand: Hand) -> None:
    node = hand.add("Blur")
    hand.canvas.viewer.menu_wanted.emit(hand.title(node), QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert hand.canvas.selected() == [node]
    (mute,) = [action for action in menu.actions() if action.objectName() == "mute"]
    mute.trigger()
    menu.close()
    assert hand.graph.nodes[node].muted


def test_frames_and_notes_are_shown_and_follow_undo(hand: Hand) -> None:
    frame = Frame("f", "Inputs", (0.0, 0.0, 300.0, 200.0), "#aa3344")
    note = Note("n", "Remember the milk. " * 40, (400.0, 0.0, 120.0, 90.0))
    hand.document.apply(edits.put_frame(hand.document.snapshot, frame))
    hand.document.apply(edits.put_note(hand.document.snapshot, note))
    assert set(hand.canvas.boxes.shown) == {"f", "n"}
    assert not hand.canvas.grab().isNull()
    hand.drag(hand.place(QPointF(20, 60)), hand.place(QPointF(200, 150)))
    assert hand.graph.frames["f"] is frame
    hand.document.undo()
    assert set(hand.canvas.boxes.shown) == {"f"}
