"""Tells editors of prompts how the node reads them, and how many tokens they take."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.graph.document import Graph
from app.graph.interface import definition_of
from app.graph.spec import NodeSpec, ParameterSpec
from app.sdk.prompt_parts import Reading
from app.sdk.token_count import TokenCount
from app.ui.editors import Editor
from app.ui.editors.prompts import PromptEditor
from app.ui.editors.token_counts import TokenCounts
from app.ui.graph_in_view import GraphInView
from app.ui.running.facts import NodeFacts

if TYPE_CHECKING:
    from app.ui.tab import Tab

_READINGS: dict[str, Reading] = {"A1111": "A1111", "ComfyUI": "ComfyUI"}


class PromptHelp:
    """Keeps the editors of prompts informed; ``counts`` is None where nobody can count."""

    def __init__(self, view: GraphInView, counts: TokenCounts | None) -> None:
        self._view, self._counts = view, counts

    def show(self, editor: Editor, node: str, parameter: ParameterSpec, text: str) -> None:
        """Show what is known of the text in an editor, if that is one of prompts."""
        tab = self._view.tab
        if (
            not isinstance(editor, PromptEditor)
            or tab is None
            or node not in self._view.graph.nodes
        ):
            return
        address = self._view.address(node)
        place = _innermost(Place(self._view.graph, address, node, parameter.name), tab)
        spec = tab.canvas.kinds.spec(place.graph.nodes[place.node].type)
        if spec is None:
            return
        reading = _reading(place, spec)
        editor.read_as(reading)
        fingerprint = _text_model(place, spec, tab)
        if self._counts is None or not fingerprint:
            editor.hide_tokens()
            return
        question = fingerprint, text, reading
        self._counts.ask(editor, question, lambda count: _tell(editor, count))


class Place(NamedTuple):
    """A parameter of a node, in its graph and in the plan."""

    graph: Graph
    address: str
    node: str
    name: str


def _innermost(place: Place, tab: Tab) -> Place:
    """Where a parameter of an instance really is: as deep inside as it is handed on."""
    graphs = tab.document.snapshot.graphs
    while (id := definition_of(place.graph.nodes[place.node].type)) is not None:
        inner = graphs.get(id, Graph())
        item = next((item for item in inner.exposed if item.name == place.name), None)
        if item is None or item.node not in inner.nodes:
            break
        place = Place(inner, f"{place.address}/{item.node}", item.node, item.parameter)
    return place


def _reading(place: Place, spec: NodeSpec) -> Reading:
    """How the node is set to read brackets."""
    parameter = spec.parameters_by_name.get(place.name)
    name = parameter.read_by if parameter else ""
    default = spec.defaults.get(name, "")
    chosen = place.graph.nodes[place.node].parameters.get(name, default)
    return _READINGS.get(str(chosen), "plain")


def _text_model(place: Place, spec: NodeSpec, tab: Tab) -> str:
    """The fingerprint of the text model that feeds the node, as the last run knew it."""
    inputs = place.graph.inputs_of.get(place.node, {})
    outside = place.address.removesuffix(place.node)
    for socket in spec.inputs:
        sources = inputs.get(socket.name, ())
        if socket.type.name == "TextModel" and sources:
            facts = tab.runs.facts.get(f"{outside}{sources[0].node}", NodeFacts())
            return facts.results.get(sources[0].output, "")
    return ""


def _tell(editor: PromptEditor, count: TokenCount | None) -> None:
    if count is None:
        editor.hide_tokens()
    else:
        editor.show_tokens(count.count, count.windows, count.room)


def inform_canvas(tab: Tab, counts: TokenCounts | None) -> None:
    """Let the editor that floats over a canvas know what the inspector knows of a prompt."""
    view = GraphInView(tab)
    view.show_tab(tab)
    tab.canvas.popups.inform = PromptHelp(view, counts).show
