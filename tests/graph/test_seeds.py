"""Seeds that are decided before a run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.graph import edits
from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.graph.editor import Document
from app.graph.errors import GraphError
from app.graph.file import read_text, to_text
from app.graph.journal import from_plain, to_plain
from app.graph.seeds import CONTROLS, Control, control_of, decide_seeds
from app.graph.spec import LARGEST_INTEGER
from tests.engine.toys import registry

KINDS = registry()


def document(seed: int = 7, **fields: object) -> Document:
    node = Node("bytes", "loom.Bytes", parameters={"seed": seed, "size": [10, 100]}, **fields)  # type: ignore[arg-type]
    number = Node("number", "loom.Number")
    return Document(Snapshot({ROOT: Graph({"bytes": node, "number": number})}))


def control(opened: Document, how: Control) -> None:
    opened.apply(edits.set_control(opened.snapshot, KINDS, "bytes", "seed", how))


def seed(opened: Document) -> object:
    return opened.snapshot.main.nodes["bytes"].parameters["seed"]


def decide(opened: Document) -> None:
    change = decide_seeds(opened.snapshot, KINDS, lambda: 99)
    if change:
        opened.apply(change)


@pytest.mark.parametrize(("how", "expected"), [("fixed", 7), ("random", 99), ("step", 8)])
def test_before_a_run_a_seed_stays_or_is_another_one(how: Control, expected: int) -> None:
    opened = document()
    control(opened, how)
    decide(opened)
    assert seed(opened) == expected
    assert (decide_seeds(opened.snapshot, KINDS) is None) == (how == "fixed")


def test_a_decided_seed_can_be_undone() -> None:
    opened = document()
    control(opened, "random")
    decide(opened)
    assert opened.undo_names[0] == "New seed"
    opened.undo()
    assert seed(opened) == 7


def test_after_the_largest_seed_comes_zero() -> None:
    opened = document(LARGEST_INTEGER)
    control(opened, "step")
    decide(opened)
    assert seed(opened) == 0


def test_a_wired_seed_and_one_of_a_muted_node_stay() -> None:
    opened = document(muted=True)
    control(opened, "random")
    assert decide_seeds(opened.snapshot, KINDS) is None
    opened = document()
    control(opened, "random")
    wire = edits.connect(
        opened.snapshot, KINDS, Source("number", "integer"), Socket("bytes", "seed")
    )
    opened.apply(wire)
    assert decide_seeds(opened.snapshot, KINDS) is None


def test_only_seeds_can_be_controlled() -> None:
    opened = document()
    with pytest.raises(GraphError):
        edits.set_control(opened.snapshot, KINDS, "bytes", "size", "random")
    with pytest.raises(GraphError):
        edits.set_control(opened.snapshot, KINDS, "lost", "seed", "random")
    with pytest.raises(GraphError):
        edits.set_control(opened.snapshot, KINDS, "bytes", "seed", "often")  # type: ignore[arg-type]


@pytest.mark.parametrize("how", CONTROLS)
def test_the_control_of_a_seed_survives_file_and_journal(how: Control) -> None:
    opened = document()
    change = edits.set_control(opened.snapshot, KINDS, "bytes", "seed", how)
    kept = tuple(from_plain(to_plain(operation)) for operation in change.operations)
    opened.apply(replace(change, operations=kept))
    again = read_text(to_text(opened.snapshot, KINDS), KINDS).snapshot
    assert control_of(again.main.nodes["bytes"], "seed") == how
