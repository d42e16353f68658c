"""The graph that ComfyUI finds in a picture, and when there is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from app.interchange.embedding import embed
from tests.interchange.graphs import TEXT_TO_IMAGE, WIRES, graph_text, image_to_image


def prompt_of(folder: Path, graph: str, index: int = 0) -> Any:
    """What lies in the chunk ``prompt`` of a saved picture, or None."""
    path = folder / "picture.png"
    Pillow.new("RGB", (64, 48)).save(path, **embed(graph).options("PNG", index, 64, 48))
    with Pillow.open(path) as picture:
        found = picture.info.get("prompt")
    return None if found is None else json.loads(found)


def graph_with(node: str, **changes: Any) -> str:
    """The text-to-image graph with some parameters of one node changed."""
    kind, parameters = TEXT_TO_IMAGE[node]
    return graph_text({**TEXT_TO_IMAGE, node: (kind, {**parameters, **changes})}, WIRES)


def test_a_plain_sampling_is_told_node_by_node(tmp_path: Path) -> None:
    prompt = prompt_of(tmp_path, graph_text(TEXT_TO_IMAGE, WIRES), index=1)
    kinds = {node["class_type"]: node["inputs"] for node in prompt.values()}
    sampler = kinds["KSampler"]
    assert (sampler["sampler_name"], sampler["scheduler"]) == ("euler_ancestral", "karras")
    assert (sampler["steps"], sampler["cfg"], sampler["seed"]) == (20, 4.0, 8)
    assert prompt[sampler["positive"][0]]["inputs"]["text"] == "a red house,\nat night"
    assert prompt[sampler["negative"][0]]["inputs"]["text"] == "blurry"
    assert kinds["EmptyLatentImage"] == {"width": 64, "height": 48, "batch_size": 1}
    assert kinds["CheckpointLoaderSimple"]["ckpt_name"] == "pocket"


def test_every_wire_leads_to_a_node_that_is_there(tmp_path: Path) -> None:
    prompt = prompt_of(tmp_path, graph_text(TEXT_TO_IMAGE, WIRES))
    wires = [v for n in prompt.values() for v in n["inputs"].values() if isinstance(v, list)]
    assert len(wires) == 9
    assert all(node in prompt for node, _ in wires)


@pytest.mark.parametrize(
    "graph",
    [
        image_to_image(),
        graph_with("sampler", scheduler="SA-Solver"),
        graph_with("sampler", spacing="lu"),
        graph_with("sampler", end_step=10),
        graph_with("sampler", scheduler="DDIM", eta=1.0),
        graph_text(
            {**TEXT_TO_IMAGE, "larger": ("Resize", {})},
            {**WIRES, "larger.image": "decode.image", "save.image": "larger.image"},
        ),
        graph_with("good", text="a (red:1.2) house"),
        graph_with("bad", clip_skip=1),
        graph_text(
            {**TEXT_TO_IMAGE, "control": ("ControlNet", {})},
            {**WIRES, "sampler.control": "control.control"},
        ),
    ],
    ids=[
        "picture",
        "solver",
        "spacing",
        "part",
        "eta",
        "resized",
        "weights",
        "clip skip",
        "control",
    ],
)
def test_what_comfyui_would_do_otherwise_is_not_told(tmp_path: Path, graph: str) -> None:
    assert prompt_of(tmp_path, graph) is None
