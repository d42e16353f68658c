"""The keys of painting: actions like all others, which act only while a mask is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.ui.compare.modes import Mode
from app.ui.masks.tool import MaskTool, Stroke
from tests.ui.toys import Desk

Key = Qt.Key


@pytest.fixture
def tool(desk: Desk) -> MaskTool:
    """The tool of a mask that is painted on the picture of a run."""
    desk.picture_on_the_wall(shade=40)
    desk.run()
    desk.qtbot.waitUntil(lambda: desk.window.viewer.node is not None)  # not the live preview
    press(desk, Key.Key_P)
    found = desk.window.viewer.painter.tool
    assert found is not None
    return found


def press(desk: Desk, key: Qt.Key) -> None:
    """Press a single key in the viewer."""
    view = desk.window.viewer.view
    view.setFocus()
    desk.qtbot.keyClick(view, key)


def test_letters_choose_the_tool_and_brackets_its_size(desk: Desk, tool: MaskTool) -> None:
    for key, stroke in (
        (Key.Key_K, Stroke.BUCKET),
        (Key.Key_R, Stroke.RECTANGLE),
        (Key.Key_E, Stroke.ERASER),
        (Key.Key_B, Stroke.BRUSH),
    ):
        press(desk, key)
        assert tool.kind is stroke
        assert desk.window.viewer.mask_bar.by_stroke[stroke].isChecked()
    before = tool.brush.size
    press(desk, Key.Key_BracketRight)
    assert tool.brush.size > before
    press(desk, Key.Key_BracketLeft)
    assert tool.brush.size == pytest.approx(before)


def test_all_of_the_mask_is_inverted_and_cleared_by_keys(desk: Desk, tool: MaskTool) -> None:
    press(desk, Key.Key_I)
    assert tool.layer.image.pixelColor(3, 3).red() == 255
    press(desk, Key.Key_Delete)
    assert tool.layer.is_empty
    assert desk.document.snapshot.main.nodes


def test_other_keys_can_be_given_and_the_bar_says_them(desk: Desk, tool: MaskTool) -> None:
    bucket = desk.window.viewer.mask_bar.by_stroke[Stroke.BUCKET]
    assert bucket.toolTip().endswith("(K)")
    desk.remembered.change(keys={"mask_bucket": ["U"]})
    press(desk, Key.Key_K)
    assert tool.kind is Stroke.BRUSH
    press(desk, Key.Key_U)
    assert tool.kind is Stroke.BUCKET
    assert bucket.toolTip().endswith("(U)")


def test_keys_that_show_other_pictures_rest_while_painting(desk: Desk, tool: MaskTool) -> None:
    viewer = desk.window.viewer
    viewer.send(1)
    before = viewer.comparing.state.mode, viewer.comparing.state.first
    for key in (Key.Key_W, Key.Key_M, Key.Key_1):
        press(desk, key)
    assert (viewer.comparing.state.mode, viewer.comparing.state.first) == before
    press(desk, Key.Key_Escape)
    press(desk, Key.Key_1)
    assert viewer.comparing.state.first == 1
    assert viewer.comparing.state.mode is Mode.ONE


def test_the_letters_of_painting_do_nothing_while_one_only_looks(desk: Desk) -> None:
    desk.picture_on_the_wall(shade=40)
    press(desk, Key.Key_I)
    assert not desk.window.viewer.painter.is_painting
