"""What saved pictures carry beside their pixels: what the user wishes, and where they come from.

A node that saves asks its context for an ``Inscription``, and the formats write it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from app.sdk.context import Context

GraphChoice = Literal["whole", "private", "none"]
"""The graph in a picture: whole, without paths and prompts, or not at all."""


EmbedChoice = Literal["as in the settings", "whole graph", "without paths and prompts", "nothing"]
"""The same on a node, where the settings may decide."""

_CHOICES: dict[EmbedChoice, GraphChoice] = {
    "whole graph": "whole",
    "without paths and prompts": "private",
    "nothing": "none",
}


@dataclass(frozen=True)
class Saving:
    """What the user wishes of saved pictures.

    ``mark`` notes on generated ones that they are, ``prompt`` tells the prompt there, too.
    """

    graph: GraphChoice = "whole"
    mark: bool = True
    prompt: bool = False


USUAL = Saving()


@dataclass(frozen=True)
class Provenance:
    """Where the picture on a wire comes from.

    ``generated``: a network painted it. ``supplied``: it holds a picture that was given, and
    ``files`` are those that such pictures were read from.
    """

    generated: bool = False
    supplied: bool = False
    files: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Inscription:
    """What is written into one saved picture: its ``graph`` as far as that is wished (else empty),
    and its ``provenance`` (None where only the graph can tell)."""

    graph: str
    saving: Saving = USUAL
    provenance: Provenance | None = None


@runtime_checkable
class Inscribing(Protocol):
    """A context that knows where the values on its node's wires come from."""

    def inscription(self, graph: GraphChoice | None = None) -> Inscription:
        """What to write; ``graph`` overrides the user's usual choice."""


def inscription(ctx: Context, choice: EmbedChoice = "as in the settings") -> Inscription:
    """What a node is to write into what it saves."""
    graph = _CHOICES.get(choice)
    if isinstance(ctx, Inscribing):
        return ctx.inscription(graph)
    return Inscription("" if graph == "none" else ctx.embedded_graph())
