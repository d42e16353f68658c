"""Tiny components of a family with its handles and its pipelines, so that one test serves several.

A bed's pipelines are diffusers' own; prompts come as embeddings.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import diffusers
import pytest
import torch
from diffusers import AutoencoderKL, ControlNetModel, ControlNetUnionModel, UNet2DConditionModel
from torch import Tensor

from app.sdk import VAE, Conditioning, ControlNetwork, Image, Latent, Mask, Model, Weights
from app.sdk.families import latents_of
from nodes.latent_mask import LatentMask
from nodes.vae_decode import VAEDecode
from nodes.vae_encode import VAEEncode
from tests import components
from tests.diffusion import reference, workbench

KINDS = 8
"""How many kinds of pictures the tiny union of ControlNets tells apart."""

SIZES = {"addition_embed_type": "text_time", "addition_time_embed_dim": 8}


@dataclass(frozen=True)
class Bed:
    """The tiny components of ``family``; its pipelines begin with ``start``.

    ``width`` of the words, ``pooled`` of the vector beside them (0: none), ``numbers`` told of a
    picture; ``more`` goes into the networks' configs, ``trained`` into the schedule.
    """

    family: str
    start: str
    width: int = components.WIDTH
    pooled: int = 0
    numbers: int = 0
    more: Mapping[str, Any] = field(default_factory=dict)
    trained: Mapping[str, Any] = field(default_factory=dict)

    @property
    def beside(self) -> dict[str, Any]:
        """What the networks' configs say beside the usual."""
        told = {}
        if self.numbers:
            told = {
                **SIZES,
                "projection_class_embeddings_input_dim": self.pooled + 8 * self.numbers,
            }
        return {"cross_attention_dim": self.width, **told, **self.more}

    def weights(self, part: str, what: str, family: str = "") -> Weights:
        """Names one of its networks, so that any bench can find it."""
        beside = json.dumps(self.beside, sort_keys=True)
        return Weights(part, f"{what} of {beside}", family or self.family)

    def model(self, **more: Any) -> Model:
        """The handle of the U-Net."""
        schedule = {**components.SCHEDULE, "clip_sample": False, **self.trained}
        distilled = bool(self.more.get("time_cond_proj_dim"))
        weights = self.weights("unet", "unet")
        return Model(weights, json.dumps(schedule), distilled=distilled, **more)

    def vae(self) -> VAE:
        """The handle of the autoencoder."""
        return VAE(self.weights("vae", "vae", latents_of(self.family)))

    def control_handle(self, seed: int = 7) -> ControlNetwork:
        """The handle of a ControlNet; from seed 100 on of a union."""
        return ControlNetwork(
            self.weights("controlnet", f"control {seed}"), KINDS if seed >= 100 else 0
        )

    def conditioning(self, seed: int) -> Conditioning:
        """A random prompt, with a vector where the family has one."""
        source = torch.Generator().manual_seed(seed)
        embeddings = torch.randn((1, 77, self.width), generator=source)
        pooled = torch.randn((1, self.pooled), generator=source) if self.pooled else None
        return Conditioning(embeddings, self.family, pooled)

    def bench(self) -> BedBench:
        """A context that hands out the tiny modules."""
        return BedBench()

    def encoded(self, count: int = 1) -> Latent:
        """A picture as a latent, through the node."""
        return VAEEncode(image=workbench.picture(5, count), vae=self.vae()).run(self.bench())

    def masked(self) -> Latent:
        """The same with a mask whose edge lies inside latent places."""
        return LatentMask(latent=self.encoded(), mask=Mask(mask())).run(self.bench())

    def made(self, **settings: Any) -> list[Tensor]:
        """The samples after every step and the decoded pixels, through the nodes."""
        bench = self.bench()
        usual = {"model": self.model()}
        usual |= {"positive": self.conditioning(1), "negative": self.conditioning(2)}
        latent = workbench.sampler(**{**usual, **settings}).run(bench)
        return [*bench.samples(), self.pixels(latent).pixels]

    def pixels(self, latent: Latent) -> Image:
        """A latent decoded, through the node."""
        return VAEDecode(latent=latent, vae=self.vae()).run(self.bench())

    def pipeline(
        self, task: str, name: str = "DPM++ 2M", spacing: str = "normal", **more: Any
    ) -> Any:
        """The pipeline of this family for a task (``Img2Img``), with a scheduler by name."""
        by = reference.seeded(name, spacing, 3, **self.trained)
        parts = {"vae": autoencoder(self.family), "unet": unet(self), "scheduler": by}
        absent = ["text_encoder", "tokenizer"]
        if self.pooled:
            absent += ["text_encoder_2", "tokenizer_2"]
            parts |= {"force_zeros_for_empty_prompt": True, "add_watermarker": False}
            parts |= {"requires_aesthetics_score": True} if self.numbers == 5 else {}
        else:
            absent += ["safety_checker", "feature_extractor"]
            parts |= {"requires_safety_checker": False}
        kind = getattr(diffusers, f"{self.start}{task}Pipeline")
        made = kind(**{**dict.fromkeys(absent), **parts, **more})
        made.set_progress_bar_config(disable=True)
        return made

    def piped(self, made: Any, **settings: Any) -> list[Tensor]:
        """The latents after every step of a pipeline with the usual prompts, and its pixels."""
        one, other = self.conditioning(1), self.conditioning(2)
        vectors = {
            "pooled_prompt_embeds": one.pooled,
            "negative_pooled_prompt_embeds": other.pooled,
        }
        usual = vectors if self.pooled else {}
        return reference.run(made, (one, other), **{**usual, **settings})


