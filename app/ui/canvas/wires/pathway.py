"""The way to and from what is selected: everything else steps back, where the user wants that."""

from __future__ import annotations

from collections.abc import Callable, Collection

from app.ui.canvas.projection import Projection
from app.ui.canvas.wires.fitting import reachable


class Pathway:
    """Lets the cards and wires step back that neither feed a selected node nor are fed by one."""

    def __init__(self, projection: Projection, selected: Callable[[], Collection[str]]) -> None:
        self._projection = projection
        self._selected = selected
        self.wanted = False

    def want(self, wanted: bool) -> None:
        """Show the way of the selection from now on, or no more."""
        self.wanted = wanted
        self.show()

    def show(self) -> None:
        """Show the way of what is selected now."""
        kept = self._on_the_way()
        for key, card in self._projection.cards.items():
            card.set_aside(kept is not None and key not in kept)
        for ends, wire in self._projection.wires.items():
            nodes = {ends.source.node, ends.socket.node}
            wire.set_aside(kept is not None and not nodes <= kept)

    def _on_the_way(self) -> set[str] | None:
        """The selected nodes with all before and after them; None where nothing steps back."""
        graph = self._projection.graph
        chosen = [key for key in self._selected() if key in graph.nodes] if self.wanted else []
        if not chosen:
            return None
        ways = (reachable(graph, key, upstream=up) for key in chosen for up in (True, False))
        return set().union(*ways)
