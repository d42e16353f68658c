"""A document out of text. Nothing in the text is ever executed, and nothing else is touched."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from app.graph.check import check_graph
from app.graph.document import Graph, Node, Snapshot
from app.graph.errors import (
    Damaged,
    LoomError,
    Message,
    NewerFormat,
    NewerNode,
    NotAGraph,
    UpgradeFailed,
)
from app.graph.fields import Place, Record
from app.graph.kinds import Kinds
from app.graph.phrases import Phrase
from app.graph.records import snapshot_from_plain
from app.graph.spec import Plain
from app.graph.subgraphs import within
from app.graph.writing import FORMAT, with_defaults

DEEPEST = 100
"""How deep lists and objects may lie within each other."""


@dataclass(frozen=True)
class Opened:
    """A document that was read; ``warnings`` say what in it will not work as it is."""

    snapshot: Snapshot
    warnings: tuple[Message, ...] = ()


def read_text(text: str, kinds: Kinds | None, *, file: str = "The text") -> Opened:
    """The document in ``text``; ``file`` is what messages call it.

    What has the right form is kept, even where it cannot run (unknown kinds, loose wires, circles,
    values out of range); ``warnings`` tell of it. ``kinds`` brings older nodes into today's form;
    None leaves them as they are. Raises a FileError where the form is wrong.
    """
    record = _parse(text, file)
    _check_format(record, file)
    snapshot = snapshot_from_plain(record, Place(file))
    if kinds is None:
        return Opened(snapshot)
    warnings: list[Message] = []
    known = within(kinds, snapshot)
    graphs = {id: _today(graph, known, warnings) for id, graph in snapshot.graphs.items()}
    snapshot = replace(snapshot, graphs=graphs)
    for graph in graphs.values():
        warnings.extend(check_graph(graph, within(kinds, snapshot)))
    return Opened(snapshot, tuple(warnings))


def _parse(text: str, file: str) -> Record:
    """The JSON object in ``text``; every way in which it can be none gets its sentence."""
    if not text.strip():
        raise NotAGraph(file=file, problem=Phrase("it is empty"))
    if not text.lstrip().startswith("{"):
        raise NotAGraph(file=file, problem=Phrase("it holds something else"))

    def unique(pairs: list[tuple[str, Any]]) -> Record:
        record = dict(pairs)
        if len(record) < len(pairs):
            names = [name for name, _ in pairs]
            double = next(name for name in names if names.count(name) > 1)
            raise NotAGraph(file=file, problem=f"it holds {double!r} twice in one place")
        return record

    try:
        record = json.loads(text, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        problem = error.msg[:1].lower() + error.msg[1:].removesuffix(" starting at")
        raise Damaged(file=file, line=error.lineno, problem=problem) from error
    except RecursionError as error:
        raise NotAGraph(file=file, problem=Phrase("it is nested too deeply")) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise NotAGraph(file=file, problem=Phrase("it holds a number of absurd length")) from error
    if _is_deep(record):
        raise NotAGraph(file=file, problem=Phrase("it is nested too deeply"))
    return dict(record)


def _is_deep(value: Plain) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for item in level
            for inner in (item.values() if isinstance(item, dict) else item)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True


def _check_format(record: Record, file: str) -> None:
    found = record.get("format")
    if isinstance(found, bool) or not isinstance(found, int) or found < 1:
        raise NotAGraph(file=file, problem=Phrase("it names no format version"))
    if found > FORMAT:
        raise NewerFormat(file=file, found=found, known=FORMAT)
    if not isinstance(record.get("graphs"), dict):
        raise NotAGraph(file=file, problem=Phrase("it holds no graphs"))


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
