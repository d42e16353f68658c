"""What is known of families along wires: what SDXL and its refiner share, and what not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.graph import rules
from app.graph.document import Socket, Source
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
