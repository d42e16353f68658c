"""What a folder in the diffusers layout is, told from its small config files."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from app.models.records import Traits, plausible_side
from app.sdk.checkpoint_shapes import DIFFUSERS, MOTION, unet_family
from app.sdk.families import FLUX, SD3, VIDEO

_LARGEST_CONFIG = 2**20
_CHECKPOINT = "checkpoint"

_PARTS = {
    "ControlNetModel": ("controlnet", ""),
    "ControlNetUnionModel": ("controlnet", ""),
    "SD3ControlNetModel": ("controlnet", SD3),
    "FluxControlNetModel": ("controlnet", FLUX),
    "AutoencoderKL": ("vae", ""),
    "AutoencoderTiny": ("vae", ""),
    "MotionAdapter": ("motion_adapter", MOTION),
    "T2IAdapter": ("t2i_adapter", ""),
    "CLIPTextModel": ("text_encoder", ""),
    "CLIPTextModelWithProjection": ("text_encoder", ""),
    "T5EncoderModel": ("text_encoder", ""),
    "CLIPVisionModelWithProjection": ("image_encoder", ""),
    "DPTForDepthEstimation": ("depth_estimator", ""),
    "DepthAnythingForDepthEstimation": ("depth_estimator", ""),
    "SegformerForSemanticSegmentation": ("segmenter", ""),
    "UperNetForSemanticSegmentation": ("segmenter", ""),
    "DPTForSemanticSegmentation": ("segmenter", ""),
    "BeitForSemanticSegmentation": ("segmenter", ""),
    "MaskFormerForInstanceSegmentation": ("segmenter", ""),
    "Mask2FormerForUniversalSegmentation": ("segmenter", ""),
    "VitPoseForPoseEstimation": ("pose_estimator", ""),
    "RTDetrForObjectDetection": ("person_detector", ""),
    "RTDetrV2ForObjectDetection": ("person_detector", ""),
    "YolosForObjectDetection": ("person_detector", ""),
}
"""Kind and family of a folder that holds one network, by the class that its config names."""

_LIKE_UNETS = ("ControlNetModel", "ControlNetUnionModel")
"""Classes whose configs tell the family as that of a U-Net does."""

_PIPELINES = (
    ("StableDiffusion3", SD3),
    ("Flux", FLUX),
    ("StableVideoDiffusion", VIDEO),
    ("StableDiffusion", ""),
    ("LatentConsistency", ""),
    ("AnimateDiff", ""),
)
"""Families of whole models, by how the name of their pipeline begins; empty where the U-Net tells
it."""

_VARIANTS = {9: "inpaint", 8: "instruct"}


def folder_kind(path: Path, files: Collection[str]) -> str:
    """What kind of model a folder with these files is; empty where it is none."""
    if "model_index.json" in files:
        return _CHECKPOINT
    if "config.json" not in files:
        return ""
    return _PARTS.get(_class_of(read_config(path / "config.json")), ("", ""))[0]


def folder_traits(path: Path) -> Traits:
    """What a model folder tells of itself."""
    index = path / "model_index.json"
    if not index.exists():
        config = read_config(path / "config.json")
        named = _class_of(config)
        kind, family = _PARTS.get(named, ("", ""))
        family = unet_family(config) if named in _LIKE_UNETS else family
        return Traits(kind, family, layout=DIFFUSERS)
    pipeline = _class_of(read_config(index))
    network = read_config(path / "unet" / "config.json")
    for start, family in _PIPELINES:
        if pipeline.startswith(start):
            variant = _VARIANTS.get(network.get("in_channels", 0), "") if not family else ""
            told = family or unet_family(network)
            return Traits(_CHECKPOINT, told, variant, DIFFUSERS, side=_side(path, network))
    return Traits(_CHECKPOINT, layout=DIFFUSERS)


def _side(path: Path, network: dict[str, Any]) -> int:
    """Pixels of each side of the pictures that a whole model was made for; 0 if it does not say."""
    network = network or read_config(path / "transformer" / "config.json")
    latent = network.get("sample_size")
    blocks = read_config(path / "vae" / "config.json").get("block_out_channels")
    if type(latent) is not int or not isinstance(blocks, list) or not 1 <= len(blocks) <= 8:
        return 0
    return plausible_side(latent * 2 ** (len(blocks) - 1))


def read_config(file: Path) -> dict[str, Any]:
    """A small JSON object; empty where there is none that can be read."""
    try:
        if file.stat().st_size > _LARGEST_CONFIG:
            return {}
        config = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return config if isinstance(config, dict) else {}


def _class_of(config: dict[str, Any]) -> str:
    """The class that a config names, as diffusers does or as transformers does."""
    named = config.get("_class_name")
    listed = config.get("architectures")
    if named is None and isinstance(listed, list) and listed:
        named = listed[0]
    return named if isinstance(named, str) else ""
