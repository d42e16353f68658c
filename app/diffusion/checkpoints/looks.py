"""What a file looks like that is not what was asked for, and where it belongs."""

from __future__ import annotations

from pathlib import Path

from app.diffusion.checkpoints.refusals import UnknownFile
from app.graph.phrases import Phrase
from app.sdk.checkpoint_shapes import recognise_shape
from app.sdk.weight_heads import WeightHead

CHECKPOINT = Phrase("a checkpoint that can be used here")
VAE_FILE = Phrase("a VAE that can be used here")
CONTROL_NETWORK = Phrase("a ControlNet that can be used here")

_KINDS = {
    "lora": (Phrase("a LoRA"), Phrase("name it in a LoRA node")),
    "controlnet": (Phrase("a ControlNet"), Phrase("open it with Load ControlNet")),
    "vae": (Phrase("a VAE"), Phrase("open it with Load VAE")),
    "text_encoder": (Phrase("a text encoder"), Phrase("open it with Load Text Encoders")),
    "embedding": (Phrase("a textual inversion"), Phrase("name it in a prompt instead")),
    "ip_adapter": (Phrase("an IP-Adapter"), Phrase("open it with Load IP-Adapter")),
    "t2i_adapter": (Phrase("a T2I-Adapter"), Phrase("open it with Load T2I-Adapter")),
    "motion_adapter": (Phrase("a motion adapter"), Phrase("open it with Load Motion Adapter")),
    "image_encoder": (Phrase("an image encoder"), Phrase("open it with Load Image Encoder")),
    "upscaler": (Phrase("an upscaler"), Phrase("use it in Upscale with Model")),
}
_OWN = {("controlnet", CONTROL_NETWORK), ("vae", VAE_FILE)}
_OTHER_MODELS = {
    "distilled_guidance_layer.": "Chroma",
    "double_stream_modulation_img.": "Flux 2",
    "txt_norm.": "Qwen-Image",
    "cap_embedder.": "Lumina or Z-Image",
    "clip_txt_mapper.": "Stable Cascade",
    "patchify_proj.": "LTX-Video",
    "head.modulation": "Wan",
    "individual_token_refiner": "HunyuanVideo",
    "caption_projection.": "PixArt",
    "motion_modules.": "AnimateDiff",
    "time_stack.": "Stable Video Diffusion",
}
"""What only the names of models hold that cannot be opened as a checkpoint."""

_BY_CHANNELS = {
    ("img_in.weight", 384): "Flux Fill",
    ("img_in.weight", 128): "Flux Canny or Depth",
    ("input_blocks.0.0.weight", 5): "Stable Diffusion 2 Depth",
    ("input_blocks.0.0.weight", 7): "Stable Diffusion x4 Upscaler",
}
_CHOOSE = Phrase("choose a model of Stable Diffusion 1, 2, XL or 3, or of Flux")


def not_wanted(file: Path, head: WeightHead, wanted: Phrase = CHECKPOINT) -> UnknownFile:
    """The sentence for a file that is not ``wanted``."""
    found, remedy = _looks_like(head, wanted)
    return UnknownFile(file=file, wanted=wanted, found=found, remedy=remedy)


def _looks_like(head: WeightHead, wanted: Phrase) -> tuple[str, Phrase]:
    shape = recognise_shape(head)
    if shape is not None and shape.kind in _KINDS and (shape.kind, wanted) not in _OWN:
        return _KINDS[shape.kind]
    for part, model in _OTHER_MODELS.items():
        if any(part in name for name in head.shapes):
            return model, _CHOOSE
    for (end, channels), model in _BY_CHANNELS.items():
        if any(_takes(name, shape, end, channels) for name, shape in head.shapes.items()):
            return model, _CHOOSE
    if shape is not None and shape.family:
        found = Phrase("another form of {family}, pruned or rebuilt", family=shape.family)
        return found, _CHOOSE
    return Phrase("nothing that is known here"), _CHOOSE


def _takes(name: str, shape: tuple[int, ...], end: str, channels: int) -> bool:
    return name.endswith(end) and len(shape) > 1 and shape[1] == channels
