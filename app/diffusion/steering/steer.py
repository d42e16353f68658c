"""One thing that steers a sampling beside its prompts, in a window of the steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from torch import Tensor

from app.diffusion.families.family import Added, Family, Inputs
from app.diffusion.loaded import Loaded
from app.diffusion.sampling.schedule import Moment
from app.diffusion.sampling.windows import Window


class Call(NamedTuple):
    """A call of the network, as what steers it sees it.

    ``samples``: (prompts * pictures, channels, height, width); ``positive``: for every prompt,
    whether it is one to follow; ``size``: height and width of the pictures in pixels;
    ``window``: the part of them that it is about, in pixels, None for all.
    """

    family: Family
    network: Loaded
    inputs: Inputs
    samples: Tensor
    timestep: Tensor
    positive: tuple[bool, ...]
    size: tuple[int, int]
    window: Window | None = None

    @property
    def prompts(self) -> int:
        """How many prompts there are for each picture."""
        return len(self.positive)

    @property
    def pictures(self) -> int:
        """How many pictures are made at once."""
        return len(self.samples) // self.prompts

    @property
    def videos(self) -> int:
        """How many videos are made at once; single pictures count as such."""
        return self.pictures // max(int(self.inputs.get("frames", 1)), 1)

    def cut(self, pixels: Tensor) -> Tensor:
        """The part that the call is about, of (..., height, width) of all."""
        return pixels if self.window is None else self.window.cut(pixels)


class Steer(Protocol):
    """One thing that steers; ``title`` tells its parts apart from those of others of its kind."""

    title: str

    def is_active(self, moment: Moment) -> bool:
        """Whether it acts at a moment."""

    @property
    def identity(self) -> str:
        """A hash of all that acts where it is active."""

    @property
    def parts(self) -> Mapping[str, str]:
        """What ``identity`` is made of, by name."""

    def added(self, call: Call) -> Added:
        """What it adds to a call."""


def within(applied: Any, moment: Moment) -> bool:
    """Whether a moment lies in a window ``start`` to ``end``, as diffusers counts it."""
    first, last = moment.number / moment.total, (moment.number + 1) / moment.total
    return bool(first >= applied.start and last <= applied.end and applied.strength != 0)
