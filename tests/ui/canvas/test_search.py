"""The search: what it finds, and how it adds nodes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from app.graph.document import Socket, Source, Wire
from app.graph.spec import NodeSpec
from app.graph.types import ValueType
from app.ui.canvas.search.ranking import rank
from app.ui.canvas.wires.fitting import End
from tests.ui.canvas.toys import SPECS, Hand, check_canvas


def _titles(query: str, end: End | None = None) -> list[str]:
    return [spec.title for spec in rank(query, SPECS, end)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("blur", "Blur"),
        ("dra", "Picture"),
        ("nbr", "Number"),
        ("image st", "Stack"),
        ("fil", "Blur"),
    ],
)
def test_titles_aliases_and_categories_are_found(query: str, first: str) -> None:
    assert _titles(query)[0] == first


def test_nothing_typed_lists_every_kind() -> None:
    assert len(_titles("")) == len(SPECS)


def test_nothing_typed_lists_the_kinds_of_a_category_together() -> None:
    specs = [
        NodeSpec(f"toy.{title}", title, category, "")
        for title, category in (("A", "Video"), ("B", "Own"), ("C", "Models"), ("D", "Video"))
    ]
    assert [spec.title for spec in rank("", specs)] == ["C", "A", "D", "B"]


def test_what_matches_nothing_finds_nothing() -> None:
    assert _titles("qqq") == []


def test_a_wires_end_keeps_only_what_fits_it() -> None:
    image = End("x", "out", "image", ValueType("Image"))
    assert set(_titles("", image)) == {"Blur", "Stack"}
    number = End("x", "in", "radius", ValueType("Integer"))
    assert _titles("", number) == ["Number"]


def test_tab_adds_what_was_searched_for_under_the_mouse(hand: Hand) -> None:
    hand.move(QPoint(400, 300))
    hand.key(Qt.Key.Key_Tab)
    assert hand.canvas.popups.search.isVisible()
    hand.type("blur")
    hand.key(Qt.Key.Key_Return)
    (node,) = hand.graph.nodes.values()
    assert node.type == "toy.Blur"
    assert hand.canvas.selected() == [node.id]
    assert hand.canvas.viewer.hasFocus()
    assert hand.canvas.projection.cards[node.id].mapRectToScene(0, 0, 60, 40).contains(300, 200)
    check_canvas(hand.canvas)


def test_a_double_click_on_nothing_searches(hand: Hand) -> None:
    hand.double_click(QPoint(500, 300))
    hand.type("sta")
    hand.key(Qt.Key.Key_Return)
    assert [node.type for node in hand.graph.nodes.values()] == ["toy.Stack"]


def test_arrows_choose_among_the_rows(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Tab)
    search = hand.canvas.popups.search
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Up)
    assert search.list.currentRow() == 1


def test_escape_closes_the_search_and_adds_nothing(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Escape)
    assert not hand.canvas.popups.search.isVisible()
    assert not hand.graph.nodes
    assert hand.canvas.viewer.hasFocus()


def test_a_wire_dropped_on_nothing_adds_a_node_that_fits(hand: Hand) -> None:
    a = hand.add("Picture", 0, 0)
    hand.drag(hand.port(a, "out", "image"), QPoint(600, 400))
    assert [hand.canvas.popups.search.list.item(row).text() for row in range(2)] == [
        "Blur",
        "Stack",
    ]
    hand.type("stack")
    hand.key(Qt.Key.Key_Return)
    (added,) = hand.graph.nodes.keys() - {a}
    assert hand.wires == {Wire(Source(a, "image"), Socket(added, "images"))}
    assert (hand.port(added, "in", "images") - QPoint(600, 400)).manhattanLength() <= 2
    check_canvas(hand.canvas)
    hand.document.undo()
    assert set(hand.graph.nodes) == {a}
    check_canvas(hand.canvas)


def test_an_inputs_wire_dropped_on_nothing_adds_what_feeds_it(hand: Hand) -> None:
    b = hand.add("Blur", 500, 0)
    hand.drag(hand.port(b, "in", "radius"), QPoint(350, 500))
    hand.key(Qt.Key.Key_Return)
    (added,) = hand.graph.nodes.keys() - {b}
    assert hand.wires == {Wire(Source(added, "value"), Socket(b, "radius"))}
    check_canvas(hand.canvas)


def test_letters_typed_into_the_search_do_nothing_to_the_graph(hand: Hand) -> None:
    a = hand.add("Blur", 0, 0)
    hand.click(hand.title(a))
    hand.key(Qt.Key.Key_Tab)
    hand.type("dmfh")
    node = hand.graph.nodes[a]
    assert not node.bypassed
    assert not node.muted


def test_what_was_added_last_is_offered_first(hand: Hand) -> None:
    for title in ("number", "stack"):
        hand.key(Qt.Key.Key_Tab)
        hand.type(title)
        hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_Tab)
    search = hand.canvas.popups.search
    assert [search.list.item(row).text() for row in range(2)] == ["Stack", "Number"]


def test_for_an_input_what_needs_nothing_comes_first() -> None:
    image = End("x", "in", "image", ValueType("Image"))
    assert _titles("", image)[:2] == ["Noise", "Picture"]


def test_the_row_in_hand_is_explained_beside_the_list(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Tab)
    hand.type("blur")
    told = hand.canvas.popups.search.help.label.text()
    assert "Make a picture soft." in told
    assert "Takes" in told
    assert "Radius" in told
    assert hand.canvas.popups.search.help.isVisible()


def test_frames_and_notes_are_found_too(hand: Hand) -> None:
    for text in ("frame", "sticky"):
        hand.move(QPoint(400, 300), held=False)
        hand.key(Qt.Key.Key_Tab)
        hand.type(text)
        hand.key(Qt.Key.Key_Return)
        hand.key(Qt.Key.Key_Escape)
    assert len(hand.graph.frames) == len(hand.graph.notes) == 1
    assert next(iter(hand.graph.frames.values())).rectangle[:2] == (300.0, 200.0)
