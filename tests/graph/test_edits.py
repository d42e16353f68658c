"""What the user can do to a graph, and what the edits refuse."""

from __future__ import annotations

import math
import re
import time

import pytest

from app.graph import edits
from app.graph.document import ROOT, Frame, Node, Note, Snapshot, Socket, Source, Wire
from app.graph.editor import Document
from app.graph.errors import (
    BadValue,
    GraphError,
    UnknownKind,
    UnknownNode,
    UnknownSocket,
    WrongType,
)
from app.graph.order import order
from tests.graph.strategies import after
from tests.graph.toys import KINDS, chain, graph, node, picture


def test_a_new_node_holds_all_its_parameters_and_a_readable_id() -> None:
    change = edits.add_node(picture(), KINDS, "toy.Sampler", (5, 7), parameters={"steps": 3.0})
    (id,) = change.added_nodes
    added = after(picture(), change).main.nodes[id]
    assert re.fullmatch(r"sampler-[a-z0-9]{4}", id)
    assert added.parameters == {"steps": 3, "guidance": 7.0, "text": ""}
    assert (added.position, added.schema, change.name) == ((5.0, 7.0), 2, "Add Sampler")


def test_ids_read_like_the_kind_and_never_repeat() -> None:
    taken: set[str] = set()
    for _ in range(200):
        taken.add(edits.new_id("loom.VAEDecode", taken))
    assert len(taken) == 200
    assert all(id.startswith("vae-decode-") for id in taken)
    assert edits.new_id("loom.日本", ()).startswith("node-")


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ({"type": "gone.Thing"}, UnknownKind, "of the kind gone.Thing, which is not installed"),
        ({"parameters": {"steps": 0}}, BadValue, "steps must be between 1 and 150, not 0"),
        ({"parameters": {"size": 0}}, UnknownSocket, "Sampler has no parameter called size"),
        ({"position": (math.nan, 0)}, BadValue, "The position must be"),
        ({"id": "load"}, BadValue, "The id must be one that no other node has"),
        ({"id": "a/b"}, BadValue, "The id must be an id without /, not 'a/b'"),
        ({"graph_id": "elsewhere"}, UnknownNode, "no node elsewhere"),
    ],
)
def test_a_node_that_cannot_be_added_is_refused(
    arguments: dict[str, object], error: type[GraphError], words: str
) -> None:
    usual = {"type": "toy.Sampler", "position": (0, 0)}
    with pytest.raises(error, match=re.escape(words)):
        edits.add_node(picture(), KINDS, **{**usual, **arguments})  # type: ignore[arg-type]


def test_removing_nodes_takes_their_wires_and_undo_brings_them_back() -> None:
    document = Document(picture())
    start = document.snapshot
    document.apply(edits.remove_nodes(document.snapshot, ["sampler", "ghost"]))
    assert not document.snapshot.main.wires
    assert document.undo_names == ["Delete node"]
    document.undo()
    assert document.snapshot == start


def test_wires_of_a_variadic_socket_keep_their_order_when_one_goes() -> None:
    snapshot = edits_list("a b c")
    gone = after(snapshot, edits.remove_nodes(snapshot, ["b"]))
    assert held(gone) == "a c"
    cut = edits.disconnect(snapshot, [Wire(Source("a", "number"), Socket("list", "items"), 0)])
    assert held(after(snapshot, cut)) == "b c"


def test_a_wire_goes_to_its_place_in_a_variadic_socket() -> None:
    snapshot = edits_list("a b")
    assert held(connected(snapshot, "c", None)) == "a b c"
    assert held(connected(snapshot, "c", 0)) == "c a b"
    assert held(connected(snapshot, "c", 99)) == "a b c"
    assert held(connected(snapshot, "a", 1)) == "b a"
    assert held(connected(snapshot, "a", None)) == "a b"


def edits_list(order: str) -> Snapshot:
    """Numbers a, b and c, of which those in ``order`` feed a list."""
    ends = " ".join(f"{id}.number" for id in order.split())
    numbers = [node(id, "Number") for id in "abc"]
    return Snapshot({ROOT: graph(*numbers, node("list", "List"), list__items=ends)})


def connected(snapshot: Snapshot, id: str, place: int | None) -> Snapshot:
    source, socket = Source(id, "number"), Socket("list", "items")
    return after(snapshot, edits.connect(snapshot, KINDS, source, socket, place))


def held(snapshot: Snapshot) -> str:
    return " ".join(source.node for source in snapshot.main.wires[Socket("list", "items")])


def test_a_wire_into_an_occupied_single_socket_replaces_the_old_one() -> None:
    snapshot = after(picture(), edits.add_node(picture(), KINDS, "toy.Empty", (0, 0), id="other"))
    change = edits.connect(snapshot, KINDS, Source("other", "latent"), Socket("sampler", "latent"))
    wires = after(snapshot, change).main.wires
    assert wires[Socket("sampler", "latent")] == (Source("other", "latent"),)


