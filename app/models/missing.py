"""Which models a graph names that are not on the shelf, and what may stand for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.edits import set_parameter
from app.graph.errors import Message
from app.graph.kinds import Kinds
from app.graph.models import named_models
from app.graph.operations import apply_all
from app.graph.subgraphs import within
from app.models.records import Shelved
from app.sdk.errors import NodeError


class Moved(NodeError):
    """A model has another name now."""

    english = "{node}: the model {name} is called {now} now; its content is the same."


@dataclass(frozen=True)
class Missing:
    """A model that a node of ``graph`` names and that is not there.

    ``same`` is the name of the one with the same content, ``similar`` are names like it, and
    ``source`` is where it can be fetched; each is empty where there is none.
    """

    graph: str
    node: str
    title: str
    parameter: str
    kind: str
    name: str
    same: str = ""
    similar: tuple[str, ...] = ()
    source: str = ""
    hash: str = ""


def missing_models(snapshot: Snapshot, kinds: Kinds, shelved: Shelved) -> Iterator[Missing]:
    """Every model that the document names by a name that the shelf does not know.

    Names that are paths are left to whoever opens them: nobody looks at files here. A name that was
    left empty misses nothing: some models may be left out.
    """
    known = within(kinds, snapshot)
    for id, graph in snapshot.graphs.items():
        for named in named_models(graph, known):
            kind = named.parameter.model_kind
            named_none = not named.name.strip()
            if named_none or (kind, named.name) in shelved.by_name or is_path(named.name):
                continue
            spec = known.spec(named.node.type)
            noted = named.noted
            same = shelved.by_hash.get((kind, noted.hash)) if noted and noted.hash else None
            yield Missing(
                id,
                named.node.id,
                named.node.title or (spec.title if spec else named.node.type),
                named.parameter.name,
                kind,
                named.name,
                same.name if same else "",
                shelved.similar(kind, named.name),
                noted.source if noted else "",
                noted.hash if noted else "",
            )


def replacing(snapshot: Snapshot, kinds: Kinds, missing: Missing, name: str) -> Change:
    """The change that lets a node name another model."""
    known = within(kinds, snapshot)
    change = set_parameter(
        snapshot, known, missing.node, missing.parameter, name, graph_id=missing.graph
    )
    return replace(change, merge=None)  # a step of its own, whatever was typed before


def with_moved(
    snapshot: Snapshot, kinds: Kinds, shelved: Shelved
) -> tuple[Snapshot, tuple[Message, ...]]:
    """The document with models by their names of today, found by their content."""
    told: list[Message] = []
    for missing in list(missing_models(snapshot, kinds, shelved)):
        if missing.same:
            change = replacing(snapshot, kinds, missing, missing.same)
            snapshot, _ = apply_all(snapshot, change.operations)
            told.append(moved_message(missing))
    return snapshot, tuple(told)


def moved_message(missing: Missing) -> Message:
    """What is said of a model that was found under another name."""
    return Moved(node=missing.title, name=missing.name, now=missing.same).message


def is_path(name: str) -> bool:
    """Whether a name says where a model lies, rather than what it is called on the shelf."""
    return name.startswith(("/", "~", ".", "\\")) or name[1:2] == ":" or not name.strip()
