"""Pictures for training, drawn once into files that are found again.

A picture is known by its set and its number alone: both seed the random generator that picks it.
Its name on disk counts what the world looks like too, so that a changed world is drawn anew.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from resources.models.making.world.drawing import pixels_of
from resources.models.making.world.fingerprint import fingerprint
from resources.models.making.world.picture import Picture
from resources.models.making.world.sampling import sample

log = logging.getLogger(__name__)

SHARD = 512
"""Pictures in one file."""

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class PictureSet:
    """Which pictures: shares of the world's kinds, in one style or in the world's own mixture."""

    name: str
    count: int
    shares: tuple[tuple[str, float], ...] = (("scene", 0.45), ("shape", 0.30), ("relation", 0.25))
    style: str = ""
    size: int = 128

    def random(self, number: int, purpose: str) -> Random:
        """The generator for one picture and one purpose, "picture" or "caption 3" say."""
        return Random(f"{self.name} {number} {purpose}")

    def picture(self, number: int) -> Picture:
        """The picture of this number."""
        random = self.random(number, "picture")
        kinds, shares = zip(*self.shares, strict=True)
        return sample(random, random.choices(kinds, shares)[0], style=self.style)

    @property
    def folder(self) -> str:
        """The name of the folder that holds them."""
        told = repr((self.name, self.shares, self.style, self.size, fingerprint()))
        return f"{self.name}-{hashlib.sha256(told.encode()).hexdigest()[:10]}"


Maker = Callable[[PictureSet, int], Pixels]


def drawn(pictures: PictureSet, number: int) -> Pixels:
    """The pixels of one picture: size x size x 3."""
    return pixels_of(pictures.picture(number), pictures.size)


def shards(
    pictures: PictureSet, folder: Path, processes: int, maker: Maker = drawn, kind: str = "pixels"
) -> list[Path]:
    """Files that hold the pictures, SHARD in each; those that are not there are drawn, in
    processes.

    `maker` says what is kept of a picture: its pixels, or its outlines say.
    """
    place = folder / pictures.folder / kind
    place.mkdir(parents=True, exist_ok=True)
    wanted = [place / _name(first, pictures) for first in range(0, pictures.count, SHARD)]
    missing = [path for path in wanted if not path.is_file()]
    if missing:
        log.info("%s: drawing %d files of %s", pictures.name, len(missing), kind)
        make = partial(_shard, pictures, maker)
        if processes <= 1:
            for path in missing:
                make(path)
        else:
            with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
                list(pool.map(make, missing))
    return wanted


def _name(first: int, pictures: PictureSet) -> str:
    """A file's name: the number of its first picture, and how many it has where it is not full."""
    many = min(SHARD, pictures.count - first)
    return f"{first:06d}.npy" if many == SHARD else f"{first:06d}-{many}.npy"


def _shard(pictures: PictureSet, maker: Maker, path: Path) -> None:
    """Draw one file's pictures."""
    first = int(path.stem.partition("-")[0])
    many = min(SHARD, pictures.count - first)
    made = np.stack([maker(pictures, number) for number in range(first, first + many)])
    write_array(path, made)


def write_array(path: Path, array: NDArray[np.generic]) -> None:
    """Write an array in one piece."""
    fresh = path.with_suffix(f".{os.getpid()}.new")
    with fresh.open("wb") as file:
        np.save(file, array, allow_pickle=False)
    fresh.replace(path)
