"""What went along the wires in the last run, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from app.graph.document import Socket
from app.ui.canvas.cards.ports import Port
from app.ui.canvas.projection import Projection


class LastValues:
    """Remembers what every output gave, by the address of its node in the plan."""

    def __init__(self, projection: Projection, address: Callable[[str], str]) -> None:
        self._projection = projection
        self._address = address
        self._told: dict[str, Mapping[str, str]] = {}

    def tell(self, address: str, summaries: Mapping[str, str]) -> None:
        """Remember what a node gave, in words by output; nothing where it has no results."""
        if summaries:
            self._told[address] = dict(summaries)
        else:
            self._told.pop(address, None)

    def forget_nodes(self, gone: Iterable[str]) -> None:
        """These nodes are no more."""
        for address in gone:
            self._told.pop(address, None)

    def forget(self) -> None:
        """Another graph is open."""
        self._told.clear()

    def at(self, port: Port) -> dict[str, str]:
        """What a port gave, or what it got, by the title of what each wire at it comes from."""
        if port.spot.side == "out":
            value = self._of(port.card.id, port.name)
            return {"": value} if value else {}
        graph = self._projection.graph
        found: dict[str, str] = {}
        for source in graph.wires.get(Socket(port.card.id, port.name), ()):
            card = self._projection.cards.get(source.node)
            if card is not None:
                found[card.face.content.title] = self._of(source.node, source.output)
        return found

    def _of(self, node: str, output: str) -> str:
        """What an output gave."""
        return self._told.get(self._address(node), {}).get(output, "")