def test_the_same_wire_again_changes_nothing() -> None:
    source, socket = Source("empty", "latent"), Socket("sampler", "latent")
    assert not edits.connect(picture(), KINDS, source, socket)


def test_a_wire_that_cannot_work_is_refused() -> None:
    with pytest.raises(WrongType):
        edits.connect(picture(), KINDS, Source("load", "model"), Socket("decode", "latent"))


def test_disconnecting_what_is_not_there_changes_nothing() -> None:
    assert not edits.disconnect(picture(), [Wire(Source("a", "b"), Socket("c", "d"))])


def test_only_values_that_a_parameter_allows_are_set() -> None:
    change = edits.set_parameter(picture(), KINDS, "sampler", "guidance", 3)
    assert after(picture(), change).main.nodes["sampler"].parameters["guidance"] == 3.0
    assert not edits.set_parameter(picture(), KINDS, "sampler", "steps", 20)
    for bad in (math.nan, math.inf, "much", None, 31):
        with pytest.raises(BadValue, match="guidance must be"):
            edits.set_parameter(picture(), KINDS, "sampler", "guidance", bad)


def test_flags_and_colours_touch_only_what_differs() -> None:
    snapshot = after(picture(), edits.set_flag(picture(), ["load", "empty"], "muted", True))
    assert snapshot.main.nodes["load"].muted
    change = edits.set_flag(snapshot, ["load", "decode"], "muted", True)
    assert (change.name, len(change.operations)) == ("Mute", 1)
    assert not edits.set_colour(snapshot, ["load"], None)
    with pytest.raises(BadValue, match="The colour must be like #7aa2ff"):
        edits.set_colour(snapshot, ["load"], "red")
    with pytest.raises(UnknownNode):
        edits.set_flag(snapshot, ["ghost"], "bypassed", True)


def test_frames_and_notes_are_put_moved_coloured_and_removed() -> None:
    document = Document(picture())
    document.apply(edits.put_frame(document.snapshot, Frame("f", "Base")))
    document.apply(edits.put_note(document.snapshot, Note("n", "Try **this**")))
    places = {"f": (5.0, 6.0), "n": (7.0, 8.0), "load": (9.0, 10.0)}
    document.apply(edits.move_nodes(document.snapshot, places))
    document.apply(edits.set_colour(document.snapshot, ["f", "n", "load"], "#ff0000"))
    main = document.snapshot.main
    assert main.frames["f"].rectangle == (5, 6, 400, 300)
    assert main.notes["n"].rectangle == (7, 8, 240, 160)
    assert main.nodes["load"].position == (9, 10)
    assert main.notes["n"].colour == "#ff0000"
    document.apply(edits.remove_frames(document.snapshot, ["f", "ghost"]))
    document.apply(edits.remove_notes(document.snapshot, ["n"]))
    assert not document.snapshot.main.frames
    assert not document.snapshot.main.notes
    with pytest.raises(UnknownNode):
        edits.move_nodes(document.snapshot, {"ghost": (0, 0)})


def test_typing_a_note_is_one_undo_step_but_moving_it_another() -> None:
    document = Document(picture())
    document.apply(edits.put_note(document.snapshot, Note("n")))
    for text in ("f", "fo", "fox"):
        document.apply(edits.put_note(document.snapshot, Note("n", text)))
    document.apply(edits.move_nodes(document.snapshot, {"n": (50, 50)}))
    assert document.undo_names == ["Move", "Change note", "Add note"]


def test_an_edit_of_ten_thousand_nodes_takes_little_time() -> None:
    document = Document(chain(10_000))
    _ = document.snapshot.main.inputs_of, document.snapshot.main.consumers_of
    start = time.process_time()
    for count in range(20):
        document.apply(edits.move_nodes(document.snapshot, {"n5000": (count + 1, 0)}))
        document.apply(edits.rename(document.snapshot, "n5000", f"Name {count}"))
        document.apply(edits.remove_nodes(document.snapshot, [f"n{count}"]))
    assert (time.process_time() - start) / 60 < 0.02  # about 0.5 ms on an idle machine


def test_a_graph_can_be_built_wire_by_wire_in_linear_time() -> None:
    document = Document()
    for index in range(300):
        document.apply(
            edits.add_node(document.snapshot, KINDS, "toy.Switch", (0, 0), id=f"{index}")
        )
        if index:
            source, socket = Source(f"{index - 1}", "chosen"), Socket(f"{index}", "a")
            document.apply(edits.connect(document.snapshot, KINDS, source, socket))
    main = document.snapshot.main
    assert order(main.nodes, main.inputs_of)[-1] == "299"


def test_a_node_of_an_unknown_kind_can_be_moved_and_removed_but_not_set() -> None:
    snapshot = Snapshot({ROOT: graph(Node("x", "gone.Thing", parameters={"a": 1}))})
    assert after(snapshot, edits.move_nodes(snapshot, {"x": (1, 1)}))
    assert not after(snapshot, edits.remove_nodes(snapshot, ["x"])).main.nodes
    with pytest.raises(UnknownKind):
        edits.set_parameter(snapshot, KINDS, "x", "a", 2)
