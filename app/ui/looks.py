"""How the nodes of the graph look while and after it runs, told from the engine's events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from app.engine import events
from app.engine.reasons import explained
from app.graph.document import Graph, Node
from app.ui.canvas.look import Look
from app.ui.words import tr

_UNFINISHED = frozenset({"queued", "running"})


def node_of(address: str) -> str:
    """The node of the main canvas that an address in a plan belongs to."""
    return address.partition("/")[0]


class Looks:
    """The look of every node. ``tell`` is called with a node and its look whenever one changes.

    A node that was edited after the run began is idle again when the run comes to it: its result
    belongs to what the graph was.
    """

    def __init__(self, tell: Callable[[str, Look], None]) -> None:
        self._tell = tell
        self._looks: dict[str, Look] = {}
        self._edited: set[str] = set()

    def of(self, node: str) -> Look:
        """The look of a node now."""
        return self._looks.get(node, Look())

    def forget(self) -> None:
        """Start anew, as after another file was opened: its nodes may have the same ids."""
        for node in list(self._looks):
            self._show(node, Look())
        self._looks.clear()
        self._edited.clear()

    def edited(self, nodes: Iterable[str]) -> None:
        """What these nodes showed is out of date."""
        for node in nodes:
            self._edited.add(node)
            if self.of(node).state not in _UNFINISHED:
                self._show(node, Look())

    def begin(self) -> None:
        """A run was asked for: from now on edits count as later than it."""
        self._edited.clear()

    def started(self, event: events.RunStarted) -> None:
        """Nodes of the run wait for their turn."""
        for address in event.nodes:
            self._show(node_of(address), Look("queued", seconds=self.of(node_of(address)).seconds))

    def node_started(self, event: events.NodeStarted) -> None:
        """A node is being worked on."""
        self._show(node_of(event.node), Look("running", reason=explained(event.reasons)))

    def progressed(self, event: events.NodeProgressed, note: str) -> None:
        """A node came further."""
        node = node_of(event.node)
        reason = self.of(node).reason
        self._show(node, Look("running", event.step, event.total, note=note, reason=reason))

    def finished(self, event: events.NodeFinished) -> None:
        """A node has its results."""
        reason = explained(event.reasons, event.step_reasons)
        look = Look("done", seconds=event.seconds, note=_kept(event), reason=reason)
        self._end(node_of(event.node), look)

    def cached(self, event: events.NodesCached) -> None:
        """The results of these nodes were there already."""
        for address in event.results:
            node = node_of(address)
            reason = event.reason(address).text()
            self._end(node, Look("cached", seconds=self.of(node).seconds, reason=reason))

    def failed(self, event: events.NodeFailed) -> None:
        """A node could not do its work."""
        node, sentence = node_of(event.node), event.message.text()
        reason = self.of(node).reason
        look = Look("failed", seconds=event.seconds, error=sentence, reason=reason)
        self._end(node, look)

    def skipped(self, event: events.NodesSkipped, cause: str) -> None:
        """These nodes wait for one that failed."""
        note = tr("waits for {cause}", cause=cause)
        for address in event.nodes:
            self._end(node_of(address), Look("skipped", note=note))

    def muted(self, addresses: Iterable[str]) -> None:
        """These nodes were switched off by the user."""
        for address in addresses:
            self._show(node_of(address), Look("muted"))

    def ended(self) -> None:
        """The run is over: nothing waits any more."""
        for node, look in list(self._looks.items()):
            if look.state in _UNFINISHED:
                self._show(node, Look())

    def _end(self, node: str, look: Look) -> None:
        self._show(node, replace(look, state="idle") if node in self._edited else look)

    def _show(self, node: str, look: Look) -> None:
        if self._looks.get(node) != look:
            self._looks[node] = look
            self._tell(node, look)


def _kept(event: events.NodeFinished) -> str:
    """How many steps need not be done again, for the card."""
    total = event.steps_run + event.steps_reused
    if not event.steps_reused:
        return ""
    return tr("{kept} of {total} steps were kept", kept=event.steps_reused, total=total)


def outdated(before: Graph, after: Graph) -> set[str]:
    """The nodes whose results may differ between two states of a graph: the changed, and all after.

    Moving, naming and colouring a node changes nothing.
    """
    waiting = [
        id
        for id, node in after.nodes.items()
        if before.nodes.get(id) is not node and _works_otherwise(before.nodes.get(id), node)
    ]
    if before.wires is not after.wires:
        sockets = before.wires.keys() | after.wires.keys()
        changed = (s for s in sockets if before.wires.get(s) != after.wires.get(s))
        waiting += [socket.node for socket in changed if socket.node in after.nodes]
    found: set[str] = set()
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += [wire.socket.node for wire in after.consumers_of.get(node, ())]
    return found


def _works_otherwise(before: Node | None, after: Node) -> bool:
    if before is None:
        return True
    return (before.type, before.parameters, before.bypassed, before.muted) != (
        after.type,
        after.parameters,
        after.bypassed,
        after.muted,
    )
