"""The U-Net: removes noise from latents as a prompt says.

Its attention begins at an eighth of the picture's side; above it convolutions do the work, which on
a CPU buys many more samples for the same time. Branches that add to a skip start almost silent, so
that a high rate is safe from the first steps on.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import Any

import torch
from diffusers import UNet2DConditionModel
from diffusers.models.attention_processor import AttnProcessor
from torch import Generator, Tensor, nn

from resources.models.making.training.budget import Budget, Recipe
from resources.models.making.training.data import PictureSet
from resources.models.making.training.emphasis import emphasis, shares
from resources.models.making.training.latents import Speaker, Taught, taught
from resources.models.making.training.noise import noisy
from resources.models.making.training.runs import Run, fill_from
from resources.models.making.training.sampling import Painter, prompts_sheet, sheet_file
from resources.models.making.training.stage import Place

log = logging.getLogger(__name__)

PICTURES = PictureSet("base", 40960)
RECIPE = Recipe(
    batch=64,
    rate=1e-3,
    warm_up=100,
    falling=0.5,
    average=0.996,
    seed=31,
    half=True,
    orthogonal=True,
)

_OPENING = re.compile("^conv_in$|conv_shortcut$|samplers[.]")
"""Convolutions with nothing beside them: they start as loud as what comes in."""


@dataclass(frozen=True)
class Form:
    """Channels at 32, 16, 8 and 4 latent pixels, and where text is attended to."""

    channels: tuple[int, ...] = (48, 64, 128, 192)
    attends: tuple[bool, ...] = (False, False, True, True)
    side: int = 32
    text: int = 128
    into: int = 4


SMALL = Form(channels=(32, 48, 64, 64))
"""For the U-Nets that edit and paint in masks, each of which is kept whole."""


def new_denoiser(form: Form = Form(), seed: int = RECIPE.seed) -> Any:
    """An untaught U-Net."""
    torch.manual_seed(seed)
    down = ["CrossAttnDownBlock2D" if yes else "DownBlock2D" for yes in form.attends]
    up = ["CrossAttnUpBlock2D" if yes else "UpBlock2D" for yes in reversed(form.attends)]
    network = UNet2DConditionModel(
        sample_size=form.side,
        in_channels=form.into,
        out_channels=4,
        block_out_channels=form.channels,
        layers_per_block=1,
        cross_attention_dim=form.text,
        attention_head_dim=tuple(max(1, width // 32) for width in form.channels),
        norm_num_groups=8,
        down_block_types=down,
        up_block_types=up,
    )
    _start_quietly(network)
    return prepared(network)


def prepared(network: Any) -> Any:
    """A network made fast: on a CPU the plain attention is, for so few tokens."""
    network.set_attn_processor(AttnProcessor())
    return network.to(memory_format=torch.channels_last)


def base(place: Place) -> Any:
    """The U-Net of the newest checkpoint, averaged; from now on it stays as it is."""
    folder = place.stage("denoiser")
    network = UNet2DConditionModel.from_config(UNet2DConditionModel.load_config(folder))
    fill_from(network, folder)
    return prepared(network).eval().requires_grad_(False)


def _start_quietly(network: nn.Module) -> None:
    with torch.no_grad():
        for name, module in network.named_modules():
            weight = getattr(module, "weight", None)
            if isinstance(module, nn.Conv2d) and module.bias is not None:
                module.bias.zero_()
            if name == "conv_out":
                weight.zero_()  # type: ignore[union-attr]
            elif name.endswith(("conv2", "proj_out")):
                weight.mul_(0.1)  # type: ignore[union-attr]
            elif name.endswith(("to_out.0", "ff.net.2")):
                weight.mul_(0.3)  # type: ignore[union-attr]
            elif weight is not None and _OPENING.search(name):
                weight.mul_(3.0**0.5)


class Denoising:
    """Asks the U-Net for v at random noise levels of captioned latents.

    `places` tells of every picture how much each of its latent pixels counts.
    """

    def __init__(self, data: Taught, places: Tensor, speaker: Speaker) -> None:
        self.data, self.places, self.speaker = data, places, speaker

    def loss(self, network: Any, generator: Generator, batch: int) -> Tensor:
        """One batch's loss."""
        numbers, latents, ids = self.data.chosen(generator, batch)
        mixed = noisy(latents, generator)
        meaning = self.speaker.told(ids, generator).to(network.dtype)
        given = mixed.latents.to(network.dtype).contiguous(memory_format=torch.channels_last)
        answered = network(given, mixed.levels, meaning).sample
        return mixed.loss(answered, self.places[numbers].to(latents))


def run(place: Place, budget: Budget, recipe: Recipe = RECIPE, form: Form = Form()) -> None:
    """Teach the U-Net; now and then a sheet is made with its average."""
    network = new_denoiser(form).to(place.device)
    network.save_config(place.stage("denoiser"))
    stage = Run(place.stage("denoiser"), network, recipe, budget)
    if stage.finished:
        return
    pictures = place.sized(PICTURES)
    data, places = taught(place, pictures), emphasis(pictures)
    data = replace(data, shares=shares(pictures))
    speaker = Speaker(place, recipe.half)
    painter = Painter(place)

    def show() -> None:
        prompts_sheet(painter, stage.averaged(), sheet_file(stage), 16)

    stage.learn(Denoising(data, places, speaker).loss, show)
    place.note("denoiser", {"samples": stage.counts.samples, "pictures": len(data)})
