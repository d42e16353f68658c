"""A list of pictures is shown like a batch."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.ui.viewer.pictures import PictureLoader, Shown, pictured, to_image
from tests.nodes.desk import noise, spot


def test_all_pictures_of_a_list_can_be_seen(qtbot: QtBot) -> None:
    first, second = noise(8, 6, 2), noise(5, 4)
    loader = PictureLoader({"list": (first, second)}.get)
    with qtbot.waitSignal(loader.loaded) as found:
        loader.load("node", "list", 2)
    (shown,) = found.args
    assert isinstance(shown, Shown)
    assert (shown.index, shown.count) == (2, 3)
    assert shown.image == to_image(second.picture())
    with qtbot.waitSignal(loader.batch_loaded) as batch:
        loader.load_batch("node", "list")
    assert [image.width() for image in batch.args[1]] == [8, 8, 5]
    loader.close()


@pytest.mark.parametrize("value", [(), ("text",), (noise(), "text"), "text", None, 5])
def test_what_is_no_picture_is_not_shown(value: Any) -> None:
    assert pictured(value) is None


def test_a_single_value_stays_what_it_is() -> None:
    mask = spot()
    assert pictured(mask) is mask
