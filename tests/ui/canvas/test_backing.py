"""The picture behind the view always equals the canvas drawn from scratch."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage

from app.ui.canvas.look import Look
from tests.ui.canvas.toys import Hand


def _seen(hand: Hand) -> QImage:
    """What is on the screen now."""
    return hand.canvas.viewer.viewport().grab().toImage()


def _differing(first: QImage, second: QImage) -> int:
    """How many pixels differ by more than the rounding of a painter."""
    assert first.size() == second.size()
    a, b = bytes(first.constBits()), bytes(second.constBits())
    return sum(abs(x - y) > 48 for x, y in zip(a, b, strict=True))


def _check(hand: Hand, qtbot) -> None:
    """What is seen is what drawing everything anew would show."""
    qtbot.waitUntil(lambda: hand.canvas.viewer.resting)
    qtbot.wait(1)
    before = _seen(hand)
    hand.canvas.viewer.theme_changed()
    assert _differing(before, _seen(hand)) < 40


@pytest.fixture
def chain(hand: Hand) -> list[str]:
    nodes = [hand.add("Picture", 0, 0), hand.add("Blur", 340, 60), hand.add("Stack", 690, 0)]
    hand.wire((nodes[0], "image"), (nodes[1], "image"))
    hand.wire((nodes[1], "image"), (nodes[2], "images"))
    return nodes


def _preview(hand: Hand, node: str) -> None:
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    hand.canvas.set_preview(node, picture)


_CHANGES: dict[str, Callable[[Hand, str], object]] = {
    "pan": lambda hand, node: hand.canvas.viewer.pan_by(QPointF(37, -23)),
    "pan far": lambda hand, node: hand.canvas.viewer.pan_by(QPointF(2000, 0)),
    "zoom": lambda hand, node: hand.canvas.viewer.zoom_by(0.7, QPointF(300, 200)),
    "zoom far out": lambda hand, node: hand.canvas.viewer.zoom_by(0.15, QPointF(300, 200)),
    "all": lambda hand, node: hand.canvas.fit_all(),
    "look": lambda hand, node: hand.canvas.set_look(node, Look("running", 3, 9, note="3 of 9")),
    "failed": lambda hand, node: hand.canvas.set_look(node, Look("failed", error="It broke.")),
    "preview": _preview,
    "select": lambda hand, node: hand.canvas.select([node]),
    "bypass": lambda hand, node: (hand.canvas.select([node]), hand.canvas.toggle_bypass()),
    "collapse": lambda hand, node: (hand.canvas.select([node]), hand.canvas.toggle_collapsed()),
    "delete": lambda hand, node: (hand.canvas.select([node]), hand.canvas.delete_selected()),
    "drag": lambda hand, node: hand.drag(hand.title(node), hand.title(node) + QPoint(30, 90)),
}


@pytest.mark.parametrize("change", _CHANGES)
def test_the_picture_follows_every_change(hand: Hand, chain, qtbot, change: str) -> None:
    _check(hand, qtbot)
    _CHANGES[change](hand, chain[1])
    _check(hand, qtbot)


@pytest.mark.parametrize("seed", range(3))
def test_the_picture_follows_many_changes(hand: Hand, chain, qtbot, seed: int) -> None:
    chance = random.Random(seed)
    names = [name for name in _CHANGES if name not in ("delete", "drag")]
    for _ in range(12):
        _CHANGES[chance.choice(names)](hand, chance.choice(chain))
        if chance.random() < 0.5:
            qtbot.wait(1)
    _check(hand, qtbot)


@pytest.mark.parametrize("zoom", [0.3, 0.1])
def test_what_is_far_away_can_still_be_taken(hand: Hand, chain, zoom: float) -> None:
    hand.canvas.viewer.show_part(QPointF(-400, -400), zoom)
    hand.click(hand.title(chain[1]))
    assert hand.canvas.selected() == [chain[1]]
    start = hand.title(chain[1])
    hand.drag(start, start + QPoint(0, 40))
    assert hand.graph.nodes[chain[1]].position[1] == pytest.approx(60 + 40 / zoom, abs=2)


def test_a_card_far_away_is_a_plain_rectangle_of_its_colours(hand: Hand, chain) -> None:
    hand.canvas.viewer.show_part(QPointF(-400, -400), 0.1)
    card = hand.canvas.projection.cards[chain[1]]
    body = hand.place(card.box.center())
    assert _seen(hand).pixelColor(body).rgb() == card.plain_colours[0]


@pytest.mark.parametrize("zoom", [1.0, 0.15])
def test_what_is_lifted_for_a_drag_looks_as_if_it_lay_on_the_canvas(
    hand: Hand, chain, qtbot, zoom: float
) -> None:
    hand.canvas.viewer.show_part(QPointF(-300, -200), zoom)
    start = hand.title(chain[1])
    hand.press(start)
    for step in (QPoint(20, 20), QPoint(60, 90), QPoint(90, 40)):
        hand.move(start + step)
        qtbot.wait(1)
    lifted = _seen(hand)
    hand.canvas.viewer.lift(())
    hand.canvas.viewer.theme_changed()
    assert _differing(lifted, _seen(hand)) < 40
    hand.release(start + QPoint(90, 40))
    _check(hand, qtbot)


def test_a_drag_that_is_given_up_leaves_nothing_behind(hand: Hand, chain, qtbot) -> None:
    start = hand.title(chain[1])
    before = _seen(hand)
    hand.press(start)
    hand.move(start + QPoint(60, 90))
    qtbot.wait(1)
    assert _differing(before, _seen(hand)) > 1000
    hand.canvas.cancel()
    _check(hand, qtbot)
