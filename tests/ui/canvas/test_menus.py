"""Menus under the right button and under the menu key, and what tooltips tell of ports."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from app.graph import edits
from app.graph.document import Frame
from tests.ui.canvas.toys import Hand


def _menu(hand: Hand, place: QPoint | None = None) -> QMenu:
    """The menu at a place of the viewport; without one, that of the menu key."""
    viewer = hand.canvas.viewer
    target = viewer if place is None else viewer.viewport()
    reason = QContextMenuEvent.Reason.Keyboard if place is None else QContextMenuEvent.Reason.Mouse
    spot = place or QPoint()
    QApplication.sendEvent(target, QContextMenuEvent(reason, spot, target.mapToGlobal(spot)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _ids(menu: QMenu) -> set[str]:
    return {action.objectName() for action in menu.actions() if action.objectName()}


def _tip(hand: Hand, place: QPoint) -> str:
    viewport = hand.canvas.viewer.viewport()
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    return QToolTip.text()


@pytest.fixture
def pair(hand: Hand) -> tuple[str, str]:
    """A picture that feeds a blur."""
    a, b = hand.add("Picture", 0, 0), hand.add("Blur", 500, 0)
    hand.wire((a, "image"), (b, "image"))
    return a, b


def test_each_place_has_a_menu_of_its_own(hand: Hand, pair: tuple[str, str]) -> None:
    a, b = pair
    frame = Frame("f", "", (0.0, 400.0, 300.0, 200.0))
    hand.document.apply(edits.put_frame(hand.document.snapshot, frame))
    middle = (hand.port(a, "out", "image") + hand.port(b, "in", "image")) / 2
    wanted = [
        (QPoint(1000, 700), {"search", "add_note", "paste"}),
        (hand.title(a), {"rename", "mute", "connect", "extract", "copy", "align_left"}),
        (middle, {"add_dots", "delete"}),
        (hand.place(QPointF(100, 410)), {"rename", "copy", "delete"}),
    ]
    for place, ids in wanted:
        menu = _menu(hand, place)
        inner = {id for sub in menu.findChildren(QMenu) for id in _ids(sub)}
        assert ids <= _ids(menu) | inner
        menu.close()


def test_a_menu_shows_the_key_that_an_action_has(hand: Hand, pair: tuple[str, str]) -> None:
    menu = _menu(hand, hand.title(pair[0]))
    (mute,) = [action for action in menu.actions() if action.objectName() == "mute"]
    assert mute.shortcut().toString() == "Ctrl+M"
    menu.close()


def test_the_menu_of_a_port_unplugs_its_wires(hand: Hand, pair: tuple[str, str]) -> None:
    menu = _menu(hand, hand.port(pair[1], "in", "image"))
    (unplug,) = [action for action in menu.actions() if action.text().startswith("Unplug")]
    unplug.trigger()
    menu.close()
    assert not hand.wires


def test_the_menu_key_opens_the_menu_of_what_is_selected(hand: Hand, pair: tuple[str, str]) -> None:
    hand.canvas.select([pair[1]])
    menu = _menu(hand)
    assert "mute" in _ids(menu)
    menu.close()
    hand.canvas.select([])
    menu = _menu(hand)
    menu.close()


def test_a_colour_is_chosen_from_the_menu(hand: Hand, pair: tuple[str, str]) -> None:
    menu = _menu(hand, hand.title(pair[0]))
    (colours,) = [m for m in menu.findChildren(QMenu) if m.title() == "Colour"]
    (green,) = [action for action in colours.actions() if action.text() == "Green"]
    green.trigger()
    menu.close()
    assert hand.graph.nodes[pair[0]].colour == "#5a9e54"


def test_a_port_tells_its_type_its_meaning_and_its_last_value(
    hand: Hand, pair: tuple[str, str]
) -> None:
    a, b = pair
    start, end = hand.port(a, "out", "image"), hand.port(b, "in", "image")
    assert "The image." in _tip(hand, start)
    assert "From Picture" in _tip(hand, end)
    hand.canvas.set_facts(a, {"image": "64 × 64, RGB"})
    assert "Last value: 64 × 64, RGB" in _tip(hand, start)
    assert "From Picture: 64 × 64, RGB" in _tip(hand, end)
    hand.canvas.set_facts(a, {})
    assert "RGB" not in _tip(hand, end)


def test_a_wire_tells_its_ends_its_type_and_what_went_along_it(
    hand: Hand, pair: tuple[str, str]
) -> None:
    a, _ = pair
    (wire,) = hand.canvas.projection.wires.values()
    middle = hand.place(wire.path().pointAtPercent(0.5))
    told = _tip(hand, middle)
    assert "<b>Image of Picture</b> \u2192 <b>Image of Blur</b>" in told
    assert "Image</span>" in told
    hand.canvas.set_facts(a, {"image": "64 × 64, RGB"})
    assert "Last value: 64 × 64, RGB" in _tip(hand, middle)


def test_shift_f10_opens_it_where_there_is_no_menu_key(hand: Hand, pair: tuple[str, str]) -> None:
    hand.canvas.select([pair[1]])
    hand.key(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "mute" in _ids(menu)
    menu.close()
