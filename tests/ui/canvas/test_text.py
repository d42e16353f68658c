"""Text on cards reads well and is never cut without an ellipsis."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from app.graph.document import Node
from app.graph.spec import ParameterKind, ParameterSpec, Plain
from app.ui import theme
from app.ui.canvas.cards.content import Content
from app.ui.canvas.cards.face import seconds_text
from app.ui.canvas.cards.layout import HEADER, PAD, arrange
from app.ui.canvas.cards.pills import scrubbed
from app.ui.canvas.cards.text import shortened, text_width, value_text, wrapped
from tests.ui.canvas.toys import SPECS


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (ParameterKind.SEED, 823450112, "823\u202f450\u202f112"),
        (ParameterKind.FLOAT, 7.0, "7.0"),
        (ParameterKind.FLOAT, 0.00001, "1e-05"),
        (ParameterKind.FLOAT, 0.125, "0.125"),
        (ParameterKind.SIZE, [512, 768], "512 × 768"),
        (ParameterKind.FILE, "/a/long/way/to/picture.png", "picture.png"),
        (ParameterKind.FILE, "", "none"),
        (ParameterKind.BOOLEAN, True, "on"),
        (ParameterKind.TEXT, "two\nlines", "two lines"),
    ],
)
def test_values_read_as_people_write_them(kind: ParameterKind, value: Plain, shown: str) -> None:
    assert value_text(ParameterSpec("x", kind, value), value) == shown


def test_a_unit_stands_behind_its_number() -> None:
    parameter = ParameterSpec("x", ParameterKind.INTEGER, 3, unit="px")
    assert value_text(parameter, 3) == "3\u202fpx"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.004, "4 ms"),
        (0.41, "0.41 s"),
        (12.44, "12.4 s"),
        (99.96, "1 min 40 s"),
        (185, "3 min 05 s"),
    ],
)
def test_times_read_as_people_say_them(seconds: float, shown: str) -> None:
    assert seconds_text(seconds) == shown


def test_wrapped_text_fits_its_width(qtbot: QtBot) -> None:
    font = theme.font(12)
    lines = wrapped("a mountain range at golden hour " * 9 + "x" * 200, font, 200.0, 100)
    assert all(text_width(line.rstrip(), font) <= 200.0 for line in lines)
    assert len(wrapped("word " * 500, font, 200.0, 4)) == 4
    assert wrapped("word " * 500, font, 200.0, 4)[-1].endswith("…")


def test_a_long_name_keeps_its_ending(qtbot: QtBot) -> None:
    text = shortened("a-very-long-model-name.safetensors", theme.font(12), 120.0, middle=True)
    assert text.endswith("tensors")
    assert "…" in text


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.title)
def test_nothing_on_a_card_overlaps_or_leaves_it(qtbot: QtBot, spec) -> None:
    node = Node("a", spec.type, parameters=dict(spec.defaults))
    layout = arrange(Content(node, spec, ratio=0.75, note=True, error="It failed. " * 12))
    boxes = [field.box for field in layout.fields]
    boxes += [box for box in (layout.preview, layout.note, layout.error) if box is not None]
    assert all(above.bottom() <= below.top() for above, below in pairwise(boxes))
    assert boxes[0].top() > max((s.point.y() for s in layout.spots if s.labelled), default=HEADER)
    assert boxes[-1].bottom() <= layout.height - PAD / 2
    assert all(layout.card.contains(box) for box in boxes)


def test_dragging_runs_through_a_short_range_and_steps_through_a_long_one() -> None:
    short = ParameterSpec("x", ParameterKind.FLOAT, 0.5, low=0, high=1, step=0.1)
    assert scrubbed(short, 0.5, 100, 200, speed=1) == 1.0
    assert scrubbed(short, 0.5, 10, 200, speed=0.1) == pytest.approx(0.505)
    long = ParameterSpec("x", ParameterKind.INTEGER, 0, low=0, high=100_000)
    assert scrubbed(long, 10, 40, 200, speed=1) == 20
    free = ParameterSpec("x", ParameterKind.INTEGER, 0)
    assert scrubbed(free, 0, -40, 200, speed=1) == -10
