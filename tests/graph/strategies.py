"""Random documents and random edits of them, for property tests."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from hypothesis import strategies as st

from app.graph import edits
from app.graph.changes import Change
from app.graph.document import (
    ROOT,
    Exposed,
    Frame,
    Graph,
    Node,
    Note,
    Snapshot,
    Socket,
    Source,
    Wire,
)
from app.graph.errors import GraphError
from app.graph.operations import apply_all
from tests.graph.toys import KINDS

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
"""Anything that JSON can hold."""

extra = st.dictionaries(st.sampled_from(["mood", "x-vendor", "Ünknown"]), plain, max_size=2)
ids = st.sampled_from(["a", "b", "c", "d", "e"])
positions = st.tuples(*[st.floats(-1e6, 1e6) | st.integers(-500, 500).map(float)] * 2)
rectangles = st.tuples(*[st.floats(0, 1e6)] * 4)
colours = st.none() | st.just("#7aa2ff")
kinds = st.sampled_from([*KINDS.specs, "other.Unknown"])
ends = st.sampled_from(["a", "b", "latent", "model", "items", "chosen", "list", "steps", "nowhere"])


@st.composite
def nodes(draw: st.DrawFn, id: str) -> Node:
    """A node of any kind, with right, wrong and unknown parameters."""
    return Node(
        id,
        draw(kinds),
        title=draw(st.text(max_size=5)),
        schema=draw(st.integers(2, 3)),
        parameters=draw(st.dictionaries(ends, plain, max_size=3)),
        position=draw(positions),
        colour=draw(colours),
        bypassed=draw(st.booleans()),
        muted=draw(st.booleans()),
        collapsed=draw(st.booleans()),
        controls=draw(st.dictionaries(ends, st.sampled_from(["random", "step"]), max_size=2)),
        extra=draw(extra),
    )


exposures = st.builds(Exposed, ids, ends, st.text(max_size=5), extra)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph with wires between anything, circles and loose ends too."""
    sources = st.builds(Source, ids, ends)
    wires = draw(
        st.dictionaries(
            st.builds(Socket, ids, ends),
            st.lists(sources, min_size=1, max_size=3).map(tuple),
            max_size=5,
        )
    )
    marked = {"mood": draw(plain)} if draw(st.booleans()) else {}
    some = [Wire(held[0], socket) for socket, held in wires.items()][:1]
    return Graph(
        nodes={id: draw(nodes(id)) for id in draw(st.sets(ids))},
        wires=wires,
        frames={"f": Frame("f", draw(st.text()), draw(rectangles), None, draw(extra))},
        notes={"m": Note("m", draw(st.text()), draw(rectangles), draw(colours), draw(extra))},
        title=draw(st.text(max_size=5)),
        exposed=tuple(draw(st.lists(exposures, max_size=2))),
        extra=draw(extra),
        wire_extra={wire: marked for wire in some if marked},
    )


snapshots = st.builds(lambda main, more: Snapshot({ROOT: main}, ROOT, more), graphs(), extra)


@st.composite
def changes(draw: st.DrawFn, snapshot: Snapshot) -> Change:
    """An edit that fits the snapshot; one that the rules refuse comes out empty."""
    with suppress(GraphError):
        return _edit(draw, snapshot)
    return Change("Refused")


def _edit(draw: st.DrawFn, snapshot: Snapshot) -> Change:
    held = sorted(snapshot.main.nodes)
    known = st.sampled_from(held) if held else ids
    match draw(st.integers(0, 11)):
        case 0 | 1:
            kind = draw(st.sampled_from(list(KINDS.specs)))
            return edits.add_node(snapshot, KINDS, kind, draw(positions))
        case 2:
            return edits.remove_nodes(snapshot, draw(st.sets(known, max_size=3)))
        case 3 | 4:
            return _connect(draw, snapshot, draw(known), draw(known))
        case 5:
            wires = list(snapshot.main.each_wire())
            some = draw(st.sets(st.sampled_from(wires), max_size=3)) if wires else ()
            return edits.disconnect(snapshot, some)
        case 6:
            return edits.move_nodes(snapshot, {draw(known): draw(positions), "f": (1, 2)})
        case 7:
            value = draw(st.integers(1, 3))
            return edits.set_parameter(snapshot, KINDS, draw(known), "steps", value)
        case 8:
            flag = draw(st.sampled_from(["bypassed", "muted", "collapsed"]))
            return edits.set_flag(snapshot, {draw(known)}, flag, draw(st.booleans()))
        case 9:
            note = snapshot.main.notes.get("m", Note("m"))
            return edits.put_note(snapshot, replace(note, text=draw(st.text(max_size=3))))
        case 10:
            title = draw(st.text(max_size=3))
            return edits.expose(snapshot, KINDS, draw(known), "steps", title)
        case _:
            text = edits.copy_text(snapshot.main, draw(st.sets(known, max_size=3)))
            return edits.paste(snapshot, KINDS, text, (5, 5), keep_wires=draw(st.booleans()))


def _connect(draw: st.DrawFn, snapshot: Snapshot, source: str, target: str) -> Change:
    giving = KINDS.spec(snapshot.main.nodes[source].type) if source in snapshot.main.nodes else None
    taking = KINDS.spec(snapshot.main.nodes[target].type) if target in snapshot.main.nodes else None
    outputs = [output.name for output in giving.outputs] if giving else []
    inputs = [socket.name for socket in taking.inputs] if taking else []
    output = draw(st.sampled_from(outputs or ["nowhere"]))
    name = draw(st.sampled_from(inputs or ["nowhere"]))
    place = draw(st.none() | st.integers(0, 3))
    return edits.connect(snapshot, KINDS, Source(source, output), Socket(target, name), place)


def after(snapshot: Snapshot, change: Change) -> Snapshot:
    """The snapshot with a change applied."""
    return apply_all(snapshot, change.operations)[0]
