"""The open document: history, grouping, merging, listeners."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.graph import edits
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.editor import Document
from app.graph.errors import UnknownNode
from app.graph.operations import SetParameter
from tests.graph import strategies
from tests.graph.toys import KINDS, picture


def type_text(document: Document, text: str, node: str = "sampler") -> None:
    """What typing does: one change for every letter."""
    for length in range(1, len(text) + 1):
        change = edits.set_parameter(document.snapshot, KINDS, node, "text", text[:length])
        document.apply(change)


def text_of(document: Document) -> str:
    return str(document.snapshot.main.nodes["sampler"].parameters["text"])


@given(st.data())
def test_undoing_all_and_redoing_all_leads_through_the_same_states(data: Any) -> None:
    document = Document(data.draw(strategies.snapshots))
    states = [document.snapshot]
    for _ in range(data.draw(st.integers(1, 5))):
        steps = len(document.undo_names)
        document.apply(data.draw(strategies.changes(document.snapshot)))
        if len(document.undo_names) > steps:
            states.append(document.snapshot)
        else:
            states[-1] = document.snapshot
    for state in reversed(states[:-1]):
        document.undo()
        assert document.snapshot == state
    assert not document.can_undo
    for state in states[1:]:
        document.redo()
        assert document.snapshot == state
    assert not document.can_redo


@given(st.data())
def test_a_journey_of_many_steps_ends_where_single_steps_do(data: Any) -> None:
    document = Document(data.draw(strategies.snapshots))
    for _ in range(4):
        document.apply(data.draw(strategies.changes(document.snapshot)))
        document.end_merging()
    told: list[Change] = []
    document.subscribe(lambda before, after, change: told.append(change))
    count = len(document.undo_names)
    back = data.draw(st.integers(0, count))
    document.travel(-back)
    assert len(told) <= 1
    assert (len(document.undo_names), len(document.redo_names)) == (count - back, back)
    there = document.snapshot
    document.travel(back)
    for _ in range(back):
        document.undo()
    assert document.snapshot == there


def test_typing_a_word_is_one_undo_step() -> None:
    document = Document(picture())
    type_text(document, "a red fox")
    assert document.undo_names == ["Set text"]
    document.undo()
    assert text_of(document) == ""
    document.redo()
    assert text_of(document) == "a red fox"


def test_typing_stays_small_in_the_history() -> None:
    document = Document(picture())
    heard: list[Change] = []
    type_text(document, "x" * 500)
    document.subscribe(lambda before, after, change: heard.append(change))
    document.undo()
    assert len(heard[0].operations) == 1


@pytest.mark.parametrize("between", ["undo", "save", "another edit"])
def test_typing_starts_a_new_step_after(between: str) -> None:
    document = Document(picture())
    type_text(document, "fox")
    if between == "undo":
        document.undo()
        document.redo()
    elif between == "save":
        document.mark_saved()
    else:
        document.apply(edits.rename(document.snapshot, "sampler", "Dream"))
    steps = len(document.undo_names)
    document.apply(edits.set_parameter(document.snapshot, KINDS, "sampler", "text", "foxes"))
    assert len(document.undo_names) == steps + 1


def test_a_group_is_one_step_under_its_own_name() -> None:
    document = Document(picture())
    start = document.snapshot
    with document.group("Tidy up"):
        document.apply(edits.move_nodes(document.snapshot, {"load": (10, 10)}))
        with document.group("Inner"):
            document.apply(edits.remove_nodes(document.snapshot, ["decode"]))
        assert not document.can_undo
    assert document.undo_names == ["Tidy up"]
    document.undo()
    assert document.snapshot == start
    assert document.redo_names == ["Tidy up"]


def test_a_group_that_fails_takes_its_changes_back() -> None:
    document = Document(picture())
    start = document.snapshot
    heard: list[str] = []
    document.subscribe(lambda before, after, change: heard.append(change.name))

    def tidy_up() -> None:
        with document.group("Tidy up"):
            document.apply(edits.rename(document.snapshot, "load", "Base"))
            document.apply(edits.rename(document.snapshot, "ghost", "Boo"))

    with pytest.raises(UnknownNode):
        tidy_up()
    assert document.snapshot == start
    assert heard == ["Rename", "Undo Tidy up"]
    assert not document.can_undo
    assert not document.is_modified


def test_an_empty_group_leaves_no_step() -> None:
    document = Document(picture())
    with document.group("Nothing"):
        pass
    assert document.undo_names == []


def test_a_change_without_effect_is_neither_heard_nor_kept() -> None:
    document = Document(picture())
    heard: list[str] = []
    document.subscribe(lambda before, after, change: heard.append(change.name))
    document.apply(Change("Same", (SetParameter("main", "sampler", "steps", 20),)))
    document.apply(edits.rename(document.snapshot, "load", ""))
    document.undo()
    document.redo()
    assert heard == []
    document.apply(Change("Other type", (SetParameter("main", "sampler", "steps", 20.0),)))
    assert heard == ["Other type"]


def test_a_new_change_forgets_what_was_undone() -> None:
    document = Document(picture())
    document.apply(edits.rename(document.snapshot, "load", "Base"))
    document.undo()
    document.apply(edits.rename(document.snapshot, "load", "Other"))
    assert not document.can_redo


def test_a_document_knows_whether_it_is_saved() -> None:
    document = Document(picture())
    assert not document.is_modified
    document.apply(edits.rename(document.snapshot, "load", "Base"))
    document.mark_saved()
    document.apply(edits.rename(document.snapshot, "load", "Other"))
    assert document.is_modified
    document.undo()
    assert not document.is_modified
    document.undo()
    assert document.is_modified
    document.redo()
    assert not document.is_modified
    document.undo()
    document.apply(edits.rename(document.snapshot, "load", "Base"))
    assert document.is_modified


def test_opening_another_document_clears_the_history() -> None:
    document = Document(picture())
    type_text(document, "fox")
    heard: list[tuple[Snapshot, Snapshot, str]] = []
    document.subscribe(lambda *all: heard.append((all[0], all[1], all[2].name)))
    before, opened = document.snapshot, picture()
    document.replace(opened)
    assert heard == [(before, opened, "Open")]
    assert (document.can_undo, document.can_redo, document.is_modified) == (False, False, False)


def test_listeners_hear_every_change_until_they_leave() -> None:
    document = Document(picture())
    heard: list[str] = []
    leave = document.subscribe(lambda before, after, change: heard.append(change.name))
    document.apply(edits.rename(document.snapshot, "load", "Base"))
    document.undo()
    document.redo()
    leave()
    leave()
    document.undo()
    assert heard == ["Rename", "Undo Rename", "Redo Rename"]


def test_listeners_hear_changes_in_order_even_when_one_of_them_edits() -> None:
    document = Document(picture())
    heard: list[str] = []

    def meddle(before: Snapshot, after: Snapshot, change: Change) -> None:
        if change.name == "Rename":
            document.apply(edits.set_flag(document.snapshot, ["load"], "muted", True))

    document.subscribe(meddle)
    document.subscribe(lambda before, after, change: heard.append(change.name))
    document.apply(edits.rename(document.snapshot, "load", "Base"))
    assert heard == ["Rename", "Mute"]


def test_a_listener_that_fails_does_not_silence_the_others() -> None:
    document = Document(picture())
    heard: list[str] = []

    def fail(before: Snapshot, after: Snapshot, change: Change) -> None:
        raise RuntimeError("no paint left")

    document.subscribe(fail)
    document.subscribe(lambda before, after, change: heard.append(change.name))
    with pytest.raises(RuntimeError, match="no paint left"):
        document.apply(edits.rename(document.snapshot, "load", "Base"))
    assert heard == ["Rename"]
    assert document.undo_names == ["Rename"]
