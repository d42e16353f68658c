"""Help stands beside the node: what it does, what it did, and what goes well with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl

from app.ui.help.node_help import NodeHelp
from tests.ui.toys import Desk

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def help(desk: Desk) -> NodeHelp:
    shown = desk.window.panels.show("help")
    assert isinstance(shown, NodeHelp)
    return shown


def test_it_tells_what_the_selected_node_does_and_takes(desk: Desk, help: NodeHelp) -> None:
    desk.select(desk.add("Everything"))
    text = help.toPlainText()
    assert "Has every kind of parameter." in text
    assert "From 0 px to 10 px. Default: 3 px." in text
    assert "It has not run yet." in text


def test_it_tells_what_happened_in_the_last_run(desk: Desk, help: NodeHelp) -> None:
    paint, _ = desk.picture_on_the_wall(count=2)
    desk.select(paint)
    desk.run()
    text = help.toPlainText()
    assert "Ran because it had not run before." in text
    assert "It took" in text
    assert "Image: 2 image, 8 x 8" in text
    desk.run()
    assert "Ran because" not in help.toPlainText()


def test_links_lead_to_what_takes_its_results(desk: Desk, help: NodeHelp) -> None:
    desk.select(desk.add("Paint"))
    assert "Often followed by\nHang" in help.toPlainText()
    help.anchorClicked.emit(QUrl("kind:loom.Hang"))
    assert "Show a picture on the wall." in help.toPlainText()
    assert "Often fed by" in help.toPlainText()
    desk.select(desk.add("Count"))
    assert "Count to four." in help.toPlainText()


def test_the_key_opens_it_for_the_selected_node(desk: Desk) -> None:
    desk.select(desk.add("Paint"))
    desk.key(Qt.Key.Key_F1, NONE)
    page = desk.window.panels.docks["help"].widget()
    assert page.isVisible()
    assert "Paint a batch in shades of grey." in page.toPlainText()


def test_the_key_tells_about_what_the_search_points_at(desk: Desk) -> None:
    canvas = desk.window.canvas
    canvas.setFocus()
    desk.qtbot.keyClick(canvas.viewer, Qt.Key.Key_Tab)
    desk.qtbot.keyClicks(canvas.popups.search.field, "hang")
    assert canvas.popups.search.pointed_at() == "loom.Hang"
    desk.qtbot.keyClick(canvas.popups.search.field, Qt.Key.Key_F1)
    page = desk.window.panels.docks["help"].widget()
    assert "Show a picture on the wall." in page.toPlainText()
