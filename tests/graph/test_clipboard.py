"""Copy and paste: a part of a graph as text, checked like a file."""

from __future__ import annotations

import json

import pytest

from app.graph import edits
from app.graph.document import ROOT, Frame, Node, Note, Snapshot, Socket, Source
from app.graph.editor import Document
from app.graph.errors import Cycle
from app.graph.file_errors import FileError, NewerFormat
from tests.graph.strategies import after
from tests.graph.toys import KINDS, graph, node, picture


def test_pasted_nodes_have_fresh_ids_and_the_wires_among_them() -> None:
    text = edits.copy_text(picture().main, ["sampler", "decode"])
    change = edits.paste(picture(), KINDS, text, (100, 50))
    main = after(picture(), change).main
    new = {main.nodes[id].type: id for id in change.added_nodes}
    assert len(main.nodes) == 6
    assert set(new) == {"toy.Sampler", "toy.Decode"}
    decode = Socket(new["toy.Decode"], "latent")
    assert main.wires[decode] == (Source(new["toy.Sampler"], "latent"),)
    assert Socket(new["toy.Sampler"], "model") not in main.wires


def test_a_paste_may_keep_the_wires_from_outside() -> None:
    text = edits.copy_text(picture().main, ["sampler"])
    change = edits.paste(picture(), KINDS, text, (0, 0), keep_wires=True)
    (id,) = change.added_nodes
    wires = after(picture(), change).main.wires
    assert wires[Socket(id, "model")] == (Source("load", "model"),)
    elsewhere = edits.paste(Snapshot(), KINDS, text, (0, 0), keep_wires=True)
    assert not after(Snapshot(), elsewhere).main.wires


def test_a_paste_keeps_no_wire_from_an_output_that_is_gone() -> None:
    text = edits.copy_text(picture().main, ["sampler"])
    other = Snapshot({ROOT: graph(node("load", "Decode"))})
    change = edits.paste(other, KINDS, text, (0, 0), keep_wires=True)
    assert not after(other, change).main.wires


def test_pasted_things_keep_their_places_to_each_other() -> None:
    snapshot = Snapshot(
        {
            ROOT: graph(node("a", "Load"), Node("b", "gone.Thing", position=(30, 40))),
        }
    )
    for change in (
        edits.put_frame(snapshot, Frame("f", rectangle=(-10, -20, 5, 5))),
        edits.put_note(snapshot, Note("n", "Hi", (1, 2, 3, 4))),
    ):
        snapshot = after(snapshot, change)
    text = edits.copy_text(snapshot.main, ["a", "b", "f", "n"])
    main = after(Snapshot(), edits.paste(Snapshot(), KINDS, text, (100, 100))).main
    assert {kept.type: kept.position for kept in main.nodes.values()} == {
        "toy.Load": (110, 120),
        "gone.Thing": (140, 160),
    }
    assert [frame.rectangle for frame in main.frames.values()] == [(100, 100, 5, 5)]
    assert [note.rectangle for note in main.notes.values()] == [(111, 122, 3, 4)]


def test_a_paste_is_one_undo_step() -> None:
    document = Document(picture())
    start = document.snapshot
    text = edits.copy_text(start.main, start.main.nodes)
    document.apply(edits.paste(start, KINDS, text, (0, 0)))
    document.undo()
    assert document.snapshot == start


def test_unknown_fields_survive_a_paste() -> None:
    strange = Node("a", "gone.Thing", parameters={"x": [1]}, extra={"mood": "blue"})
    text = edits.copy_text(graph(strange), ["a"])
    (pasted,) = after(Snapshot(), edits.paste(Snapshot(), KINDS, text, (0, 0))).main.nodes.values()
    assert (pasted.parameters, pasted.extra) == ({"x": [1]}, {"mood": "blue"})


@pytest.mark.parametrize(
    "text",
    ["", "a red fox", "42", "[1, 2]", '{"a": 1}', '{"format": 1', "[" * 100_000, '{"format": 1}'],
)
def test_text_that_is_no_graph_gets_one_sentence(text: str) -> None:
    with pytest.raises(FileError, match=r"^The clipboard is (not a|damaged)[^\n]*$"):
        edits.paste(picture(), KINDS, text, (0, 0))


def test_a_newer_format_and_a_circle_are_refused() -> None:
    text = edits.copy_text(picture().main, ["load"])
    with pytest.raises(NewerFormat):
        edits.paste(picture(), KINDS, text.replace('"format": 1', '"format": 9'), (0, 0))
    circle = graph(node("a", "Switch"), node("b", "Switch"), a__a="b.chosen", b__a="a.chosen")
    with pytest.raises(Cycle):
        edits.paste(picture(), KINDS, edits.copy_text(circle, "ab"), (0, 0))


def test_copied_text_is_a_loom_file() -> None:
    record = json.loads(edits.copy_text(picture().main, ["load"]))
    assert record["format"] == 1
    assert list(record["graphs"]["main"]["nodes"]) == ["load"]
