"""Depth and segmentation by networks, against the library's own way from picture to answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy
import pytest
import torch
import transformers
from safetensors.torch import load_file, save_file

from app.diffusion.device import Device
from app.diffusion.loading.standalone import handle
from app.diffusion.quiet import quieten
from app.diffusion.store import ModelStore
from app.diffusion.vision.networks import Observer
from app.diffusion.vision.segments import PALETTE, segment_scores
from app.sdk import Image, NodeError
from nodes.depth_map import DepthMap
from nodes.segmentation import Segmentation
from tests.diffusion.vision import tiny, zoo
from tests.nodes.desk import noise

quieten()

IMAGE = noise(50, 38, 2)


def bytes_of(image: Image, index: int) -> numpy.ndarray[Any, Any]:
    rows: numpy.ndarray[Any, Any] = (image.pixels[index] * 255).round().byte().numpy()
    return rows.transpose(1, 2, 0)


def depth_by_the_library(network: Any, preparation: Any, index: int) -> torch.Tensor:
    """The depth at the size of the picture, as the library's processor brings it there."""
    prepared = preparation(images=[bytes_of(IMAGE, index)], return_tensors="pt")
    with torch.inference_mode():
        told = network(**prepared)
    (found,) = preparation.post_process_depth_estimation(told, target_sizes=[(38, 50)])
    depth: torch.Tensor = found["predicted_depth"]
    return depth


@pytest.mark.parametrize(
    ("build", "prepare", "kind"),
    [
        (tiny.depth_network, tiny.depth_preparation, "DepthAnythingForDepthEstimation"),
        (tiny.dpt_network, tiny.dpt_preparation, "DPTForDepthEstimation"),
    ],
)
def test_a_depth_map_is_what_the_library_says_from_0_to_1(
    tmp_path: Path, build: Callable[[], Any], prepare: Callable[[], Any], kind: str
) -> None:
    folder = tiny.saved(tmp_path / "depth", build, prepare())
    made = DepthMap(image=IMAGE, model=str(folder)).run(tiny.Workplace()).pixels
    network = getattr(transformers, kind).from_pretrained(folder).eval()
    for index in range(2):
        depth = depth_by_the_library(network, prepare(), index)
        expected = (depth - depth.min()) / (depth.max() - depth.min())
        assert torch.equal(made[index], expected.clamp(0, 1).expand(3, -1, -1))


def test_distances_in_metres_are_turned_round(tmp_path: Path) -> None:
    folder = tiny.saved(
        tmp_path / "depth", lambda: tiny.depth_network(metric=True), tiny.depth_preparation()
    )
    made = DepthMap(image=IMAGE, model=str(folder)).run(tiny.Workplace()).pixels
    network = transformers.DepthAnythingForDepthEstimation.from_pretrained(folder).eval()
    distance = depth_by_the_library(network, tiny.depth_preparation(), 0)
    together = torch.stack([made[0, 0].flatten(), distance.flatten()])
    assert float(torch.corrcoef(together)[0, 1]) < -0.9
    assert (float(made[0].min()), float(made[0].max())) == (0.0, 1.0)


def test_segments_are_those_of_the_library_in_the_colours_of_ade20k(tmp_path: Path) -> None:
    folder = tiny.saved(tmp_path / "segments", tiny.segmenter, tiny.segmenter_preparation())
    made = Segmentation(image=IMAGE, model=str(folder)).run(tiny.Workplace()).pixels
    network = transformers.SegformerForSemanticSegmentation.from_pretrained(folder).eval()
    for index in range(2):
        prepared = tiny.segmenter_preparation()(
            images=[bytes_of(IMAGE, index)], return_tensors="pt"
        )
        with torch.inference_mode():
            logits = network(**prepared).logits
        scores = torch.nn.functional.interpolate(logits, size=(38, 50), mode="bilinear")
        classes = scores.argmax(1)[0]
        assert len(classes.unique()) > 1
        assert torch.equal(made[index], PALETTE[classes].permute(2, 0, 1))


@pytest.mark.parametrize("name", sorted(zoo.SEGMENTERS))
def test_every_other_segmenter_opens_and_paints_in_the_palette(tmp_path: Path, name: str) -> None:
    build, preparation = zoo.SEGMENTERS[name]
    folder = tiny.saved(tmp_path / "segments", build, preparation)
    made = Segmentation(image=IMAGE, model=str(folder)).run(tiny.Workplace()).pixels
    assert made.shape == IMAGE.pixels.shape
    colours = {tuple(colour) for colour in made.permute(0, 2, 3, 1).reshape(-1, 3).tolist()}
    assert colours <= {tuple(colour) for colour in PALETTE.tolist()}


