"""A change: what one gesture of the user does to a document, by a name that Undo can show."""

from __future__ import annotations

from dataclasses import dataclass

from app.graph.document import Node
from app.graph.operations import Operation, Put


@dataclass(frozen=True)
class Change:
    """Operations that belong together. Equal ``merge`` on consecutive changes is one undo step.

    ``travels`` says that it leads back or forth in the history.
    """

    name: str
    operations: tuple[Operation, ...] = ()
    merge: str | None = None
    travels: bool = False

    @property
    def added_nodes(self) -> tuple[str, ...]:
        """Ids of the nodes that this change puts into a graph, in its order."""
        return tuple(
            operation.id
            for operation in self.operations
            if isinstance(operation, Put) and isinstance(operation.item, Node)
        )

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.operations)
