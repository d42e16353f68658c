"""Copying a part of a graph as text, and pasting such text as fresh nodes."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from app.graph.adopting import adopt
from app.graph.boxes import graph_of
from app.graph.changes import Change
from app.graph.document import ROOT, Frame, Graph, Node, Note, Snapshot, Socket, Source
from app.graph.ends import check_place, last_place, taken_names
from app.graph.errors import Cycle
from app.graph.fields import coordinates
from app.graph.interface import ENDS, NAME, PLACE, end_name, ends, instances
from app.graph.kinds import Kinds
from app.graph.naming import free_name, listed, new_id, title_of
from app.graph.operations import FRAMES, NODES, NOTES, Operation, Put, PutGraph, SetWires
from app.graph.order import cycles
from app.graph.reading import read_text
from app.graph.spec import Plain
from app.graph.subgraphs import within, within_reach
from app.graph.writing import to_text


def copy_text(graph: Graph, ids: Iterable[str], snapshot: Snapshot | None = None) -> str:
    """Nodes, frames and notes as the text of a ``.loom`` file, with all wires that end in them.

    Wires from nodes that are not copied come along, so that a paste may keep them, and so do the
    definitions in ``snapshot`` that instances among the nodes stand for.
    """
    chosen = set(ids)
    nodes = {id: node for id, node in graph.nodes.items() if id in chosen}
    part = Graph(
        nodes=nodes,
        wires={socket: held for socket, held in graph.wires.items() if socket.node in nodes},
        frames={id: frame for id, frame in graph.frames.items() if id in chosen},
        notes={id: note for id, note in graph.notes.items() if id in chosen},
        wire_extra=graph.wire_extra,
    )
    graphs = snapshot.graphs if snapshot else {}
    held = within_reach(graphs, instances(part).values())
    id = snapshot.root if snapshot else ROOT
    return to_text(Snapshot({**held, id: part}, id), None)


def paste(
    snapshot: Snapshot,
    kinds: Kinds,
    text: str,
    position: tuple[float, float],
    *,
    keep_wires: bool = False,
    graph_id: str | None = None,
) -> Change:
    """Put copied nodes into the graph under fresh ids, their upper left corner at ``position``.

    ``keep_wires`` also draws the wires from nodes that were not copied, where these still are.
    Subgraphs come with their definitions; those that the document holds already are shared. The
    ends of a subgraph are left out in the root. Raises a FileError for text that is no graph,
    Cycle for one that runs in a circle, and HoldsItself for a subgraph within itself.
    """
    graph, here = graph_of(snapshot, graph_id)
    part, definitions = adopt(snapshot, _read(text, kinds))
    part = _with_ends(part, graph, is_root=here == snapshot.root)
    # With the new definitions in place: a pasted subgraph may hold the very one it is put into.
    after = replace(snapshot, graphs={**snapshot.graphs, **definitions})
    for node in part.nodes.values():
        check_place(after, here, node.type, node.title or node.id)
    fresh = _fresh_ids(part, graph)
    outside = set(_outlets(part, graph, within(kinds, snapshot))) if keep_wires else set()
    operations = (
        *(PutGraph(id, held) for id, held in definitions.items()),
        *_put(part, here, fresh, coordinates(position)),
        *_wired(part, here, fresh, outside),
    )
    return Change("Paste", operations)


def _read(text: str, kinds: Kinds) -> Snapshot:
    """What was copied; raises a FileError, or Cycle."""
    read = read_text(text, kinds, file="The clipboard").snapshot
    # Once pasted, a circle could be run nowhere and untied only wire by wire.
    for circle in cycles(read.main.nodes, read.main.inputs_of):
        known = within(kinds, read)
        raise Cycle(nodes=listed(title_of(read.main, known, id) for id in circle))
    return read


def _put(
    part: Graph, here: str, fresh: Mapping[str, str], position: tuple[float, float]
) -> Iterator[Operation]:
    """Everything under its new id, the upper left corner at a place."""
    left, top = _corner(part)
    shift = (position[0] - left, position[1] - top)
    for id, node in sorted(part.nodes.items()):
        yield Put(here, NODES, fresh[id], _moved_node(node, fresh[id], shift))
    for table, boxes in ((FRAMES, part.frames), (NOTES, part.notes)):
        for box in boxes.values():
            yield Put(here, table, fresh[box.id], _moved_box(box, fresh[box.id], shift))


def _outlets(part: Graph, graph: Graph, kinds: Kinds) -> Iterator[Source]:
    """Where wires from outside came from, as far as the output is still there."""
    for source in {source for sources in part.wires.values() for source in sources}:
        node = graph.nodes.get(source.node)
        spec = kinds.spec(node.type) if node else None
        if node is not None and (spec is None or source.output in spec.outputs_by_name):
            yield source


def _wired(
    part: Graph, here: str, fresh: Mapping[str, str], outside: Container[Source]
) -> Iterator[Operation]:
    """The wires between what is pasted, and those that come from ``outside``."""
    for socket, sources in sorted(part.wires.items()):
        kept = tuple(
            Source(fresh.get(source.node, source.node), source.output)
            for source in sources
            if source.node in part.nodes or source in outside
        )
        if kept and socket.node in part.nodes:
            yield SetWires(here, Socket(fresh[socket.node], socket.name), kept)


def _with_ends(part: Graph, graph: Graph, *, is_root: bool) -> Graph:
    """The ends of a subgraph get free names and stand behind those that are there."""
    nodes: dict[str, Node] = {}
    taken = {kind: taken_names(graph, kind) for kind in ENDS}
    place = {kind: last_place(ends(graph, kind).values()) for kind in ENDS}
    for id, node in part.nodes.items():
        if node.type not in ENDS:
            nodes[id] = node
        elif not is_root:
            name = free_name(end_name(node), taken[node.type])
            taken[node.type].add(name)
            place[node.type] += 1
            held: Mapping[str, Plain] = {NAME: name, PLACE: place[node.type]}
            nodes[id] = replace(node, parameters={**node.parameters, **held})
    return replace(part, nodes=nodes)


def _corner(part: Graph) -> tuple[float, float]:
    """The upper left corner of everything."""
    corners = [node.position for node in part.nodes.values()]
    corners += [frame.rectangle[:2] for frame in part.frames.values()]
    corners += [note.rectangle[:2] for note in part.notes.values()]
    if not corners:
        return 0.0, 0.0
    return min(x for x, _ in corners), min(y for _, y in corners)


def _fresh_ids(part: Graph, graph: Graph) -> dict[str, str]:
    """A new id for everything that is pasted."""
    fresh: dict[str, str] = {}
    taken = {*graph.nodes, *graph.frames, *graph.notes}
    stems = {
        **dict.fromkeys(part.notes, "note"),
        **dict.fromkeys(part.frames, "frame"),
        **{id: node.type for id, node in part.nodes.items()},
    }
    for id, stem in stems.items():
        fresh[id] = new_id(stem, taken)
        taken.add(fresh[id])
    return fresh


def _moved_node(node: Node, id: str, shift: tuple[float, float]) -> Node:
    x, y = node.position
    return replace(node, id=id, position=coordinates((x + shift[0], y + shift[1])))


def _moved_box(box: Frame | Note, id: str, shift: tuple[float, float]) -> Frame | Note:
    x, y, width, height = box.rectangle
    rectangle = (x + shift[0], y + shift[1], width, height)
    return replace(box, id=id, rectangle=coordinates(rectangle))
