"""A plan: the flat list of work that a graph comes down to. Engine, command line and sweeps see
nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.graph.errors import Message
from app.graph.spec import Plain
from app.sdk.saving import USUAL, Saving


class Link(NamedTuple):
    """An output of a planned node."""

    address: str
    output: str


@dataclass(frozen=True, eq=False)
class PlanNode:
    """One node to evaluate. ``address`` is the path of ids through subgraphs.

    ``inputs`` holds the links of every fed socket or parameter, in order; ``parameters`` the
    literals of all parameters. Two lowerings of an unchanged node give the same object, so identity
    tells that nothing changed.
    """

    address: str
    type: str
    title: str
    parameters: Mapping[str, Plain]
    inputs: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Plan:
    """What to make (``targets``) and all that may be needed for it, sources first.

    ``refused`` are nodes that cannot run, with the reason (unknown kind, value out of range, a
    required input missing); ``muted`` those that the user switched off. ``graph`` names the graph
    that it comes from, so that its nodes are compared with what they did before. ``saving`` is what
    pictures that it saves are to carry.
    """

    nodes: Mapping[str, PlanNode]
    targets: tuple[str, ...]
    refused: Mapping[str, Message] = field(default_factory=dict)
    muted: frozenset[str] = frozenset()
    graph_text: str = ""
    graph: str = ""
    saving: Saving = USUAL
