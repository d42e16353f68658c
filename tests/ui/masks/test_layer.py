"""Strokes into a mask, and taking them back."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage

from app.ui.masks.layer import Brush, MaskLayer
from app.ui.masks.overlay import feathered
from app.ui.masks.text import mask_in, text_of


@pytest.fixture
def layer() -> MaskLayer:
    """An empty mask of 40 x 30."""
    return MaskLayer(QSize(40, 30))


def at(layer: MaskLayer, x: int, y: int) -> int:
    """How white a place is."""
    return layer.image.pixelColor(x, y).red()


def stroke(layer: MaskLayer, brush: Brush, *way: tuple[float, float]) -> None:
    """Draw through these points."""
    layer.begin()
    for start, end in itertools.pairwise(way):
        layer.line(QPointF(*start), QPointF(*end), brush)
    layer.end()


def test_a_stroke_is_white_along_its_way_and_nowhere_else(layer: MaskLayer) -> None:
    stroke(layer, Brush(8, 1.0), (5, 15), (35, 15))
    assert at(layer, 20, 15) == at(layer, 6, 15) == 255
    assert at(layer, 20, 4) == at(layer, 20, 26) == 0


def test_a_soft_brush_fades_and_going_over_it_again_adds_nothing(layer: MaskLayer) -> None:
    stroke(layer, Brush(16, 0.0), (20, 15), (20, 15))
    once = at(layer, 24, 15)
    assert 0 < once < 255
    stroke(layer, Brush(16, 0.0), (20, 15), (20, 15))
    assert at(layer, 24, 15) == once


def test_the_smallest_brush_is_one_pixel(layer: MaskLayer) -> None:
    stroke(layer, Brush(1, 1.0), (10.5, 10.5), (10.5, 10.5))
    white = [(x, y) for x in range(40) for y in range(30) if at(layer, x, y)]
    assert len(white) == 1


def test_an_eraser_makes_black_and_leaves_the_rest(layer: MaskLayer) -> None:
    layer.fill(255)
    stroke(layer, Brush(8, 1.0, erases=True), (20, 15), (20, 15))
    assert (at(layer, 20, 15), at(layer, 2, 2)) == (0, 255)


def test_every_change_is_taken_back_and_made_again(layer: MaskLayer) -> None:
    seen = [layer.image.copy()]
    stroke(layer, Brush(8), (5, 5), (30, 20))
    seen.append(layer.image.copy())
    layer.begin()
    layer.rectangle(QRectF(3, 3, 10, 10))
    layer.end()
    seen.append(layer.image.copy())
    layer.invert()
    seen.append(layer.image.copy())
    for before in reversed(seen[:-1]):
        layer.undo()
        assert layer.image == before
    assert not layer.can_undo
    for after in seen[1:]:
        layer.redo()
        assert layer.image == after
    assert not layer.can_redo


def test_a_new_stroke_ends_what_could_be_made_again(layer: MaskLayer) -> None:
    layer.fill(255)
    layer.undo()
    stroke(layer, Brush(8), (5, 5), (6, 6))
    assert not layer.can_redo


def test_a_stroke_beside_the_picture_changes_nothing(layer: MaskLayer) -> None:
    stroke(layer, Brush(4), (-90, -90), (-80, -80))
    assert layer.is_empty
    assert not layer.can_undo


def test_a_mask_of_another_size_is_scaled_to_the_picture() -> None:
    small = QImage(4, 3, QImage.Format.Format_Grayscale8)
    small.fill(255)
    layer = MaskLayer(QSize(40, 30), small)
    assert layer.image.size() == QSize(40, 30)
    assert at(layer, 39, 29) == 255


def test_a_mask_survives_as_text_with_what_it_was_painted_on(layer: MaskLayer) -> None:
    stroke(layer, Brush(9, 0.3), (5, 5), (30, 20))
    mask, over = mask_in(text_of(layer.image, "abc:2"))
    assert mask == layer.image
    assert over == "abc:2"


@pytest.mark.parametrize("text", ["", "no base64 at all", "bm8gcGljdHVyZQ=="])
def test_a_text_without_a_mask_is_none(text: str) -> None:
    assert mask_in(text)[0].isNull()


def test_feathering_softens_the_border(layer: MaskLayer) -> None:
    layer.begin()
    layer.rectangle(QRectF(0, 0, 20, 30))
    layer.end()
    soft = feathered(layer.image, 3.0)
    assert soft.size() == layer.image.size()
    assert 100 < soft.pixelColor(20, 15).red() < 150
    assert feathered(layer.image, 0.0) == layer.image
