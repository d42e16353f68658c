"""Pictures of half-taught networks, and sheets of them with their prompts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Protocol

import torch
from diffusers import AutoencoderKL
from PIL import Image, ImageDraw
from torch import Generator, Tensor

from resources.models.making.training.data import Pixels
from resources.models.making.training.latents import Speaker, encoded
from resources.models.making.training.noise import solver
from resources.models.making.training.stage import Place
from resources.models.making.training.vae import to_range
from resources.models.making.world.captions import caption
from resources.models.making.world.sampling import sample_held_out

if TYPE_CHECKING:
    from resources.models.making.training.runs import Run

STEPS, GUIDANCE = 20, 2.5
_KINDS = ("scene", "scene", "shape", "relation")


class Answer(Protocol):
    """What a network answers: latents twice over (without and with the prompt), level, meaning."""

    def __call__(self, latents: Tensor, level: Tensor, meaning: Tensor) -> Tensor:
        """The predicted v."""


@dataclass(frozen=True)
class Asked:
    """Prompts, and how to follow them."""

    prompts: list[str]
    seed: int = 1
    steps: int = field(default_factory=lambda: STEPS)
    guidance: float = GUIDANCE


class Painter:
    """Goes from noise to pixels with a network of ours."""

    def __init__(self, place: Place) -> None:
        codec = AutoencoderKL.from_pretrained(place.models / "vae").to(place.device).eval()
        self.codec = codec.to(memory_format=torch.channels_last)
        self.speaker = Speaker(place)
        self.device = place.device

    def paint(self, answer: Answer, asked: Asked, side: int = 32) -> Pixels:
        """Pictures n x height x width x 3, 0 to 255."""
        many = len(asked.prompts)
        meaning = self.speaker.said([""] * many + asked.prompts)
        steps = solver()
        steps.set_timesteps(asked.steps)
        generator = Generator().manual_seed(asked.seed)
        latents = torch.randn((many, 4, side, side), generator=generator).to(self.device)
        latents = latents * steps.init_noise_sigma
        with torch.no_grad():
            for level in steps.timesteps:
                levels = level.to(self.device).expand(2 * many)
                given = steps.scale_model_input(torch.cat([latents, latents]), level)
                without, told = answer(given, levels, meaning).chunk(2)
                guided = without + asked.guidance * (told - without)
                latents = steps.step(guided, level, latents, generator=generator).prev_sample
            return self.shown(latents)

    def encoded(self, pixels: Pixels) -> Tensor:
        """Pixels as latents."""
        return encoded(self.codec, to_range(pixels))

    def shown(self, latents: Tensor) -> Pixels:
        """Latents as pixels."""
        with torch.no_grad():
            made = [self.codec.decode(part).sample for part in torch.split(latents, 8)]
        found = ((torch.cat(made).clamp(-1, 1) + 1.0) * 127.5).round().byte()
        return found.permute(0, 2, 3, 1).contiguous().cpu().numpy()


def plain(network: Any) -> Answer:
    """A U-Net alone as what answers."""

    def answer(latents: Tensor, level: Tensor, meaning: Tensor) -> Tensor:
        prepared = latents.contiguous(memory_format=torch.channels_last)
        return network(prepared, level, meaning).sample  # type: ignore[no-any-return]

    return answer


def held_out_prompts(many: int, seed: int = 5) -> list[str]:
    """Captions of pictures that no training may see: half scenes, the rest one and two shapes."""
    found = []
    for number in range(many):
        random = Random(f"sheet {seed} {number}")
        picture = sample_held_out(random, _KINDS[number % len(_KINDS)])
        found.append(caption(picture, random).text)
    return found


def prompts_sheet(painter: Painter, network: Any, path: Path, many: int = 24) -> None:
    """A sheet of pictures after prompts that are held out."""
    prompts = held_out_prompts(many)
    sheet(painter.paint(plain(network), Asked(prompts)), prompts, path)


def sheet_file(stage: Run) -> Path:
    """Where the sheet of a stage lies, by what was learnt until now."""
    return stage.folder / f"sheet-{stage.counts.samples:08d}.png"


def sheet(pictures: Pixels, words: list[str], path: Path, across: int = 8) -> None:
    """Pictures in rows, with words below each, in one PNG."""
    side, text = pictures.shape[1], 46
    rows = (len(pictures) + across - 1) // across
    image = Image.new("RGB", (across * (side + 6), rows * (side + text)), (30, 30, 34))
    pen = ImageDraw.Draw(image)
    for number, (pixels, said) in enumerate(zip(pictures, words, strict=True)):
        left, top = number % across * (side + 6) + 3, number // across * (side + text) + 3
        image.paste(Image.fromarray(pixels), (left, top))
        for line in range(4):
            part = said[line * 22 : line * 22 + 22]
            pen.text((left, top + side + 1 + 10 * line), part, fill=(240, 240, 240), font_size=9)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new.png")
    image.save(fresh)
    fresh.replace(path)
