"""Stable Video Diffusion: its folder, and a picture as it takes one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Generator, Tensor

from app.diffusion import families
from app.diffusion.latents.latents import FIRST_FRAME
from app.diffusion.latents.sides import check_size
from app.diffusion.loading.config_checks import autoencoder_factor, check_schedule
from app.diffusion.loading.part_files import (
    check_folder,
    part_config,
    read_config,
    tensor_shapes,
    weights_files,
)
from app.diffusion.loading.refusals import UnsupportedFamily
from app.sdk.context import Context
from app.sdk.errors import NodeError
from app.sdk.families import VIDEO
from app.sdk.models import VAE, Model, Weights
from app.sdk.steering import ImageEncoder
from app.sdk.values import Conditioning, Image, Latent, Posterior
from app.sdk.video import Motion

_SIDE = 224
"""Pixels of a picture as the image encoder of this family was trained to see it."""


class NotOnePicture(NodeError):
    """Several pictures are to be set in motion at once."""

    english = "One picture can be set in motion at a time, not {count}: pick one of them."


@dataclass(frozen=True)
class VideoModel:
    """The three handles that a model of videos gives."""

    model: Model
    image_encoder: ImageEncoder
    vae: VAE


def open_video_model(path: Path, content: str) -> VideoModel:
    """Handles to the parts of the model in folder ``path``; ``content`` is the hash of it all.

    Raises a refusal where the folder cannot be used.
    """
    check_folder(path, "model_index.json")
    family = families.of(VIDEO)
    pipeline = str(read_config(path, "model_index.json", "checkpoint").get("_class_name"))
    if pipeline not in family.pipelines:
        raise UnsupportedFamily(path=path, family=f"made for {pipeline}, not for videos")
    configs = {part: part_config(path, part) for part in ("unet", "vae", "image_encoder")}
    schedule = read_config(path, "scheduler/scheduler_config.json", "checkpoint")
    check_schedule(schedule, path / "scheduler" / "scheduler_config.json")
    for part in configs:
        for file in weights_files(path, part):
            tensor_shapes(file)

    def weights(part: str) -> Weights:
        return Weights(part, content, VIDEO, str(path))

    text, factor = json.dumps(schedule, sort_keys=True), autoencoder_factor(configs["vae"], path)
    return VideoModel(
        Model(weights("unet"), text, factor=factor, takes=FIRST_FRAME),
        ImageEncoder(weights("image_encoder")),
        VAE(weights("vae"), factor=factor),
    )


def picture_in_motion(
    ctx: Context,
    image: Image,
    parts: tuple[ImageEncoder, VAE],
    motion: Motion,
    frames: int,
    seed: int,
) -> tuple[Conditioning, Latent]:
    """What leads the video of one picture, and the blank latent with the picture beside it.

    Raises NodeError where the picture cannot be taken. The seed is the Sampler's, which draws on
    from where the noise on the picture ends.
    """
    if len(image) != 1:
        raise NotOnePicture(count=len(image))
    encoder, vae = parts
    check_size(image.width, image.height, vae.factor)
    seen = _seen(ctx.weights(encoder), image.pixels)
    source = Generator("cpu").manual_seed(seed)
    pixels = image.pixels * 2 - 1
    pixels = pixels + motion.noise * torch.randn(pixels.shape, generator=source)
    blank = _blank(ctx.weights(vae), pixels, frames, vae.factor)
    return Conditioning(seen, VIDEO, motion=motion), blank


def _blank(module: Any, pixels: Tensor, frames: int, factor: int) -> Latent:
    """An empty latent of so many frames, with the first picture beside each of them."""
    mean = _encoded(module, pixels).unsqueeze(2).expand(-1, -1, frames, -1, -1)
    posterior = Posterior(
        mean.contiguous(), torch.zeros_like(mean), float(module.config.scaling_factor)
    )
    return Latent(
        torch.zeros(tuple(mean.shape)),
        VIDEO,
        empty=True,
        posterior=posterior,
        factor=factor,
        drawn=(tuple(pixels.shape),),
    )


def _seen(module: Any, pixels: Tensor) -> Tensor:
    """(1, 1, width): the picture as its encoder sees it, squeezed to a square."""
    from diffusers.pipelines.stable_video_diffusion import (
        pipeline_stable_video_diffusion as reference,
    )
    from transformers import CLIPImageProcessorPil

    squeezed = reference._resize_with_antialiasing(pixels * 2.0 - 1.0, (_SIDE, _SIDE))
    choices = {"do_center_crop": False, "do_resize": False, "do_rescale": False}
    normalised = CLIPImageProcessorPil()(
        images=(squeezed + 1.0) / 2.0, do_normalize=True, **choices, return_tensors="pt"
    ).pixel_values
    weight = next(module.parameters())
    with torch.no_grad():
        embedding = module(normalised.to(weight.device, weight.dtype)).image_embeds
    found: Tensor = embedding.unsqueeze(1).to("cpu", torch.float32).contiguous()
    return found


def _encoded(module: Any, pixels: Tensor) -> Tensor:
    """(1, channels, height, width) in VAE units: the most likely latent."""
    with torch.no_grad():
        found = module.encode(pixels.to(module.device, module.dtype)).latent_dist.mode()
    latent: Tensor = found.float().cpu()
    return latent
