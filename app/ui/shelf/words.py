"""What the window calls the kinds of models."""

from __future__ import annotations

from app.ui.words import mark, tr

_KINDS = {
    "checkpoint": mark("Model"),
    "lora": mark("LoRA"),
    "controlnet": mark("ControlNet"),
    "vae": mark("VAE"),
    "text_encoder": mark("Text encoder"),
    "embedding": mark("Embedding"),
    "ip_adapter": mark("IP-Adapter"),
    "image_encoder": mark("Image encoder"),
    "t2i_adapter": mark("T2I-Adapter"),
    "motion_adapter": mark("Motion adapter"),
    "upscaler": mark("Upscaler"),
    "depth_estimator": mark("Depth network"),
    "segmenter": mark("Segmentation network"),
    "pose_estimator": mark("Pose network"),
    "person_detector": mark("Person detector"),
    "": mark("Unknown"),
}

_VARIANTS = {"inpaint": mark("for inpainting"), "instruct": mark("for instructions")}


def kind_word(kind: str) -> str:
    """The name of a kind of models."""
    return tr(_KINDS.get(kind, kind))


def variant_word(variant: str) -> str:
    """What a network is made for beyond the usual; empty for the usual."""
    return tr(_VARIANTS[variant]) if variant in _VARIANTS else ""


def family_word(family: str) -> str:
    """The name of a family: names of their own, the same in every language."""
    return family
