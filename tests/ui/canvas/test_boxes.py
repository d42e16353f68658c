"""Frames and notes by hand: added, written on, moved with what they hold, resized, deleted."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.graph import edits
from app.graph.document import Frame, Note
from app.ui.canvas.view import Canvas
from tests.ui.canvas.toys import Hand, ToyKinds, check_canvas

_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def _frame(hand: Hand, x: float, y: float, width: float, height: float, id: str = "f") -> str:
    frame = Frame(id, "Inputs", (x, y, width, height))
    hand.document.apply(edits.put_frame(hand.document.snapshot, frame))
    return id


def _note(hand: Hand, text: str, x: float = 0.0, y: float = 0.0) -> str:
    note = Note("n", text, (x, y, 240.0, 150.0))
    hand.document.apply(edits.put_note(hand.document.snapshot, note))
    return note.id


def _at(hand: Hand, x: float, y: float) -> QPoint:
    return hand.place(QPointF(x, y))


def test_ctrl_g_puts_a_frame_around_the_selection_and_asks_for_its_title(hand: Hand) -> None:
    a, b = hand.add("Blur", 0, 60), hand.add("Blur", 400, 60)
    hand.click(hand.title(a))
    hand.click(hand.title(b), _CONTROL)
    hand.key(Qt.Key.Key_G, _CONTROL)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    hand.type("Soft things")
    hand.key(Qt.Key.Key_Return)
    (frame,) = hand.graph.frames.values()
    assert frame.title == "Soft things"
    (box,) = hand.canvas.boxes.shown.values()
    for card in hand.canvas.projection.cards.values():
        assert box.area.contains(card.mapRectToScene(card.layout.card))
    check_canvas(hand.canvas)
    hand.document.undo()
    hand.document.undo()
    assert not hand.graph.frames


def test_ctrl_g_without_a_selection_puts_an_empty_frame_at_the_mouse(hand: Hand) -> None:
    hand.move(QPoint(300, 200), held=False)
    hand.key(Qt.Key.Key_G, _CONTROL)
    hand.key(Qt.Key.Key_Escape)
    (frame,) = hand.graph.frames.values()
    assert frame.rectangle[:2] == (200.0, 100.0)


def test_a_double_click_edits_a_frames_title_in_place(hand: Hand) -> None:
    key = _frame(hand, 0, 0, 400, 300)
    hand.double_click(_at(hand, 200, 12))
    hand.type("Loaders")
    hand.key(Qt.Key.Key_Return)
    assert hand.graph.frames[key].title == "Loaders"


def test_a_frame_takes_along_what_it_holds_in_one_step(hand: Hand) -> None:
    key = _frame(hand, 0, 0, 500, 400)
    inner = _frame(hand, 20, 40, 300, 300, "inner")
    held, other = hand.add("Blur", 40, 100), hand.add("Blur", 700, 0)
    before = hand.document.snapshot
    hand.drag(_at(hand, 450, 12), _at(hand, 500, 112), _CONTROL)
    assert hand.graph.frames[key].rectangle == (50.0, 100.0, 500.0, 400.0)
    assert hand.graph.frames[inner].rectangle == (70.0, 140.0, 300.0, 300.0)
    assert hand.graph.nodes[held].position == (90.0, 200.0)
    assert hand.graph.nodes[other].position == (700.0, 0.0)
    check_canvas(hand.canvas)
    hand.document.undo()
    assert hand.document.snapshot == before
    check_canvas(hand.canvas)


def test_alt_moves_a_frame_alone(hand: Hand) -> None:
    key = _frame(hand, 0, 0, 500, 400)
    node = hand.add("Blur", 40, 100)
    hand.drag(_at(hand, 450, 12), _at(hand, 480, 42), _ALT)
    assert hand.graph.frames[key].rectangle[:2] == (30.0, 30.0)
    assert hand.graph.nodes[node].position == (40.0, 100.0)


def test_escape_puts_a_dragged_frame_back_with_what_it_holds(hand: Hand) -> None:
    _frame(hand, 0, 0, 500, 400)
    hand.add("Blur", 40, 100)
    before = hand.document.snapshot
    hand.press(_at(hand, 450, 12))
    hand.move(_at(hand, 600, 200))
    hand.key(Qt.Key.Key_Escape)
    hand.release(_at(hand, 600, 200))
    assert hand.document.snapshot is before
    assert hand.canvas.boxes.shown["f"].area.topLeft() == QPointF(0, 0)
    check_canvas(hand.canvas)


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ((500, 200), (560, 230), (0, 0, 560, 400)),
        ((0, 200), (-40, 230), (-40, 0, 540, 400)),
        ((250, 0), (250, -30), (0, -30, 500, 430)),
        ((500, 400), (450, 380), (0, 0, 450, 380)),
        ((500, 400), (-900, -900), (0, 0, 96, 56)),
    ],
)
def test_edges_and_corners_resize_a_frame(
    hand: Hand, start: tuple[int, int], end: tuple[int, int], wanted: tuple[int, ...]
) -> None:
    key = _frame(hand, 0, 0, 500, 400)
    hand.drag(_at(hand, *start), _at(hand, *end))
    assert hand.graph.frames[key].rectangle == wanted
    hand.document.undo()
    assert hand.graph.frames[key].rectangle == (0, 0, 500, 400)


def test_delete_removes_the_frame_and_not_its_nodes(hand: Hand) -> None:
    _frame(hand, 0, 0, 500, 400)
    node = hand.add("Blur", 40, 100)
    hand.click(_at(hand, 450, 12))
    hand.key(Qt.Key.Key_Delete)
    assert not hand.graph.frames
    assert set(hand.graph.nodes) == {node}


def test_a_drag_inside_a_frame_selects_what_is_in_it(hand: Hand) -> None:
    _frame(hand, 0, 0, 500, 400)
    node = hand.add("Blur", 40, 100)
    hand.drag(_at(hand, 20, 60), _at(hand, 400, 350))
    assert hand.canvas.chosen() == [node]


def test_a_frame_is_copied_with_what_it_holds(hand: Hand) -> None:
    _frame(hand, 0, 0, 500, 400)
    hand.add("Blur", 40, 100)
    hand.click(_at(hand, 450, 12))
    hand.key(Qt.Key.Key_C, _CONTROL)
    hand.move(_at(hand, 100, 480), held=False)
    hand.key(Qt.Key.Key_V, _CONTROL)
    assert len(hand.graph.frames) == len(hand.graph.nodes) == 2
    hand.click(_at(hand, 450, 12))
    hand.key(Qt.Key.Key_D, _CONTROL)
    assert len(hand.graph.frames) == len(hand.graph.nodes) == 3
    assert len(hand.canvas.chosen()) == 2
    hand.document.undo()
    assert len(hand.graph.frames) == len(hand.graph.nodes) == 2
    check_canvas(hand.canvas)


def test_the_menu_colours_what_is_selected(hand: Hand) -> None:
    key = _frame(hand, 0, 0, 500, 400)
    hand.canvas.select([key])
    hand.canvas.box_commands.colour("#5a9e54")
    assert hand.graph.frames[key].colour == "#5a9e54"
    hand.canvas.box_commands.colour(None)
    assert hand.graph.frames[key].colour is None
    hand.canvas.select([])
    hand.canvas.box_commands.colour("#5a9e54")
    assert hand.refusals == ["Nothing is selected: click on what is to be coloured."]


def test_shift_n_writes_a_note_where_the_mouse_is(hand: Hand) -> None:
    hand.move(QPoint(300, 200), held=False)
    hand.key(Qt.Key.Key_N, _SHIFT)
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    hand.type("# Mind the seed")
    hand.key(Qt.Key.Key_Return, _CONTROL)
    (note,) = hand.graph.notes.values()
    assert note.text == "# Mind the seed"
    assert note.rectangle[:2] == (200.0, 100.0)


def test_a_double_click_edits_a_note_and_escape_leaves_it(hand: Hand) -> None:
    key = _note(hand, "old")
    hand.double_click(_at(hand, 120, 100))
    hand.type("!")
    hand.key(Qt.Key.Key_Escape)
    assert hand.graph.notes[key].text == "old!"
    hand.double_click(_at(hand, 120, 100))
    hand.type("!")
    hand.key(Qt.Key.Key_Return, _CONTROL)
    assert hand.graph.notes[key].text == "old!!"


def test_a_note_is_moved_by_its_middle_and_resized_by_its_edge(hand: Hand) -> None:
    key = _note(hand, "here")
    hand.drag(_at(hand, 120, 80), _at(hand, 150, 90))
    assert hand.graph.notes[key].rectangle == (30.0, 10.0, 240.0, 150.0)
    hand.drag(_at(hand, 270, 80), _at(hand, 300, 80))
    assert hand.graph.notes[key].rectangle == (30.0, 10.0, 270.0, 150.0)


def test_a_note_loads_nothing_and_opens_pages_only_on_ctrl_click(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    key = _note(hand, "[page](https://example.org/a)\n\n![p](file:///etc/hostname)")
    place = _at(hand, 20, 20)
    assert not hand.canvas.grab().isNull()
    hand.click(place)
    assert not opened
    hand.click(place, _CONTROL)
    assert opened == [QUrl("https://example.org/a")]
    other = replace(hand.graph.notes[key], text="[shell](file:///bin/sh)")
    hand.document.apply(edits.put_note(hand.document.snapshot, other))
    hand.click(place, _CONTROL)
    assert len(opened) == 1
    assert "only links with http or https" in hand.refusals[-1]


def test_a_canvas_goes_quietly_with_a_frame_selected(hand: Hand) -> None:
    other = Canvas(hand.document, ToyKinds())
    _frame(hand, 0, 0, 500, 400)
    other.select(["f"])
    shiboken6.delete(other)
    assert hand.graph.frames
