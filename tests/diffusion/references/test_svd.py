"""Stable Video Diffusion through the nodes, against its pipeline."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
import torch
from diffusers import (
    AutoencoderKLTemporalDecoder,
    EulerDiscreteScheduler,
    StableVideoDiffusionPipeline,
    UNetSpatioTemporalConditionModel,
)
from PIL import Image as PillowImage
from torch import Tensor
from transformers import (
    CLIPImageProcessorPil,
    CLIPVisionConfig,
    CLIPVisionModelWithProjection,
)

from app.sdk import VAE, Image, ImageEncoder, Model, NodeError, Weights
from nodes.picture_in_motion import PictureInMotion
from nodes.vae_decode import VAEDecode
from tests import components
from tests.diffusion import workbench
from tests.diffusion.agreement import assert_equal_steps

FRAMES, WIDTH = 4, 32
SCHEDULE = {
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "num_train_timesteps": 1000,
    "prediction_type": "v_prediction",
    "sigma_max": 700.0,
    "sigma_min": 0.002,
    "steps_offset": 1,
    "timestep_spacing": "leading",
    "timestep_type": "continuous",
    "use_karras_sigmas": True,
}


@cache
def unet() -> Any:
    """A tiny network of videos; what blends space and time is not all of one."""
    return components.seeded(
        51,
        lambda: UNetSpatioTemporalConditionModel(
            sample_size=8,
            in_channels=8,
            block_out_channels=(32, 64),
            down_block_types=("CrossAttnDownBlockSpatioTemporal", "DownBlockSpatioTemporal"),
            up_block_types=("UpBlockSpatioTemporal", "CrossAttnUpBlockSpatioTemporal"),
            layers_per_block=1,
            num_attention_heads=(2, 4),
            cross_attention_dim=WIDTH,
            addition_time_embed_dim=32,
            projection_class_embeddings_input_dim=96,
            num_frames=FRAMES,
        ),
    )


@cache
def autoencoder() -> Any:
    """A tiny autoencoder that looks at neighbouring frames."""
    return components.seeded(
        52,
        lambda: AutoencoderKLTemporalDecoder(
            block_out_channels=(32, 32, 32, 32),
            down_block_types=("DownEncoderBlock2D",) * 4,
            layers_per_block=1,
            latent_channels=4,
        ),
    )


@cache
def image_encoder() -> Any:
    """A tiny encoder for pictures of the usual side."""
    config = CLIPVisionConfig(
        hidden_size=WIDTH,
        intermediate_size=37,
        projection_dim=WIDTH,
        num_hidden_layers=2,
        num_attention_heads=4,
        image_size=224,
        patch_size=32,
    )
    return components.seeded(53, lambda: CLIPVisionModelWithProjection(config))


def weights(part: str) -> Weights:
    """The handle of a part."""
    return Weights(part, "tiny-svd", "SVD")


class Bench(workbench.Bench):
    """A context that hands out the parts of the tiny model of videos."""

    def weights(self, handle: Any) -> Any:
        """The tiny module behind a handle."""
        parts = {"unet": unet, "vae": autoencoder, "image_encoder": image_encoder}
        return parts[handle.weights.part]()


def photo() -> PillowImage.Image:
    """A random picture of whole numbers."""
    source = torch.Generator().manual_seed(5)
    pixels = torch.randint(0, 256, (64, 64, 3), generator=source, dtype=torch.uint8)
    return PillowImage.fromarray(pixels.numpy())


def made(
    cfg: float = 3.0, least: float = 1.0, noise: float = 0.02, **settings: Any
) -> list[Tensor]:
    """The samples after every step as the pipeline lays them, and the frames."""
    bench = Bench()
    pixels = torch.frombuffer(bytearray(photo().tobytes()), dtype=torch.uint8)
    pixels = pixels.reshape(1, 64, 64, 3).permute(0, 3, 1, 2).float() / 255.0
    vae = VAE(weights("vae"))
    first = PictureInMotion(
        image=Image(pixels.contiguous()),
        image_encoder=ImageEncoder(weights("image_encoder")),
        vae=vae,
        frames=FRAMES,
        noise=noise,
        least=least,
        seed=3,
    ).run(bench)
    model = Model(weights("unet"), json.dumps(SCHEDULE), takes="first frame")
    node = workbench.sampler(
        model=model,
        positive=first.positive,
        negative=None,
        latent=first.latent,
        cfg=cfg,
        **{"scheduler": "Euler", **settings},
    )
    latent = node.run(bench)
    frames = VAEDecode(latent=latent, vae=vae).run(bench).pixels
    return [*(samples.transpose(1, 2).contiguous() for samples in bench.samples()), frames]


def piped(cfg: float = 3.0, least: float = 1.0, noise: float = 0.02) -> list[Tensor]:
    """The pipeline's latents after every step, and its frames."""
    pipeline = StableVideoDiffusionPipeline(
        vae=autoencoder(),
        image_encoder=image_encoder(),
        unet=unet(),
        scheduler=EulerDiscreteScheduler(**SCHEDULE),
        feature_extractor=CLIPImageProcessorPil(),
    )
    pipeline.set_progress_bar_config(disable=True)
    # Pixels row by row, as they travel on wires: other strides take another kernel of torch.
    prepare = pipeline.video_processor.preprocess
    pipeline.video_processor.preprocess = lambda *a, **k: prepare(*a, **k).contiguous()
    seen: list[Tensor] = []

    def keep(_: Any, step: int, timestep: Any, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
        seen.append(tensors["latents"].clone())
        return {}

    frames = pipeline(
        photo(),
        height=64,
        width=64,
        num_frames=FRAMES,
        num_inference_steps=5,
        min_guidance_scale=least,
        max_guidance_scale=cfg,
        noise_aug_strength=noise,
        generator=torch.Generator().manual_seed(3),
        output_type="pt",
        callback_on_step_end=keep,
    ).frames
    return [*seen, frames[0]]


@pytest.mark.reference(
    family="SVD",
    feature="image to video",
    against="StableVideoDiffusionPipeline",
    agreement="equal",
)
@pytest.mark.parametrize(
    ("cfg", "least", "noise"), [(3.0, 1.0, 0.02), (2.0, 1.5, 0.1), (1.0, 1.0, 0.02)]
)
def test_a_picture_in_motion_equals_the_pipeline(cfg: float, least: float, noise: float) -> None:
    ours, theirs = made(cfg, least, noise), piped(cfg, least, noise)
    assert_equal_steps(ours[:-1], theirs[:-1])
    assert (ours[-1] - theirs[-1]).abs().max() < 1e-5


def test_a_scheduler_that_counts_timesteps_is_refused() -> None:
    with pytest.raises(NodeError, match="goes by noise levels: choose Euler"):
        made(scheduler="DDIM")
