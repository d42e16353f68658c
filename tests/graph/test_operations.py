"""Every operation has an inverse, leaves the old snapshot alone, and survives as JSON."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.graph.document import Graph, Node, Socket, Source
from app.graph.errors import UnknownNode
from app.graph.file_errors import WrongShape
from app.graph.flow import output_types
from app.graph.journal import from_plain, step_from_plain, step_to_plain, to_plain
from app.graph.operations import (
    ClearParameter,
    Put,
    PutGraph,
    SetAttribute,
    SetParameter,
    SetWires,
    apply,
    apply_all,
    compact,
)
from app.graph.order import cycles
from app.graph.phrases import Phrase
from app.graph.undo import UndoStep
from tests.graph import strategies
from tests.graph.toys import KINDS, picture


@given(st.data())
def test_a_change_and_its_inverse_lead_back_to_the_same_document(data: Any) -> None:
    snapshot = data.draw(strategies.snapshots)
    change = data.draw(strategies.changes(snapshot))
    there, backward = apply_all(snapshot, change.operations)
    back, forward = apply_all(there, backward)
    assert back == snapshot
    assert apply_all(back, forward)[0] == there


@given(st.data())
def test_an_edit_never_changes_the_snapshot_it_started_from(data: Any) -> None:
    snapshot = data.draw(strategies.snapshots)
    copy = pickle.loads(pickle.dumps(snapshot))
    strategies.after(snapshot, data.draw(strategies.changes(snapshot)))
    assert snapshot == copy


@given(st.data())
def test_a_step_of_undo_survives_a_journal_of_json(data: Any) -> None:
    snapshot = data.draw(strategies.snapshots)
    change = data.draw(strategies.changes(snapshot))
    _, backward = apply_all(snapshot, change.operations)
    for merge in (None, "typing"):
        step = UndoStep(change.name, change.operations, backward, merge, 3, 4)
        assert step_from_plain(json.loads(json.dumps(step_to_plain(step)))) == step


@given(st.data())
def test_indexes_and_types_carried_across_edits_equal_those_built_anew(data: Any) -> None:
    snapshot = data.draw(strategies.snapshots)
    for _ in range(3):
        _ = snapshot.main.inputs_of, snapshot.main.consumers_of, output_types(snapshot.main, KINDS)
        snapshot = strategies.after(snapshot, data.draw(strategies.changes(snapshot)))
    kept, fresh = snapshot.main, Graph(snapshot.main.nodes, snapshot.main.wires)
    assert kept.inputs_of == fresh.inputs_of
    assert {id: set(wires) for id, wires in kept.consumers_of.items()} == {
        id: set(wires) for id, wires in fresh.consumers_of.items()
    }
    if not has_circle(fresh):
        assert dict(output_types(kept, KINDS)) == dict(output_types(fresh, KINDS))


def has_circle(graph: Graph) -> bool:
    return bool(cycles(graph.nodes, graph.inputs_of))


@pytest.mark.parametrize(
    "operation",
    [
        Put("main", "nodes", "new", Node("new", "toy.Show", extra={"mood": [1]})),
        Put("main", "nodes", "decode", None),
        SetAttribute("main", "decode", "position", (1.5, 2.0)),
        SetParameter("main", "sampler", "steps", [None, {"deep": True}]),
        ClearParameter("main", "sampler", "steps"),
        ClearParameter("main", "sampler", "never there"),
        SetWires("main", Socket("decode", "latent"), ()),
        SetWires("main", Socket("decode", "latent"), (Source("empty", "latent"),) * 2),
        PutGraph("inner", picture().main),
        PutGraph("main", None),
    ],
    ids=str,
)
def test_each_operation_can_be_taken_back_and_written_down(operation: Any) -> None:
    snapshot = picture()
    there, inverse = apply(snapshot, operation)
    assert apply(there, inverse)[0] == snapshot
    assert from_plain(json.loads(json.dumps(to_plain(operation)))) == operation


def test_an_operation_on_a_missing_node_says_so() -> None:
    with pytest.raises(UnknownNode, match="no node ghost"):
        apply(picture(), SetParameter("main", "ghost", "steps", 1))
    with pytest.raises(UnknownNode, match="no node elsewhere"):
        apply(picture(), SetParameter("elsewhere", "sampler", "steps", 1))


def test_untouched_tables_are_shared_between_snapshots() -> None:
    before = picture()
    after, _ = apply(before, SetAttribute("main", "decode", "title", "Picture"))
    assert after.main.wires is before.main.wires
    assert after.main.nodes["sampler"] is before.main.nodes["sampler"]


def test_compacting_keeps_the_last_operation_on_each_slot() -> None:
    typed = [SetParameter("main", "sampler", "text", "mood"[:n]) for n in range(5)]
    assert compact(typed) == (typed[-1],)
    mixed = [Put("main", "nodes", "a", Node("a", "toy.Load")), *typed]
    assert compact(mixed) == tuple(mixed)


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {},
        {"do": "burn", "graph": "main"},
        {"do": "put", "graph": "main", "table": "wires", "id": "a", "item": None},
        {"do": "put", "graph": "main", "table": "nodes", "id": "a", "item": {}},
        {"do": "attribute", "graph": "main", "node": "a", "name": "id", "value": "b"},
        {"do": "attribute", "graph": "main", "node": "a", "name": "position", "value": "here"},
        {"do": "parameter", "graph": "main", "node": "a", "name": "b"},
        {"do": "clear", "graph": 3, "node": "a", "name": "b"},
        {"do": "wires", "graph": "main", "to": ["a"], "from": []},
        {"do": "wires", "graph": "main", "to": ["a", "b"], "from": {}},
        {"do": "graph", "graph": "main", "content": 7},
    ],
    ids=str,
)
def test_a_journal_entry_of_another_form_is_refused_in_words(record: Any) -> None:
    with pytest.raises(WrongShape, match=r"In the journal, .* must be"):
        from_plain(record)


@pytest.mark.parametrize(
    "change",
    [
        {"name": 1},
        {"name": {"words": "{a}", "fields": {}}},
        {"name": {"words": "{a.__class__}", "fields": {"a": "b"}}},
        {"name": {"words": "{a[0]}", "fields": {"a": "b"}}},
        {"name": {"words": "{", "fields": {}}},
        {"name": {"words": "{a:{b}}", "fields": {"a": "1", "b": "99999999"}}},
        {"name": {"words": "{a:99999999}", "fields": {"a": "1"}}},
        {"states": None},
        {"states": [1]},
        {"states": ["1", "2"]},
        {"forward": {}},
        {"backward": [[]]},
        {"merge": 7},
    ],
    ids=str,
)
def test_a_step_of_another_form_is_refused_in_words(change: Any) -> None:
    whole = step_to_plain(UndoStep("Edit", (), (), None, 0, 1))
    with pytest.raises(WrongShape, match=r"In the journal, .* must be"):
        step_from_plain({**whole, **change})


def test_the_name_of_a_step_comes_back_with_what_it_was_made_of() -> None:
    name = Phrase("Set {parameter} of {count}", parameter=Phrase("Steps"), count=3)
    step = UndoStep(name, (), (), None, 0, 1)
    found = step_from_plain(json.loads(json.dumps(step_to_plain(step)))).name
    assert isinstance(found, Phrase)
    translated = {"Steps": "Schritte", "Set {parameter} of {count}": "{count}: {parameter}"}
    assert found.text(lambda english: translated[english]) == "3: Schritte"
