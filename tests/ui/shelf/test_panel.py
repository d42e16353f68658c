"""The panel of models."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.ui.shelf.commands import add_loader
from app.ui.shelf.model import RECORD
from app.ui.shelf.panel import ShelfPanel
from tests.models.files import weight_file
from tests.ui.shelf.conftest import ShelfDesk


@pytest.fixture
def panel(shelf_desk: ShelfDesk) -> ShelfPanel:
    """The panel, in front, with all models."""
    panel = shelf_desk.window.panels.show("shelf")
    assert isinstance(panel, ShelfPanel)
    shelf_desk.qtbot.waitUntil(lambda: len(names(panel)) == 3)
    return panel


def names(panel: ShelfPanel) -> list[str]:
    """What is seen, from top to bottom."""
    return [record.name for record in panel.model.records]


def test_models_are_listed_by_kind(panel: ShelfPanel) -> None:
    assert names(panel) == ["big.safetensors", "photo/lakes-v3.safetensors", "sprites.safetensors"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lakes", ["photo/lakes-v3.safetensors"]),
        ("PIXEL", ["sprites.safetensors"]),
        ("sdxl", ["big.safetensors"]),
        ("photo v3", ["photo/lakes-v3.safetensors"]),
        ("nothing like it", []),
    ],
)
def test_names_and_trigger_words_are_searched(
    shelf_desk: ShelfDesk, panel: ShelfPanel, words: str, found: list[str]
) -> None:
    panel.search.setText(words)
    shelf_desk.qtbot.waitUntil(lambda: names(panel) == found)


def test_kinds_and_families_narrow_the_list(panel: ShelfPanel) -> None:
    panel.kinds.setCurrentIndex(panel.kinds.findData("lora"))
    assert names(panel) == ["sprites.safetensors"]
    panel.kinds.setCurrentIndex(0)
    panel.families.setCurrentIndex(panel.families.findData("SDXL"))
    assert names(panel) == ["big.safetensors"]


def test_only_what_is_there_can_be_chosen(panel: ShelfPanel) -> None:
    kinds = [panel.kinds.itemData(row) for row in range(panel.kinds.count())]
    assert kinds == [None, "checkpoint", "lora"]


def test_a_double_click_adds_the_node_that_opens_it(
    shelf_desk: ShelfDesk, panel: ShelfPanel
) -> None:
    place = panel.list.visualRect(panel.model.index(0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    (node,) = shelf_desk.document.snapshot.main.nodes.values()
    assert node.parameters["model"] == "big.safetensors"
    assert shelf_desk.window.canvas.selected() == [node.id]
    shelf_desk.document.undo()
    assert not shelf_desk.document.snapshot.main.nodes


def test_enter_adds_it_as_well_and_not_on_another(shelf_desk: ShelfDesk, panel: ShelfPanel) -> None:
    for _ in range(2):
        panel.list.setFocus()
        panel.list.setCurrentIndex(panel.model.index(0))
        shelf_desk.qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    nodes = shelf_desk.document.snapshot.main.nodes.values()
    assert len({node.position for node in nodes}) == 2


def test_what_no_node_opens_is_said(shelf_desk: ShelfDesk, panel: ShelfPanel) -> None:
    panel.wanted.emit("lora", "sprites.safetensors")
    assert "No node opens" in shelf_desk.window.status.currentMessage()


def test_a_model_is_dropped_where_the_mouse_is(shelf_desk: ShelfDesk, panel: ShelfPanel) -> None:
    window, viewer = shelf_desk.window, shelf_desk.window.canvas.viewer
    here = viewer.viewport().mapTo(window, QPoint(60, 80))
    data = panel.model.mimeData([panel.model.index(0)])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(here), copy, data, left, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)
    (node,) = shelf_desk.document.snapshot.main.nodes.values()
    wanted = viewer.mapToScene(QPoint(60, 80))
    assert node.position == pytest.approx((wanted.x(), wanted.y()))


def test_a_model_dropped_on_a_node_takes_the_place_of_the_one_there(
    shelf_desk: ShelfDesk, panel: ShelfPanel
) -> None:
    node = shelf_desk.add("Everything", model="photo/lakes-v3.safetensors")
    card = shelf_desk.window.canvas.projection.cards[node]
    viewer = shelf_desk.window.canvas.viewer
    place = viewer.mapFromScene(card.sceneBoundingRect().center())
    globally = viewer.viewport().mapToGlobal(place)
    assert add_loader(shelf_desk.window, "checkpoint", "big.safetensors", globally)
    (left,) = shelf_desk.document.snapshot.main.nodes.values()
    assert left.parameters["model"] == "big.safetensors"
    shelf_desk.document.undo()
    assert shelf_desk.document.snapshot.main.nodes[node].parameters["model"].startswith("photo")


def test_a_model_that_came_is_seen(shelf_desk: ShelfDesk, panel: ShelfPanel) -> None:
    weight_file(shelf_desk.folder / "new.safetensors", "controlnet")
    panel.refresh.click()
    shelf_desk.qtbot.waitUntil(lambda: "new.safetensors" in names(panel))


def test_pictures_and_words_are_shown_of_a_model(panel: ShelfPanel) -> None:
    record = panel.model.index(1).data(RECORD)
    assert panel.model.picture(record) is not None
    tip = panel.model.index(2).data(Qt.ItemDataRole.ToolTipRole)
    assert "pixel sprite" in tip


def test_a_model_in_a_card_shows_its_family(shelf_desk: ShelfDesk, panel: ShelfPanel) -> None:
    node = shelf_desk.add("Everything")
    shelf_desk.select(node)
    field = shelf_desk.field("model")
    families = {field.itemText(row): field.itemData(row, 257) for row in range(field.count())}  # type: ignore[attr-defined]
    assert families == {"big.safetensors": "SDXL", "photo/lakes-v3.safetensors": "SD 1"}
