"""What the U-Net learns from: latents of drawn pictures with several captions each."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import AutoencoderKL
from torch import Generator, Tensor

from resources.models.making.training.data import (
    Maker,
    PictureSet,
    drawn,
    shards,
    write_array,
)
from resources.models.making.training.stage import Place
from resources.models.making.training.text import load_tokenizer
from resources.models.making.training.vae import batches
from resources.models.making.training.words import LENGTH, spoilt, tokens
from resources.models.making.world.captions import caption

log = logging.getLogger(__name__)

CAPTIONS = 6
"""Captions of one picture, each worded anew."""

DROPPED = 0.1
"""The share of captions that are left out, so that guidance has something to compare with."""


@dataclass
class Taught:
    """Latents n x 4 x 32 x 32 (float16, on the device) and tokens n x CAPTIONS x LENGTH (int16).

    `shares` (n): how often each picture is chosen, compared with others; all alike without.
    """

    latents: Tensor
    ids: Tensor
    shares: Tensor | None = None

    def __len__(self) -> int:
        return len(self.latents)

    def chosen(self, generator: Generator, batch: int) -> tuple[Tensor, Tensor, Tensor]:
        """Numbers of pictures, their latents (float32), and one caption each as tokens."""
        if self.shares is None:
            numbers = torch.randint(0, len(self), (batch,), generator=generator)
        else:
            numbers = torch.multinomial(self.shares, batch, replacement=True, generator=generator)
        versions = torch.randint(0, self.ids.shape[1], (batch,), generator=generator)
        latents = self.latents[numbers.to(self.latents.device)].float()
        return numbers, latents, self.ids[numbers, versions].long()


def taught(place: Place, pictures: PictureSet, layout: bool | None = None) -> Taught:
    """The latents and captions of a set, made where they are not there yet."""
    latents = latents_of(place, pictures).to(place.device)
    return Taught(latents, captions_of(place, pictures, layout))


def latents_of(
    place: Place, pictures: PictureSet, maker: Maker = drawn, kind: str = "pixels"
) -> Tensor:
    """The latents of all pictures of a set, as the finished codec makes them."""
    weights = place.models / "vae" / "diffusion_pytorch_model.safetensors"
    sign = hashlib.sha256(weights.read_bytes()).hexdigest()[:10]
    target = place.data / pictures.folder / f"{kind}-latents-{sign}"
    target.mkdir(parents=True, exist_ok=True)
    files = shards(pictures, place.data, place.processes, maker, kind)
    codec = half_codec(place)
    for path in files:
        if not (target / path.name).is_file():
            parts = [encoded(codec, batch) for batch in batches(np.load(path), 16)]
            write_array(target / path.name, torch.cat(parts).half().cpu().contiguous().numpy())
            log.info("%s: encoded %s", pictures.name, path.name)
    return torch.from_numpy(np.concatenate([np.load(target / path.name) for path in files]))


def half_codec(place: Place) -> Any:
    """The finished codec in bfloat16, which encodes more than twice as fast."""
    codec = AutoencoderKL.from_pretrained(place.models / "vae", dtype=torch.bfloat16)
    return codec.to(place.device, memory_format=torch.channels_last).eval()


def encoded(codec: Any, pictures: Tensor) -> Tensor:
    """Pictures n x 3 x height x width, -1 to 1, as latents: on the codec's device, of its kind."""
    given = pictures.to(codec.device, codec.dtype).contiguous(memory_format=torch.channels_last)
    with torch.no_grad():
        return torch.cat([codec.encode(part).latent_dist.mode() for part in torch.split(given, 16)])


def captions_of(place: Place, pictures: PictureSet, layout: bool | None = None) -> Tensor:
    """CAPTIONS captions of each picture, as tokens; `layout` False says nothing of places."""
    weights = place.models / "tokenizer" / "tokenizer.json"
    sign = hashlib.sha256(weights.read_bytes()).hexdigest()[:10]
    path = place.data / pictures.folder / f"captions-{sign}-{layout}-{pictures.count}.npy"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_array(path, _captioned(place.models / "tokenizer", pictures, layout))
        log.info("%s: captions are written", pictures.name)
    return torch.from_numpy(np.load(path))


def _captioned(
    folder: Path, pictures: PictureSet, layout: bool | None
) -> np.ndarray[Any, np.dtype[np.int16]]:
    tokenizer = load_tokenizer(folder)
    found = []
    for first in range(0, pictures.count, 512):
        texts: list[str] = []
        for number in range(first, min(first + 512, pictures.count)):
            picture = pictures.picture(number)
            for version in range(CAPTIONS):
                random = pictures.random(number, f"caption {version}")
                texts.append(spoilt(caption(picture, random, layout).text, random))
        found.append(tokens(tokenizer, texts).to(torch.int16).view(-1, CAPTIONS, LENGTH))
    return torch.cat(found).numpy()


class Speaker:
    """The fixed text encoder: tokens to what the U-Net attends to."""

    def __init__(self, place: Place, half: bool = False) -> None:
        from transformers import CLIPTextModel

        kind = torch.bfloat16 if half else torch.float32
        encoder = CLIPTextModel.from_pretrained(place.models / "text_encoder", dtype=kind)
        self.encoder = encoder.to(place.device).eval().requires_grad_(False)
        self.tokenizer = load_tokenizer(place.models / "tokenizer")
        self.device = place.device
        self.empty = tokens(self.tokenizer, [""])[0]

    def told(self, ids: Tensor, generator: Generator, dropped: float = DROPPED) -> Tensor:
        """Captions n x LENGTH as meaning n x LENGTH x width; a share of them is emptied."""
        empty = torch.rand(len(ids), generator=generator) < dropped
        return self.encoded(torch.where(empty[:, None], self.empty, ids))

    def encoded(self, ids: Tensor) -> Tensor:
        """Tokens as meaning."""
        with torch.no_grad():
            return self.encoder(ids.to(self.device)).last_hidden_state  # type: ignore[no-any-return]

    def said(self, texts: list[str]) -> Tensor:
        """Texts as meaning."""
        return self.encoded(tokens(self.tokenizer, texts))
