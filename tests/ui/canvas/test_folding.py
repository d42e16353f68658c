"""Parameters that are nearly always as they are wait behind a line of the card."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.toys import Hand


def _names(hand: Hand, node: str) -> list[str]:
    return [field.parameter.name for field in hand.canvas.projection.cards[node].layout.fields]


def _more(hand: Hand, node: str) -> QPoint:
    card = hand.canvas.projection.cards[node]
    assert card.layout.more is not None
    return hand.place(card.mapToScene(card.layout.more.center()))


def test_advanced_parameters_are_folded_away(hand: Hand) -> None:
    node = hand.add("Noise")
    assert _names(hand, node) == ["amount"]
    assert [p.name for p in hand.canvas.projection.cards[node].face.content.folded] == [
        "grain",
        "tint",
    ]


def test_a_click_unfolds_them_and_another_folds_them(hand: Hand) -> None:
    node = hand.add("Noise")
    before = hand.document.snapshot
    hand.click(_more(hand, node))
    assert _names(hand, node) == ["amount", "grain", "tint"]
    hand.click(_more(hand, node))
    assert _names(hand, node) == ["amount"]
    assert hand.document.snapshot is before


def test_a_drag_on_the_line_moves_the_card(hand: Hand) -> None:
    node = hand.add("Noise")
    hand.drag(_more(hand, node), _more(hand, node) + QPoint(40, 0))
    assert hand.graph.nodes[node].position == (40.0, 0.0)
    assert _names(hand, node) == ["amount"]


def test_what_was_changed_stays_in_sight(hand: Hand) -> None:
    node = hand.add("Noise")
    hand.click(_more(hand, node))
    hand.click(hand.pill(node, "tint"))
    editor = QApplication.focusWidget()
    assert editor is not None
    editor.selectAll()
    hand.type("7")
    hand.canvas.commit_edit()
    hand.click(_more(hand, node))
    assert _names(hand, node) == ["amount", "tint"]
    hand.document.undo()
    assert _names(hand, node) == ["amount"]


def test_what_is_wired_stays_in_sight(hand: Hand) -> None:
    node, number = hand.add("Noise", 400, 0), hand.add("Number")
    hand.wire((number, "value"), (node, "grain"))
    assert _names(hand, node) == ["amount", "grain"]


def test_a_card_without_such_parameters_has_no_line(hand: Hand) -> None:
    assert hand.canvas.projection.cards[hand.add("Blur")].layout.more is None


def test_the_line_says_what_it_hides(hand: Hand) -> None:
    card = hand.canvas.projection.cards[hand.add("Noise")]
    assert card.layout.more is not None
    assert card.tip(card.layout.more.center()) == "Show Grain, Tint"
