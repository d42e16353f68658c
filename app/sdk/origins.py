"""Where pictures come from, told from the kinds of nodes that lie before them.

A kind declares that it brings in what somebody ``supplied`` (Load Image), or that a network
``generated`` what it gives (Sampler); one that says nothing, but takes a network and gives what
carries a picture, counts as generating. From a picture the wires are followed backwards, but only
those that carry pictures: what steers a sampling (a prompt, a ControlNet) is not in the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from app.graph.spec import NodeSpec, OutputSpec, ParameterKind, SocketSpec
from app.graph.types import ANY, ValueType
from app.sdk.paths import full_path
from app.sdk.saving import Provenance

CARRIERS = frozenset({"Image", "Video", "Latent", "Noise", "Cutout"})
"""Types of values that a picture, or a part of it, is in."""

NETWORKS = frozenset({"Model", "VAE"})
"""Types of what paints."""


class Lineage(Protocol):
    """What lies before a node, as a plan or a graph knows it."""

    def spec(self, node: str) -> NodeSpec | None:
        """The kind of a node; None where it is not installed."""

    def sources(self, node: str) -> Iterable[tuple[str, str]]:
        """What feeds a node: other nodes, and which of their outputs."""

    def texts(self, node: str, parameter: str) -> Sequence[str]:
        """The values of a parameter, several where a list comes by wire; none if unknown."""


def declared_origin(
    origin: str, inputs: Sequence[SocketSpec], outputs: Sequence[OutputSpec]
) -> str:
    """The origin of what a kind gives: as it says itself, else as its sockets tell."""
    paints = any(socket.type.name in NETWORKS for socket in inputs)
    gives = any(output.type.name in CARRIERS for output in outputs)
    return origin or ("generated" if paints and gives else "")


def provenance(lineage: Lineage, start: Iterable[str]) -> Provenance:
    """Where the pictures come from that reach the nodes ``start``."""
    generated = supplied = False
    files: list[Path] = []
    waiting, seen = list(start), set[str]()
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        spec = lineage.spec(node)
        generated = generated or spec is None or spec.origin == "generated"
        if spec is not None and spec.origin == "supplied":
            supplied = True
            files += _files(lineage, node, spec)
        for source, output in lineage.sources(node):
            if _carries(lineage.spec(source), output):
                waiting.append(source)
    return Provenance(generated, supplied, tuple(dict.fromkeys(files)))


def _carries(spec: NodeSpec | None, output: str) -> bool:
    """Whether a picture may come from this output."""
    found = spec.outputs_by_name.get(output) if spec else None
    return found is None or _may_carry(found.type)


def _may_carry(type: ValueType) -> bool:
    return type.is_variable or type.name == ANY or type.name in CARRIERS


def _files(lineage: Lineage, node: str, spec: NodeSpec) -> list[Path]:
    """The files and folders that a node names."""
    named = (p for p in spec.parameters if p.kind in (ParameterKind.FILE, ParameterKind.FOLDER))
    texts = (text for parameter in named for text in lineage.texts(node, parameter.name))
    return [full_path(text) for text in texts if text.strip()]
