"""What saved pictures say of where they come from, told by the graph that they lie behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.engine.inscribing import Inscriber
from app.engine.lowering import lower
from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.graph.file import to_text
from app.interchange.inscriber import GraphInscriber
from app.interchange.marks import COMPOSITE, TRAINED
from app.sdk.origins import CARRIERS, NETWORKS
from app.sdk.paths import full_path
from app.sdk.registry import Registry
from app.sdk.saving import GraphChoice, Inscription, Saving
from tests.nodes.desk import registry

KINDS = registry()
PAINTED = {
    "model": ("LoadModel", {"model": "pocket"}),
    "good": ("TextEncoder", {"text": "a castle"}),
    "sampler": ("Sampler", {}),
    "decode": ("VAEDecode", {}),
    "save": ("SaveImage", {}),
}
WIRES = {
    "good.text_model": "model.text_model",
    "sampler.model": "model.model",
    "sampler.positive": "good.conditioning",
    "decode.latent": "sampler.latent",
    "decode.vae": "model.vae",
    "save.image": "decode.image",
}
DRAWN = {**PAINTED, "blank": ("EmptyLatent", {})}, {**WIRES, "sampler.latent": "blank.latent"}
FILE = ("LoadImage", {"path": "/data/cat.png"})


def snapshot(nodes: dict[str, tuple[str, dict[str, Any]]], wires: dict[str, str]) -> Snapshot:
    """A document in few words: wires lead from "node.output" to "node.input"."""
    made = {
        id: Node(id, kind if "." in kind else f"loom.{kind}", parameters=parameters)
        for id, (kind, parameters) in nodes.items()
    }
    found = {Socket(*end.split(".")): (Source(*start.split(".")),) for end, start in wires.items()}
    return Snapshot({ROOT: Graph(nodes=made, wires=found)})


def inscription(
    document: Snapshot, choice: GraphChoice | None = None, kinds: Registry = KINDS
) -> Inscription:
    """What a run tells the node that saves."""
    plan = lower(document, kinds, ["save"], graph_text=to_text(document, kinds))
    return Inscriber(plan, kinds, lambda link: None).inscription("save", choice)


def repainted() -> Snapshot:
    """A painting that begins with a picture file."""
    nodes = {**PAINTED, "file": FILE, "encode": ("VAEEncode", {})}
    wires = {"encode.image": "file.image", "encode.vae": "model.vae"}
    return snapshot(nodes, {**WIRES, **wires, "sampler.latent": "encode.latent"})


def resized() -> Snapshot:
    """A picture file that is only made smaller."""
    nodes = {"file": FILE, "small": ("Resize", {}), "save": ("SaveImage", {})}
    return snapshot(nodes, {"small.image": "file.image", "save.image": "small.image"})


def led() -> Snapshot:
    """A painting that a picture leads, without being in it."""
    nodes, wires = DRAWN
    more = {
        "file": FILE,
        "edges": ("Canny", {}),
        "net": ("LoadControlNet", {"network": "x"}),
        "control": ("ControlNet", {}),
    }
    leading = {
        "edges.image": "file.image",
        "control.image": "edges.image",
        "control.network": "net.network",
        "sampler.control": "control.control",
    }
    return snapshot({**nodes, **more}, {**wires, **leading})


def pasted() -> Snapshot:
    """A painting that is laid over a picture."""
    nodes, wires = DRAWN
    more = {"file": FILE, "paste": ("Composite", {})}
    laid = {"paste.base": "file.image", "paste.over": "decode.image", "save.image": "paste.image"}
    return snapshot({**nodes, **more}, {**wires, **laid})


@pytest.mark.parametrize(
    ("document", "generated", "supplied"),
    [
        (snapshot(*DRAWN), True, False),
        (repainted(), True, True),
        (resized(), False, True),
        (led(), True, False),
        (pasted(), True, True),
    ],
    ids=["drawn", "repainted", "resized", "led", "pasted"],
)
def test_where_a_picture_comes_from_is_told_by_its_graph(
    document: Snapshot, generated: bool, supplied: bool
) -> None:
    told = inscription(document).provenance
    assert told is not None
    assert (told.generated, told.supplied) == (generated, supplied)
    assert told.files == ((full_path("/data/cat.png"),) if supplied else ())


def test_the_viewer_tells_the_same_as_a_run() -> None:
    marks = {
        "drawn": (snapshot(*DRAWN), TRAINED),
        "repainted": (repainted(), COMPOSITE),
        "resized": (resized(), ""),
        "led": (led(), TRAINED),
        "pasted": (pasted(), COMPOSITE),
    }
    for name, (document, mark) in marks.items():
        text = to_text(document, KINDS)
        assert GraphInscriber(KINDS).embedding(text, "save").mark.source == mark, name


def test_a_bypassed_sampler_paints_nothing() -> None:
    document = resized()
    graph = document.main
    off = replace(graph.nodes["small"], type="loom.VAEDecode", bypassed=True)
    changed = Snapshot({ROOT: replace(graph, nodes={**graph.nodes, "small": off})})
    assert GraphInscriber(KINDS).embedding(to_text(changed, KINDS), "save").mark.source == ""


def test_a_path_that_comes_by_wire_is_known_too() -> None:
    document = resized()
    graph = document.main
    nodes = {**graph.nodes, "words": Node("words", "loom.Text", parameters={"value": "/x/a.png"})}
    wires = {**graph.wires, Socket("file", "path"): (Source("words", "text"),)}
    document = Snapshot({ROOT: replace(graph, nodes=nodes, wires=wires)})
    plan = lower(document, KINDS, ["save"])
    told = Inscriber(plan, KINDS, lambda link: ["/x/a.png", "/x/b.png"]).inscription("save")
    assert told.provenance is not None
    assert told.provenance.files == (full_path("/x/a.png"), full_path("/x/b.png"))


def test_the_graph_is_written_as_it_is_wished() -> None:
    document = snapshot(*DRAWN)
    assert "a castle" in inscription(document).graph
    private = inscription(document, "private")
    assert "loom.Sampler" in private.graph
    assert "castle" not in private.graph
    assert inscription(document, "none").graph == ""
    assert inscription(document, "none").saving == Saving("none")


def test_the_home_folder_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(Path.home() / "cat.png")
    nodes = {"file": ("LoadImage", {"path": path}), "save": ("SaveImage", {})}
    told = inscription(snapshot(nodes, {"save.image": "file.image"}))
    assert str(Path.home()) not in told.graph
    assert '"~/cat.png"' in told.graph
    assert full_path("~/cat.png") == Path(path)


def test_every_kind_says_whether_it_paints() -> None:
    """A kind that opens files and gives pictures brings them in; one with a network paints."""
    for spec in KINDS.specs():
        gives = any(output.type.name in CARRIERS for output in spec.outputs)
        takes = {socket.type.name for socket in spec.inputs}
        opens = any(p.kind in ("file", "folder") for p in spec.parameters)
        expected = "generated" if takes & NETWORKS else "supplied" if opens else ""
        assert spec.origin == (expected if gives else ""), spec.type
