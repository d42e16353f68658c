"""What is known of families along wires: what SDXL and its refiner share, and what not."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest

from app.graph import rules
from app.graph.document import Graph, Node, Socket, Source
from app.graph.file import open_file
from app.graph.kinds import KnownModel
from app.places import OWN_NODES
from app.sdk.paths import RESOURCES
from app.sdk.registry import Registry

FAMILIES = {
    "stable-diffusion-xl-base-1.0": "SDXL",
    "stable-diffusion-xl-refiner-1.0": "SDXL refiner",
    "old": "SD 1",
}


@pytest.fixture(scope="module")
def kinds() -> Registry:
    """The program's nodes, and a shelf that knows these models."""
    registry = Registry()
    registry.load_folder(OWN_NODES)
    registry.models = lambda kind, name: KnownModel(name, family=FAMILIES.get(name, ""))
    return registry


@pytest.fixture
def graph(kinds: Registry) -> Any:
    """Base and refiner, one after the other."""
    return open_file(RESOURCES / "graphs" / "sdxl-refiner.loom", kinds).snapshot.main


def refusal(graph: Any, kinds: Registry, source: str, target: str) -> str:
    """What a wire is refused with when it is drawn; empty where it is allowed."""
    start, end = Source(*source.split(".")), Socket(*target.split("."))
    try:
        rules.check_wire(replace(graph, wires={**graph.wires, end: (start,)}), kinds, start, end)
    except rules.WrongTrait as error:
        return str(error)
    return ""


def test_every_wire_of_base_and_refiner_is_allowed(graph: Any, kinds: Registry) -> None:
    for socket, sources in graph.wires.items():
        for source in sources:
            rules.check_wire(graph, kinds, source, socket)


def test_either_autoencoder_decodes(graph: Any, kinds: Registry) -> None:
    assert not refusal(graph, kinds, "refiner.vae", "decode.vae")


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("prompt.conditioning", "end.positive", ["SDXL", "SDXL refiner"]),
        ("refiner-prompt.conditioning", "begin.negative", ["SDXL", "SDXL refiner"]),
    ],
)
def test_prompts_do_not_go_to_the_other_network(
    graph: Any, kinds: Registry, source: str, target: str, words: list[str]
) -> None:
    sentence = refusal(graph, kinds, source, target)
    assert all(word in sentence for word in words)


def test_another_family_is_refused_by_its_name(graph: Any, kinds: Registry) -> None:
    old = graph.nodes["refiner"]
    nodes = {**graph.nodes, "refiner": replace(old, parameters={**old.parameters, "model": "old"})}
    other = replace(graph, nodes=nodes)
    assert "SD 1" in refusal(other, kinds, "refiner.vae", "decode.vae")


def test_motion_layers_go_into_a_model_of_a_family(kinds: Registry) -> None:
    known = replace_models(kinds, {"old": "SD 1", "moving": "AnimateDiff"})
    nodes = {
        "load": Node("load", "loom.LoadModel", parameters={"model": "old"}),
        "motion": Node("motion", "loom.LoadMotionAdapter", parameters={"adapter": "moving"}),
        "animate": Node("animate", "loom.Animate"),
    }
    graph = Graph(nodes, {Socket("animate", "model"): (Source("load", "model"),)})
    source, socket = Source("motion", "motionadapter"), Socket("animate", "motion")
    rules.check_connect(graph, known, source, socket)


def test_latents_of_two_families_are_not_joined(kinds: Registry) -> None:
    known = replace_models(kinds, {"old": "SD 1", "new": "Flux"})
    nodes = {
        **{n: Node(n, "loom.LoadModel", parameters={"model": n}) for n in ("old", "new")},
        **{f"{n}-latent": Node(f"{n}-latent", "loom.VAEEncode") for n in ("old", "new")},
        "join": Node("join", "loom.JoinLatents"),
    }
    socket = Socket("join", "latents")
    wires = {Socket(f"{n}-latent", "vae"): (Source(n, "vae"),) for n in ("old", "new")}
    graph = Graph(nodes, {**wires, socket: (Source("old-latent", "latent"),)})
    rules.check_connect(graph, known, Source("old-latent", "latent"), socket)
    with pytest.raises(rules.WrongTrait, match="Flux"):
        rules.check_connect(graph, known, Source("new-latent", "latent"), socket)


def replace_models(kinds: Registry, families: dict[str, str]) -> Registry:
    """The same nodes beside a shelf with these models."""
    registry = copy.copy(kinds)
    registry.models = lambda kind, name: KnownModel(name, family=families.get(name, ""))
    return registry
