"""How well the VAE gives a picture back."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import torch
from diffusers import AutoencoderKL

from resources.models.making.evaluation.painting import Painter
from resources.models.making.evaluation.results import Row
from resources.models.making.judge.colours import Pixels
from resources.models.making.world.drawing import pixels_of
from resources.models.making.world.sampling import sample_held_out


class Codec:
    """A VAE from a folder, in float32 on the CPU."""

    def __init__(self, folder: Path) -> None:
        self.network = AutoencoderKL.from_pretrained(folder, dtype=torch.float32).eval()

    def again(self, pixels: Pixels) -> Pixels:
        """A picture (height x width x 3) after encoding and decoding."""
        batch = torch.from_numpy(np.array(pixels)).permute(2, 0, 1)[None].float() / 127.5 - 1.0
        with torch.no_grad():
            latents = self.network.encode(batch).latent_dist.mode()
            made = self.network.decode(latents).sample[0]
        found: Pixels = ((made.permute(1, 2, 0).clamp(-1, 1) + 1) * 127.5).round().byte().numpy()
        return found


def psnr(first: Pixels, second: Pixels) -> float:
    """Peak signal to noise of two pictures in dB; 99 where they are the same."""
    error = np.square(first.astype(np.float64) - second).mean()
    return 99.0 if error < 1e-6 else float(10 * np.log10(255**2 / error))


def codec_rows(painter: Painter, count: int) -> list[Row]:
    """PSNR over held-out renders of all kinds: the mean, and what only 5 % fall below."""
    codec, random = Codec(painter.models / "pocket" / "vae"), Random("codec")
    found = []
    for _ in range(count):
        pixels = pixels_of(sample_held_out(random))
        found.append(psnr(pixels, codec.again(pixels)))
    return [
        Row("VAE, held-out renders: PSNR", float(np.mean(found)), None, "≥ 30 dB", "dB", count),
        Row("VAE: PSNR that 95 % reach", float(np.quantile(found, 0.05)), None, "", "dB", count),
    ]
