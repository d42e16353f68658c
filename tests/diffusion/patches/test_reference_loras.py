"""LoRAs of every layout against the merge of peft in diffusers' own pipelines, bit by bit."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import diffusers
import pytest
import torch
from torch import Tensor
from transformers import CLIPTextModelWithProjection

from app.sdk.patches import LoRA
from tests import components
from tests.diffusion import flux, sd3, xl
from tests.diffusion.original_names import ldm_unet
from tests.diffusion.patches.lora_bench import (
    Pairs,
    assert_equal_weights,
    changed,
    file_of,
    fused,
    kohya,
    pairs,
    patched,
    peft,
)

STRENGTH = 0.7
UNET_LAYERS = ("to_q", "to_k", "to_v", "to_out.0", "proj_in", "ff.net.0.proj", "ff.net.2")
CONVOLUTIONS = ("conv1", "conv2", "conv_shortcut", "time_emb_proj", "samplers.0.conv")
TEXT_LAYERS = ("q_proj", "k_proj", "v_proj", "out_proj", "fc1", "fc2")


def attention(layer: str) -> bool:
    """What most LoRAs change in a U-Net."""
    return layer.endswith(UNET_LAYERS)


def everything(layer: str) -> bool:
    """What LoCon changes as well."""
    return layer.endswith(UNET_LAYERS + CONVOLUTIONS)


def text(layer: str) -> bool:
    """What LoRAs change in a text encoder."""
    return layer.endswith(TEXT_LAYERS)


def sd1_pipeline() -> Any:
    return diffusers.StableDiffusionPipeline(
        vae=components.autoencoder(),
        text_encoder=components.text_encoder(),
        tokenizer=components.tokenizer(),
        unet=components.unet(),
        scheduler=diffusers.PNDMScheduler(**components.SCHEDULE),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )


def old_diffusers(factors: Pairs) -> dict[str, Tensor]:
    """As diffusers saved before it used peft."""
    found = {}
    for layer, (down, up) in factors.items():
        block, _, role = layer.removesuffix(".0").rpartition(".")
        name = f"unet.{block}.processor.{role}_lora"
        found[f"{name}.down.weight"], found[f"{name}.up.weight"] = down, up
    return found


@pytest.mark.reference(
    family="SD 1", feature="LoRA", against="StableDiffusionPipeline.fuse_lora", agreement="equal"
)
@pytest.mark.parametrize("layout", ["peft", "kohya", "kohya convolutions", "old diffusers"])
def test_sd1_network(layout: str, tmp_path: Path) -> None:
    unet = components.unet()
    wanted = everything if "convolutions" in layout else attention
    if layout == "old diffusers":

        def wanted(layer: str) -> bool:
            return layer.endswith(("to_q", "to_k", "to_v", "to_out.0"))

    factors = pairs(unet, wanted)
    tensors = {
        "peft": lambda: peft("unet", factors),
        "kohya": lambda: kohya("lora_unet_", factors),
        "kohya convolutions": lambda: kohya("lora_unet_", factors, alpha=2.0),
        "old diffusers": lambda: old_diffusers(factors),
    }[layout]()
    path = file_of(tmp_path, tensors)
    before = copy.deepcopy(unet.state_dict())
    patched(unet, "unet", "SD 1", LoRA("one", STRENGTH, path=str(path)))
    assert changed(unet, before) == set(factors)
    assert_equal_weights(unet, fused(sd1_pipeline(), path, STRENGTH, ["unet"])["unet"])


@pytest.mark.reference(
    family="SD 1", feature="LoRA", against="StableDiffusionPipeline.fuse_lora", agreement="equal"
)
def test_sd1_text_encoder(tmp_path: Path) -> None:
    encoder = components.text_encoder()
    factors = pairs(encoder, text)
    named = {f"text_model.{layer}": pair for layer, pair in factors.items()}
    path = file_of(tmp_path, kohya("lora_te_", named))
    patched(encoder, "text_encoder", "SD 1", LoRA("one", STRENGTH, path=str(path)))
    wanted = fused(sd1_pipeline(), path, STRENGTH, ["text_encoder"])
    assert_equal_weights(encoder, wanted["text_encoder"])


def xl_pipeline() -> Any:
    return diffusers.StableDiffusionXLPipeline(
        vae=xl.autoencoder(),
        text_encoder=components.text_encoder(),
        text_encoder_2=second_encoder(),
        tokenizer=components.tokenizer(),
        tokenizer_2=components.tokenizer(),
        unet=copy.deepcopy(xl.unet()),
        scheduler=diffusers.PNDMScheduler(**components.SCHEDULE),
        add_watermarker=False,
    )


def second_encoder() -> Any:
    config = components.text_encoder().config
    return components.seeded(5, lambda: CLIPTextModelWithProjection(config))


def sgm(factors: Pairs, module: torch.nn.Module) -> Pairs:
    """By the names of SDXL's first publication."""
    state = module.state_dict()
    first = {id(tensor): name for name, tensor in ldm_unet(state, layers=1).items()}
    names = {name: first[id(tensor)] for name, tensor in state.items()}
    return {
        names[f"{layer}.weight"].removesuffix(".weight"): pair for layer, pair in factors.items()
    }


