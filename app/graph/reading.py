"""A document out of text. Nothing in the text is ever executed, and nothing else is touched."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.graph.check import check_graph
from app.graph.document import Graph, Node, Snapshot
from app.graph.errors import LoomError, Message, NewerNode, UpgradeFailed
from app.graph.fields import Place, Record
from app.graph.file_errors import NewerFormat, NotAGraph, TooLarge
from app.graph.file_state import FileState
from app.graph.kinds import Kinds
from app.graph.parsing import parse
from app.graph.phrases import Phrase
from app.graph.records import snapshot_from_plain
from app.graph.subgraphs import within
from app.graph.writing import FORMAT, with_defaults

MOST_NODES = 50_000
"""Most nodes in one file, as many as one run may have: a canvas of more answers nobody."""

MOST_WIRES = 200_000
"""Most wires in one file."""

MOST_GRAPHS = 5_000
"""Most graphs in one file; each of them has to be compared with those that it lies in."""


@dataclass(frozen=True)
class Opened:
    """A document that was read; ``warnings`` say what in it will not work as it is.

    ``state`` is what the file was at that moment, None where it came from no file.
    """

    snapshot: Snapshot
    warnings: tuple[Message, ...] = ()
    state: FileState | None = None


def read_text(text: str, kinds: Kinds | None, *, file: str = "The text") -> Opened:
    """The document in ``text``; ``file`` is what messages call it.

    What has the right form is kept, even where it cannot run (unknown kinds, loose wires, circles,
    values out of range); ``warnings`` tell of it. ``kinds`` brings older nodes into today's form;
    None leaves them as they are. Raises a FileError where the form is wrong.
    """
    record = parse(text, file)
    _check_format(record, file)
    _check_size(record, file)
    snapshot = snapshot_from_plain(record, Place(file))
    return Opened(snapshot) if kinds is None else of_today(snapshot, kinds)


def of_today(snapshot: Snapshot, kinds: Kinds) -> Opened:
    """The document with every known node in today's form, and what in it will not work."""
    warnings: list[Message] = []
    known = within(kinds, snapshot)
    graphs = {id: _today(graph, known, warnings) for id, graph in snapshot.graphs.items()}
    snapshot = replace(snapshot, graphs=graphs)
    for graph in graphs.values():
        warnings.extend(check_graph(graph, within(kinds, snapshot)))
    return Opened(snapshot, tuple(warnings))


def _check_format(record: Record, file: str) -> None:
    found = record.get("format")
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise NotAGraph(file=file, problem=Phrase("it names no format version"))
    if found > FORMAT:
        raise NewerFormat(file=file, found=found, known=FORMAT)
    if not isinstance(record.get("graphs"), dict):
        raise NotAGraph(file=file, problem=Phrase("it holds no graphs"))


def _check_size(record: Record, file: str) -> None:
    """Refuse more than can be shown, before anything is made of it."""
    graphs = [graph for graph in record["graphs"].values() if isinstance(graph, dict)]
    for things, count, most in (
        (Phrase("subgraphs"), len(graphs), MOST_GRAPHS),
        (Phrase("nodes"), _count(graphs, "nodes", dict), MOST_NODES),
        (Phrase("wires"), _count(graphs, "wires", list), MOST_WIRES),
    ):
        if count > most:
            raise TooLarge(file=file, count=count, things=things, most=most)


def _count(graphs: list[Record], name: str, form: type) -> int:
    """How much all graphs hold together, as far as it has the right form."""
    return sum(len(graph[name]) for graph in graphs if isinstance(graph.get(name), form))


def _today(graph: Graph, kinds: Kinds, warnings: list[Message]) -> Graph:
    """The graph with every known node in today's form and with all its parameters."""
    nodes = {id: _upgraded(node, kinds, warnings) for id, node in graph.nodes.items()}
    return replace(graph, nodes=nodes)


def _upgraded(node: Node, kinds: Kinds, warnings: list[Message]) -> Node:
    spec = kinds.spec(node.type)
    if spec is None:
        return node
    title = node.title or spec.title
    if node.schema > spec.schema:
        newer = NewerNode(node=title, kind=spec.title, found=node.schema, known=spec.schema)
        warnings.append(newer.message)
    elif node.schema < spec.schema:
        try:
            parameters = kinds.upgrade(node.type, dict(node.parameters), node.schema)
        except Exception as error:  # the boundary to code of node packs
            reason = str(error) if isinstance(error, LoomError) else type(error).__name__
            failed = UpgradeFailed(node=title, kind=spec.title, problem=reason)
            warnings.append(failed.message)
            return node
        node = replace(node, parameters=parameters, schema=spec.schema)
    return with_defaults(node, kinds)
