"""The viewer by mouse and keys: slots, the line between two pictures, the batch, pixel values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDrag, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from app.ui.compare.modes import Mode
from app.ui.compare.state import NOW
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.picture_drag import GRAPH_MIME, graph_in
from app.ui.viewer.viewer import Viewer

LEFT = Qt.MouseButton.LeftButton


def picture(shade: int, size: int = 64, **known: object) -> KnownPicture:
    """A square picture of one grey."""
    image = QImage(size, size, QImage.Format.Format_RGB888)
    image.fill(QColor(shade, shade, shade))
    facts: dict[str, object] = {"node": f"n{shade}", "fingerprint": f"f{shade}", **known}
    return KnownPicture(image, f"Grey {shade}", **facts)  # type: ignore[arg-type]


@pytest.fixture
def viewer(qtbot: QtBot) -> Iterator[Viewer]:
    """A viewer with a picture, beside two others in slots."""
    made = Viewer()
    qtbot.addWidget(made)
    made.resize(520, 560)
    made.show_picture(picture(10))
    made.slots.put(1, picture(100))
    made.slots.put(2, picture(200, size=32))
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_threads()


def seen(viewer: Viewer, place: QPoint) -> int:
    """How light the view is at a place."""
    return viewer.view.grab().toImage().pixelColor(place).red()


def middle(viewer: Viewer) -> QPoint:
    return viewer.view.area.center().toPoint()


def test_tabs_choose_what_is_seen_and_with_shift_what_it_is_compared_with(
    qtbot: QtBot, viewer: Viewer
) -> None:
    tabs = viewer.compare_bar.tabs
    qtbot.mouseClick(tabs[NOW], LEFT)
    assert viewer.picture is not None
    assert viewer.picture.title == "Grey 10"
    qtbot.mouseClick(tabs[1], LEFT, Qt.KeyboardModifier.ShiftModifier)
    assert viewer.comparing.state.mode is Mode.WIPE
    assert [layer.label for layer in viewer.view.layers] == ["A · Grey 10", "B · Grey 100"]


def test_the_line_is_dragged_and_shows_a_before_and_b_behind_it(
    qtbot: QtBot, viewer: Viewer
) -> None:
    qtbot.mouseClick(viewer.compare_bar.modes[Mode.WIPE], LEFT)
    view, area = viewer.view, viewer.view.area
    y = int(area.top() + area.height() * 0.7)
    left, right = QPoint(int(area.left()) + 30, y), QPoint(int(area.right()) - 30, y)
    assert (seen(viewer, left), seen(viewer, right)) == (200, 100)
    qtbot.mousePress(view, LEFT, pos=QPoint(middle(viewer).x(), y))
    qtbot.mouseMove(view, QPoint(int(area.left()) + 10, y))
    qtbot.mouseRelease(view, LEFT, pos=QPoint(int(area.left()) + 10, y))
    assert view.wipe.share < 0.1
    assert (seen(viewer, left), seen(viewer, right)) == (100, 100)


def test_swapping_puts_b_before_the_line(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.mouseClick(viewer.compare_bar.modes[Mode.WIPE], LEFT)
    qtbot.mouseClick(viewer.compare_bar.swap, LEFT)
    area = viewer.view.area
    assert seen(viewer, QPoint(int(area.left()) + 30, int(area.top()) + 60)) == 100


def test_what_is_new_is_compared_with_what_was_seen_before_it(qtbot: QtBot, viewer: Viewer) -> None:
    for slot in (1, 2):
        viewer.slots.clear(slot)
    viewer.show_picture(picture(60))
    viewer.show_picture(picture(60, node="saved", fingerprint="the same again"))
    qtbot.mouseClick(viewer.bar.compare, LEFT)
    assert viewer.comparing.state.mode is Mode.WIPE
    assert [layer.label for layer in viewer.view.layers] == ["A · Grey 60", "B · Grey 10"]
    assert viewer.bar.compare.isHidden()


def test_two_side_by_side_zoom_and_move_together(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.mouseClick(viewer.compare_bar.modes[Mode.SIDE], LEFT)
    first, second = viewer.view.panes()
    viewer.view.zoom(3.0, first.center())
    before = viewer.view.to_picture(second.center())
    qtbot.mousePress(viewer.view, LEFT, pos=first.center().toPoint())
    qtbot.mouseMove(viewer.view, first.center().toPoint() + QPoint(15, 0))
    qtbot.mouseRelease(viewer.view, LEFT)
    after = viewer.view.to_picture(second.center())
    assert before.x() - after.x() == pytest.approx(15 / viewer.view.scale)
    assert viewer.view.to_picture(first.center()) == after


def test_another_size_is_scaled_to_the_first_and_told(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.mouseClick(viewer.compare_bar.tabs[1], LEFT)
    qtbot.mouseClick(viewer.compare_bar.modes[Mode.WIPE], LEFT)
    assert viewer.view.picture_size().width() == 64
    assert "32 × 32" in viewer.comparing.note


def test_the_difference_is_found_shown_and_told(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.mouseClick(viewer.compare_bar.modes[Mode.DIFFERENCE], LEFT)
    qtbot.waitUntil(lambda: viewer.view.difference is not None)
    assert seen(viewer, middle(viewer)) == 100
    assert "100.0%" in viewer.comparing.note


def test_the_values_of_all_pictures_under_the_mouse_are_told(qtbot: QtBot, viewer: Viewer) -> None:
    qtbot.mouseClick(viewer.compare_bar.modes[Mode.WIPE], LEFT)
    qtbot.mouseMove(viewer.view, middle(viewer))
    words = viewer.bar.facts.toolTip()
    assert "200 200 200" in words
    assert "100 100 100" in words


def test_all_slots_are_seen_at_once_and_a_double_click_chooses_one(
    qtbot: QtBot, viewer: Viewer
) -> None:
    qtbot.mouseClick(viewer.compare_bar.modes[Mode.SLOTS], LEFT)
    assert len(viewer.view.panes()) == 2
    qtbot.mouseDClick(viewer.view, LEFT, pos=viewer.view.panes()[0].center().toPoint())
    assert (viewer.comparing.state.mode, viewer.comparing.state.first) == (Mode.ONE, 1)


def test_a_batch_is_chosen_from_by_its_small_pictures(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.show_picture(picture(30, count=3))
    viewer.compare_bar.tabs[NOW].click()
    viewer.show_batch("f30", [picture(shade).image for shade in (30, 31, 32)])
    with qtbot.waitSignal(viewer.index_wanted) as wanted:
        strip = viewer.strip
        place = strip.visualItemRect(strip.item(2)).center()
        qtbot.mouseClick(strip.viewport(), LEFT, pos=place)
    assert wanted.args == ["n30", "f30", 2]
    viewer.comparing.toggle_batch()
    assert len(viewer.view.panes()) == 3


def test_what_is_shown_while_a_run_begins_is_marked_as_previous(viewer: Viewer) -> None:
    viewer.begin_run()
    assert viewer.head.state.text() == "previous"
    assert viewer.picture is not None
    viewer.show_picture(picture(60))
    assert not viewer.head.state.isVisible()


def test_a_copied_picture_brings_pixels_and_graph(viewer: Viewer) -> None:
    viewer.show_known(picture(70, graph="the graph"))
    viewer.copy_picture()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert graph_in(data) == "the graph"


def test_a_fitted_picture_is_dragged_out_with_its_graph_and_a_file(
    qtbot: QtBot, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, action: dragged.append(drag.mimeData()))
    viewer.show_known(picture(80, graph="{}"))
    qtbot.mousePress(viewer.view, LEFT, pos=middle(viewer))
    qtbot.mouseMove(viewer.view, middle(viewer) + QPoint(40, 0))
    qtbot.mouseRelease(viewer.view, LEFT)
    (data,) = dragged
    assert data.hasImage()
    assert data.data(GRAPH_MIME).toStdString() == "{}"
    assert QImage(data.urls()[0].toLocalFile()).width() == 64


def test_a_picture_is_saved_where_the_user_says_and_can_be_thrown_away(
    qtbot: QtBot, viewer: Viewer, tmp_path: Path
) -> None:
    commands = viewer.commands
    commands.ask = lambda parent, offered: str(tmp_path / "mine")
    with qtbot.waitSignal(commands.saved) as saved:
        viewer.save_picture()
    path = Path(saved.args[1])
    assert path == tmp_path / "mine.png"
    assert QImage(str(path)).size() == viewer.picture.image.size()  # type: ignore[union-attr]
    with qtbot.waitSignal(commands.told):
        commands.trash(tmp_path / "no such file.png")
    assert path.is_file()


def test_a_picture_that_would_be_written_over_is_asked_about(
    qtbot: QtBot, viewer: Viewer, tmp_path: Path
) -> None:
    commands = viewer.commands
    (tmp_path / "mine.png").write_text("theirs")
    commands.ask = lambda parent, offered: str(tmp_path / "mine")
    commands.ask_replace = lambda parent, name: False
    viewer.save_picture()
    commands.close()
    assert (tmp_path / "mine.png").read_text() == "theirs"


def test_pixels_get_a_grid_when_they_are_large(viewer: Viewer) -> None:
    viewer.comparing.choose(1)
    area = viewer.view.area
    corner = QPointF(area.topLeft())
    viewer.view.zoom(64.0, corner + QPointF(1, 1))
    image = viewer.view.grab().toImage()
    line = {image.pixelColor(x, 200).red() for x in range(20, 200)}
    assert 100 in line
    assert len(line) > 1


def test_the_buttons_of_the_head_copy_and_save(
    qtbot: QtBot, viewer: Viewer, tmp_path: Path
) -> None:
    qtbot.mouseClick(viewer.head.copy, LEFT)
    assert QGuiApplication.clipboard().mimeData().hasImage()
    viewer.commands.ask = lambda parent, offered: str(tmp_path / "one.webp")
    with qtbot.waitSignal(viewer.commands.saved):
        qtbot.mouseClick(viewer.head.save, LEFT)
    assert (tmp_path / "one.webp").is_file()