def test_masks_and_their_classes_together_tell_what_each_place_is() -> None:
    """Two masks side by side: the class of each counts where its mask is."""
    masks = torch.full((1, 2, 4, 6), -9.0)
    masks[0, 0, :, :3] = masks[0, 1, :, 3:] = 9.0
    classes = torch.full((1, 2, 8), -9.0)  # seven, and "nothing"
    classes[0, 0, 5] = classes[0, 1, 2] = 9.0
    told = SimpleNamespace(class_queries_logits=classes, masks_queries_logits=masks)
    found = segment_scores(told).argmax(1)[0]
    assert torch.equal(found, torch.tensor([5, 5, 5, 2, 2, 2]).expand(4, -1))


def test_the_palette_begins_and_ends_as_that_of_ade20k() -> None:
    assert PALETTE.shape == (150, 3)
    numbers = (PALETTE * 255).round().int().tolist()
    assert numbers[:3] == [[120, 120, 120], [180, 120, 120], [6, 230, 230]]  # wall, building, sky
    assert numbers[12] == [150, 5, 61]  # person
    assert numbers[-1] == [92, 0, 255]  # flag


def changed_config(folder: Path, **changes: Any) -> None:
    file = folder / "config.json"
    config = json.loads(file.read_text("utf-8")) | changes
    file.write_text(json.dumps(config), encoding="utf-8")


def without_a_tensor(folder: Path) -> None:
    tensors = load_file(folder / "model.safetensors")
    tensors.pop(sorted(tensors)[0])
    save_file(tensors, folder / "model.safetensors", {"format": "pt"})


def as_a_pickle(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


def cut_off(folder: Path) -> None:
    file = folder / "model.safetensors"
    file.write_bytes(file.read_bytes()[:1000])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (without_a_tensor, "it lacks"),
        (as_a_pickle, "is a pickle"),
        (cut_off, "is damaged or cut off"),
        (lambda folder: (folder / "config.json").unlink(), "it has no config.json"),
        (
            lambda folder: changed_config(folder, auto_map={"AutoModel": "evil.Model"}),
            "would run code from outside",
        ),
        (lambda folder: changed_config(folder, architectures=["GPT2Model"]), "GPT2Model"),
        (lambda folder: changed_config(folder, architectures=None), "which network it is for"),
        (lambda folder: changed_config(folder, use_timm_backbone=True), "come from elsewhere"),
        (
            lambda folder: changed_config(folder, backbone_config={"model_type": "gpt2"}),
            "unknown backbone",
        ),
        (lambda folder: changed_config(folder, fusion_hidden_size=10**6), "it lacks much"),
        (lambda folder: changed_config(folder, neck_hidden_sizes="many"), "cannot be used"),
    ],
)
def test_folders_that_cannot_be_used_are_refused_in_a_sentence(
    tmp_path: Path, spoil: Callable[[Path], Any], said: str
) -> None:
    folder = tiny.saved(tmp_path / "depth", tiny.depth_network, tiny.depth_preparation())
    spoil(folder)
    with pytest.raises(NodeError, match=said):
        DepthMap(image=IMAGE, model=str(folder)).run(tiny.Workplace())


def test_a_segmenter_is_no_depth_network(tmp_path: Path) -> None:
    folder = tiny.saved(tmp_path / "segments", tiny.segmenter)
    with pytest.raises(NodeError, match="SegformerForSemanticSegmentation"):
        DepthMap(image=IMAGE, model=str(folder)).run(tiny.Workplace())


def test_numbers_for_preparing_choose_no_class(tmp_path: Path) -> None:
    folder = tiny.saved(tmp_path / "depth", tiny.depth_network, tiny.depth_preparation())
    file = folder / "preprocessor_config.json"
    told = json.loads(file.read_text("utf-8")) | {"image_processor_type": "EvilProcessor"}
    file.write_text(json.dumps(told), encoding="utf-8")
    observer = tiny.opened(folder, "depth_estimator")
    assert type(observer.preparation).__name__ == "DPTImageProcessorPil"
    assert observer.preparation.ensure_multiple_of == 14


def test_the_store_opens_such_networks_once(tmp_path: Path) -> None:
    folder = tiny.saved(tmp_path / "depth", tiny.depth_network, tiny.depth_preparation())
    named = handle(tiny.Workplace(), "depth_estimator", folder)
    store = ModelStore(Device(tiny.CPU, torch.float32, "CPU"))
    observer = store.weights(named, lambda: None)
    assert isinstance(observer, Observer)
    assert store.weights(named, lambda: None) is observer
