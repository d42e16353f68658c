"""What can be wrong with subgraphs, and with edits of them."""

from __future__ import annotations

from app.graph.errors import GraphError


class NoSubgraph(GraphError):
    """A node stands for a definition that the document does not hold."""

    english = "{title} stands for a subgraph that is not in this file ({id}): delete the node."


class HoldsItself(GraphError):
    """A subgraph lies within itself, at whatever depth, so that it has no end."""

    english = "The subgraph {title} would hold itself without end: use another one inside it."


class TooDeep(GraphError):
    """Subgraphs lie within each other at more levels than anyone needs."""

    english = (
        "The subgraph {title} holds others that lie too deep within each other: "
        "unpack some of them."
    )


class NothingToGroup(GraphError):
    """A subgraph was asked for, but no node was chosen to lie in it."""

    english = "Nothing is selected: select the nodes that the subgraph is to hold."


class NotTogether(GraphError):
    """A node outside lies between nodes that are to become one subgraph."""

    english = "{node} lies between the selected nodes: select it too, or fewer of the others."


class NoPlaceForEnd(GraphError):
    """An input or output of a subgraph was added where there is no subgraph."""

    english = "{title} has no meaning in the main graph: open a subgraph and add it there."


class TooLarge(GraphError):
    """Subgraphs within subgraphs come to more nodes than can be run."""

    english = (
        "The subgraphs of this graph come to more than {most} nodes: "
        "remove some of those that lie within others."
    )
