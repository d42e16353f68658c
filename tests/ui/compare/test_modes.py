"""How several pictures share the viewer, and where the line between two lies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from app.ui.compare.modes import Mode, Wipe, panes_of

AREA = QRectF(0, 0, 403, 200)


def test_pictures_lie_side_by_side_where_it_is_wide_and_above_one_another_where_it_is_high() -> (
    None
):
    assert panes_of(Mode.SIDE, 2, AREA) == [QRectF(0, 0, 200, 200), QRectF(203, 0, 200, 200)]
    high = panes_of(Mode.SIDE, 2, QRectF(0, 0, 200, 403))
    assert [pane.top() for pane in high] == [0, 203]


@pytest.mark.parametrize("count", range(1, 10))
def test_panes_do_not_overlap_and_stay_inside(count: int) -> None:
    panes = panes_of(Mode.SLOTS, count, AREA)
    assert len(panes) == count
    for place, pane in enumerate(panes):
        assert AREA.contains(pane)
        assert not any(pane.intersects(other) for other in panes[:place])


@pytest.mark.parametrize("mode", [Mode.ONE, Mode.WIPE, Mode.DIFFERENCE])
def test_what_lies_over_one_another_takes_all(mode: Mode) -> None:
    assert panes_of(mode, 2, AREA) == [AREA]


@pytest.mark.parametrize("upright", [True, False])
def test_the_line_goes_where_it_is_put_and_no_farther_than_the_picture(upright: bool) -> None:
    wipe, picture = Wipe(upright=upright), QRectF(100, 50, 200, 100)
    wipe.put(picture, QPointF(150, 75))
    assert wipe.share == 0.25
    assert wipe.distance(picture, QPointF(153, 78)) == 3
    wipe.put(picture, QPointF(999, 999))
    assert wipe.share == 1.0
