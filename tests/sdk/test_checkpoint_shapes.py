"""Telling what a weight file is from the names and shapes of its tensors."""

from __future__ import annotations

import pytest

from app.sdk.checkpoint_shapes import recognise_shape, unet_family
from app.sdk.weight_heads import WeightHead

NET = "model.diffusion_model."
FIRST = f"{NET}input_blocks.0.0.weight"
VAE = "first_stage_model.decoder.conv_in.weight"
SD1_TEXT = "cond_stage_model.transformer.text_model.embeddings.position_ids"
SD2_TEXT = "cond_stage_model.model.token_embedding.weight"
SDXL_TEXT = "conditioner.embedders.1.model.token_embedding.weight"
REFINER_TEXT = "conditioner.embedders.0.model.token_embedding.weight"

CHECKPOINTS = {
    "SD 1": {FIRST: (8, 4, 3, 3), SD1_TEXT: (1, 77), VAE: (8, 4, 3, 3)},
    "SD 2": {FIRST: (8, 4, 3, 3), SD2_TEXT: (9, 9)},
    "SDXL": {FIRST: (8, 4, 3, 3), SDXL_TEXT: (9, 9), f"{NET}label_emb.0.0.weight": (4, 4)},
    "SDXL refiner": {FIRST: (8, 4, 3, 3), REFINER_TEXT: (9, 9)},
    "SD 3": {f"{NET}joint_blocks.0.x_block.attn.qkv.weight": (4, 4)},
    "Flux": {"double_blocks.0.img_attn.qkv.weight": (4, 4)},
    "SVD": {f"{NET}input_blocks.1.1.time_stack.0.norm1.weight": (4,)},
}


@pytest.mark.parametrize("family", CHECKPOINTS)
def test_checkpoints_are_told_by_the_names_of_their_family(family: str) -> None:
    shape = recognise_shape(WeightHead(CHECKPOINTS[family]))
    assert shape is not None
    assert (shape.kind, shape.family) == ("checkpoint", family)


def test_what_a_checkpoint_brings_along_is_told() -> None:
    whole = recognise_shape(WeightHead(CHECKPOINTS["SD 1"]))
    bare = recognise_shape(WeightHead(CHECKPOINTS["Flux"]))
    assert whole is not None
    assert bare is not None
    assert whole.parts == ("network", "text", "vae")
    assert bare.parts == ("network",)


@pytest.mark.parametrize(("channels", "variant"), [(4, ""), (8, "instruct"), (9, "inpaint")])
def test_what_a_network_is_made_for_is_told_by_its_channels(channels: int, variant: str) -> None:
    shape = recognise_shape(WeightHead({FIRST: (8, channels, 3, 3), SD1_TEXT: (1, 77)}))
    assert shape is not None
    assert shape.variant == variant


@pytest.mark.parametrize(
    ("names", "kind", "family"),
    [
        ({"lora_unet_x_attn2_to_k.lora_down.weight": (4, 768)}, "lora", "SD 1"),
        ({"lora_unet_x_attn2_to_k.lora_down.weight": (4, 2048)}, "lora", "SDXL"),
        ({"lora_te2_x.lora_down.weight": (4, 8)}, "lora", "SDXL"),
        (
            {"transformer.single_transformer_blocks.0.attn.to_k.lora_A.weight": (4, 8)},
            "lora",
            "Flux",
        ),
        ({"lora_unet_joint_blocks_0_x.lora_down.weight": (4, 8)}, "lora", "SD 3"),
        ({"unet.mid.attn2.to_k.lora.down.weight": (4, 1024)}, "lora", "SD 2"),
        ({"lora_unet_x.hada_w1_a": (4, 8)}, "lora", ""),
        (
            {"ip_adapter.1.to_k_ip.weight": (8, 768), "image_proj.proj.weight": (8, 8)},
            "ip_adapter",
            "SD 1",
        ),
        ({"down_blocks.0.motion_modules.0.norm.weight": (8,)}, "motion_adapter", "AnimateDiff"),
        ({"control_model.x.attn2.to_k.weight": (8, 768)}, "controlnet", "SD 1"),
        (
            {
                "controlnet_cond_embedding.conv_in.weight": (8, 3, 3, 3),
                "conv_in.weight": (8, 4, 3, 3),
            },
            "controlnet",
            "",
        ),
        (
            {"controlnet_blocks.0.weight": (8, 8), "controlnet_x_embedder.weight": (8, 8)},
            "controlnet",
            "Flux",
        ),
        (
            {"encoder.conv_in.weight": (8, 3, 3, 3), "decoder.mid.block_1.norm1.weight": (8,)},
            "vae",
            "",
        ),
        ({VAE: (8, 4, 3, 3)}, "vae", ""),
        ({"text_model.encoder.layers.0.layer_norm1.weight": (8,)}, "text_encoder", ""),
        ({"encoder.block.0.layer.0.SelfAttention.q.weight": (8, 8)}, "text_encoder", ""),
        ({"vision_model.encoder.layers.0.layer_norm1.weight": (8,)}, "image_encoder", ""),
        ({"emb_params": (4, 768)}, "embedding", "SD 1"),
        ({"clip_l": (4, 768), "clip_g": (4, 1280)}, "embedding", "SDXL"),
        ({"model.1.sub.0.RDB1.conv1.0.weight": (8, 8, 3, 3)}, "upscaler", ""),
        ({"adapter.body.0.resnets.0.block1.weight": (8, 8, 3, 3)}, "t2i_adapter", ""),
    ],
)
def test_other_files_are_told(names: dict[str, tuple[int, ...]], kind: str, family: str) -> None:
    shape = recognise_shape(WeightHead(names))
    assert shape is not None
    assert (shape.kind, shape.family) == (kind, family)


@pytest.mark.parametrize(
    "names", [{}, {"weight": (3, 3, 3)}, {"a.b": (2,), "c": (3,), "d": (1,), "e": (1,)}]
)
def test_other_tensors_are_no_model(names: dict[str, tuple[int, ...]]) -> None:
    assert recognise_shape(WeightHead(names)) is None


@pytest.mark.parametrize(
    ("config", "family"),
    [
        ({"cross_attention_dim": 768}, "SD 1"),
        ({"cross_attention_dim": 1024}, "SD 2"),
        ({"cross_attention_dim": 32, "use_linear_projection": True}, "SD 2"),
        ({"cross_attention_dim": 2048, "addition_embed_type": "text_time"}, "SDXL"),
        ({"cross_attention_dim": 1280, "addition_embed_type": "text_time"}, "SDXL refiner"),
    ],
)
def test_folders_are_told_by_the_config_of_their_network(
    config: dict[str, object], family: str
) -> None:
    assert unet_family(config) == family
