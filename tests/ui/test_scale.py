"""Where numbers lie on the fills of cards and on the sliders of the inspector."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.graph.spec import ParameterKind, ParameterSpec
from app.ui.canvas.cards.layout import fraction
from app.ui.editors.numbers import IntegerEditor
from app.ui.scale import scale_of

NARROW = ParameterSpec("steps", ParameterKind.INTEGER, 20, low=0, high=200)
WIDE = ParameterSpec("left", ParameterKind.INTEGER, 0, low=0, high=16384)
RATE = ParameterSpec("rate", ParameterKind.FLOAT, 1e-3, low=1e-5, high=1.0, step=1e-5)


def test_a_range_of_usual_width_is_even() -> None:
    assert fraction(NARROW, 50) == 0.25


def test_a_range_over_three_decades_goes_by_size() -> None:
    assert fraction(RATE, 1e-5) == 0.0
    assert fraction(RATE, 1.0) == 1.0
    assert fraction(RATE, 1e-3) == pytest.approx(0.4)
    assert 0.45 < (fraction(WIDE, 128) or 0.0) < 0.55


@pytest.mark.parametrize("parameter", [NARROW, WIDE, RATE], ids=lambda each: each.name)
def test_every_place_of_a_slider_is_where_its_number_is(parameter: ParameterSpec) -> None:
    scale = scale_of(parameter)
    assert scale is not None
    assert scale.places is not None
    values = [scale.value(place) for place in range(scale.places + 1)]
    assert values == sorted(values)
    assert (values[0], values[-1]) == (parameter.low, parameter.high)
    far = [v for v in values if v > 100 * scale.step]
    assert all(abs(scale.share(scale.value(scale.place(v))) - scale.share(v)) < 0.005 for v in far)


def test_a_wide_range_has_a_slider_whose_keys_go_by_size(qtbot: QtBot) -> None:
    editor = IntegerEditor(WIDE)
    qtbot.addWidget(editor)
    editor.show_value(1000)
    assert editor.slider is not None
    edited: list[int] = []
    editor.edited.connect(edited.append)
    qtbot.keyClick(editor.slider, Qt.Key.Key_Right)
    assert 1010 < edited[-1] < 1100
    assert editor.slider.value() == scale_of(WIDE).place(edited[-1])  # type: ignore[union-attr]


def test_a_number_without_bounds_has_no_scale() -> None:
    assert scale_of(ParameterSpec("n", ParameterKind.FLOAT, 0.0)) is None
    assert scale_of(ParameterSpec("n", ParameterKind.FLOAT, 0.0, low=-1e12, high=1e12)) is None
