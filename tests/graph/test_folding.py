"""Random edits of documents with subgraphs."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.graph import edits
from app.graph.changes import Change
from app.graph.document import Snapshot, Socket, Source
from app.graph.errors import GraphError
from app.graph.flow import types_of
from app.graph.interface import instances
from app.graph.operations import apply_all
from app.graph.reading import read_text
from app.graph.rules import output_types
from app.graph.subgraphs import within
from app.graph.writing import to_text
from tests.graph import strategies
from tests.graph.parts import grouped
from tests.graph.strategies import after
from tests.graph.toys import KINDS, picture


@given(st.data())
def test_types_are_the_same_whether_worked_out_anew_or_kept_up(data: st.DataObject) -> None:
    snapshot = grouped(picture(), "load", "empty")
    snapshot = grouped(snapshot, *instances(snapshot.main), "sampler", title="Outer")
    for _ in range(6):
        here = data.draw(st.sampled_from(sorted(snapshot.graphs)))
        snapshot = after(snapshot, _some_change_of_types(data, snapshot, here))
        kinds = within(KINDS, snapshot)
        fresh = within(KINDS, Snapshot({id: replace(g) for id, g in snapshot.graphs.items()}))
        for id, held in snapshot.graphs.items():
            anew = types_of(fresh.snapshot().graphs[id], fresh)
            assert dict(output_types(held, kinds)) == dict(anew)


def _some_change_of_types(data: st.DataObject, snapshot: Snapshot, here: str) -> Change:
    held = snapshot.graphs[here]
    with suppress(GraphError):
        match data.draw(st.integers(0, 3)):
            case 0:
                family = data.draw(st.sampled_from(["", "SD 1", "SDXL"]))
                return edits.set_parameter(snapshot, KINDS, "load", "family", family, graph_id=here)
            case 1:
                wires = sorted(held.each_wire())
                cut = data.draw(st.sampled_from(wires)) if wires else None
                return edits.disconnect(snapshot, [cut] if cut else [], graph_id=here)
            case 2:
                gone = data.draw(st.sampled_from(sorted(held.nodes) or [""]))
                return edits.remove_nodes(snapshot, [gone], graph_id=here)
            case _:
                ids = st.sampled_from(sorted(held.nodes) or [""])
                source, target = data.draw(ids), data.draw(ids)
                name = data.draw(st.sampled_from(["model", "latent", "value"]))
                output = data.draw(st.sampled_from(["model", "latent", "value"]))
                return edits.connect(
                    snapshot, KINDS, Source(source, output), Socket(target, name), graph_id=here
                )
    return Change("Nothing")


@given(st.data())
def test_whatever_is_put_into_subgraphs_can_be_undone(data: st.DataObject) -> None:
    snapshot = data.draw(strategies.snapshots)
    for _ in range(4):
        here = data.draw(st.sampled_from(sorted(snapshot.graphs)))
        change = _some_edit(data, snapshot, here)
        there, backward = apply_all(snapshot, change.operations)
        assert apply_all(there, backward)[0] == snapshot
        text = to_text(there, None)
        assert to_text(read_text(text, None).snapshot, None) == text
        snapshot = there


def _some_edit(data: st.DataObject, snapshot: Snapshot, here: str) -> Change:
    """A subgraph made, taken apart or made unique; what the rules refuse comes out empty."""
    held = snapshot.graphs[here]
    ids = sorted(held.nodes)
    with suppress(GraphError):
        match data.draw(st.integers(0, 3)):
            case 0 | 1:
                some = data.draw(st.sets(st.sampled_from(ids), max_size=3)) if ids else set()
                return edits.make_subgraph(snapshot, KINDS, sorted(some), graph_id=here)
            case 2:
                for id in instances(held):
                    return edits.unpack_subgraph(snapshot, KINDS, id, graph_id=here)
            case _:
                for id in instances(held):
                    return edits.copy_definition(snapshot, id, graph_id=here)
    return Change("Nothing")
