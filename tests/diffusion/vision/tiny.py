"""Tiny networks that look at pictures, with random weights, saved as the library saves them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import transformers

from app.diffusion.loading.standalone import handle
from app.diffusion.vision.networks import Observer, load_observer
from tests.nodes.desk import Desk

CPU = torch.device("cpu")


def saved(folder: Path, build: Callable[[], Any], preparation: Any = None) -> Path:
    """What ``build`` makes with a fixed seed, saved as ``folder`` with what prepares pictures."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(4)
        network = build().eval()
    network.save_pretrained(folder)
    if preparation is not None:
        preparation.save_pretrained(folder)
    return folder


def depth_network(metric: bool = False) -> Any:
    """Depth Anything on a DINOv2 of four layers."""
    backbone = transformers.Dinov2Config(
        image_size=28,
        patch_size=14,
        num_hidden_layers=4,
        hidden_size=16,
        num_attention_heads=2,
        out_features=["stage1", "stage2", "stage3", "stage4"],
        reshape_hidden_states=False,
    )
    config = transformers.DepthAnythingConfig(
        backbone_config=backbone,
        reassemble_hidden_size=16,
        neck_hidden_sizes=[8, 8, 8, 8],
        fusion_hidden_size=8,
        head_hidden_size=8,
        depth_estimation_type="metric" if metric else "relative",
        max_depth=20 if metric else 1,
    )
    network = transformers.DepthAnythingForDepthEstimation(config)
    # Untrained, it would say nearly the same of everything.
    torch.nn.init.normal_(network.head.conv3.weight, std=50.0)
    return network


def depth_preparation() -> Any:
    """Sides of about 56 pixels that are multiples of 14."""
    return transformers.DPTImageProcessorPil(
        size={"height": 56, "width": 56}, keep_aspect_ratio=True, ensure_multiple_of=14
    )


def dpt_network() -> Any:
    """DPT on a ViT of four layers, for squares of 32 pixels."""
    config = transformers.DPTConfig(
        hidden_size=16,
        num_hidden_layers=4,
        num_attention_heads=2,
        intermediate_size=16,
        image_size=32,
        patch_size=8,
        backbone_out_indices=[0, 1, 2, 3],
        neck_hidden_sizes=[8, 8, 8, 8],
        fusion_hidden_size=8,
    )
    return transformers.DPTForDepthEstimation(config)


def dpt_preparation() -> Any:
    """Squares of 32 pixels."""
    return transformers.DPTImageProcessorPil(size={"height": 32, "width": 32})


def segmenter() -> Any:
    """SegFormer with 150 classes."""
    config = transformers.SegformerConfig(
        num_labels=150,
        hidden_sizes=[8, 8, 16, 16],
        depths=[1, 1, 1, 1],
        num_attention_heads=[1, 1, 2, 2],
        decoder_hidden_size=16,
    )
    return transformers.SegformerForSemanticSegmentation(config)


def segmenter_preparation() -> Any:
    """Squares of 64 pixels."""
    return transformers.SegformerImageProcessorPil(size={"height": 64, "width": 64})


def pose_network() -> Any:
    """ViTPose for COCO's 17 joints, that sees 64 x 48 pixels."""
    backbone = transformers.VitPoseBackboneConfig(
        image_size=[64, 48],
        patch_size=[16, 16],
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        out_features=["stage2"],
    )
    config = transformers.VitPoseConfig(
        backbone_config=backbone, num_labels=17, use_simple_decoder=False
    )
    network = transformers.VitPoseForPoseEstimation(config)
    torch.nn.init.normal_(network.head.conv.weight, std=0.5)
    return network


def detector() -> Any:
    """YOLOS with three kinds of things, one of them people."""
    config = transformers.YolosConfig(
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=16,
        image_size=[32, 32],
        patch_size=8,
        num_detection_tokens=12,
        id2label={0: "N/A", 1: "person", 2: "bicycle"},
        use_mid_position_embeddings=False,
    )
    return transformers.YolosForObjectDetection(config)


def detector_preparation() -> Any:
    """Sides of at least 32 pixels."""
    return transformers.YolosImageProcessorPil(size={"shortest_edge": 32, "longest_edge": 64})


def opened(folder: Path, part: str) -> Observer:
    """The network in ``folder``, opened as the program does."""
    return load_observer(handle(Workplace(), part, folder).weights, CPU, lambda: None)


@dataclass
class Workplace(Desk):
    """A context whose models are named by their paths."""

    def content(self, path: Path) -> str:
        return path.as_posix()

    def find_model(self, kind: str, name: str) -> Path:
        return Path(name)

    def weights(self, handle: Any) -> Any:
        return load_observer(handle.weights, CPU, self.check)
