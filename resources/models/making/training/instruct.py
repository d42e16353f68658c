"""A U-Net that edits by instruction: the latents of the picture before go in beside the noise.

After InstructPix2Pix (Brooks et al., arXiv:2211.09800): eight channels in; text, picture, or both
are left out now and then, so that there is a guidance for each.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Generator, Tensor

from resources.models.making.training import small
from resources.models.making.training.budget import Budget, Recipe
from resources.models.making.training.data import PictureSet, Pixels
from resources.models.making.training.latents import Speaker, latents_of
from resources.models.making.training.noise import noisy
from resources.models.making.training.runs import Run
from resources.models.making.training.sampling import Asked, Painter, sheet, sheet_file
from resources.models.making.training.stage import Place
from resources.models.making.training.words import tokens
from resources.models.making.world.drawing import pixels_of
from resources.models.making.world.edit import Edit
from resources.models.making.world.edits import edit

PICTURES = PictureSet("edits", 12288, (("scene", 0.8), ("shape", 0.12), ("relation", 0.08)))
RECIPE = small.RECIPE
_LEFT_OUT = 0.05


def edited(pictures: PictureSet, number: int) -> Edit:
    """The edit of one picture of a set."""
    return edit(pictures.picture(number), pictures.random(number, "edit"))


def after(pictures: PictureSet, number: int) -> Pixels:
    """The pixels of a picture after its edit."""
    return pixels_of(edited(pictures, number).after, pictures.size)


class Editing:
    """Asks for the picture after, given the one before and the instruction."""

    def __init__(self, before: Tensor, wanted: Tensor, ids: Tensor, speaker: Speaker) -> None:
        self.before, self.wanted, self.ids, self.speaker = before, wanted, ids, speaker

    def loss(self, network: Any, generator: Generator, batch: int) -> Tensor:
        """One batch's loss."""
        device = self.speaker.device
        numbers = torch.randint(0, len(self.before), (batch,), generator=generator)
        chance = torch.rand(batch, generator=generator)
        before = self.before[numbers].float()
        before[(chance >= _LEFT_OUT) & (chance < 3 * _LEFT_OUT)] = 0.0
        silent = self.speaker.empty.expand(batch, -1)
        ids = torch.where((chance < 2 * _LEFT_OUT)[:, None], silent, self.ids[numbers].long())
        mixed = noisy(self.wanted[numbers].float().to(device), generator)
        given = torch.cat([mixed.latents, before.to(device)], 1).to(network.dtype)
        meaning = self.speaker.encoded(ids).to(network.dtype)
        given = given.contiguous(memory_format=torch.channels_last)
        return mixed.loss(network(given, mixed.levels, meaning).sample)


def new_network() -> Any:
    """An untaught U-Net for this."""
    return small.new_network(8, RECIPE.seed)


def run(place: Place, budget: Budget, recipe: Recipe = RECIPE) -> None:
    """Teach the editing U-Net."""
    network = new_network().to(place.device)
    stage = Run(place.stage("instruct"), network, recipe, budget)
    if stage.finished:
        return
    pictures = place.sized(PICTURES)
    speaker = Speaker(place, recipe.half)
    texts = [edited(pictures, number).instruction for number in range(pictures.count)]
    teaching = Editing(
        latents_of(place, pictures),
        latents_of(place, pictures, after, "after"),
        tokens(speaker.tokenizer, texts).to(torch.int16),
        speaker,
    )
    painter = Painter(place)
    stage.learn(teaching.loss, lambda: _sheet(painter, stage))
    place.note("instruct", {"samples": stage.counts.samples, "pictures": pictures.count})


def _sheet(painter: Painter, stage: Run, many: int = 8) -> None:
    """Pictures before and after, of edits that training does not see."""
    held = PictureSet("edits-held", many, PICTURES.shares)
    edits = [edited(held, number) for number in range(many)]
    before = np.stack([pixels_of(held.picture(number)) for number in range(many)])
    given = painter.encoded(before)
    asked = Asked([found.instruction for found in edits], guidance=3.0)
    made = painter.paint(small.seeing(stage.averaged(), given), asked)
    words = ["before"] * many + asked.prompts
    sheet(np.concatenate([before, made]), words, sheet_file(stage))