@pytest.mark.reference(
    family="SDXL",
    feature="LoRA",
    against="StableDiffusionXLPipeline.fuse_lora",
    agreement="equal",
)
@pytest.mark.parametrize("layout", ["peft", "kohya", "kohya sgm", "kohya sgm convolutions"])
def test_sdxl_network(layout: str, tmp_path: Path) -> None:
    unet = copy.deepcopy(xl.unet())
    factors = pairs(unet, everything if "convolutions" in layout else attention)
    if layout == "kohya sgm convolutions":
        # diffusers expects attention before every upsampler, as SDXL has it and this network not
        factors = {layer: pair for layer, pair in factors.items() if "upsamplers" not in layer}
    if layout == "peft":
        tensors = peft("unet", factors)
    else:
        tensors = kohya("lora_unet_", sgm(factors, unet) if "sgm" in layout else factors)
    path = file_of(tmp_path, tensors)
    before = copy.deepcopy(unet.state_dict())
    patched(unet, "unet", "SDXL", LoRA("one", STRENGTH, path=str(path)))
    assert changed(unet, before) == set(factors)
    assert_equal_weights(unet, fused(xl_pipeline(), path, STRENGTH, ["unet"])["unet"])


@pytest.mark.reference(
    family="SDXL",
    feature="LoRA",
    against="StableDiffusionXLPipeline.fuse_lora",
    agreement="equal",
)
def test_sdxl_text_encoders(tmp_path: Path) -> None:
    first, second = components.text_encoder(), second_encoder()
    one, other = pairs(first, text), pairs(second, text, seed=2)
    tensors = kohya("lora_te1_", {f"text_model.{layer}": pair for layer, pair in one.items()})
    path = file_of(tmp_path, {**tensors, **kohya("lora_te2_", other)})
    patched(first, "text_encoder", "SDXL", LoRA("one", STRENGTH, path=str(path)))
    patched(second, "text_encoder_2", "SDXL", LoRA("one", STRENGTH, path=str(path)))
    wanted = fused(xl_pipeline(), path, STRENGTH, ["text_encoder", "text_encoder_2"])
    assert_equal_weights(first, wanted["text_encoder"])
    assert_equal_weights(second, wanted["text_encoder_2"])


def empty_pipeline(kind: str, transformer: Any) -> Any:
    """A pipeline of a transformer alone."""
    made = getattr(diffusers, kind)
    encoders = ["1", "_2", "_3"] if kind == "StableDiffusion3Pipeline" else ["1", "_2"]
    texts = {
        f"{part}{number.removeprefix('1')}": None
        for part in ("text_encoder", "tokenizer")
        for number in encoders
    }
    scheduler = diffusers.FlowMatchEulerDiscreteScheduler()
    return made(transformer=transformer, vae=None, scheduler=scheduler, **texts)


def joint(layer: str) -> bool:
    """What LoRAs change in transformers."""
    return layer.endswith((*UNET_LAYERS, "add_q_proj", "add_k_proj", "to_add_out", "proj_mlp"))


@pytest.mark.reference(
    family="SD 3", feature="LoRA", against="StableDiffusion3Pipeline.fuse_lora", agreement="equal"
)
def test_sd3_network(tmp_path: Path) -> None:
    transformer = copy.deepcopy(sd3.transformer())
    factors = pairs(transformer, joint)
    path = file_of(tmp_path, peft("transformer", factors))
    patched(transformer, "transformer", "SD 3", LoRA("one", STRENGTH, path=str(path)))
    made = empty_pipeline("StableDiffusion3Pipeline", copy.deepcopy(sd3.transformer()))
    wanted = fused(made, path, STRENGTH, ["transformer"])
    assert_equal_weights(transformer, wanted["transformer"])


@pytest.mark.reference(
    family="Flux", feature="LoRA", against="FluxPipeline.fuse_lora", agreement="equal"
)
def test_flux_network(tmp_path: Path) -> None:
    transformer = copy.deepcopy(flux.transformer())
    factors = pairs(transformer, joint)
    path = file_of(tmp_path, peft("transformer", factors))
    patched(transformer, "transformer", "Flux", LoRA("one", STRENGTH, path=str(path)))
    made = empty_pipeline("FluxPipeline", copy.deepcopy(flux.transformer()))
    wanted = fused(made, path, STRENGTH, ["transformer"])
    assert_equal_weights(transformer, wanted["transformer"])


BFL = {
    "double_blocks_0_img_attn_qkv": (96, 32),
    "double_blocks_1_txt_attn_qkv": (96, 32),
    "double_blocks_0_img_attn_proj": (32, 32),
    "double_blocks_0_img_mlp_0": (128, 32),
    "double_blocks_1_txt_mod_lin": (192, 32),
    "single_blocks_1_linear2": (32, 160),
    "single_blocks_1_modulation_lin": (96, 32),
}


@pytest.mark.reference(
    family="Flux",
    feature="LoRA of kohya",
    against="FluxPipeline.fuse_lora",
    agreement="within 1e-7",
)
def test_flux_under_its_first_names(tmp_path: Path) -> None:
    """diffusers multiplies alpha / rank into the factors, and so rounds elsewhere."""
    source = torch.Generator().manual_seed(4)
    factors = {
        name: (
            torch.randn(3, size[1], generator=source) * 0.1,
            torch.randn(size[0], 3, generator=source) * 0.1,
        )
        for name, size in BFL.items()
    }
    path = file_of(tmp_path, kohya("lora_unet_", factors))
    transformer = copy.deepcopy(flux.transformer())
    patched(transformer, "transformer", "Flux", LoRA("one", STRENGTH, path=str(path)))
    made = empty_pipeline("FluxPipeline", copy.deepcopy(flux.transformer()))
    wanted = fused(made, path, STRENGTH, ["transformer"])["transformer"]
    before = flux.transformer().state_dict()
    assert changed(transformer, before) == {
        name.removesuffix(".weight")
        for name in wanted
        if not torch.equal(wanted[name], before[name])
    }
    for name, weight in transformer.state_dict().items():
        assert (weight - wanted[name]).abs().max() <= 1e-7, name
