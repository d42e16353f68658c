"""A graph is used as a form of the parameters that it shows outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget

from app.graph import exposing
from app.ui.form.form import PanelForm
from app.ui.form.picture_thumb import PictureThumb
from tests.ui.inspector.test_inspector import type_into, value
from tests.ui.toys import Desk

NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def form(desk: Desk) -> PanelForm:
    """The panel with a seed and a text of one node, and the shade of another."""
    node, paint = desk.add("Everything"), desk.add("Paint")
    for id, name in ((node, "whole"), (paint, "shade"), (paint, "count")):
        expose(desk, id, name)
    shown = desk.window.panels.show("form")
    assert isinstance(shown, PanelForm)
    return shown


def expose(desk: Desk, node: str, name: str, title: str = "") -> None:
    document = desk.document
    document.apply(exposing.expose(document.snapshot, desk.kinds, node, name, title))


def names(form: PanelForm) -> list[str]:
    return [row.item.parameter for row in form.rows]


def test_what_is_exposed_is_shown_in_its_order(desk: Desk, form: PanelForm) -> None:
    assert names(form) == ["whole", "shade", "count"]
    desk.document.undo()
    assert names(form) == ["whole", "shade"]


def test_an_edit_in_the_form_is_an_ordinary_change(desk: Desk, form: PanelForm) -> None:
    node = form.rows[0].item.node
    type_into(desk, form.rows[0].row.editor.focusProxy(), "7")
    assert value(desk, node, "whole") == 7
    desk.document.undo()
    assert value(desk, node, "whole") == 3
    assert form.rows[0].row.editor.focusProxy().text() == "3 px"


def test_a_row_is_dragged_by_its_handle_to_another_place(desk: Desk, form: PanelForm) -> None:
    desk.qtbot.waitUntil(lambda: form.rows[0].height() > 0)
    handle = form.rows[2].handle
    above = form.rows[0].mapToGlobal(QPoint(4, 2))
    desk.qtbot.mousePress(handle, Qt.MouseButton.LeftButton)
    desk.qtbot.mouseMove(handle, handle.mapFromGlobal(above))
    desk.qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.mapFromGlobal(above))
    assert names(form) == ["count", "whole", "shade"]
    desk.document.undo()
    assert names(form) == ["whole", "shade", "count"]


def test_a_row_is_moved_by_keys_and_keeps_the_keyboard(desk: Desk, form: PanelForm) -> None:
    form.rows[0].handle.setFocus()
    desk.qtbot.keyClick(form.rows[0].handle, Qt.Key.Key_Down, ALT)
    assert names(form) == ["shade", "whole", "count"]
    desk.qtbot.keyClick(form.rows[1].handle, Qt.Key.Key_Up, ALT)
    assert names(form) == ["whole", "shade", "count"]
    desk.qtbot.keyClick(form.rows[0].handle, Qt.Key.Key_Up, ALT)
    assert names(form) == ["whole", "shade", "count"]


def test_a_row_has_a_name_of_its_own(desk: Desk, form: PanelForm) -> None:
    form.rows[1].renamed.emit("Light")
    assert form.rows[1].row.label.text() == "Light"
    assert desk.document.snapshot.main.exposed[1].title == "Light"


def test_the_heading_of_a_section_goes_to_its_node(desk: Desk, form: PanelForm) -> None:
    headings = form.findChildren(QWidget, "formHeading")
    desk.qtbot.mouseClick(headings[-1], Qt.MouseButton.LeftButton)
    assert desk.window.canvas.selected() == [form.rows[1].item.node]


def test_an_empty_panel_says_how_it_is_filled(desk: Desk) -> None:
    form = desk.window.panels.show("form")
    assert form.rows == []
    assert any("pin" in label.text() for label in form.findChildren(QWidget, "quiet"))


def test_the_window_becomes_a_form_and_a_graph_again(desk: Desk, form: PanelForm) -> None:
    window = desk.window
    desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    page = window.panel_mode.page
    assert page is not None
    assert page.isVisible()
    assert not window.canvas.isVisible()
    assert window.viewer.isVisible()
    assert not window.inspector.isVisible()
    assert names(page.form) == ["whole", "shade", "count"]
    window.panel_mode.toggle()
    assert window.canvas.isVisible()
    assert window.panel_mode.page is None


def test_a_window_that_is_closed_as_a_form_opens_with_its_panels(
    desk: Desk, form: PanelForm
) -> None:
    window = desk.window
    window.panel_mode.toggle()
    window.panels.remember(desk.remembered)
    window.panels.docks["inspector"].hide()
    window.panels.restore(desk.remembered)
    assert window.panels.docks["inspector"].isVisibleTo(window)


def test_the_form_follows_the_graph_that_is_seen(desk: Desk, form: PanelForm) -> None:
    desk.window.panel_mode.toggle()
    first = desk.window.tab
    desk.window.tabs.show_tab(desk.window.add_tab())
    assert desk.window.panel_mode.page.form.rows == []
    desk.window.tabs.show_tab(first)
    assert len(desk.window.panel_mode.page.form.rows) == 3
    assert not first.canvas.isVisible()


def test_a_picture_is_shown_small(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "red.png"
    QImage(400, 200, QImage.Format.Format_RGB32).save(str(path))
    thumb = PictureThumb(desk.window)
    thumb.show_file(str(path))
    assert (thumb.pixmap().width(), thumb.pixmap().height()) == (160, 80)
    thumb.show_file("")
    assert thumb.text() == "Drop a picture here"
    thumb.show_file("resources:pictures/cottage.png")
    assert not thumb.pixmap().isNull()


def test_a_picture_that_is_dropped_is_used(desk: Desk, tmp_path: Path) -> None:
    thumb = PictureThumb(desk.window)
    told: list[str] = []
    thumb.dropped.connect(told.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "red.png"))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, NONE
    enter = QDragEnterEvent(QPoint(4, 4), copy, data, left, none)
    QApplication.sendEvent(thumb, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(thumb, QDropEvent(QPointF(4, 4), copy, data, left, none))
    assert told == [str(tmp_path / "red.png")]


def test_f2_asks_for_another_name(
    desk: Desk, form: PanelForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Light", True))
    handle = form.rows[1].handle
    handle.setFocus()
    desk.qtbot.keyClick(handle, Qt.Key.Key_F2)
    assert form.rows[1].row.label.text() == "Light"
    desk.document.undo()
    assert form.rows[1].row.label.text() == "Shade"


def test_the_form_runs_says_what_that_costs_and_stops_it(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(waits=True)
    desk.window.warm_up()
    expose(desk, paint, "shade")
    desk.window.panel_mode.toggle()
    page = desk.window.panel_mode.page
    assert page is not None
    line = page.runs
    desk.qtbot.waitUntil(lambda: line.said.text() == "2 nodes")
    assert "Paint: It had not run before." in line.run.toolTip()
    desk.qtbot.mouseClick(line.run, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: line.said.text().startswith("Paint · step 1 of 4"))
    assert line.bar.isVisible()
    desk.qtbot.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: not line.bar.isVisible())
    assert not line.stop.isVisible()
    desk.qtbot.waitUntil(lambda: line.said.text() == "2 nodes")
