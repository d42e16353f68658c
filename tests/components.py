"""Tiny Stable Diffusion 1.x components with random weights, saved as diffusers folders.

Every weight comes from a fixed seed, so two builds are equal bit by bit. A step of the U-Net takes
a few milliseconds on one core; pictures are eight times larger than latents, as in the real model.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import torch
from diffusers import AutoencoderKL, ControlNetModel, PNDMScheduler, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

WIDTH = 32
WINDOW = 77
START, END = "<|startoftext|>", "<|endoftext|>"
MERGES = "a n|t h|th e</w>|c a|ca t</w>|d o|do g</w>|r e|re d</w>|h o|ho u|hou s|hous e</w>"

Module = TypeVar("Module", bound=torch.nn.Module)

UNET = {
    "sample_size": 8,
    "block_out_channels": (16, 32),
    "down_block_types": ("CrossAttnDownBlock2D", "DownBlock2D"),
    "up_block_types": ("UpBlock2D", "CrossAttnUpBlock2D"),
    "layers_per_block": 1,
    "norm_num_groups": 8,
    "attention_head_dim": 2,
    "cross_attention_dim": WIDTH,
}
CONTROL = {name: UNET[name] for name in UNET if name not in ("sample_size", "up_block_types")} | {
    "conditioning_embedding_out_channels": (4, 8, 8, 16),
}
AUTOENCODER = {
    "block_out_channels": (8, 8, 16, 16),
    "down_block_types": ("DownEncoderBlock2D",) * 4,
    "up_block_types": ("UpDecoderBlock2D",) * 4,
    "layers_per_block": 1,
    "norm_num_groups": 4,
    "latent_channels": 4,
    "sample_size": 64,
    "scaling_factor": 0.18215,
}
SCHEDULE = {
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "prediction_type": "epsilon",
    "timestep_spacing": "leading",
    "steps_offset": 1,
    "set_alpha_to_one": False,
    "skip_prk_steps": True,
}
PIPELINE = {
    "_class_name": "StableDiffusionPipeline",
    "_diffusers_version": "0.42.1",
    "requires_safety_checker": False,
    "safety_checker": [None, None],
    "feature_extractor": [None, None],
    "scheduler": ["diffusers", "PNDMScheduler"],
    "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
    "unet": ["diffusers", "UNet2DConditionModel"],
    "vae": ["diffusers", "AutoencoderKL"],
}


def build_checkpoint(folder: Path, seed: int = 1) -> Path:
    """Save a whole tiny checkpoint as ``folder``, which is returned."""
    unet(seed).save_pretrained(folder / "unet")
    autoencoder(seed + 1).save_pretrained(folder / "vae")
    text_encoder(seed + 2).save_pretrained(folder / "text_encoder")
    tokenizer().save_pretrained(folder / "tokenizer")
    PNDMScheduler(**SCHEDULE).save_pretrained(folder / "scheduler")
    (folder / "model_index.json").write_text(json.dumps(PIPELINE, indent=2), encoding="utf-8")
    return folder


def build_control_network(folder: Path, seed: int = 7) -> Path:
    """Save a tiny ControlNet that fits the checkpoint as ``folder``, which is returned."""
    control_network(seed).save_pretrained(folder)
    return folder


def unet(seed: int = 1) -> UNet2DConditionModel:
    """A network for latents of 4 channels whose sides are even."""
    return seeded(seed, lambda: UNet2DConditionModel(**UNET))


def autoencoder(seed: int = 2) -> AutoencoderKL:
    """An autoencoder with factor 8 and the scaling of the real one."""
    return seeded(seed, lambda: AutoencoderKL(**AUTOENCODER))


def text_encoder(seed: int = 3) -> CLIPTextModel:
    """A text encoder of three layers with a window of 77 tokens."""
    config = CLIPTextConfig(
        vocab_size=len(_vocabulary()),
        hidden_size=WIDTH,
        intermediate_size=64,
        num_hidden_layers=3,
        num_attention_heads=2,
        max_position_embeddings=WINDOW,
        bos_token_id=_vocabulary()[START],
        eos_token_id=_vocabulary()[END],
        pad_token_id=_vocabulary()[END],
        projection_dim=WIDTH,
    )
    return seeded(seed, lambda: CLIPTextModel(config))


def control_network(seed: int = 7) -> ControlNetModel:
    """A ControlNet whose outputs are not zero, as they would be before training."""

    def build() -> ControlNetModel:
        network = ControlNetModel(**CONTROL)
        disturb(network)
        return network

    return seeded(seed, build)


def disturb(network: ControlNetModel) -> None:
    """Make the outputs of a ControlNet random, which are zero before training."""
    outputs = [*network.controlnet_down_blocks, network.controlnet_mid_block]
    for layer in [*outputs, network.controlnet_cond_embedding.conv_out]:
        torch.nn.init.normal_(layer.weight, std=0.2)


def tokenizer(pad: str = END) -> CLIPTokenizer:
    """Byte pairs with merges for a few words: ``the``, ``cat``, ``dog``, ``red``, ``house``.

    ``pad`` fills a window up.
    """
    return CLIPTokenizer(
        vocab=_vocabulary(),
        merges=_merges(),
        model_max_length=WINDOW,
        unk_token=END,
        bos_token=START,
        eos_token=END,
        pad_token=pad,
    )


def _merges() -> list[tuple[str, str]]:
    return [(left, right) for left, right in (pair.split() for pair in MERGES.split("|"))]


def _vocabulary() -> dict[str, int]:
    """All bytes, all bytes at the end of a word, merges, start, end: as in the real vocabulary."""
    symbols = _byte_symbols()
    tokens = [*symbols, *(symbol + "</w>" for symbol in symbols)]
    tokens += ["".join(pair) for pair in _merges()]
    return {token: index for index, token in enumerate([*tokens, START, END])}


def _byte_symbols() -> list[str]:
    """A printable character for every byte, as GPT-2's tokenizer has them."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    return [chr(byte) for byte in printable] + [chr(256 + n) for n in range(len(others))]


def seeded(seed: int, build: Callable[[], Module]) -> Module:
    """What ``build`` makes with this seed, in eval mode; the global random state is kept."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        module = build()
    return module.eval().requires_grad_(False)
