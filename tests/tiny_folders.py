"""Tiny models with random weights as diffusers folders, under the names that starter graphs use.

``python -m tests.tiny_folders FOLDER [NAME ...]`` writes them, all or some; with FOLDER among the
model folders of the program every starter graph runs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import diffusers
from diffusers import AutoencoderKL, ControlNetModel, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

from tests import components, tiny_patches, tiny_steering, tiny_transformers

PAD = "!"
"""What OpenCLIP fills its windows with."""

LEVELS: Mapping[str, Any] = {
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "steps_offset": 1,
}
VELOCITY: Mapping[str, Any] = {
    **LEVELS,
    "prediction_type": "v_prediction",
    "clip_sample": False,
    "set_alpha_to_one": False,
}
LINEAR: Mapping[str, Any] = {"use_linear_projection": True}
SIZED: Mapping[str, Any] = {
    **LINEAR,
    "addition_embed_type": "text_time",
    "addition_time_embed_dim": 8,
}
BASE: Mapping[str, Any] = {
    **SIZED,
    "cross_attention_dim": 2 * components.WIDTH,
    "projection_class_embeddings_input_dim": components.WIDTH + 6 * 8,
}
XL: Mapping[str, Any] = {**components.UNET, **BASE}
REFINER: Mapping[str, Any] = {
    **SIZED,
    "projection_class_embeddings_input_dim": components.WIDTH + 5 * 8,
}


def second_version(folder: Path, **scheduler: Any) -> None:
    """Stable Diffusion 2: as the first with another encoder, predicting velocity."""
    made = diffusers.StableDiffusionPipeline(
        vae=components.autoencoder(12),
        text_encoder=components.text_encoder(13),
        tokenizer=components.tokenizer(PAD),
        unet=_unet(11, LINEAR),
        scheduler=diffusers.DDIMScheduler(**{**VELOCITY, **scheduler}),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    made.save_pretrained(folder)


def distilled(folder: Path) -> None:
    """Stable Diffusion 1 that takes the guidance as a number."""
    made = diffusers.LatentConsistencyModelPipeline(
        vae=components.autoencoder(22),
        text_encoder=components.text_encoder(23),
        tokenizer=components.tokenizer(),
        unet=_unet(21, {"time_cond_proj_dim": 8}),
        scheduler=diffusers.LCMScheduler(**LEVELS, clip_sample=False),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    made.save_pretrained(folder)


def xl(folder: Path, scheduler: Any = None, **unet: Any) -> None:
    """SDXL with two text encoders."""
    made = diffusers.StableDiffusionXLPipeline(
        vae=_autoencoder(32),
        text_encoder=_encoder(33, CLIPTextModel),
        text_encoder_2=_encoder(34, CLIPTextModelWithProjection),
        tokenizer=components.tokenizer(),
        tokenizer_2=components.tokenizer(PAD),
        unet=_unet(31, {**BASE, **unet}),
        scheduler=scheduler or diffusers.EulerDiscreteScheduler(**LEVELS),
        add_watermarker=False,
    )
    made.save_pretrained(folder)


def refiner(folder: Path) -> None:
    """The refiner of SDXL, with the second text encoder alone."""
    made = diffusers.StableDiffusionXLImg2ImgPipeline(
        vae=_autoencoder(32),
        text_encoder=None,
        text_encoder_2=_encoder(34, CLIPTextModelWithProjection),
        tokenizer=None,
        tokenizer_2=components.tokenizer(PAD),
        unet=_unet(41, REFINER),
        scheduler=diffusers.EulerDiscreteScheduler(**LEVELS),
        requires_aesthetics_score=True,
        force_zeros_for_empty_prompt=False,
        add_watermarker=False,
    )
    made.save_pretrained(folder)


def turbo(folder: Path) -> None:
    """SDXL in a few steps, without guidance."""
    trailing = {**LEVELS, "timestep_spacing": "trailing"}
    xl(folder, diffusers.EulerAncestralDiscreteScheduler(**trailing))


def seeing(folder: Path, kind: str, channels: int) -> None:
    """Stable Diffusion 1 that sees more than a latent."""
    made = getattr(diffusers, kind)(
        vae=components.autoencoder(62),
        text_encoder=components.text_encoder(63),
        tokenizer=components.tokenizer(),
        unet=_unet(61, {"in_channels": channels, "out_channels": 4}),
        scheduler=diffusers.PNDMScheduler(**components.SCHEDULE),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    made.save_pretrained(folder)


def control_network(folder: Path, **config: Any) -> None:
    """A ControlNet whose outputs are not zero."""

    def build() -> Any:
        network = ControlNetModel(**{**components.CONTROL, **config})
        components.disturb(network)
        return network

    components.seeded(51, build).save_pretrained(folder)


FOLDERS: Mapping[str, Callable[[Path], None]] = {
    "stable-diffusion-2-1": second_version,
    "LCM_Dreamshaper_v7": distilled,
    "stable-diffusion-xl-base-1.0": xl,
    "stable-diffusion-xl-refiner-1.0": refiner,
    "sdxl-turbo": turbo,
    "stable-diffusion-inpainting": partial(
        seeing, kind="StableDiffusionInpaintPipeline", channels=9
    ),
    "instruct-pix2pix": partial(seeing, kind="StableDiffusionInstructPix2PixPipeline", channels=8),
    "controlnet-canny-sdxl-1.0": partial(control_network, **BASE),
    "stable-diffusion-3.5-medium": tiny_transformers.sd3,
    "FLUX.1-dev": tiny_transformers.flux,
    "FLUX.1-dev-ControlNet-Union-Pro": tiny_transformers.flux_control_union,
    "FLUX.1-schnell": partial(tiny_transformers.flux, dev=False),
    "sketch-style-xl.safetensors": partial(tiny_patches.lora, seed=61, config=XL),
    "detail-slider-xl.safetensors": partial(tiny_patches.lora, seed=62, config=XL),
    "unwanted-xl.safetensors": partial(tiny_patches.word, seed=63),
    "stable-diffusion-v1-5": tiny_steering.first_version,
    "animatediff-motion-adapter-v1-5-3": tiny_steering.motion_adapter,
    "stable-video-diffusion-img2vid-xt": tiny_steering.video_model,
    "ip-adapter_sd15.safetensors": tiny_steering.prompt_adapter,
    "CLIP-ViT-H-14": tiny_steering.image_encoder,
    "t2iadapter_canny_sd15v2": tiny_steering.picture_adapter,
}
"""A builder for each model, by the name that graphs call it."""


def build(folder: Path, *names: str) -> Path:
    """Write these models, or all, below ``folder``, which is returned."""
    for name in names or FOLDERS:
        FOLDERS[name](folder / name)
    return folder


def named_in(graph: Path) -> set[str]:
    """Which of these models a graph file names."""
    graphs = json.loads(graph.read_text(encoding="utf-8"))["graphs"].values()
    values = [
        value
        for graph in graphs
        for node in graph["nodes"].values()
        for value in node["parameters"].values()
    ]
    return {value for value in values if isinstance(value, str) and value in FOLDERS}


def _unet(seed: int, more: Mapping[str, Any]) -> UNet2DConditionModel:
    return components.seeded(seed, lambda: UNet2DConditionModel(**{**components.UNET, **more}))


def _autoencoder(seed: int) -> AutoencoderKL:
    config = {**components.AUTOENCODER, "scaling_factor": 0.13025}
    return components.seeded(seed, lambda: AutoencoderKL(**config))


def _encoder(seed: int, kind: Any) -> Any:
    config: CLIPTextConfig = components.text_encoder().config
    return components.seeded(seed, lambda: kind(config))


if __name__ == "__main__":
    build(Path(sys.argv[1]), *sys.argv[2:])
