"""Tiny models that move and that steer, beside a tiny SD 1; see tests/tiny_folders.py."""

from __future__ import annotations

from pathlib import Path

import diffusers
from safetensors.torch import save_file

from tests import components
from tests.diffusion import moving, steered, workbench
from tests.diffusion.references import test_svd


def first_version(folder: Path) -> None:
    """Stable Diffusion 1 of the networks that all these belong to."""
    made = diffusers.StableDiffusionPipeline(
        vae=workbench.autoencoder(),
        text_encoder=components.text_encoder(13),
        tokenizer=components.tokenizer(),
        unet=workbench.unet(),
        scheduler=diffusers.PNDMScheduler(**components.SCHEDULE),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    made.save_pretrained(folder)


def motion_adapter(folder: Path) -> None:
    """Motion layers for it."""
    moving.motion_adapter().save_pretrained(folder)


def video_model(folder: Path) -> None:
    """Stable Video Diffusion; it has no part of its own that prepares pictures."""
    made = diffusers.StableVideoDiffusionPipeline(
        vae=test_svd.autoencoder(),
        image_encoder=test_svd.image_encoder(),
        unet=test_svd.unet(),
        scheduler=diffusers.EulerDiscreteScheduler(**test_svd.SCHEDULE),
        feature_extractor=test_svd.CLIPImageProcessorPil(),
    )
    made.save_pretrained(folder)


def prompt_adapter(path: Path) -> None:
    """An IP-Adapter in one file."""
    tensors = steered.prompt_adapter_of("ip")
    flat = {
        f"{group}.{name}": tensor.contiguous()
        for group, named in tensors.items()
        for name, tensor in named.items()
    }
    save_file(flat, path)


def image_encoder(folder: Path) -> None:
    """The encoder that it was made with."""
    steered.image_encoder().save_pretrained(folder)


def picture_adapter(folder: Path) -> None:
    """A T2I-Adapter."""
    steered.picture_adapter().save_pretrained(folder)
