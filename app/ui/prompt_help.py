"""Tells editors of prompts how the node reads them, and how many tokens they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.graph.spec import NodeSpec, ParameterSpec
from app.sdk.prompt_parts import Reading
from app.sdk.token_count import TokenCount
from app.ui.editors import Editor
from app.ui.editors.prompts import PromptEditor
from app.ui.graph_in_view import GraphInView
from app.ui.token_counts import TokenCounts

if TYPE_CHECKING:
    from app.ui.tab import Tab

_READINGS: dict[str, Reading] = {"A1111": "A1111", "ComfyUI": "ComfyUI"}


class PromptHelp:
    """Keeps the editors of prompts informed; ``counts`` is None where nobody can count."""

    def __init__(self, view: GraphInView, counts: TokenCounts | None) -> None:
        self._view, self._counts = view, counts

    def show(self, editor: Editor, node: str, parameter: ParameterSpec, text: str) -> None:
        """Show what is known of the text in an editor, if that is one of prompts."""
        spec = self._view.spec(node)
        if not isinstance(editor, PromptEditor) or spec is None:
            return
        reading = self._reading(node, spec, parameter)
        editor.read_as(reading)
        fingerprint = self._text_model(node, spec)
        if self._counts is None or not fingerprint:
            editor.hide_tokens()
            return
        question = fingerprint, text, reading
        self._counts.ask(editor, question, lambda count: _tell(editor, count))

    def _reading(self, node: str, spec: NodeSpec, parameter: ParameterSpec) -> Reading:
        """How the node is set to read brackets."""
        default = spec.defaults.get(parameter.read_by, "")
        chosen = self._view.graph.nodes[node].parameters.get(parameter.read_by, default)
        return _READINGS.get(str(chosen), "plain")

    def _text_model(self, node: str, spec: NodeSpec) -> str:
        """The fingerprint of the text model that feeds the node, as the last run knew it."""
        inputs = self._view.graph.inputs_of.get(node, {})
        for socket in spec.inputs:
            sources = inputs.get(socket.name, ())
            if socket.type.name == "TextModel" and sources:
                return self._view.facts(sources[0].node).results.get(sources[0].output, "")
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
