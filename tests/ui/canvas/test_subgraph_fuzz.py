"""Many random steps in and around subgraphs: the canvas always shows what the document holds."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.graph.interface import instances
from app.graph.reading import read_text
from app.graph.writing import to_text
from app.ui.canvas.projection import ends_of
from tests.ui.canvas.test_subgraphs import CONTROL, CONTROL_SHIFT, Desk, opened
from tests.ui.canvas.toys import ToyKinds

NONE = Qt.KeyboardModifier.NoModifier
STEPS = 120

KEYS = (
    (Qt.Key.Key_G, CONTROL_SHIFT),
    (Qt.Key.Key_G, CONTROL_SHIFT),
    (Qt.Key.Key_U, CONTROL_SHIFT),
    (Qt.Key.Key_D, CONTROL),
    (Qt.Key.Key_D, CONTROL_SHIFT),
    (Qt.Key.Key_C, CONTROL),
    (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_Delete, NONE),
    (Qt.Key.Key_B, CONTROL),
    (Qt.Key.Key_Escape, NONE),
)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_steps_never_part_canvas_and_document(qtbot: QtBot, seed: int) -> None:
    desk, chance = opened(qtbot, ToyKinds()), Random(seed)
    start = desk.document.snapshot
    for _ in range(STEPS):
        step(desk, chance)
        check(desk)
    while desk.document.can_undo:
        desk.document.undo()
        check(desk)
    assert desk.document.snapshot.main.nodes.keys() <= start.main.nodes.keys()
    while desk.document.can_redo:
        desk.document.redo()
    check(desk)


def step(desk: Desk, chance: Random) -> None:
    """Something that a user might do."""
    canvas, held = desk.canvas, sorted(desk.canvas.graph.nodes)
    match chance.randrange(8):
        case 0 | 1 | 2:
            canvas.select(chance.sample(held, min(len(held), chance.randrange(1, 4))))
            desk.key(*chance.choice(KEYS))
        case 3:
            for id in sorted(instances(canvas.graph)):
                canvas.open_subgraph(id)
        case 4:
            canvas.leave_subgraph()
        case 5:
            desk.document.undo()
        case 6:
            desk.document.redo()
        case _:
            canvas._editing.add("toy.Blur", (chance.randrange(900), chance.randrange(600)))


def check(desk: Desk) -> None:
    """The canvas shows exactly the graph at its path, and the document is whole."""
    canvas = desk.canvas
    graph = canvas.graph
    assert canvas.projection.cards.keys() == graph.nodes.keys()
    for key, card in canvas.projection.cards.items():
        assert card.face.content.node is graph.nodes[key]
        assert card.face.content.spec is canvas.kinds.spec(graph.nodes[key].type)
    assert canvas.projection.wires.keys() == ends_of(graph).keys()
    assert canvas._editing.graph_id in (None, canvas.graph_id)
    text = to_text(desk.document.snapshot, ToyKinds())
    assert not read_text(text, ToyKinds()).warnings
