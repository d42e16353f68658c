"""What a graph notes of the models that its nodes name, so that they are found under other names.

A parameter holds a model's name: where it lies below a model folder, or its path. Beside it the
file keeps the hash of its content and what else helps to find or fetch it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from app.graph.document import Graph, Node, Snapshot
from app.graph.fields import Place, Record, read_object
from app.graph.interface import definition_of
from app.graph.kinds import Kinds, KnownModel
from app.graph.spec import NodeSpec, ParameterSpec, Plain
from app.graph.types import ValueType

FIELD = "models"
"""The field of a node in the file."""

MODEL_NAME = "ModelName"
"""The type under which ``describe`` finds what is known of a named model."""

_HASH = re.compile("[0-9a-f]{64}")
_LONGEST = 4096
_TEXTS = ("name", "hash", "family", "variant", "source")


@dataclass(frozen=True)
class Named:
    """A parameter of a node that names a model, and what its graph noted of it."""

    node: Node
    parameter: ParameterSpec
    name: str
    noted: KnownModel | None


def model_types(
    spec: NodeSpec, parameters: Mapping[str, Plain], kinds: Kinds
) -> dict[str, ValueType]:
    """What is known of the models that a node names, by parameter, without opening them."""
    found: dict[str, ValueType] = {}
    for parameter in spec.models:
        name = parameters.get(parameter.name, parameter.default)
        known = kinds.model(parameter.model_kind, str(name))
        traits = known.traits if known else {}
        found[parameter.name] = ValueType(MODEL_NAME).with_traits(**traits)
    return found


def named_models(graph: Graph, kinds: Kinds) -> Iterator[Named]:
    """Every parameter of a graph that names a model; not those that a wire feeds."""
    for node in graph.nodes.values():
        spec = kinds.spec(node.type)
        for parameter in _own_models(node, spec):
            if parameter.name not in graph.inputs_of.get(node.id, {}):
                name = str(node.parameters.get(parameter.name, parameter.default))
                yield Named(node, parameter, name, noted(node, parameter.name, name))


def first_models(
    snapshot: Snapshot, kinds: Kinds, graph_id: str | None = None
) -> dict[str, KnownModel]:
    """The first model of each kind that a document names, those of the graph ``graph_id`` first."""
    here = graph_id or snapshot.root
    others = (graph for id, graph in snapshot.graphs.items() if id != here)
    found: dict[str, KnownModel] = {}
    for graph in (snapshot.graphs[here], *others):
        for named in named_models(graph, kinds):
            kind = named.parameter.model_kind
            if kind not in found:
                found[kind] = kinds.model(kind, named.name) or KnownModel(named.name)
    return found


def noted(node: Node, parameter: str, name: str) -> KnownModel | None:
    """What the file noted of a model; None where it is of another one, or has not the form."""
    notes = node.extra.get(FIELD)
    record = notes.get(parameter) if isinstance(notes, Mapping) else None
    if not isinstance(record, Mapping) or record.get("name") != name:
        return None
    texts = {field: record.get(field) for field in _TEXTS}
    held = {k: v for k, v in texts.items() if isinstance(v, str) and len(v) <= _LONGEST}
    size, side = _counted(record.get("size")), _counted(record.get("side"))
    found = replace(KnownModel(), **held, size=size, side=side)
    return found if _HASH.fullmatch(found.hash) else replace(found, hash="")


def _counted(value: object) -> int:
    """A number of bytes or pixels; 0 for what is none."""
    return value if isinstance(value, int) and value is not True and value > 0 else 0


def with_notes(node: Node, kinds: Kinds) -> Node:
    """The node with notes of the models that it names now, for the file."""
    spec = kinds.spec(node.type)
    if spec is None or not (spec.models or FIELD in node.extra):
        return node
    notes: Record = {}
    for parameter in _own_models(node, spec):
        name = str(node.parameters.get(parameter.name, parameter.default))
        known = kinds.model(parameter.model_kind, name)
        before = noted(node, parameter.name, name)
        if kept := _together(known, before):
            notes[parameter.name] = {k: v for k, v in asdict(kept).items() if v}
    extra = {name: value for name, value in node.extra.items() if name != FIELD}
    return replace(node, extra={**extra, FIELD: notes} if notes else extra)


def _own_models(node: Node, spec: NodeSpec | None) -> Iterator[ParameterSpec]:
    """The parameters that name models; not those in which an instance follows its definition."""
    for parameter in spec.models if spec else ():
        if parameter.name in node.parameters or definition_of(node.type) is None:
            yield parameter


def _together(known: KnownModel | None, before: KnownModel | None) -> KnownModel | None:
    """What is known now, with what was noted before if that is of the same content."""
    if known is None or before is None:
        return known or before
    if known.hash not in ("", before.hash) or len({known.size, before.size} - {0}) > 1:
        return known
    return replace(known, hash=before.hash, source=known.source or before.source)


def check_notes(record: Record, place: Place) -> None:
    """Raise WrongShape where the notes of a node are no table."""
    read_object(record.get(FIELD, {}), place / FIELD)
