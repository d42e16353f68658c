"""Which part of a model the names in a LoRA file mean."""

from __future__ import annotations

import pytest

from app.diffusion.patches.layer_names import LayerNames, part_of

TENSORS = frozenset(
    f"{layer}.weight"
    for layer in (
        "encoder.layers.0.self_attn.q_proj",
        "encoder.layers.0.self_attn.out_proj",
        "encoder.layers.0.mlp.fc1",
    )
)


@pytest.mark.parametrize(
    ("name", "family", "part", "rest"),
    [
        ("lora_unet_conv_in", "SDXL", "unet", "conv_in"),
        ("lora_unet_x_embedder", "Flux", "transformer", "x_embedder"),
        ("unet.conv_in", "SD 1", "unet", "conv_in"),
        ("transformer.proj_out", "SD 3", "transformer", "proj_out"),
        ("diffusion_model.double_blocks.0.img_mod.lin", "Flux", "transformer", None),
        ("model.diffusion_model.out.2", "SD 1", "unet", "out.2"),
        ("base_model.model.conv_in", "SD 1", "unet", "conv_in"),
        ("down_blocks.0.x", "SD 1", "unet", "down_blocks.0.x"),
        ("lora_te_text_model_x", "SD 1", "text_encoder", "text_model_x"),
        ("lora_te1_text_model_x", "SDXL", "text_encoder", "text_model_x"),
        ("lora_te2_text_model_x", "SDXL", "text_encoder_2", "text_model_x"),
        ("lora_te3_encoder_block_0", "SD 3", "text_encoder_3", "encoder_block_0"),
        ("lora_te3_encoder_block_0", "Flux", "text_encoder_2", "encoder_block_0"),
        ("text_encoder_2.encoder.x", "Flux", "text_encoder_2", "encoder.x"),
        ("text_encoders.clip_l.transformer.x", "SD 3", "text_encoder", "x"),
        ("text_encoders.clip_g.transformer.x", "SD 3", "text_encoder_2", "x"),
        ("text_encoders.t5xxl.transformer.x", "SD 3", "text_encoder_3", "x"),
    ],
)
def test_every_start_means_a_part(name: str, family: str, part: str, rest: str | None) -> None:
    found = part_of(name, family)
    assert found[0] == part
    assert rest is None or found[1] == rest


@pytest.mark.parametrize("level", ["", "text_model."])
@pytest.mark.parametrize(
    ("name", "layer"),
    [
        ("encoder.layers.0.self_attn.q_proj", "encoder.layers.0.self_attn.q_proj"),
        ("encoder_layers_0_self_attn_q_proj", "encoder.layers.0.self_attn.q_proj"),
        ("encoder.layers.0.self_attn.to_q", "encoder.layers.0.self_attn.q_proj"),
        ("encoder.layers.0.self_attn.to_out", "encoder.layers.0.self_attn.out_proj"),
        ("encoder.layers.0.mlp.fc1", "encoder.layers.0.mlp.fc1"),
    ],
)
def test_text_encoders_are_known_with_the_level_that_they_lost_and_without(
    name: str, layer: str, level: str
) -> None:
    old = frozenset(f"text_model.{tensor}" for tensor in TENSORS)
    for tensors, start in ((TENSORS, ""), (old, "text_model.")):
        found = LayerNames(tensors).find(level.replace(".", "_") + name)
        assert found is not None
        assert found.layers == (start + layer,)


def test_what_is_not_there_is_not_found() -> None:
    names = LayerNames(TENSORS)
    assert names.find("encoder.layers.1.mlp.fc1") is None
    assert names.find("") is None