class BedBench(workbench.Bench):
    """A context that hands out the modules of every bed, and of the usual workbench."""

    def weights(self, handle: Any) -> Any:
        """The tiny module behind a handle."""
        what, _, beside = handle.weights.content.partition(" of ")
        if not beside:
            return super().weights(handle)
        self.loaded.append(handle)
        part, *seed = what.split()
        if part == "control":
            return control_network_of(beside, int(seed[0]))
        return _unet(beside) if part == "unet" else autoencoder(handle.weights.family)


def mask() -> Tensor:
    """Pixels of a mask whose edge lies inside latent places."""
    made = torch.zeros(1, 1, 64, 64)
    made[..., 13:45, 21:57] = 1
    return made


def unet(bed: Bed) -> Any:
    """The tiny U-Net of a bed."""
    return _unet(json.dumps(bed.beside, sort_keys=True))


def control_network(bed: Bed, seed: int = 7) -> Any:
    """A tiny ControlNet of a bed; from seed 100 on a union."""
    return control_network_of(json.dumps(bed.beside, sort_keys=True), seed)


@cache
def _unet(beside: str) -> Any:
    config = {**components.UNET, **json.loads(beside)}
    return components.seeded(11, lambda: UNet2DConditionModel(**config))


@cache
def control_network_of(beside: str, seed: int) -> Any:
    """The same, by what the configs of the bed say."""
    config = {**components.CONTROL, **json.loads(beside)}
    config.pop("time_cond_proj_dim", None)

    def build() -> Any:
        if seed >= 100:
            union = {"num_control_type": KINDS, "num_trans_head": 2, "num_trans_channel": 16}
            network: Any = ControlNetUnionModel(**config, **union, num_proj_channel=16)
            torch.nn.init.normal_(network.spatial_ch_projs.weight, std=0.2)
        else:
            network = ControlNetModel(**config)
        components.disturb(network)
        return network

    return components.seeded(seed, build)


@cache
def autoencoder(family: str) -> Any:
    """A tiny autoencoder with the scaling of the family's."""
    scale = 0.13025 if family.startswith("SDXL") else 0.18215
    config = {**components.AUTOENCODER, "scaling_factor": scale}
    return components.seeded(12, lambda: AutoencoderKL(**config))


SD1 = Bed("SD 1", "StableDiffusion")
SD2 = Bed("SD 2", "StableDiffusion", more={"use_linear_projection": True})
VELOCITY = Bed(
    "SD 2",
    "StableDiffusion",
    more={"use_linear_projection": True},
    trained={"prediction_type": "v_prediction"},
)
XL = Bed(
    "SDXL",
    "StableDiffusionXL",
    width=2 * components.WIDTH,
    pooled=components.WIDTH,
    numbers=6,
    more={"use_linear_projection": True},
)
REFINER = Bed(
    "SDXL refiner",
    "StableDiffusionXL",
    pooled=components.WIDTH,
    numbers=5,
    more={"use_linear_projection": True},
)


def against(feature: str, task: str, *beds: Bed) -> Any:
    """Run a test for each of these beds, and note what it is compared with in docs/agreement.md."""
    cases = []
    for bed in beds:
        pipeline = f"{bed.start}{task}Pipeline"
        what = f"{feature}, v-prediction" if bed is VELOCITY else feature
        mark = pytest.mark.reference(
            family=bed.family, feature=what, against=pipeline, agreement="equal"
        )
        name = "SD 2 velocity" if bed is VELOCITY else bed.family
        cases.append(pytest.param(bed, marks=mark, id=name))
    return pytest.mark.parametrize("bed", cases)
