"""Every kind of value that travels along wires can be stored, and comes back equal."""

from __future__ import annotations

import dataclasses
import importlib
from typing import Any

import pytest
import torch

from app.diffusion import tensors as tensors  # teaches storing about tensors
from app.sdk import (
    courses,
    cutouts,
    models,
    noises,
    patches,
    picture_sizes,
    regions,
    steering,
    values,
    video,
)
from app.sdk.courses import (
    Guidance,
    GuidanceMethod,
    GuidancePoint,
    Later,
    Perturbation,
    Seeds,
    Unfinished,
)
from app.sdk.cutouts import Cutout
from app.sdk.encoding import decode, encode
from app.sdk.fingerprint import fingerprint
from app.sdk.models import VAE, ControlNetwork, Model, TextModel, Weights
from app.sdk.noises import GivenNoise, MixedNoise, Noise, SeededNoise, Sigmas
from app.sdk.patches import Embedding, FreeU, LoRA, Merge, Patch
from app.sdk.picture_sizes import PictureSize
from app.sdk.regions import Region, Windows
from app.sdk.steering import (
    AppliedAdapter,
    AppliedImagePrompt,
    ImageEncoder,
    ImagePrompt,
    PictureAdapter,
    PromptAdapter,
)
from app.sdk.values import (
    AppliedControl,
    Conditioning,
    Control,
    Files,
    Image,
    Latent,
    Mask,
    Pixels,
    Posterior,
    SavedFile,
)
from app.sdk.video import Motion, MotionAdapter, Video

WEIGHTS = Weights("unet", "hash", "SD 1", path="/models/unet")
IMAGE = Image(torch.rand(2, 3, 8, 16, generator=torch.Generator().manual_seed(1)))
MEAN = torch.linspace(-1, 1, 64).reshape(1, 4, 4, 4)
CONTROL = AppliedControl(ControlNetwork(WEIGHTS), IMAGE, 0.7, 0.0, 0.6)
FREE = FreeU(1.1, 1.2, 0.9, 0.2)
ADAPTER = PromptAdapter(WEIGHTS, "patches", 768)
EXAMPLES = (
    WEIGHTS,
    Model(WEIGHTS, '{"beta_start": 0.1}'),
    TextModel(WEIGHTS),
    VAE(WEIGHTS, channels=16),
    ControlNetwork(WEIGHTS),
    Conditioning(MEAN.to(torch.bfloat16), "SD 1", pooled=MEAN, text="a house"),
    CONTROL,
    Control((CONTROL, CONTROL)),
    Posterior(MEAN, MEAN.abs(), 0.18215),
    Latent(MEAN, "SD 1", posterior=Posterior(MEAN, MEAN, 1.0), mask=MEAN[:, :1]),
    IMAGE,
    Mask(MEAN[:, :1]),
    SavedFile("/a.png", 7, 2**62),
    Files((SavedFile("/a.png", 7, 2**62),)),
    Later(0.5, Model(WEIGHTS, "{}")),
    GuidancePoint(0.5, 7.0, gradual=True),
    GuidanceMethod("APG", (("limit", 15.0),), end=0.5),
    Perturbation("attention", "mid", 3.0),
    Region(Conditioning(MEAN, "SD 1"), 0.5, MEAN[:, :1]),
    Windows(512, 768, 64),
    Sigmas((14.6, 1.0, 0.0)),
    SeededNoise(2**63 - 1, same=True),
    GivenNoise(MEAN),
    MixedNoise(SeededNoise(1), GivenNoise(MEAN), 0.5),
    Noise(MixedNoise(SeededNoise(1), SeededNoise(2), 0.5)),
    Guidance((GuidancePoint(0.5, 7.0),)),
    Seeds((1, 2, 2**63 - 1)),
    PictureSize((96, 80), (1, 2), None, 6.0),
    Unfinished("way", 3, 9, (1,), (MEAN,), Latent(MEAN, "SD 1")),
    LoRA("hash", 0.5, path="/loras/a"),
    Embedding("word", "hash"),
    FREE,
    Merge((WEIGHTS,), 0.3, patches=(FREE,)),
    Cutout(IMAGE, Mask(MEAN[:, :1]), ((0, 0, 8, 8),)),
    PictureAdapter(WEIGHTS),
    AppliedAdapter(PictureAdapter(WEIGHTS), IMAGE, 0.7, 0.0, 0.6),
    ImageEncoder(WEIGHTS),
    ADAPTER,
    ImagePrompt(MEAN, MEAN, "patches"),
    AppliedImagePrompt(ADAPTER, ImagePrompt(MEAN, MEAN, "patches"), 0.5, 0.0, 1.0),
    Motion(7, 127, 0.02),
    Video(IMAGE.pixels, 8.0),
    MotionAdapter(WEIGHTS),
)


@pytest.mark.parametrize("value", EXAMPLES, ids=lambda value: type(value).__name__)
def test_it_comes_back_with_an_equal_fingerprint_and_equal_labels(value: Any) -> None:
    again = decode(encode(value))
    assert type(again) is type(value)
    assert fingerprint(again) == fingerprint(value)
    if isinstance(value, Conditioning):
        assert again.text == value.text
    if isinstance(value, Weights):
        assert again.path == value.path


def kinds_in(module: str) -> list[type]:
    found = vars(importlib.import_module(module)).values()
    own = [kind for kind in found if isinstance(kind, type) and kind.__module__ == module]
    return [kind for kind in own if dataclasses.is_dataclass(kind)]


def test_no_kind_was_forgotten_here() -> None:
    rooms = (
        *(courses, cutouts, models, noises, patches),
        *(picture_sizes, regions, steering, values, video),
    )
    known = {kind for room in rooms for kind in kinds_in(room.__name__)}
    bases = {Patch, Pixels}  # all of these are of some kind
    assert {type(value) for value in EXAMPLES} == known - bases
