"""Graphs as text, small enough to read."""

from __future__ import annotations

import json
from typing import Any

from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.graph.writing import to_text


def graph_text(nodes: dict[str, tuple[str, dict[str, Any]]], wires: dict[str, str]) -> str:
    """A graph file: ``nodes`` is id -> (kind, parameters), ``wires`` "node.input" -> "node.output".

    An id with ``!`` at its end is muted.
    """
    made = {
        id: Node(id, f"loom.{kind}" if "." not in kind else kind, parameters=parameters)
        for id, (kind, parameters) in nodes.items()
    }
    found = {Socket(*end.split(".")): (Source(*start.split(".")),) for end, start in wires.items()}
    return to_text(Snapshot({ROOT: Graph(nodes=made, wires=found)}), None)


def muted(text: str, id: str) -> str:
    """The same graph with one node muted."""
    record = json.loads(text)
    record["graphs"][ROOT]["nodes"][id]["muted"] = True
    return json.dumps(record)


TEXT_TO_IMAGE: dict[str, tuple[str, dict[str, Any]]] = {
    "load": ("LoadModel", {"model": "pocket"}),
    "good": ("TextEncoder", {"text": "a red house,\nat night"}),
    "bad": ("TextEncoder", {"text": "blurry"}),
    "blank": ("EmptyLatent", {"size": [64, 64], "batch": 2}),
    "sampler": (
        "Sampler",
        {
            "scheduler": "Euler ancestral",
            "spacing": "karras",
            "steps": 20,
            "cfg": 4.0,
            "seed": 7,
            "denoise": 1.0,
        },
    ),
    "decode": ("VAEDecode", {}),
    "save": ("SaveImage", {}),
}
WIRES = {
    "good.text_model": "load.text_model",
    "bad.text_model": "load.text_model",
    "sampler.model": "load.model",
    "sampler.positive": "good.conditioning",
    "sampler.negative": "bad.conditioning",
    "sampler.latent": "blank.latent",
    "decode.latent": "sampler.latent",
    "decode.vae": "load.vae",
    "save.image": "decode.image",
}


def text_to_image() -> str:
    """One prompt, one Sampler, one picture."""
    return graph_text(TEXT_TO_IMAGE, WIRES)


def image_to_image() -> str:
    """The same, from a picture."""
    parameters = {**TEXT_TO_IMAGE["sampler"][1], "denoise": 0.6}
    nodes = {
        **TEXT_TO_IMAGE,
        "sampler": ("Sampler", parameters),
        "file": ("LoadImage", {"path": "x.png"}),
        "encode": ("VAEEncode", {}),
    }
    wires = {**WIRES, "encode.image": "file.image", "sampler.latent": "encode.latent"}
    return graph_text(nodes, wires)
