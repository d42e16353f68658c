"""What is on a card, before it is known how large all of it is."""

from __future__ import annotations

from dataclasses import dataclass

from app.graph.document import Node
from app.graph.interface import DOT, ENDS, NAME, definition_of
from app.graph.spec import NodeSpec, ParameterSpec, Plain
from app.ui.words import label_of


@dataclass(frozen=True)
class Content:
    """All that decides how large a card is. ``ratio`` is the preview's height over its width.

    ``wired`` names the parameters that a wire feeds. ``unfolded`` shows all parameters.
    """

    node: Node
    spec: NodeSpec | None
    loose_inputs: tuple[str, ...] = ()
    loose_outputs: tuple[str, ...] = ()
    ratio: float | None = None
    note: bool = False
    error: str = ""
    wired: frozenset[str] = frozenset()
    unfolded: bool = False

    @property
    def title(self) -> str:
        """The node's own title, else that of its kind, else the name of its kind; of a subgraph's
        end, what its socket is called."""
        if self.is_end and self.node.parameters.get(NAME):
            return label_of(str(self.node.parameters[NAME]))
        return self.node.title or (self.spec.title if self.spec else self.node.type)

    @property
    def is_dot(self) -> bool:
        """Whether this is a point that a wire is led through, and no card."""
        return self.node.type == DOT and self.spec is not None

    @property
    def is_subgraph(self) -> bool:
        """Whether this stands for a graph of its own."""
        return definition_of(self.node.type) is not None

    @property
    def is_end(self) -> bool:
        """Whether this is an input or output of a subgraph: a tag with a name and one port."""
        return self.node.type in ENDS and self.spec is not None

    @property
    def declared(self) -> tuple[ParameterSpec, ...]:
        """All parameters of the kind that have a place on the card."""
        return self.spec.parameters if self.spec and not self.is_end else ()

    @property
    def folded(self) -> tuple[ParameterSpec, ...]:
        """The parameters that wait behind a line, since they are as they nearly always are."""
        return () if self.unfolded else tuple(p for p in self.declared if self._quiet(p))

    @property
    def foldable(self) -> bool:
        """Whether there is anything to fold or to unfold."""
        return any(self._quiet(parameter) for parameter in self.declared)

    @property
    def parameters(self) -> tuple[ParameterSpec, ...]:
        """The parameters on the card."""
        return tuple(p for p in self.declared if self.unfolded or not self._quiet(p))

    def _quiet(self, parameter: ParameterSpec) -> bool:
        """Whether nobody needs to see a parameter: advanced, not wired, and as it is by default."""
        touched = parameter.name in self.wired or self.value(parameter) != parameter.default
        return parameter.advanced and not touched

    def value(self, parameter: ParameterSpec) -> Plain:
        """The value of a parameter, or its default where the node has none."""
        return self.node.parameters.get(parameter.name, parameter.default)
