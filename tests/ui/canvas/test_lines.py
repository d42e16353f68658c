"""Wires run well in every direction, and a part of one is exactly that part."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF

from app.ui.canvas.wires.lines import Pieces, curve

_ENDS = [(400, 0), (400, 300), (10, 500), (-30, 0), (-600, 40), (-600, -700), (9000, 200)]


@pytest.mark.parametrize("end", _ENDS)
def test_a_wire_leaves_and_arrives_from_the_left(end: tuple[float, float]) -> None:
    path = curve(QPointF(0, 0), QPointF(*end))
    assert path.pointAtPercent(0) == QPointF(0, 0)
    assert path.pointAtPercent(1) == QPointF(*end)
    assert path.elementAt(1).y == 0
    assert path.elementAt(1).x > 30
    last = path.elementCount() - 2
    assert path.elementAt(last).y == end[1]
    assert path.elementAt(last).x < end[0] - 30


@pytest.mark.parametrize("height", [-60.0, 0.0, 60.0])
def test_a_wire_that_goes_back_passes_below_what_it_joins(height: float) -> None:
    path = curve(QPointF(0, 0), QPointF(-500, height))
    middle = path.pointAtPercent(0.5)
    assert middle.y() > max(0.0, height) + 40


@pytest.mark.parametrize("end", _ENDS)
def test_the_pieces_of_a_wire_make_the_whole(end: tuple[float, float]) -> None:
    path = curve(QPointF(0, 0), QPointF(*end))
    whole = Pieces(path).within(path.boundingRect().adjusted(-1, -1, 1, 1))
    assert whole.length() == pytest.approx(path.length(), rel=1e-3)


def test_a_part_of_a_long_wire_is_short() -> None:
    path = curve(QPointF(0, 0), QPointF(20_000, 100))
    part = Pieces(path).within(QRectF(9000, -500, 50, 1000))
    assert 50 <= part.length() < 5000
    assert part.boundingRect().left() <= 9000
    assert part.boundingRect().right() >= 9050
    assert Pieces(path).within(QRectF(0, 5000, 10, 10)).isEmpty()
