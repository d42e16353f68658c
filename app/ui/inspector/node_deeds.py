"""What can be done with the parameters of nodes, whichever panel or menu asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication

from app.graph import exposing
from app.graph.document import Socket, Source, Wire
from app.graph.seeds import Control, control_of, is_seed, set_control
from app.graph.spec import NodeSpec, Plain
from app.graph.types import fits
from app.ui.graph_in_view import GraphInView
from app.ui.inspector.parameter_edits import override_id, set_for_all
from app.ui.trust.careful_kinds import may_look
from app.ui.words import label_of, tr

MOST_OFFERS = 24


class Offer(NamedTuple):
    """An output, or an input, that a wire can be drawn to, and what a menu calls it."""

    title: str
    source: Source
    socket: Socket


class NodeDeeds:
    """The parameters of one node, or the shared ones of several: an edit is one step for all."""

    def __init__(self, view: GraphInView, nodes: Sequence[str]) -> None:
        self._view = view
        self.nodes = tuple(nodes)

    def edit(self, name: str, value: Plain) -> None:
        """Set a parameter; a value that is refused is shown as it was."""
        kinds = self._view.kinds
        if kinds is not None:
            view = self._view
            view.do(
                lambda: set_for_all(
                    view.snapshot, kinds, self.nodes, name, value, view.graph_id or None
                )
            )

    def may_look(self, value: Plain) -> bool:
        """Whether a file may be shown that a parameter names: no graph of a stranger chose it."""
        kinds = self._view.kinds
        return kinds is None or may_look(kinds, value)

    def reset(self, name: str) -> None:
        """Bring the default back, on every node its own."""
        tab = self._view.tab
        if tab is None:
            return
        with tab.document.group("Reset"):
            for node in self.nodes:
                spec = self._view.spec(node)
                if spec is not None and name in spec.parameters_by_name:
                    default = spec.parameters_by_name[name].default
                    NodeDeeds(self._view, [node]).edit(name, default)

    def is_exposed(self, name: str) -> bool:
        """Whether the parameter is shown in the panel view, or on the instances of a subgraph."""
        shown = {(item.node, item.parameter) for item in self._view.graph.exposed}
        return all((node, name) in shown for node in self.nodes)

    def expose(self, name: str, shown: bool) -> None:
        """Show the parameter in the panel view, or no more."""
        view, here = self._view, self._view.graph_id or None
        kinds = view.kinds
        if view.tab is None or kinds is None:
            return
        with view.tab.document.group("Expose" if shown else "Stop exposing"):
            for node in self.nodes:
                make = (
                    partial(exposing.expose, view.snapshot, kinds, node, name, graph_id=here)
                    if shown
                    else partial(exposing.unexpose, view.snapshot, node, name, graph_id=here)
                )
                view.do(make)

    def control(self, name: str) -> Control | None:
        """What becomes of a seed before a run; None for other parameters, or where nodes differ."""
        found: set[Control] = set()
        for id in self.nodes:
            node, spec = self._view.node(id), self._view.spec(id)
            declared = spec.parameters_by_name.get(name) if spec else None
            if node is None or declared is None or not is_seed(declared):
                return None
            found.add(control_of(node, name))
        return found.pop() if len(found) == 1 else None

    def set_control(self, name: str, control: Control) -> None:
        """Say what becomes of a seed before a run."""
        view, here = self._view, self._view.graph_id or None
        if view.tab is None or view.kinds is None:
            return
        kinds = view.kinds
        with view.tab.document.group("Seed control"):
            for id in self.nodes:
                make = partial(set_control, view.snapshot, kinds, id, name, control, graph_id=here)
                view.do(make)

    @property
    def can_sweep(self) -> bool:
        """Whether runs with several values can be asked for: of one node of the main graph."""
        return len(self.nodes) == 1 and self._view.graph is self._view.snapshot.main

    def sweep(self, name: str) -> None:
        """Ask for runs with several values of a parameter."""
        if self._view.tab is not None:
            self._view.tab.canvas.sweep_wanted.emit(self.nodes[0], name)

    def copy_id(self, name: str) -> None:
        """Put into the clipboard how the command line calls the parameter."""
        view = self._view
        inside = view.graph_id != view.snapshot.root
        ids = [
            f"{view.address(id)}.{name}"
            if inside
            else override_id(view.graph, view.kinds, id, name)
            for id in self.nodes
        ]
        QGuiApplication.clipboard().setText("\n".join(ids))

    def sources(self, name: str) -> tuple[Source, ...]:
        """What feeds an input or parameter of the first node, where all nodes are fed."""
        first = self._wires(self.nodes[0], name)
        return first if all(self._wires(node, name) for node in self.nodes[1:]) else ()

    def source_words(self, name: str) -> str:
        """What feeds it, by title; empty where nothing does."""
        return ", ".join(self._view.title(source.node) for source in self.sources(name))

    def go_to_source(self, name: str) -> None:
        """Select the node that feeds it."""
        for source in self.sources(name)[:1]:
            self._view.go_to(source.node)

    def disconnect(self, name: str) -> None:
        """Take the wires away that feed it."""
        editing = self._view.editing
        if editing is not None:
            editing.disconnect(
                Wire(source, Socket(node, name), place)
                for node in self.nodes
                for place, source in enumerate(self._wires(node, name))
            )

    def connect(self, offer: Offer) -> None:
        """Draw the wire of an offer."""
        if self._view.editing is not None:
            self._view.editing.connect(offer.source, offer.socket)

    def offers_for_input(self, name: str) -> list[Offer]:
        """The outputs that could feed an input or parameter of the first node."""
        spec = self._view.spec(self.nodes[0])
        wanted = spec.input_type(name) if spec else None
        if wanted is None:
            return []
        socket = Socket(self.nodes[0], name)
        found = (
            Offer(self._words(node, output.name), Source(node, output.name), socket)
            for node, held in self._others()
            for output in held.outputs
            if fits(output.type, wanted)
        )
        return self._possible(found)

    def offers_for_output(self, name: str) -> list[Offer]:
        """The inputs that an output of the first node could feed: sockets, then parameters."""
        spec = self._view.spec(self.nodes[0])
        given = spec.outputs_by_name[name].type if spec and name in spec.outputs_by_name else None
        if given is None:
            return []
        source = Source(self.nodes[0], name)
        found = (
            Offer(self._words(node, socket.name), source, Socket(node, socket.name))
            for node, held in self._others()
            for socket in held.inputs
            if fits(given, socket.type)
        )
        return self._possible(found)

    def _possible(self, offers: Iterator[Offer]) -> list[Offer]:
        """The first offers that are not refused when the wire is drawn."""
        kept: list[Offer] = []
        editing = self._view.editing
        for offer in offers:
            if editing is not None and not editing.why_not(offer.source, offer.socket):
                kept.append(offer)
            if len(kept) == MOST_OFFERS:
                break
        return kept

    def _others(self) -> Iterator[tuple[str, NodeSpec]]:
        for id in self._view.graph.nodes:
            spec = self._view.spec(id) if id not in self.nodes else None
            if spec is not None:
                yield id, spec

    def _wires(self, node: str, name: str) -> tuple[Source, ...]:
        return self._view.graph.inputs_of.get(node, {}).get(name, ())

    def _words(self, node: str, name: str) -> str:
        return tr("{node}: {end}", node=self._view.title(node), end=label_of(name))
