"""Editors of prompts know how their node reads them, also through a subgraph."""

from __future__ import annotations

from typing import Literal

import pytest

from app.graph.document import Socket, Source
from app.graph.grouping import make_subgraph
from app.sdk import Context, Node, TextModel, Weights, param, socket
from app.sdk.token_count import TokenCount
from app.ui.editors.prompts import PromptEditor
from app.ui.inspector.node_deeds import NodeDeeds
from tests.ui.toys import Desk


class Open(Node):
    """Open a text model."""

    def run(self, ctx: Context) -> TextModel:
        return TextModel(Weights("text_encoder", "0", "toy"))


class Say(Node):
    """Read a prompt."""

    is_target = True

    text_model: TextModel = socket("What reads.")
    text: str = param(default="", many_lines=True, read_by="reading", tip="The prompt.")
    reading: Literal["plain", "A1111", "ComfyUI"] = param(default="A1111", tip="How.")

    def run(self, ctx: Context) -> int:
        return len(self.text)


class Counting:
    """Counts words at once."""

    def count_tokens(self, fingerprint: str, text: str, reading: str) -> TokenCount:
        return TokenCount(len(text.split()), 1, 75)


@pytest.fixture
def say(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> str:
    """A node that reads a prompt, fed by a text model; selected."""
    for cls in (Open, Say):
        desk.kinds.add(cls)
    monkeypatch.setattr(desk.window.tokens, "_worker", Counting())
    opened, reader = desk.add("Open"), desk.add("Say", text="a (b) c")
    spec = desk.kinds.spec("loom.Open")
    assert spec is not None
    desk.wire(Source(opened, spec.outputs[0].name), Socket(reader, "text_model"))
    desk.select(reader)
    return reader


def editor(desk: Desk) -> PromptEditor:
    panel = desk.window.inspector.panel
    assert panel is not None
    found = panel.rows["text"].editor
    assert isinstance(found, PromptEditor)
    return found


def test_brackets_are_read_as_the_node_reads_them(desk: Desk, say: str) -> None:
    assert editor(desk).field.colours.reading == "A1111"
    NodeDeeds(desk.window.inspector.view, [say]).edit("reading", "plain")
    assert editor(desk).field.colours.reading == "plain"


def test_tokens_are_counted_once_the_text_model_is_known(desk: Desk, say: str) -> None:
    assert editor(desk).tokens.isHidden()
    desk.run()
    desk.qtbot.waitUntil(lambda: editor(desk).tokens.text() == "3 / 75")
    desk.qtbot.keyClicks(editor(desk).field, "x y ")
    desk.qtbot.waitUntil(lambda: editor(desk).tokens.text() == "5 / 75")


def test_the_editor_on_a_card_knows_the_same(desk: Desk, say: str) -> None:
    desk.run()
    popups, card = desk.window.canvas.popups, desk.window.canvas.projection.cards[say]
    field = next(f for f in card.layout.fields if f.parameter.name == "text")
    popups.edit_value(card, field)
    floating = popups.editor.editor
    assert isinstance(floating, PromptEditor)
    desk.qtbot.waitUntil(lambda: floating.tokens.text() == "3 / 75")
    assert floating.field.colours.reading == "A1111"
    popups.editor.cancel()


def test_a_prompt_that_a_subgraph_hands_on_is_read_as_inside(desk: Desk, say: str) -> None:
    NodeDeeds(desk.window.inspector.view, [say]).expose("text", True)
    nodes = list(desk.document.snapshot.main.nodes)
    snapshot, kinds = desk.document.snapshot, desk.window.canvas.kinds
    desk.document.apply(make_subgraph(snapshot, kinds, nodes, "Inside"))
    (instance,) = desk.document.snapshot.main.nodes
    desk.select(instance)
    assert editor(desk).field.colours.reading == "A1111"
