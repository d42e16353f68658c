"""A graph without what its user wrote or keeps."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.graph import edits
from app.graph.document import ROOT, Frame, Graph, Node, Note, Snapshot
from app.graph.file import open_file, read_text, to_text
from app.graph.operations import apply_all
from app.graph.private import private_text, without_private
from app.graph.records import Record
from app.sdk.registry import Registry

NODES = Path(__file__).parents[2] / "nodes"
STARTERS = sorted((NODES.parent / "resources" / "graphs").glob("*.loom"))
SECRET = "castle"


@pytest.fixture(scope="module")
def kinds() -> Registry:
    found = Registry()
    found.load_folder(NODES)
    return found


def telling() -> Snapshot:
    """A graph full of secrets."""
    nodes = {
        "text": Node("text", "loom.TextEncoder", "castle prompt", parameters={"text": "a castle"}),
        "file": Node("file", "loom.LoadImage", parameters={"path": "/home/anna/castle.png"}),
        "own": Node("own", "loom.LoadImage", parameters={"path": "resources:pictures/x.png"}),
        "load": Node("load", "loom.LoadModel", parameters={"model": "/home/castle/sd.safetensors"}),
        "save": Node("save", "loom.SaveImage", parameters={"name": "castle", "quality": 50}),
        "alien": Node("alien", "gone.Kind", parameters={"words": "castle", "n": 3}),
        "paint": Node("paint", "loom.PaintedMask", extra={"models": {"x": {"source": "castle"}}}),
    }
    frames, notes = {"f": Frame("f", "castle")}, {"n": Note("n", "castle")}
    extra = {"title": "castle"}
    graph = Graph(nodes=nodes, frames=frames, notes=notes, title="castle", extra=extra)
    return Snapshot({ROOT: graph}, extra={"author": "castle"})


def test_no_word_of_the_user_is_left(kinds: Registry) -> None:
    text = private_text(to_text(telling(), kinds), kinds)
    assert SECRET not in text
    assert "anna" not in text
    nodes = json.loads(text)["graphs"][ROOT]["nodes"]
    assert nodes["text"]["parameters"]["text"] == ""
    assert nodes["file"]["parameters"]["path"] == ""
    assert nodes["own"]["parameters"]["path"] == "resources:pictures/x.png"
    assert nodes["load"]["parameters"]["model"] == "sd.safetensors"
    assert nodes["save"]["parameters"]["name"] == "loom {number:4}"
    assert nodes["save"]["parameters"]["quality"] == 50
    assert nodes["alien"]["parameters"] == {"n": 3}


def test_prompts_inside_of_subgraphs_are_taken_out(kinds: Registry) -> None:
    whole = telling()
    change = edits.make_subgraph(whole, kinds, ["text", "file"])
    grouped, _ = apply_all(whole, change.operations)
    assert SECRET not in to_text(without_private(grouped, kinds), kinds)


@pytest.mark.parametrize("path", STARTERS, ids=lambda path: path.stem)
def test_what_is_left_opens_and_has_the_same_nodes_and_wires(path: Path, kinds: Registry) -> None:
    before = open_file(path, kinds).snapshot
    after = read_text(private_text(to_text(before, kinds), kinds), kinds).snapshot
    for id, graph in before.graphs.items():
        assert after.graphs[id].nodes.keys() == graph.nodes.keys()
        assert after.graphs[id].wires == graph.wires


def test_what_is_no_graph_leaves_nothing(kinds: Registry) -> None:
    assert private_text("castle", kinds) == ""
    record: Record = {"format": 1}
    assert SECRET not in private_text(json.dumps({**record, "castle": "castle"}), kinds)


def test_a_graph_without_secrets_stays_itself(kinds: Registry) -> None:
    plain = Snapshot({ROOT: Graph(nodes={"s": Node("s", "loom.Seed", parameters={"value": 4})})})
    assert without_private(plain, kinds) == plain
    assert without_private(replace(plain, extra={"x": 1}), kinds) == plain
