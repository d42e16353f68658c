"""The bar of the slots: how much room it takes, and sending to it from a menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.ui.compare.modes import Mode
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.viewer import Viewer
from tests.ui.toys import Desk


def test_all_slots_together_do_not_widen_a_narrow_panel(qtbot: QtBot) -> None:
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.resize(400, 500)
    picture = QImage(64, 64, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.gray)
    viewer.show_picture(KnownPicture(picture, "Grey", "node", "abc"))
    for slot in range(1, 10):
        viewer.send(slot)
    viewer.comparing.choose_second(2)
    viewer.comparing.show_mode(Mode.DIFFERENCE)
    viewer.show()
    qtbot.waitExposed(viewer)
    assert viewer.width() == 400
    tabs = viewer.compare_bar.tabs.values()
    assert all(tab.isVisible() and tab.geometry().right() < 400 for tab in tabs)
    ways = [
        viewer.compare_bar.mapFromGlobal(each.mapToGlobal(each.rect().bottomRight()))
        for each in viewer.compare_bar.modes.values()
    ]
    assert max(place.x() for place in ways) < 400
    viewer.close_threads()


def menu_of(desk: Desk) -> QMenu:
    """The menu of what is selected on the canvas, as the menu key opens it."""
    target = desk.window.canvas.viewer
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(target, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_of_a_node_sends_its_picture_to_a_slot(desk: Desk) -> None:
    paint, _wall = desk.picture_on_the_wall(shade=40)
    count = desk.add("Count")
    desk.run()
    viewer = desk.window.viewer
    desk.qtbot.waitUntil(lambda: viewer.node is not None)
    desk.select(paint)
    menu = menu_of(desk)
    (slots,) = (each for each in menu.findChildren(QMenu) if "slot" in each.title())
    slots.setActiveAction(slots.actions()[2])
    desk.qtbot.keyClick(slots, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: viewer.slots[3] is not None)
    menu.close()
    desk.select(count)
    menu = menu_of(desk)
    assert not any("slot" in each.title() for each in menu.findChildren(QMenu))
    menu.close()
