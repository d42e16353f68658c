"""A U-Net that paints inside a mask: mask and masked picture go in beside the noise (nine
channels).

Masks are boxes and ellipses, half of them about one thing, as people paint them. The masked picture
is grey inside the mask before it is encoded, as Stable Diffusion's inpainting has it.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from torch import Generator, Tensor

from resources.models.making.training import small
from resources.models.making.training.budget import Budget, Recipe
from resources.models.making.training.data import PictureSet, Pixels, shards
from resources.models.making.training.emphasis import boxes_of
from resources.models.making.training.latents import (
    Speaker,
    Taught,
    encoded,
    half_codec,
    taught,
)
from resources.models.making.training.noise import noisy
from resources.models.making.training.runs import Run
from resources.models.making.training.sampling import Asked, Painter, sheet, sheet_file
from resources.models.making.training.stage import Place
from resources.models.making.training.vae import to_range
from resources.models.making.world.captions import caption
from resources.models.making.world.drawing import pixels_of
from resources.models.making.world.picture import Picture
from resources.models.making.world.sampling import sample_held_out

PICTURES = PictureSet("base", 16384)
RECIPE = replace(small.RECIPE, seed=71)

Mask = NDArray[np.bool_]
_WIDEST = 0.7
"""What is wider, as a share of the side, is land or sky: a mask about it would hide everything."""


def mask_about(picture: Picture, random: Random, size: int = 128) -> Mask:
    """A box about a thing of the picture, with room to spare, or now and then an ellipse.

    Of a picture whose things all reach from side to side, a random mask.
    """
    boxes = [box for _, box in boxes_of(picture) if box[2] - box[0] < _WIDEST]
    if not boxes:
        return random_mask(random, size)
    left, top, right, bottom = random.choice(boxes)
    if ellipse := random.random() < 0.25:
        across, down = (right - left) * 0.2, (bottom - top) * 0.2
        left, top, right, bottom = left - across, top - down, right + across, bottom + down
    room = [random.uniform(0.01, 0.11) for _ in range(4)]
    corners = (left - room[0], top - room[1], right + room[2], bottom + room[3])
    image = Image.new("1", (size, size))
    pen = ImageDraw.Draw(image)
    (pen.ellipse if ellipse else pen.rectangle)([size * corner for corner in corners], fill=1)
    return np.asarray(image)


def random_mask(random: Random, size: int = 128) -> Mask:
    """One or two boxes or ellipses of any size; now and then everything."""
    image = Image.new("1", (size, size), random.random() < 0.04)
    pen = ImageDraw.Draw(image)
    for _ in range(random.choice((1, 1, 2))):
        width, height = (size * random.uniform(0.2, 0.7) for _ in range(2))
        left, top = (random.uniform(-0.1, 1.1) * size - side / 2 for side in (width, height))
        draw = random.choice((pen.rectangle, pen.ellipse))
        draw((left, top, left + width, top + height), fill=1)
    return np.asarray(image)


def beside(codec: Any, pixels: Pixels, masks: NDArray[np.bool_]) -> Tensor:
    """Mask and masked picture as five channels in the size of latents."""
    shown = torch.from_numpy(masks)[:, None].float()
    hidden = to_range(pixels) * (1.0 - shown)
    latents = encoded(codec, hidden)
    shrunk = torch.nn.functional.interpolate(shown, size=latents.shape[-2:])
    return torch.cat([shrunk.to(latents), latents], 1)


class Painting:
    """Asks for v inside and outside of random masks."""

    def __init__(
        self, pictures: PictureSet, told: Taught, pixels: list[Pixels], speaker: Speaker, codec: Any
    ) -> None:
        self.pictures, self.told, self.pixels = pictures, told, pixels
        self.speaker, self.codec = speaker, codec

    def loss(self, network: Any, generator: Generator, batch: int) -> Tensor:
        """One batch's loss; what is inside the mask counts three times."""
        numbers, latents, ids = self.told.chosen(generator, batch)
        random = Random(int(torch.randint(0, 2**31, (), generator=generator)))
        masks = np.stack([self._mask(number, random) for number in numbers.tolist()])
        pixels = np.stack([self.pixels[n] for n in numbers.tolist()])
        extra = beside(self.codec, pixels, masks)
        mixed = noisy(latents, generator)
        given = torch.cat([mixed.latents.to(extra), extra], 1).to(network.dtype)
        given = given.contiguous(memory_format=torch.channels_last)
        meaning = self.speaker.told(ids, generator).to(network.dtype)
        answer = network(given, mixed.levels, meaning).sample.float()
        inside = extra[:, :1].float()
        each: Tensor = (answer - mixed.wanted).pow(2) * (1.0 + 2.0 * inside)
        return (each.mean((1, 2, 3)) * mixed.weights).mean()

    def _mask(self, number: int, random: Random) -> Mask:
        if random.random() < 0.5:
            return random_mask(random)
        return mask_about(self.pictures.picture(number), random)


def new_network() -> Any:
    """An untaught U-Net for this."""
    return small.new_network(9, RECIPE.seed)


def run(place: Place, budget: Budget, recipe: Recipe = RECIPE) -> None:
    """Teach the inpainting U-Net."""
    network = new_network().to(place.device)
    stage = Run(place.stage("inpaint"), network, recipe, budget)
    if stage.finished:
        return
    pictures = place.sized(PICTURES)
    files = shards(pictures, place.data, place.processes)
    pixels = [picture for path in files for picture in np.load(path, mmap_mode="r")]
    painter = Painter(place)
    speaker = Speaker(place, recipe.half)
    teaching = Painting(pictures, taught(place, pictures), pixels, speaker, half_codec(place))
    stage.learn(teaching.loss, lambda: _sheet(painter, stage))
    place.note("inpaint", {"samples": stage.counts.samples, "pictures": pictures.count})


def _sheet(painter: Painter, stage: Run, many: int = 8) -> None:
    """Masked pictures that are held out, and what is painted into them."""
    held = PictureSet("held", many)
    pictures = [sample_held_out(held.random(n, "picture"), "scene") for n in range(many)]
    prompts = [
        caption(picture, held.random(n, "caption")).text for n, picture in enumerate(pictures)
    ]
    pixels = np.stack([pixels_of(picture) for picture in pictures])
    masks = np.stack(
        [mask_about(picture, held.random(n, "mask")) for n, picture in enumerate(pictures)]
    )
    extra = beside(painter.codec, pixels, masks)
    made = painter.paint(small.seeing(stage.averaged(), extra), Asked(prompts))
    shown = np.where(masks[..., None], 128, pixels).astype(np.uint8)
    words = ["masked"] * many + prompts
    sheet(np.concatenate([shown, made]), words, sheet_file(stage))
