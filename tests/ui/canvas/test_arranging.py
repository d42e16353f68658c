"""Putting things in order by keys and commands: in line, at equal distances, by their wires."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.graph import edits
from app.graph.document import Frame
from app.ui.canvas.aligning import Side
from tests.ui.canvas.toys import Hand, check_canvas

_CONTROL = Qt.KeyboardModifier.ControlModifier


def _boxes(hand: Hand, nodes: list[str]) -> list[tuple[float, float, float, float]]:
    cards = [hand.canvas.projection.cards[node] for node in nodes]
    return [(card.x(), card.y(), card.layout.width, card.layout.height) for card in cards]


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom", "centre", "middle"])
def test_what_is_selected_is_put_in_line_in_one_step(hand: Hand, side: Side) -> None:
    nodes = [hand.add("Blur", 0, 0), hand.add("Prompt", 320, 90), hand.add("Number", 700, 260)]
    before = hand.document.snapshot
    hand.canvas.select_all()
    hand.canvas.arranging.align(side)
    lines = {
        "left": [x for x, _, _, _ in _boxes(hand, nodes)],
        "right": [x + w for x, _, w, _ in _boxes(hand, nodes)],
        "top": [y for _, y, _, _ in _boxes(hand, nodes)],
        "bottom": [y + h for _, y, _, h in _boxes(hand, nodes)],
        "centre": [x + w / 2 for x, _, w, _ in _boxes(hand, nodes)],
        "middle": [y + h / 2 for _, y, _, h in _boxes(hand, nodes)],
    }[side]
    assert max(lines) - min(lines) <= 1
    check_canvas(hand.canvas)
    hand.document.undo()
    assert hand.document.snapshot == before


def test_distributing_leaves_the_same_room_between_all(hand: Hand) -> None:
    nodes = [hand.add("Blur", 0, 0), hand.add("Prompt", 230, 90), hand.add("Number", 900, 260)]
    hand.canvas.select_all()
    hand.canvas.arranging.distribute(across=True)
    (a, _, wa, _), (b, _, wb, _), (c, _, _, _) = _boxes(hand, nodes)
    assert abs((b - a - wa) - (c - b - wb)) <= 1
    assert (a, c) == (0, 900)


def test_too_few_things_are_refused_with_a_sentence(hand: Hand) -> None:
    hand.add("Blur", 0, 0)
    hand.canvas.select_all()
    hand.canvas.arranging.align("left")
    hand.canvas.arranging.distribute(across=False)
    assert [text.split(" ")[1] for text in hand.refusals] == ["two", "three"]


def test_an_aligned_frame_takes_along_what_it_holds(hand: Hand) -> None:
    frame = Frame("f", "", (300.0, 0.0, 400.0, 300.0))
    hand.document.apply(edits.put_frame(hand.document.snapshot, frame))
    held, other = hand.add("Blur", 320, 60), hand.add("Blur", 0, 500)
    hand.canvas.select(["f", held, other])
    hand.canvas.arranging.align("left")
    assert hand.graph.frames["f"].rectangle[0] == 0
    assert hand.graph.nodes[held].position == (20.0, 60.0)


def test_ctrl_l_lays_everything_out_and_a_second_press_changes_nothing(hand: Hand) -> None:
    a, b, c = hand.add("Picture", 600, 0), hand.add("Blur", 0, 20), hand.add("Blur", 30, 40)
    hand.wire((a, "image"), (b, "image"))
    hand.wire((b, "image"), (c, "image"))
    before = hand.document.snapshot
    hand.key(Qt.Key.Key_L, _CONTROL)
    places = [hand.graph.nodes[node].position[0] for node in (a, b, c)]
    assert places == sorted(places)
    assert len(set(places)) == 3
    check_canvas(hand.canvas)
    tidied = hand.document.snapshot
    hand.key(Qt.Key.Key_L, _CONTROL)
    assert hand.document.snapshot is tidied
    hand.document.undo()
    assert hand.document.snapshot == before


def test_l_lays_out_only_what_is_selected(hand: Hand) -> None:
    a, b, c = hand.add("Picture", 600, 0), hand.add("Blur", 0, 20), hand.add("Blur", 30, 400)
    hand.wire((a, "image"), (b, "image"))
    hand.canvas.select([a, b])
    hand.key(Qt.Key.Key_L)
    assert hand.graph.nodes[a].position[0] < hand.graph.nodes[b].position[0]
    assert hand.graph.nodes[c].position == (30.0, 400.0)
