"""What is selected after undo, and what happens where nothing is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.canvas.toys import Hand


def test_what_undo_brings_back_is_selected(hand: Hand) -> None:
    first, second = hand.add("Blur"), hand.add("Blur", 400, 0)
    hand.click(hand.title(second))
    hand.key(Qt.Key.Key_Delete)
    assert hand.canvas.selected() == []
    hand.document.undo()
    assert hand.canvas.selected() == [second]
    assert first in hand.graph.nodes


def test_a_selected_wire_runs_in_front_of_the_cards(hand: Hand) -> None:
    load, between, last = hand.add("Blur"), hand.add("Blur", 400, 0), hand.add("Blur", 800, 0)
    hand.wire((load, "image"), (last, "image"))
    (wire,) = hand.canvas.projection.wires.values()
    card = hand.canvas.projection.cards[between]
    assert wire.zValue() < card.zValue()
    wire.setSelected(True)
    assert wire.zValue() > card.zValue()
    hand.canvas.select([between])
    assert not wire.isSelected()
    assert wire.zValue() < card.zValue()


def test_copying_nothing_says_so(hand: Hand) -> None:
    hand.canvas.copy()
    assert hand.refusals == ["Nothing is selected: click on a node to copy it."]


def test_nothing_is_selected_in_a_graph_that_was_opened(hand: Hand) -> None:
    hand.canvas.select([hand.add("Blur")])
    hand.document.replace(hand.document.snapshot)
    assert hand.canvas.selected() == []


def test_what_undo_takes_away_is_told_once(hand: Hand, qtbot: QtBot) -> None:
    nodes = [hand.add("Blur", 300.0 * place, 0) for place in range(3)]
    hand.canvas.select(nodes)
    hand.canvas.duplicate()
    assert len(hand.canvas.selected()) == 3
    told: list[list[str]] = []
    hand.canvas.selection_changed.connect(told.append)
    with qtbot.waitSignal(hand.canvas.viewer.scene().selectionChanged):
        hand.document.undo()
    assert told == [hand.canvas.selected()]
