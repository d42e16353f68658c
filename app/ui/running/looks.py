"""How the nodes of the graph look while and after it runs, told from the engine's events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Literal

from app.engine import events
from app.engine.reasons import explained
from app.graph.document import Graph, Node, Snapshot
from app.graph.errors import Message
from app.ui.addresses import changed_instances, is_there, root_of
from app.ui.canvas.look import Look
from app.ui.words import say, tr, translated

_UNFINISHED = frozenset({"queued", "running"})


class Looks:
    """The look of every node, by its address. ``tell`` is called with both whenever one changes.

    A node that was edited after the run was asked for is idle again when the run comes to it: its
    result belongs to what the graph was. A subgraph counts as edited as a whole.
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

    def forget_gone(self, snapshot: Snapshot) -> list[str]:
        """Forget the nodes that a document holds no more; their addresses."""
        gone = [node for node in self._looks if not is_there(snapshot, node)]
        for node in gone:
            del self._looks[node]
        return gone

    def edited(self, nodes: Iterable[str]) -> None:
        """What these nodes of the main graph, and all inside them, showed is out of date."""
        edited = set(nodes)
        self._edited |= edited
        inside = (address for address in self._looks if root_of(address) in edited)
        for address in {*inside, *edited}:
            if self.of(address).state not in _UNFINISHED:
                self._show(address, Look())

    def begin(self, edited: Iterable[str] = ()) -> None:
        """A run begins to be shown; these nodes were ``edited`` since it was asked for."""
        self._edited = set(edited)

    def refused(self, refusals: Mapping[str, Message]) -> None:
        """These nodes cannot run, as is known before anything does."""
        for address, message in refusals.items():
            self._end(address, Look("failed", error=say(message)))

    def started(self, event: events.RunStarted) -> None:
        """Nodes of the run wait for their turn."""
        for address in event.nodes:
            self._show(address, Look("queued", seconds=self.of(address).seconds))

    def node_started(self, event: events.NodeStarted) -> None:
        """A node is being worked on."""
        self._show(event.node, Look("running", reason=explained(event.reasons, (), translated)))

    def progressed(self, event: events.NodeProgressed, note: str) -> None:
        """A node came further."""
        node = event.node
        reason = self.of(node).reason
        self._show(node, Look("running", event.step, event.total, note=note, reason=reason))

    def finished(self, event: events.NodeFinished) -> None:
        """A node has its results."""
        reason = explained(event.reasons, event.step_reasons, translated)
        look = Look("done", seconds=event.seconds, note=_kept(event), reason=reason)
        self._end(event.node, look)

    def cached(self, event: events.NodesCached) -> None:
        """The results of these nodes were there already."""
        for node in event.results:
            reason = say(event.reason(node))
            seconds, on_disk = self.of(node).seconds, node in event.on_disk
            found: Literal["disk", "memory"] = "disk" if on_disk else "memory"
            self._end(node, Look("cached", seconds=seconds, reason=reason, found=found))

    def failed(self, event: events.NodeFailed) -> None:
        """A node could not do its work."""
        node, sentence = event.node, say(event.message)
        reason = self.of(node).reason
        look = Look("failed", seconds=event.seconds, error=sentence, reason=reason)
        self._end(node, look)

    def skipped(self, event: events.NodesSkipped, cause: str) -> None:
        """These nodes wait for one that failed."""
        note = tr("waits for {cause}", cause=cause)
        for address in event.nodes:
            self._end(address, Look("skipped", note=note))

    def muted(self, addresses: Iterable[str]) -> None:
        """These nodes were switched off by the user."""
        for address in addresses:
            self._show(address, Look("muted"))

    def ended(self) -> None:
        """The run is over: nothing waits any more."""
        for node, look in list(self._looks.items()):
            if look.state in _UNFINISHED:
                self._show(node, Look())

    def _end(self, node: str, look: Look) -> None:
        self._show(node, replace(look, state="idle") if root_of(node) in self._edited else look)

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


def outdated_nodes(before: Snapshot, after: Snapshot) -> set[str]:
    """The nodes of the main graph whose results may differ between two states of a document."""
    return outdated(before.main, after.main, changed_instances(before, after))


def outdated(before: Graph, after: Graph, changed: Iterable[str] = ()) -> set[str]:
    """The nodes whose results may differ between two states of a graph: the changed, and all after.

    Moving, naming and colouring a node changes nothing. ``changed`` are known to be so.
    """
    waiting = [*changed]
    waiting += [
        id
        for id, node in after.nodes.items()
        if before.nodes.get(id) is not node and _works_otherwise(before.nodes.get(id), node)
    ]
    if before.wires is not after.wires:
        sockets = before.wires.keys() | after.wires.keys()
        rewired = (s for s in sockets if before.wires.get(s) != after.wires.get(s))
        waiting += [socket.node for socket in rewired if socket.node in after.nodes]
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
