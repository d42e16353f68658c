"""ControlNets: outlines, as our own Canny node draws them, and depth.

A ControlNet starts as a copy of the U-Net's first half (Zhang et al., arXiv:2302.05543). Its last
convolutions start small instead of zero, which a short training needs. Most captions say nothing of
places and sizes, so that only the control can tell them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from diffusers import ControlNetModel
from torch import Generator, Tensor, nn

from app.diffusion.pictures.edges import canny
from resources.models.making.training.budget import Budget, Recipe
from resources.models.making.training.data import PictureSet, Pixels, drawn, shards
from resources.models.making.training.denoiser import base, prepared
from resources.models.making.training.latents import Speaker, Taught, taught
from resources.models.making.training.noise import noisy
from resources.models.making.training.runs import Run
from resources.models.making.training.sampling import Answer, Asked, Painter, sheet, sheet_file
from resources.models.making.training.stage import Place
from resources.models.making.world.captions import caption
from resources.models.making.world.drawing import draw
from resources.models.making.world.sampling import sample_held_out

PICTURES = PictureSet("base", 16384)
RECIPE = Recipe(
    batch=32,
    rate=7e-4,
    warm_up=50,
    falling=0.5,
    average=0.995,
    seed=41,
    half=True,
    orthogonal=True,
    quick="controlnet_",
    quickness=3.0,
)
OPEN = 0.7
"""The share of captions that leave the layout open."""

_SILENT = 0.15
"""The share of captions that are left out: the control alone must do."""

_EMBEDDING = (16, 32, 64)
"""Channels on the way from the control to the latents' size: one halving between each two."""


def outlines(pictures: PictureSet, number: int) -> Pixels:
    """White outlines of a picture, by the Canny node's own values: size x size."""
    return outlined(drawn(pictures, number))


def outlined(pixels: Pixels) -> Pixels:
    """White outlines on black of pixels."""
    given = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].float() / 255.0
    return (canny(given, 0.08, 0.16, 0.6)[0, 0] * 255.0).byte().numpy()


def depths(pictures: PictureSet, number: int) -> Pixels:
    """How near everything is, white near and black far: size x size."""
    found = draw(pictures.picture(number), pictures.size).depth
    return (np.broadcast_to(found, (pictures.size,) * 2) * 255.0).astype(np.uint8)


MAKERS = {"edges": outlines, "depth": depths}


def new_control(network: Any, seed: int = RECIPE.seed) -> Any:
    """An untaught ControlNet for a U-Net."""
    torch.manual_seed(seed)
    made = ControlNetModel.from_unet(network, conditioning_embedding_out_channels=_EMBEDDING)
    with torch.no_grad():
        for name, module in made.named_modules():
            if not isinstance(module, nn.Conv2d):
                continue
            if name.startswith(("controlnet_down", "controlnet_mid")):
                nn.init.normal_(module.weight, std=0.09 * module.weight.shape[1] ** -0.5)
            elif name == "controlnet_cond_embedding.conv_out":
                nn.init.normal_(module.weight, std=module.weight[0].numel() ** -0.5)
            elif name.startswith("controlnet_cond_embedding"):
                module.weight.mul_(2.4)
    return prepared(made).train().requires_grad_(True)


@dataclass
class Controlling:
    """Asks for v with the control's help; only the ControlNet learns.

    `controls` are n x size x size, 0 to 255; `open` holds captions without layout, as tokens.
    """

    network: Any
    controls: Pixels
    told: Taught
    open: Tensor
    speaker: Speaker

    def loss(self, control: Any, generator: Generator, batch: int) -> Tensor:
        """One batch's loss."""
        numbers, latents, ids = self.told.chosen(generator, batch)
        layout_open = torch.rand(batch, generator=generator) < OPEN
        ids = torch.where(layout_open[:, None], self.open[numbers, 0].long(), ids)
        device = self.speaker.device
        mixed = noisy(latents, generator)
        meaning = self.speaker.told(ids, generator, _SILENT).to(control.dtype)
        shown = shown_control(self.controls[numbers.numpy()]).to(device)
        given = mixed.latents.to(control.dtype).contiguous(memory_format=torch.channels_last)
        answer = controlled(self.network, control, shown.to(control.dtype))
        return mixed.loss(answer(given, mixed.levels, meaning))


def shown_control(found: Pixels) -> Tensor:
    """Controls n x height x width, 0 to 255, as n x 3 x height x width, 0 to 1."""
    return torch.from_numpy(found).float()[:, None].expand(-1, 3, -1, -1) / 255.0


def controlled(network: Any, control: Any, shown: Tensor) -> Answer:
    """A U-Net with a ControlNet as what answers."""

    def answer(latents: Tensor, level: Tensor, meaning: Tensor) -> Tensor:
        repeated = shown.repeat(len(latents) // len(shown), 1, 1, 1)
        down, middle = control(latents, level, meaning, repeated, return_dict=False)
        found = network(
            latents,
            level,
            meaning,
            down_block_additional_residuals=down,
            mid_block_additional_residual=middle,
        )
        return found.sample  # type: ignore[no-any-return]

    return answer


def run(place: Place, budget: Budget, recipe: Recipe, kind: str) -> None:
    """Teach the ControlNet of this kind."""
    network = base(place).to(place.device)
    stage = Run(place.stage(kind), new_control(network).to(place.device), recipe, budget)
    if stage.finished:
        return
    pictures = place.sized(PICTURES)
    files = shards(pictures, place.data, place.processes, MAKERS[kind], kind)
    controls = np.concatenate([np.load(path) for path in files])
    told = taught(place, pictures)
    open_ = taught(place, pictures, layout=False).ids
    worker = network.to(torch.bfloat16) if recipe.half else network
    teaching = Controlling(worker, controls, told, open_, Speaker(place, recipe.half))
    painter = Painter(place)
    stage.learn(teaching.loss, lambda: _sheet(place, painter, stage, kind))
    place.note(kind, {"samples": stage.counts.samples, "pictures": len(told)})


def _sheet(place: Place, painter: Painter, stage: Run, kind: str, many: int = 8) -> None:
    """Controls, and what is made of them, of pictures that are held out."""
    held = PictureSet("held", many)
    pictures = [sample_held_out(held.random(n, "picture")) for n in range(many)]
    prompts = [
        caption(picture, held.random(n, "caption"), False).text
        for n, picture in enumerate(pictures)
    ]
    truths = [draw(picture) for picture in pictures]
    found = np.stack(
        [
            outlined(truth.pixels)
            if kind == "edges"
            else (np.broadcast_to(truth.depth, (128, 128)) * 255.0).astype(np.uint8)
            for truth in truths
        ]
    )
    answer = controlled(
        base(place).to(place.device), stage.averaged(), shown_control(found).to(place.device)
    )
    made = painter.paint(answer, Asked(prompts))
    rows = np.concatenate([np.repeat(found[..., None], 3, 3), made])
    sheet(rows, [*[kind] * many, *prompts], sheet_file(stage))
