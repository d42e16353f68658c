"""What the outline says of each entry: on the screen, and to a screen reader."""

from __future__ import annotations

from app.graph.document import Node
from app.ui.canvas.cards.text import value_text
from app.ui.canvas.look import Look
from app.ui.graph_in_view import GraphInView
from app.ui.outline.tree import Entry, Part
from app.ui.words import label_of, seconds_text, tr, type_words


class OutlineWords:
    """Asks the graph in view for everything at the moment it is needed."""

    def __init__(self, view: GraphInView) -> None:
        self._view = view

    def name(self, entry: Entry) -> str:
        """What an entry is called."""
        graph = self._view.graph
        match entry.part:
            case Part.GRAPH:
                return self._graph_name()
            case Part.FRAME if entry.id in graph.frames:
                return graph.frames[entry.id].title or tr("Frame")
            case Part.NOTE if entry.id in graph.notes:
                return graph.notes[entry.id].text.partition("\n")[0].strip("# ") or tr("Note")
            case Part.NODE:
                return self._view.title(entry.id)
            case _:
                return label_of(entry.name)

    def value(self, entry: Entry) -> str:
        """What is said beside the name: a state, a value, what is at the other end of a wire."""
        match entry.part:
            case Part.NODE:
                return self.state(entry.id)
            case Part.INPUT:
                return self._fed(entry) or self._unfed(entry)
            case Part.PARAMETER:
                return self._fed(entry) or self._literal(entry)
            case Part.OUTPUT:
                return self._feeds(entry)
            case _:
                return ""

    def spoken(self, entry: Entry) -> str:
        """A whole sentence for somebody who does not see the columns and signs."""
        name, value = self.name(entry), self.value(entry)
        kind = _kind_words(entry.part)
        if not value:
            return tr("{name}, {kind}", name=name, kind=kind)
        return tr("{name}, {kind}: {value}", name=name, kind=kind, value=value)

    def about(self, entry: Entry) -> str:
        """What an entry is for."""
        spec = self._view.spec(entry.id)
        if spec is None:
            return ""
        match entry.part:
            case Part.NODE:
                return spec.help.partition("\n\n")[0].replace("\n", " ")
            case Part.INPUT:
                socket = spec.sockets_by_name.get(entry.name)
                return socket.tip if socket else ""
            case Part.PARAMETER:
                parameter = spec.parameters_by_name.get(entry.name)
                return parameter.tip if parameter else ""
            case Part.OUTPUT:
                output = spec.outputs_by_name.get(entry.name)
                return output.tip if output else ""
            case _:
                return ""

    def state(self, id: str) -> str:
        """How a node stands: flags, and what the run does with it."""
        node = self._view.node(id)
        if node is None:
            return ""
        return ", ".join([*_flags(node), *self._run_words(id)])

    def _run_words(self, id: str) -> list[str]:
        tab = self._view.tab
        look = tab.canvas.look_of(id) if tab else Look()
        words = look_words(look)
        return [words] if words else []

    def _graph_name(self) -> str:
        tab = self._view.tab
        title = self._view.graph.title or (tab.name if tab else "")
        count = len(self._view.graph.nodes)
        return tr("{title}: {count} nodes", title=title, count=count)

    def _fed(self, entry: Entry) -> str:
        sources = self._view.graph.inputs_of.get(entry.id, {}).get(entry.name, ())
        titles = ", ".join(self._view.title(source.node) for source in sources)
        return tr("from {source}", source=titles) if titles else ""

    def _unfed(self, entry: Entry) -> str:
        spec = self._view.spec(entry.id)
        socket = spec.sockets_by_name.get(entry.name) if spec else None
        if socket is None:
            return ""
        return tr("not connected") if socket.required else tr("optional")

    def _literal(self, entry: Entry) -> str:
        spec, node = self._view.spec(entry.id), self._view.node(entry.id)
        parameter = spec.parameters_by_name.get(entry.name) if spec else None
        if parameter is None or node is None:
            return ""
        return value_text(parameter, node.parameters.get(entry.name, parameter.default))

    def _feeds(self, entry: Entry) -> str:
        wires = self._view.graph.consumers_of.get(entry.id, ())
        titles = [self._view.title(w.socket.node) for w in wires if w.source.output == entry.name]
        if titles:
            return tr("to {targets}", targets=", ".join(dict.fromkeys(titles)))
        spec = self._view.spec(entry.id)
        output = spec.outputs_by_name.get(entry.name) if spec else None
        return type_words(output.type) if output else ""


def look_words(look: Look) -> str:
    """What a run does with a node, in words; nothing for a node that no run has touched."""
    match look.state:
        case "queued":
            return tr("waits")
        case "running" if look.total:
            return tr("running, step {step} of {total}", step=look.step, total=look.total)
        case "running":
            return tr("running")
        case "cached":
            return tr("found, nothing to do")
        case "done" if look.seconds is not None:
            return tr("done in {time}", time=seconds_text(look.seconds))
        case "done":
            return tr("done")
        case "failed":
            return tr("failed: {reason}", reason=look.error)
        case "skipped":
            return look.note or tr("skipped")
        case _:
            return ""


def _flags(node: Node) -> list[str]:
    words = [tr("bypassed")] if node.bypassed else []
    return [*words, tr("muted")] if node.muted else words


def _kind_words(part: Part) -> str:
    return {
        Part.GRAPH: tr("graph"),
        Part.FRAME: tr("frame"),
        Part.NOTE: tr("note"),
        Part.NODE: tr("node"),
        Part.INPUT: tr("input"),
        Part.PARAMETER: tr("parameter"),
        Part.OUTPUT: tr("output"),
    }[part]
