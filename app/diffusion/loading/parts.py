"""The parts of models that may be opened: which classes each may be, and how its file is called.

Allow-lists: what is not named here is refused, so that no config can choose code to run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One part of a model folder: the library that its classes come from, and these classes.

    ``stem``: the name of its weight file without the ending, empty for parts without weights;
    ``usual``: the class of a config that names none.
    """

    library: str
    classes: frozenset[str]
    stem: str = ""
    usual: str = ""


def _network(*classes: str) -> Part:
    return Part("diffusers", frozenset(classes), "diffusion_pytorch_model", classes[0])


def _encoder(*classes: str) -> Part:
    return Part("transformers", frozenset(classes), "model")


def _tokenizer(*classes: str) -> Part:
    return Part("transformers", frozenset(classes))


_CLIP = ("CLIPTextModel", "CLIPTextModelWithProjection")
_CLIP_TOKENIZERS = ("CLIPTokenizer", "CLIPTokenizerFast")
_T5_TOKENIZERS = ("T5Tokenizer", "T5TokenizerFast")

PARTS: Mapping[str, Part] = {
    "unet": _network("UNet2DConditionModel", "UNetSpatioTemporalConditionModel"),
    "transformer": _network("SD3Transformer2DModel", "FluxTransformer2DModel"),
    "vae": _network("AutoencoderKL", "AutoencoderKLTemporalDecoder"),
    "controlnet": _network(
        "ControlNetModel", "ControlNetUnionModel", "SD3ControlNetModel", "FluxControlNetModel"
    ),
    "t2i_adapter": _network("T2IAdapter"),
    "motion_adapter": _network("MotionAdapter"),
    "image_encoder": _encoder("CLIPVisionModelWithProjection"),
    "text_encoder": _encoder(*_CLIP),
    "text_encoder_2": _encoder(*_CLIP, "T5EncoderModel"),
    "text_encoder_3": _encoder("T5EncoderModel"),
    "depth_estimator": _encoder("DPTForDepthEstimation", "DepthAnythingForDepthEstimation"),
    "segmenter": _encoder(
        *("SegformerForSemanticSegmentation", "UperNetForSemanticSegmentation"),
        *("DPTForSemanticSegmentation", "BeitForSemanticSegmentation"),
        *("MaskFormerForInstanceSegmentation", "Mask2FormerForUniversalSegmentation"),
    ),
    "pose_estimator": _encoder("VitPoseForPoseEstimation"),
    "person_detector": _encoder(
        *("RTDetrForObjectDetection", "RTDetrV2ForObjectDetection", "YolosForObjectDetection")
    ),
    "tokenizer": _tokenizer(*_CLIP_TOKENIZERS),
    "tokenizer_2": _tokenizer(*_CLIP_TOKENIZERS, *_T5_TOKENIZERS),
    "tokenizer_3": _tokenizer(*_T5_TOKENIZERS),
}
"""The parts of a checkpoint or ControlNet that are loaded, and what each may be."""

CLIP_KEYS = (
    "vocab_size",
    "hidden_size",
    "intermediate_size",
    "projection_dim",
    "num_hidden_layers",
    "num_attention_heads",
    "max_position_embeddings",
    "hidden_act",
    "layer_norm_eps",
    "attention_dropout",
    "bos_token_id",
    "eos_token_id",
    "pad_token_id",
)
"""What shapes a CLIP text encoder; other keys of its config can make transformers fetch kernels."""

VISION_KEYS = (
    "hidden_size",
    "intermediate_size",
    "projection_dim",
    "num_hidden_layers",
    "num_attention_heads",
    "num_channels",
    "image_size",
    "patch_size",
    "hidden_act",
    "layer_norm_eps",
    "attention_dropout",
)
"""The same of a CLIP vision encoder."""

T5_KEYS = (
    "vocab_size",
    "d_model",
    "d_kv",
    "d_ff",
    "num_layers",
    "num_heads",
    "relative_attention_num_buckets",
    "relative_attention_max_distance",
    "dropout_rate",
    "layer_norm_epsilon",
    "feed_forward_proj",
    "eos_token_id",
    "pad_token_id",
)
"""The same of a T5 encoder."""


def tokenizer_of(part: str) -> str:
    """The tokenizer that belongs to a text encoder."""
    return part.replace("text_encoder", "tokenizer")
