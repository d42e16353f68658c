"""What a picture carries that is saved apart from a run: told by the text of its graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.graph.document import Graph
from app.graph.errors import GraphError
from app.graph.file import read_text
from app.graph.flattening import flat_graph
from app.graph.kinds import Kinds
from app.graph.private import private_text
from app.graph.spec import NodeSpec
from app.graph.subgraphs import within
from app.interchange.embedding import Embedding, inscribed
from app.sdk.origins import provenance
from app.sdk.saving import USUAL, GraphChoice, Inscription, Provenance, Saving


@dataclass(frozen=True)
class GraphInscriber:
    """Inscribes pictures by graphs of these ``kinds``, as the user wishes."""

    kinds: Kinds
    saving: Saving = USUAL

    def embedding(self, graph: str, node: str = "", choice: GraphChoice | None = None) -> Embedding:
        """What the picture of a ``node`` of this graph carries; ``choice`` overrides the wishes."""
        saving = replace(self.saving, graph=choice or self.saving.graph)
        told = graph if saving.graph == "whole" else ""
        if saving.graph == "private":
            told = private_text(graph, self.kinds)
        return inscribed(Inscription(told, saving, self._provenance(graph, node)))

    def _provenance(self, text: str, node: str) -> Provenance:
        """Where the picture comes from; of a graph that cannot be read, a network may be."""
        try:
            snapshot = read_text(text, self.kinds).snapshot
            graph = flat_graph(snapshot, self.kinds)
        except GraphError:
            return Provenance(generated=True)
        start = [node] if node in graph.nodes else list(graph.nodes)
        return provenance(_GraphLineage(graph, within(self.kinds, snapshot)), start)


@dataclass(frozen=True)
class _GraphLineage:
    """What lies before the nodes of a flat graph; what is switched off is passed through."""

    graph: Graph
    kinds: Kinds

    def spec(self, node: str) -> NodeSpec | None:
        """The kind of a node; one that is switched off adds nothing of its own."""
        found = self.graph.nodes.get(node)
        spec = self.kinds.spec(found.type) if found else None
        off = found is not None and (found.muted or found.bypassed)
        return replace(spec, origin="") if spec and off else spec

    def sources(self, node: str) -> Iterable[tuple[str, str]]:
        """What feeds a node, unless it is muted."""
        found = self.graph.nodes.get(node)
        fed = self.graph.inputs_of.get(node, {}) if found and not found.muted else {}
        return [source for sources in fed.values() for source in sources]

    def texts(self, node: str, parameter: str) -> Sequence[str]:
        """The value of a parameter, or that of the text node whose wire leads there."""
        sources = self.graph.inputs_of.get(node, {}).get(parameter, ())
        holder, name = (sources[0].node, "value") if sources else (node, parameter)
        found = self.graph.nodes.get(holder)
        value = found.parameters.get(name) if found else None
        return [value] if isinstance(value, str) else []
