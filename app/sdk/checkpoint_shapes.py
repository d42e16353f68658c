"""What a single weight file is, told from the names and shapes of its tensors.

The names are those that each family was first published under ("original"), those of diffusers, or
those of the tools that train small additions. The rules stand in tables, tried from top to bottom;
none of them needs torch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.sdk.families import FLUX, SD1, SD2, SD3, SDXL, SDXL_REFINER, VIDEO
from app.sdk.shape_families import (
    embedding_family,
    network_family,
    small_network_family,
    width_family,
)
from app.sdk.tensor_names import NETWORK, TensorNames
from app.sdk.weight_heads import WeightHead

ORIGINAL, DIFFUSERS = "original", "diffusers"
MOTION = "AnimateDiff"
_FAMILY_BY_CHANNELS = {9: "inpaint", 8: "instruct"}
_ENCODERS = ("cond_stage_model.", "conditioner.embedders.", "text_encoders.")


@dataclass(frozen=True)
class CheckpointShape:
    """What a file is: ``kind`` as in ``param(model_kind=...)``, its family if that is certain.

    ``layout`` says whose names its tensors carry, ``variant`` what a network is made for beyond the
    usual ("inpaint", "instruct"), and ``parts`` what a checkpoint brings along ("network", "text",
    "vae").
    """

    kind: str
    family: str = ""
    layout: str = ORIGINAL
    variant: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Rule:
    """What it is if names begin with all of ``begin`` and none with any of ``without``.

    ``family`` is a name, or what tells it from the tensors.
    """

    kind: str
    begin: tuple[str, ...]
    family: str | Callable[[TensorNames], str] = ""
    layout: str = ORIGINAL
    without: tuple[str, ...] = ()


_LORA_ENDS = {
    "lora_down.weight": "kohya",
    "lora_A.weight": "peft",
    "lora_A.default.weight": "peft",
    "lora.down.weight": DIFFUSERS,
    "lora_linear_layer.down.weight": DIFFUSERS,
    "hada_w1_a": "LoHa",
    "lokr_w1": "LoKr",
    "lokr_w1_a": "LoKr",
}
"""How names end in small additions to a network, and whose layout that is."""

_RULES = (
    _Rule("ip_adapter", ("ip_adapter.", "image_proj."), small_network_family),
    _Rule("motion_adapter", ("down_blocks.0.motion_modules.",), MOTION, DIFFUSERS),
    _Rule("controlnet", ("control_model.",), network_family),
    _Rule("controlnet", ("input_hint_block.",), network_family),
    _Rule("controlnet", ("controlnet_cond_embedding.",), network_family, DIFFUSERS),
    _Rule("controlnet", ("controlnet_down_blocks.",), network_family, DIFFUSERS),
    _Rule("controlnet", ("controlnet_blocks.", "controlnet_x_embedder."), FLUX, DIFFUSERS),
    _Rule("controlnet", ("controlnet_blocks.", "pos_embed_input."), SD3, DIFFUSERS),
    _Rule("controlnet", ("controlnet_blocks.",), "", DIFFUSERS),
    _Rule("checkpoint", ("conditioner.embedders.0.open_clip.model.visual.",), VIDEO),
    _Rule("checkpoint", (f"{NETWORK}input_blocks.1.1.time_stack.",), VIDEO),
    _Rule("checkpoint", ("conditioner.embedders.1.",), SDXL),
    _Rule("checkpoint", ("conditioner.embedders.0.model.",), SDXL_REFINER),
    _Rule("checkpoint", ("cond_stage_model.model.",), SD2),
    _Rule("checkpoint", ("cond_stage_model.transformer.",), SD1),
    _Rule("checkpoint", (f"{NETWORK}joint_blocks.0.",), SD3),
    _Rule("checkpoint", ("joint_blocks.0.",), SD3),
    _Rule("checkpoint", (f"{NETWORK}double_blocks.0.img_",), FLUX),
    _Rule("checkpoint", ("double_blocks.0.img_",), FLUX),
    _Rule("checkpoint", (f"{NETWORK}input_blocks.0.",), network_family),
    _Rule("checkpoint", ("input_blocks.0.", "time_embed."), network_family),
    _Rule("checkpoint", ("conv_in.", "time_embedding.", "up_blocks.0."), network_family, DIFFUSERS),
    _Rule("checkpoint", ("single_transformer_blocks.0.", "x_embedder."), FLUX, DIFFUSERS),
    _Rule("checkpoint", ("transformer_blocks.0.attn.add_k_proj.", "pos_embed."), SD3, DIFFUSERS),
    _Rule("vae", ("first_stage_model.decoder.",)),
    _Rule("vae", ("encoder.conv_in.", "decoder.mid_block."), layout=DIFFUSERS),
    _Rule("vae", ("encoder.conv_in.", "decoder.mid.")),
    _Rule("t2i_adapter", ("adapter.body.0.",), "", DIFFUSERS),
    _Rule("t2i_adapter", ("body.0.block1.", "conv_in.")),
    _Rule("image_encoder", ("vision_model.encoder.layers.0.",), without=("text_model.",)),
    _Rule("text_encoder", ("text_model.encoder.layers.0.",), layout=DIFFUSERS),
    _Rule("text_encoder", ("encoder.block.0.layer.0.SelfAttention.",), layout=DIFFUSERS),
    _Rule("text_encoder", ("enc.blk.0.",), layout="GGUF"),
    _Rule("text_encoder", ("transformer.resblocks.0.", "token_embedding.")),
    _Rule("upscaler", ("model.1.sub.0.",)),
    _Rule("upscaler", ("conv_first.", "body.0.")),
    _Rule("upscaler", ("conv_first.", "layers.0.residual_group.")),
    _Rule("upscaler", ("conv_first.", "layers.0.blocks.")),
    _Rule("upscaler", ("params_ema.conv_first.",)),
    _Rule("upscaler", ("body.0.weight", "body.1.weight")),
    _Rule("upscaler", ("block_1.c1_r.",)),
    _Rule("upscaler", ("feats.0.weight", "feats.1.")),
)


def recognise_shape(head: WeightHead) -> CheckpointShape | None:
    """What the file with this head is; None where nothing is known of such names."""
    names = TensorNames(head.shapes)
    return _addition(names) or _by_rules(names) or _embedding(names)


def unet_family(config: Mapping[str, object]) -> str:
    """The family of a U-Net or of its ControlNet, by its config in the diffusers layout.

    SD 2 was the first with linear layers around its attention; SDXL is told sizes.
    """
    width = config.get("cross_attention_dim")
    if config.get("addition_embed_type") is not None:
        return SDXL_REFINER if width_family(width) == SDXL_REFINER else SDXL
    is_second = config.get("use_linear_projection") or width_family(width) == SD2
    return SD2 if is_second else SD1


def _addition(names: TensorNames) -> CheckpointShape | None:
    """A LoRA, or one of its kin."""
    for end, layout in _LORA_ENDS.items():
        if names.any_ends(end):
            return CheckpointShape("lora", small_network_family(names), layout)
    return None


def _by_rules(names: TensorNames) -> CheckpointShape | None:
    for rule in _RULES:
        if all(map(names.any_begins, rule.begin)) and not any(map(names.any_begins, rule.without)):
            family = rule.family if isinstance(rule.family, str) else rule.family(names)
            if rule.kind == "checkpoint":
                return _checkpoint(names, family, rule.layout)
            return CheckpointShape(rule.kind, family, rule.layout)
    return None


def _checkpoint(names: TensorNames, family: str, layout: str) -> CheckpointShape:
    first = names.shape("conv_in.weight") or names.first_of_network("input_blocks.0.0.weight")
    channels = first[1] if len(first) == 4 else 0
    is_video = family == VIDEO
    parts = ["network"]
    parts += ["text"] * any(map(names.any_begins, _ENCODERS))
    parts += ["vae"] * any(map(names.any_begins, ("first_stage_model.", "vae.")))
    variant = "" if is_video else _FAMILY_BY_CHANNELS.get(channels, "")
    return CheckpointShape("checkpoint", family, layout, variant, tuple(parts))


def _embedding(names: TensorNames) -> CheckpointShape | None:
    """A word that was learnt: one or two lists of vectors and nothing else."""
    if not 0 < len(names) <= 3 or any(len(shape) > 2 for shape in names.shapes()):
        return None
    known = ("emb_params", "clip_l", "clip_g", "<")
    family = embedding_family(names)
    if any(map(names.any_begins, known)) or (len(names) == 1 and family):
        return CheckpointShape("embedding", family)
    return None
