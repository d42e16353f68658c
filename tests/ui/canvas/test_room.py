"""Room: the view follows a graph that grows, the minimap keeps aside, new cards find a place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.ui.canvas.minimap import Minimap
from app.ui.canvas.search.placing import GAP, free_place
from tests.ui.canvas.toys import Hand


def _picture() -> QImage:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


def _box(hand: Hand, node: str) -> QRectF:
    card = hand.canvas.projection.cards[node]
    return card.mapRectToScene(card.layout.card)


def test_a_graph_in_view_stays_in_view_when_a_card_grows(hand: Hand, qtbot: QtBot) -> None:
    node = hand.add("Blur", 0, 0)
    hand.add("Blur", 0, -900)
    hand.canvas.fit_all()
    hand.canvas.set_preview(node, _picture())
    qtbot.waitUntil(lambda: hand.canvas.viewer.shown.contains(_box(hand, node)))


def test_a_view_that_the_user_chose_stays_when_a_card_grows(hand: Hand, qtbot: QtBot) -> None:
    node = hand.add("Blur", 0, 0)
    hand.canvas.fit_all()
    hand.canvas.viewer.pan_by(QPointF(0, 500))
    before = hand.canvas.viewer.shown
    hand.canvas.set_preview(node, _picture())
    qtbot.wait(20)
    assert hand.canvas.viewer.shown == before


def test_the_view_stays_while_a_value_is_typed(hand: Hand, qtbot: QtBot) -> None:
    node = hand.add("Blur", 0, 0)
    hand.add("Blur", 0, -900)
    hand.canvas.fit_all()
    hand.click(hand.pill(node, "radius"))
    hand.canvas.set_preview(node, _picture())
    qtbot.wait(20)
    assert hand.canvas.popups.editor.isVisible()


def test_a_graph_in_view_stays_in_view_in_a_smaller_window(hand: Hand, qtbot: QtBot) -> None:
    node = hand.add("Blur", 600, 500)
    hand.add("Blur", 0, 0)
    hand.canvas.fit_all()
    before = hand.canvas.viewer.zoom
    hand.canvas.resize(600, 400)
    qtbot.waitUntil(lambda: hand.canvas.viewer.shown.contains(_box(hand, node)))
    assert hand.canvas.viewer.zoom < before
    hand.canvas.resize(1100, 800)
    qtbot.waitUntil(lambda: hand.canvas.viewer.zoom == pytest.approx(before))


def test_there_is_no_minimap_while_all_is_in_view(hand: Hand) -> None:
    hand.add("Blur", 0, 0)
    (minimap,) = hand.canvas.findChildren(Minimap)
    assert not minimap.isVisible()
    hand.canvas.viewer.pan_by(QPointF(-400, 0))
    assert minimap.isVisible()
    hand.canvas.fit_all()
    assert not minimap.isVisible()


def test_the_minimap_goes_to_a_corner_without_a_card(hand: Hand) -> None:
    hand.add("Blur", 5000, 5000)
    hand.add("Blur", 780, 500)
    (minimap,) = hand.canvas.findChildren(Minimap)
    assert minimap.isVisible()
    assert minimap.x() < 100
    assert minimap.y() > 400


def test_alt_m_hides_the_minimap_and_shows_it_again(hand: Hand) -> None:
    hand.add("Blur", 5000, 5000)
    (minimap,) = hand.canvas.findChildren(Minimap)
    for shown in (False, True):
        hand.key(Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
        assert minimap.isVisible() is shown


def test_a_new_node_does_not_lie_on_another(hand: Hand) -> None:
    old = hand.add("Blur", 100, 100)
    hand.move(hand.title(old) + QPoint(0, 30), held=False)
    hand.key(Qt.Key.Key_Tab)
    hand.type("number")
    hand.key(Qt.Key.Key_Return)
    (new,) = hand.canvas.selected()
    assert new != old
    assert not _box(hand, new).intersects(_box(hand, old))


def test_a_new_node_is_brought_into_view(hand: Hand) -> None:
    hand.move(QPoint(1060, 760), held=False)
    hand.key(Qt.Key.Key_Tab)
    hand.type("blur")
    hand.key(Qt.Key.Key_Return)
    assert hand.canvas.viewer.shown.contains(_box(hand, hand.canvas.selected()[0]))


def test_the_nearest_free_place_is_found() -> None:
    wanted, taken = QRectF(0, 0, 100, 100), QRectF(40, -500, 100, 1000)
    assert free_place(wanted, []) == QPointF(0, 0)
    assert free_place(wanted, [taken]) == QPointF(-60 - GAP, 0)


def test_where_nothing_is_free_the_wanted_place_stays() -> None:
    everywhere = QRectF(-5000, -5000, 10000, 10000)
    assert free_place(QRectF(0, 0, 100, 100), [everywhere]) == QPointF(0, 0)


def test_going_to_a_node_in_view_moves_nothing(hand: Hand) -> None:
    node = hand.add("Blur", 0, 0)
    before = hand.canvas.viewer.shown
    hand.canvas.centre_on(node)
    assert hand.canvas.selected() == [node]
    assert hand.canvas.viewer.shown == before
