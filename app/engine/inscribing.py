"""Tells a node that saves what to write beside the pixels: see ``app.sdk.saving``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.engine.plan import Link, Plan
from app.graph.kinds import Kinds
from app.graph.private import private_text
from app.graph.spec import NodeSpec
from app.sdk.origins import provenance
from app.sdk.personal import this_person
from app.sdk.saving import GraphChoice, Inscription


@dataclass(frozen=True)
class Inscriber:
    """Inscribes what the nodes of one plan save.

    ``value`` brings what came out of a node in this run, or None.
    """

    plan: Plan
    kinds: Kinds
    value: Callable[[Link], Any]

    def inscription(self, node: str, graph: GraphChoice | None = None) -> Inscription:
        """What the node at an address is to write; ``graph`` overrides the user's usual choice."""
        saving = replace(self.plan.saving, graph=graph or self.plan.saving.graph)
        origin = provenance(_PlanLineage(self), [node])
        return Inscription(self.graph(saving.graph), saving, origin)

    def graph(self, choice: GraphChoice) -> str:
        """The graph of the plan as far as it is to be seen by others."""
        if choice == "none":
            return ""
        text = self.plan.graph_text
        if choice == "private":
            text = private_text(text, self.kinds)
        return this_person().portable_json(text)


@dataclass(frozen=True)
class _PlanLineage:
    """What lies before the nodes of a plan."""

    of: Inscriber

    def spec(self, node: str) -> NodeSpec | None:
        """The kind of a planned node."""
        planned = self.of.plan.nodes.get(node)
        return self.of.kinds.spec(planned.type) if planned else None

    def sources(self, node: str) -> Iterable[tuple[str, str]]:
        """What feeds a planned node."""
        planned = self.of.plan.nodes.get(node)
        return [link for links in planned.inputs.values() for link in links] if planned else []

    def texts(self, node: str, parameter: str) -> Sequence[str]:
        """The values of a parameter: its own, or what came by wire."""
        planned = self.of.plan.nodes[node]
        links = planned.inputs.get(parameter, ())
        value = self.of.value(links[0]) if links else planned.parameters.get(parameter)
        values = value if isinstance(value, list | tuple) else [value]
        return [each for each in values if isinstance(each, str)]
